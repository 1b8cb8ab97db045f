import { Chalk } from 'chalk';
import { describe, expect, it } from 'vitest';
import type { ReportDocument } from '#domain/types/report.ts';
import { withoutCommands } from '#render/escape.ts';
import { measureWidth } from '#render/terminal/layout.ts';
import { type SummaryContext, renderElement, renderSummary } from '#render/terminal/summary.ts';
import { makeTheme } from '#render/terminal/theme.ts';
import { exampleReport, exampleReports, reportContext } from '../../support/report-context.ts';
import { hostileReports } from '../report/hostile-report.ts';

const { words, theme } = reportContext;
const harbor = exampleReport('harbor-instruments');
const fernlatch = exampleReport('fernlatch');

const render = (report: ReportDocument, width: number, more: Partial<SummaryContext> = {}): string =>
  renderSummary(report, { width, theme, words, files: [], ...more });

/** The lines from one that starts with a text, or fits an expression, to the next empty one. */
function blockFrom(text: string, start: string | RegExp): string[] {
  const lines = text.split('\n');
  const from = lines.findIndex((line) =>
    typeof start === 'string' ? line.startsWith(start) : start.test(line),
  );
  return lines.slice(from, lines.indexOf('', from));
}

/** The report as it would be without a declared system. */
const undeclared: ReportDocument = {
  ...harbor,
  elements: harbor.elements.map((element) => ({ ...element, declared: null })),
};

describe('the elements', () => {
  it.each([
    [
      100,
      [
        'Philosophy ███▒▒▒▒▒▒▒······························ 25 said, 13 declared,  6 shown',
        '           neglected · 100 % answered',
        'Process    █████████████████████████████··········· 72 said, 52 declared, 72 shown',
        '           in place · 100 % answered',
      ],
    ],
    [
      80,
      [
        'Philosophy ██▒▒▒▒▒▒▒▒····························· 25 said, 13 declared,  6 shown',
        '           neglected · 100 % answered',
        'Process    ████████████████████████████··········· 72 said, 52 declared, 72 shown',
        '           in place · 100 % answered',
      ],
    ],
    [
      60,
      [
        'Philosophy █▒▒▒▒·············· 25 said, 13 declared,  6 shown',
        '           neglected · 100 % answered',
        'Process    ██████████████····· 72 said, 52 declared, 72 shown',
        '           in place · 100 % answered',
      ],
    ],
    [
      40,
      [
        'Philosophy ██▒▒▒▒▒······················',
        '           25 said, 13 declared, 6 shown',
        '           neglected · 100 % answered',
        'Process    █████████████████████········',
      ],
    ],
    [20, ['Philosophy', '  █▒▒▒▒·············', '  25 said', '  13 declared']],
  ])('with a declared system, at %i columns', (width, lines) => {
    expect(blockFrom(render(harbor, width), /^Philosophy( |$)/).slice(0, 4)).toEqual(lines);
  });

  it.each([
    [100, 'Philosophy ███▒▒▒▒▒▒▒······························ 25 said,  6 shown'],
    [80, 'Philosophy ███▒▒▒▒▒▒▒······························ 25 said,  6 shown'],
    [60, 'Philosophy ██▒▒▒▒▒▒······················· 25 said,  6 shown'],
    [40, 'Philosophy █▒▒········ 25 said,  6 shown'],
  ])('without one, at %i columns', (width, line) => {
    expect(blockFrom(render(undeclared, width), /^Philosophy /)[0]).toBe(line);
  });

  it('stands alone after the last question of an element', () => {
    const [element] = harbor.elements;
    if (element === undefined) throw new Error('The example has no element.');
    const context = { width: 80, theme, words, files: [] };
    expect(renderElement(element, context).split('\n')).toHaveLength(2);
  });

  it('has no score and no share where nothing was asked', () => {
    const elements = harbor.elements.map((element, index) =>
      index === 0
        ? {
            ...element,
            status: 'not-asked' as const,
            score: null,
            shown: null,
            declared: null,
            coverage: null,
            range: null,
          }
        : element,
    );
    const [first, second] = blockFrom(render({ ...harbor, elements }, 80), /^Philosophy /);
    expect(first).toMatch(/^Philosophy ·+ {2}– said, none shown$/);
    expect(second).toBe('           not asked');
  });
});

describe('what is not known', () => {
  it('is said in short beneath the headline', () => {
    expect(render(harbor, 80)).toContain(
      '\n43 of 43 questions · 98 % answered · answered "don\'t know": 1\nevidence undated or too old: 6\n',
    );
    const text = render(fernlatch, 100);
    expect(text).toContain(
      '\n43 of 43 questions · 79 % answered · answered "don\'t know": 8 · no evidence attached yet\n',
    );
    expect(text).toContain(`\n${words['summary.provisional']}\n`);
    expect(text).toContain('\nOverall not scored; too little is known about Method · 14 to 42 possible\n');
  });

  it('names no range that is no whole point wide', () => {
    const summary = { ...harbor.summary, range: { low: 46.6, high: 47.4 } };
    expect(blockFrom(render({ ...harbor, summary }, 80), 'Overall')[0]).toBe('Overall 47 of 100');
  });
});

describe('the patterns', () => {
  it('stand one to a line with what set them off by name', () => {
    const [, ...lines] = blockFrom(render(harbor, 100), words['report.patterns']);
    expect(lines.slice(0, 3)).toEqual([
      '– Process-heavy: Balance 1.8 (≥ 1)',
      '– Method without belief: Method 2.7 (≥ 2.5), Philosophy 1 (< 2)',
      '– Poster purpose: the declared system passes philosophy/missing-purpose, Stated purpose 1 (≤ 1)',
    ]);
    expect(lines.filter((line) => line.startsWith('– '))).toHaveLength(harbor.patterns.length);
    // Two questions of one practice that say the same are said once.
    expect(render(fernlatch, 100)).toContain('\n– Flavor of the month: Few initiatives 1 (≤ 1)\n');
    expect(lines.join('\n')).not.toMatch(/\w+\.\w[\w-]*\.\w/);
  });

  it.each([20, 30, 40, 60])('break no comparison at %i columns', (width) => {
    const lines = blockFrom(render(harbor, width), words['report.patterns']);
    expect(lines.filter((line) => /\([≥≤<=]?$|[≥≤<=]$/.test(line))).toEqual([]);
  });

  it('are drawn in ASCII where nothing else is', () => {
    const ascii = makeTheme(new Chalk({ level: 0 }), false);
    const lines = blockFrom(render(harbor, 100, { theme: ascii }), words['report.patterns']);
    expect(lines[1]).toBe('- Process-heavy: Balance 1.8 (>= 1)');
    expect([...new Set(render(harbor, 80, { theme: ascii }))].filter((sign) => sign > '~')).toEqual([]);
  });
});

describe('at any width', () => {
  const all = [...exampleReports, ...hostileReports];

  it.each(
    all.flatMap(([name, report]) => [20, 40, 60, 80, 100].map((width) => [name, width, report] as const)),
  )('%s at %i columns: lines that fit, and no command to a log', (_name, width, report) => {
    const text = render(report, width, { files: [{ name: 'report', path: 'report.yaml' }] });
    expect(text.split('\n').filter((line) => measureWidth(line) > width || line.endsWith(' '))).toEqual([]);
    expect(withoutCommands(text)).toBe(text);
  });

  it('never breaks the command that goes on', () => {
    const goOn = `sales-audit run --answers ${'a'.repeat(90)}.yaml`;
    expect(render(harbor, 40, { goOn })).toContain(`\n  ${goOn}\n`);
  });

  it('says no more and no less in colour', () => {
    for (const [, report] of exampleReports) {
      const text = render(report, 80, { theme: makeTheme(new Chalk({ level: 1 }), true) });
      const plain = text.split('\u001b').map((part) => part.replace(/^\[\d+m/, ''));
      expect(text).toContain('\u001b[36m');
      expect(plain.join('')).toBe(render(report, 80));
    }
  });
});
