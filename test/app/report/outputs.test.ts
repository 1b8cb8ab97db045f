import { describe, expect, it } from 'vitest';
import { binaryFormats, reportFormats } from '../../../src/app/formats.ts';
import { type OutputOptions, getLength, parseOutputs } from '../../../src/app/report/outputs.ts';
import { UsageError } from '../../../src/domain/errors.ts';
import { charts, renderers, tables } from '../../../src/render/report/index.ts';

/** Lists the outputs, each as `format:part > file`. */
function listOutputs(options: OutputOptions): string[] {
  return parseOutputs(options).map(({ format, table, chart, file }) => {
    const part = format === 'csv' ? `:${table}` : format === 'svg' ? `:${chart}` : '';
    return `${format}${part} > ${file ?? 'stdout'}`;
  });
}

/** Returns the message and hint of the error, or the outputs if there is none. */
function getRefusal(options: OutputOptions): string {
  try {
    return listOutputs(options).join(', ');
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return [error.message, ...(error.hint === undefined ? [] : [error.hint])].join('\n');
  }
}

describe('outputs of a report', () => {
  it.each<[OutputOptions, string[]]>([
    [{}, ['text > stdout']],
    [{ output: [] }, ['text > stdout']],
    [{ format: 'markdown' }, ['markdown > stdout']],
    [{ format: 'csv', table: 'gaps' }, ['csv:gaps > stdout']],
    [{ format: 'svg', chart: 'badge' }, ['svg:badge > stdout']],
    [{ output: ['a.html'] }, ['html > a.html']],
    [{ output: ['a.htm', 'b.PDF', 'c.md'] }, ['html > a.htm', 'pdf > b.PDF', 'markdown > c.md']],
    [
      { output: ['d.markdown', 'e.txt', 'f.json'] },
      ['markdown > d.markdown', 'text > e.txt', 'json > f.json'],
    ],
    [
      { output: ['g.yaml', 'h.yml', 'i.csv', 'j.svg'] },
      ['yaml > g.yaml', 'yaml > h.yml', 'csv:questions > i.csv', 'svg:bars > j.svg'],
    ],
    [
      { output: ['x.csv', 'y.svg'], table: 'findings', chart: 'heat-map' },
      ['csv:findings > x.csv', 'svg:heat-map > y.svg'],
    ],
    // --format applies to files without their own format, whatever their extension.
    [{ format: 'html', output: ['page', 'b.txt'] }, ['html > page', 'html > b.txt']],
    [{ output: ['html=page', 'text=-'] }, ['html > page', 'text > stdout']],
    [{ output: ['-'] }, ['text > stdout']],
    [
      { output: ['/dev/stdout', 'a.html'], format: 'csv' },
      ['csv:questions > stdout', 'csv:questions > a.html'],
    ],
    [{ output: ['csv:gaps=g.csv', 'csv:findings=f.csv'] }, ['csv:gaps > g.csv', 'csv:findings > f.csv']],
    [{ output: ['svg:heat-map=h.svg', 'svg=b.svg'] }, ['svg:heat-map > h.svg', 'svg:bars > b.svg']],
    // Next to files with their own format, it is for stdout, as in `check`.
    [{ format: 'text', output: ['html=a.html'] }, ['text > stdout', 'html > a.html']],
    [{ format: 'html', output: ['html=a.html', 'b.html'] }, ['html > a.html', 'html > b.html']],
    [{ output: ['dir/a=b.html'] }, ['html > dir/a=b.html']],
    [{ output: ['./html=b.md'] }, ['markdown > ./html=b.md']],
    [{ output: ['html=a=b'] }, ['html > a=b']],
    [{ output: ['Name=b.html'] }, ['html > Name=b.html']],
  ])('%j', (options, outputs) => {
    expect(listOutputs(options)).toEqual(outputs);
  });

  it.each<[OutputOptions, string]>([
    [{ output: [''] }, '--output needs a file name.'],
    [{ output: ['html='] }, '--output html= names no file.'],
    [
      { output: ['html=-', 'text=/dev/stdout'] },
      'Standard output would be written twice.\nWrite all but one to files.',
    ],
    [
      { format: 'text', output: ['html=-'] },
      'Standard output would be written twice.\nWrite all but one to files.',
    ],
    [{ output: ['htlm=a'] }, 'There is no format "htlm" in --output htlm=a.\nDid you mean html?'],
    [
      { output: ['a=b.html'] },
      'There is no format "a" in --output a=b.html.\n' +
        'There are: html, pdf, docx, pptx, xlsx, markdown, text, json, yaml, csv, svg. For a file with that name, write ./a=b.html.',
    ],
    [{ output: ['csv:gap=g.csv'] }, 'There is no table "gap" in --output csv:gap=g.csv.\nDid you mean gaps?'],
    [
      { output: ['svg:gaps=g.svg'] },
      'There is no chart "gaps" in --output svg:gaps=g.svg.\n' +
        'There are: bars, heat-map, perception, badge. For a file with that name, write ./svg:gaps=g.svg.',
    ],
    [
      { output: ['pdf:gaps=g.pdf'] },
      'Only csv and svg have parts, and --output pdf:gaps=g.pdf asks for one of pdf.\nWrite pdf=g.pdf.',
    ],
    [
      { output: ['report.odt'] },
      'The extension of report.odt does not indicate a format.\n' +
        'Known extensions: .html, .htm, .pdf, .docx, .pptx, .xlsx, .md, .markdown, .txt, .json, .yaml, .yml, .csv, .svg. Or name the format: --output FORMAT=FILE.',
    ],
    [{ table: 'gaps' }, '--table is for csv, but none is written.\nAdd --format csv, or omit --table.'],
    [
      { output: ['a.html'], csvSeparator: 'tab' },
      '--csv-separator is for csv, but none is written.\nAdd --format csv, or omit --csv-separator.',
    ],
    [
      { output: ['a.csv'], chart: 'heat-map' },
      '--chart is for svg, but none is written.\nAdd --format svg, or omit --chart.',
    ],
    [
      { format: 'csv', technical: true },
      '--technical is for html or pdf or docx or xlsx or markdown or text, but none is written.\nAdd --format html, or omit --technical.',
    ],
    [
      { format: 'markdown', paper: 'a4' },
      '--paper is for html or pdf, but none is written.\nAdd --format html, or omit --paper.',
    ],
    [
      { output: ['a.html'], browser: 'chromium' },
      '--browser is for pdf, but none is written.\nAdd --format pdf, or omit --browser.',
    ],
  ])('refuse %j', (options, message) => {
    expect(getRefusal(options)).toBe(message);
  });

  it('support every format, table and chart', () => {
    expect([...reportFormats].filter((format) => !binaryFormats.has(format)).toSorted()).toEqual(
      Object.keys(renderers).toSorted(),
    );
    for (const table of tables)
      expect(listOutputs({ output: [`csv:${table}=a`] })).toEqual([`csv:${table} > a`]);
    for (const chart of charts)
      expect(listOutputs({ output: [`svg:${chart}=a`] })).toEqual([`svg:${chart} > a`]);
  });
});

describe('the length of a report', () => {
  const getLengths = (options: OutputOptions): string[] =>
    parseOutputs(options).map((output) => getLength(output, options));

  it('is a summary as text on standard output, and everything else in full', () => {
    expect(getLengths({})).toEqual(['summary']);
    expect(getLengths({ format: 'markdown' })).toEqual(['full']);
    expect(getLengths({ output: ['a.txt', 'a.pdf'] })).toEqual(['full', 'full']);
    expect(getLengths({ length: 'full' })).toEqual(['full']);
    expect(getLengths({ length: 'summary', output: ['a.pdf'] })).toEqual(['summary']);
  });

  it('is refused where a format has only one', () => {
    expect(() => parseOutputs({ length: 'summary', output: ['a.csv'] })).toThrow(
      '--length is for html or pdf or docx or markdown or text, but none is written.',
    );
    expect(() => parseOutputs({ commentary: 'own.md', format: 'json' })).toThrow('--commentary is for html');
  });
});
