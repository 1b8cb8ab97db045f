import { Chalk } from 'chalk';
import { describe, expect, it } from 'vitest';
import type { ReportDocument } from '#domain/types/report.ts';
import { escapeCommands } from '#render/escape.ts';
import { measureWidth } from '#render/terminal/layout.ts';
import { type SummaryContext, renderSummary } from '#render/terminal/summary.ts';
import { makeTheme } from '#render/terminal/theme.ts';
import { readExampleReport, exampleReports, reportContext } from '../../support/report/report-context.ts';
import { hostileReports } from '../report/hostile-report.ts';

const { messages, theme } = reportContext;
const harbor = readExampleReport('harbor-instruments');
const fernlatch = readExampleReport('fernlatch');

const render = (report: ReportDocument, width: number, more: Partial<SummaryContext> = {}): string =>
  renderSummary(report, { width, theme, messages, files: [], ...more });

/** Returns the lines from one that starts with a text or matches an expression to the next empty line. */
function findBlock(text: string, start: string | RegExp): string[] {
  const lines = text.split('\n');
  const from = lines.findIndex((line) =>
    typeof start === 'string' ? line.startsWith(start) : start.test(line),
  );
  return lines.slice(from, lines.indexOf('', from));
}

/** The report without a declared system. */
const undeclared: ReportDocument = {
  ...harbor,
  elements: harbor.elements.map((element) => ({ ...element, declared: null })),
};

describe('elements in the summary', () => {
  it.each([
    [
      100,
      [
        'Philosophy ███▒▒▒▒▒▒▒······························ 25 said, 13 declared,  6 shown',
        '           neglected · 8 answered',
        'Process    █████████████████████████████··········· 72 said, 52 declared, 72 shown',
        '           in place · 8 answered',
      ],
    ],
    [
      80,
      [
        'Philosophy ██▒▒▒▒▒▒▒▒···························· 25 said, 13 declared,  6 shown',
        '           neglected · 8 answered',
        'Process    ███████████████████████████··········· 72 said, 52 declared, 72 shown',
        '           in place · 8 answered',
      ],
    ],
    [
      60,
      [
        'Philosophy █▒▒▒▒············· 25 said, 13 declared,  6 shown',
        '           neglected · 8 answered',
        'Process    █████████████····· 72 said, 52 declared, 72 shown',
        '           in place · 8 answered',
      ],
    ],
    [
      40,
      [
        'Philosophy ██▒▒▒▒▒······················',
        '           25 said, 13 declared, 6 shown',
        '           neglected · 8 answered',
        'Process    █████████████████████········',
      ],
    ],
    [20, ['Philosophy', '  █▒▒▒▒·············', '  25 said', '  13 declared']],
  ])('with a declared system, at %i columns', (width, lines) => {
    expect(findBlock(render(harbor, width), /^Philosophy( |$)/).slice(0, 4)).toEqual(lines);
  });

  it.each([
    [100, 'Philosophy ███▒▒▒▒▒▒▒······························ 25 said,  6 shown'],
    [80, 'Philosophy ███▒▒▒▒▒▒▒······························ 25 said,  6 shown'],
    [60, 'Philosophy ██▒▒▒▒▒▒······················· 25 said,  6 shown'],
    [40, 'Philosophy █▒▒········ 25 said,  6 shown'],
  ])('without one, at %i columns', (width, line) => {
    expect(findBlock(render(undeclared, width), /^Philosophy /)[0]).toBe(line);
  });

  it('shows neither score nor share if nothing was asked', () => {
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
    const [first, second] = findBlock(render({ ...harbor, elements }, 80), /^Philosophy /);
    expect(first).toMatch(/^Philosophy ·+ {2}– said, none shown$/);
    expect(second).toBe('           not asked');
  });
});

describe('unknowns in the summary', () => {
  it('are summarized below the headline', () => {
    expect(render(harbor, 80)).toContain(
      '\n43 of 43 questions · 42 answered · 1 "don\'t know"\nevidence undated or too old: 6\n',
    );
    const text = render(fernlatch, 100);
    expect(text).toContain(
      '\n43 of 43 questions · 31 answered · 8 "don\'t know" · 4 not applicable · no evidence attached yet\n',
    );
    expect(text).toContain(`\n${messages['summary.provisional']}\n`);
    expect(text).toContain('\nOverall not scored; too little is known about Method · 14 to 42 possible\n');
  });

  it('omit a range less than one point wide', () => {
    const summary = { ...harbor.summary, range: { low: 46.6, high: 47.4 } };
    expect(findBlock(render({ ...harbor, summary }, 80), 'Overall')[0]).toBe('Overall 47 of 100');
  });
});

describe('patterns in the summary', () => {
  it('are listed one per line with their reasons', () => {
    const [, ...lines] = findBlock(render(harbor, 100), messages['report.patterns']);
    expect(lines.slice(0, 3)).toEqual([
      '– Process-heavy: Balance 1.8 (≥ 1)',
      '– Method without belief: Method 2.7 (≥ 2.5), Philosophy 1 (< 2)',
      '– Poster purpose: the declared system passes philosophy/missing-purpose, Stated purpose 1 (≤ 1)',
    ]);
    expect(lines.filter((line) => line.startsWith('– '))).toHaveLength(harbor.patterns.length);
    // Two questions of one practice with the same reason are listed once.
    expect(render(fernlatch, 100)).toContain('\n– Flavor of the month: Few initiatives 1 (≤ 1)\n');
    expect(lines.join('\n')).not.toMatch(/\w+\.\w[\w-]*\.\w/);
  });

  it.each([20, 30, 40, 60])('do not break a comparison at %i columns', (width) => {
    const lines = findBlock(render(harbor, width), messages['report.patterns']);
    expect(lines.filter((line) => /\([≥≤<=]?$|[≥≤<=]$/.test(line))).toEqual([]);
  });

  it('are drawn in ASCII without Unicode', () => {
    const ascii = makeTheme(new Chalk({ level: 0 }), false);
    const lines = findBlock(render(harbor, 100, { theme: ascii }), messages['report.patterns']);
    expect(lines[1]).toBe('- Process-heavy: Balance 1.8 (>= 1)');
    expect([...new Set(render(harbor, 80, { theme: ascii }))].filter((sign) => sign > '~')).toEqual([]);
  });
});

describe('renderSummary', () => {
  const all = [...exampleReports, ...hostileReports];

  it.each(
    all.flatMap(([name, report]) => [20, 40, 60, 80, 100].map((width) => [name, width, report] as const)),
  )('%s at %i columns: every line fits and none is a CI command', (_name, width, report) => {
    const text = render(report, width, { files: [{ name: 'report', path: 'report.yaml' }] });
    expect(text.split('\n').filter((line) => measureWidth(line) > width || line.endsWith(' '))).toEqual([]);
    expect(escapeCommands(text)).toBe(text);
  });

  it('does not wrap the command to continue', () => {
    const goOn = `sales-audit run --answers ${'a'.repeat(90)}.yaml`;
    expect(render(harbor, 40, { goOn })).toContain(`\n  ${goOn}\n`);
  });

  it('prints the same text with and without color', () => {
    for (const [, report] of exampleReports) {
      const text = render(report, 80, { theme: makeTheme(new Chalk({ level: 1 }), true) });
      const plain = text.split('\u001b').map((part) => part.replace(/^\[\d+m/, ''));
      expect(text).toContain('\u001b[36m');
      expect(plain.join('')).toBe(render(report, 80));
    }
  });
});
