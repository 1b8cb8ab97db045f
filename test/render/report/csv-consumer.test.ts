/** The tables in a real spreadsheet: no formula, no text lost or changed, numbers that are numbers. */
import { beforeAll, describe, expect, it } from 'vitest';
import { tables } from '#render/report/context.ts';
import { renderCsv } from '#render/report/csv.ts';
import { exampleReports, reportContext } from '../../support/report-context.ts';
import { hostileReports } from './hostile-report.ts';
import { readCsv } from './read-csv.ts';
import { type Cell, openInSpreadsheet, sofficePath } from './spreadsheet.ts';

/** Columns of numbers; in every other there is text, but for a date and a yes or no. */
const numbers =
  /^(?:level|shownLevel|.*Count|.*Score|practiceShown|practiceWritten|.*[cC]overage|rank|score|shown|written|target|points|priority|line|column|asked|outOf)$/;

const typeOf = (name: string): string => {
  if (name === 'asOf') return 'date';
  if (name === 'provisional') return 'boolean';
  return numbers.test(name) ? 'float' : 'string';
};

const files = new Map(
  [...exampleReports, ...hostileReports].flatMap(([name, report]) =>
    tables.map((table) => [`${name}: ${table}`, renderCsv(report, { ...reportContext, table })] as const),
  ),
);

/**
 * How LibreOffice reads: as its window proposes for text with a byte order mark, and eager to find numbers and
 * dates everywhere. Without a window it has to be told that the text is UTF-8 (76).
 */
const readings = [
  ['as it proposes to', '44,34,76,1'],
  ['that looks for special numbers', '44,34,76,1,,0,false,true,false,false,false,-1'],
] as const;

describe.skipIf(sofficePath === undefined).each(readings)('a spreadsheet %s', (_how, options) => {
  let opened: ReadonlyMap<string, readonly (readonly Cell[])[]> = new Map();
  beforeAll(async () => {
    opened = await openInSpreadsheet(files, options);
  });

  it.each([...files])('%s', (name, csv) => {
    const cells = opened.get(name) ?? [];
    const rows = readCsv(csv);
    expect(cells.flat().flatMap(({ formula }) => formula ?? [])).toEqual([]);
    expect(cells.map(({ length }) => length)).toEqual(rows.map(({ length }) => length));
    const [header = [], ...data] = rows;
    expect(cells[0]?.map(({ text }) => text)).toEqual(header);
    const asRead = data.map((row) =>
      row.map((text, index) => (text === '' ? '' : `${typeOf(header[index] ?? '')} ${text}`)),
    );
    const asShown = cells
      .slice(1)
      .map((row) =>
        row.map(({ type, text, value }) =>
          type === '' ? '' : `${type} ${type === 'string' ? text : value}`,
        ),
      );
    expect(asShown).toEqual(asRead);
  });
});

describe.skipIf(sofficePath === undefined)('a spreadsheet that takes semicolons for separators', () => {
  it('still finds no formula', async () => {
    const opened = await openInSpreadsheet(files, '59,34,76,1');
    const formulas = [...opened].flatMap(([name, rows]) =>
      rows.flat().flatMap(({ formula }) => (formula === undefined ? [] : [`${name}: ${formula}`])),
    );
    expect(formulas).toEqual([]);
    expect(opened.size).toBe(files.size);
  });
});
