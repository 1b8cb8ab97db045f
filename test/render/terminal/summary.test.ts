import { Chalk } from 'chalk';
import { describe, expect, it } from 'vitest';
import { findQuestions } from '#domain/answers/not-known.ts';
import { formatMessage } from '#domain/messages.ts';
import type { ElementResult, ReportDocument } from '#domain/types/report.ts';
import { escapeCommands } from '#render/escape.ts';
import { summarizePatternReason } from '#render/explain/conditions.ts';
import { describeAnswered } from '#render/report/wording/answer-counts.ts';
import { describeOverall, renderHeadline } from '#render/report/wording/headline.ts';
import { choosePatterns } from '#render/report/wording/pattern-phrases.ts';
import { describeScope } from '#render/report/wording/phrases.ts';
import { describeRange } from '#render/terminal/element-rows.ts';
import { measureWidth } from '#render/terminal/layout.ts';
import { type SummaryContext, renderSummary } from '#render/terminal/summary.ts';
import { type Theme, makeTheme } from '#render/terminal/theme.ts';
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

const [first] = harbor.elements;
if (first === undefined) throw new Error('The example has no element.');

/** The report with these values in the first element. */
const withFirst = (report: ReportDocument, values: Partial<ElementResult>): ReportDocument => ({
  ...report,
  elements: report.elements.map((element, index) => (index === 0 ? { ...element, ...values } : element)),
});

/** Words of a row, so that its bar has the same length whatever the model calls them. */
const words = { 'summary.said': 'said', 'summary.declared': 'declared', 'summary.shown': 'shown' };

/** The lines of the first element, with the same name and scores whatever the example says. */
function linesOfFirst(report: ReportDocument, width: number): string[] {
  const scores = { score: 25, shown: 6.25, ...(report === harbor && { declared: 12.5 }) };
  const named = withFirst(report, { name: 'Philosophy', ...scores });
  return findBlock(render(named, width, { messages: { ...messages, ...words } }), /^Philosophy( +[█▒·]|$)/);
}

const status = `           ${[`✖ ${messages['status.neglected']}`, ...describeAnswered(first, messages)].join(' · ')}`;

describe('elements in the summary', () => {
  it.each([
    [100, ['Philosophy ██▒▒▒▒▒▒▒·····│·········│·····│········· 25 said, 13 declared,  6 shown', status]],
    [80, ['Philosophy ██▒▒▒▒▒▒▒····│·········│····│········· 25 said, 13 declared,  6 shown', status]],
    [60, ['Philosophy █▒▒▒··│···│··│···· 25 said, 13 declared,  6 shown', status]],
    [40, ['Philosophy ██▒▒▒▒▒···│······│····│······', '           25 said, 13 declared, 6 shown', status]],
    [20, ['Philosophy', '  █▒▒▒··│···│··│····', '  25 said', '  13 declared']],
  ])('with a declared system, at %i columns', (width, lines) => {
    expect(linesOfFirst(harbor, width).slice(0, lines.length)).toEqual(lines);
  });

  it.each([
    [100, 'Philosophy ██▒▒▒▒▒▒▒·····│·········│·····│········· 25 said,  6 shown'],
    [80, 'Philosophy ██▒▒▒▒▒▒▒·····│·········│·····│········· 25 said,  6 shown'],
    [60, 'Philosophy ██▒▒▒▒▒····│·······│···│······· 25 said,  6 shown'],
    [40, 'Philosophy █▒·│··│·│·· 25 said,  6 shown'],
  ])('without one, at %i columns', (width, line) => {
    expect(linesOfFirst(undeclared, width)[0]).toBe(line);
  });

  it('shows neither score nor share if nothing was asked', () => {
    const unasked = withFirst(harbor, {
      status: 'not-asked',
      score: null,
      shown: null,
      declared: null,
      coverage: null,
      range: null,
    });
    const [bar = '', facts] = findBlock(render(unasked, 80), new RegExp(`^${first.name} +[█▒·]`));
    expect(bar.replace(/[·│]+/, '·')).toBe(
      `${first.name} ·  – ${messages['summary.said']}, ${messages['summary.nothingShown']}`,
    );
    expect(facts).toBe(`           – ${messages['status.notAsked']}`);
  });
});

describe('unknowns in the summary', () => {
  it.each([
    ['with evidence', harbor],
    ['without evidence', fernlatch],
  ])('are summarized below the headline: %s', (_name, report) => {
    const text = render(report, 100);
    const scope = describeScope(report, messages);
    expect(scope).toHaveLength(report === harbor ? 3 : 1);
    const [head = ''] = text.split('\n\n').slice(1);
    const inOneLine = head.replaceAll('\n', ' ');
    expect(inOneLine).toContain(renderHeadline(report, messages).at(-1));
    expect(inOneLine).toContain(scope.join(' '));
    expect(text.includes(`\n${messages['summary.provisional']}\n`)).toBe(report.summary.provisional);
  });

  it('name the elements that leave the whole without a score, and how far it could go', () => {
    expect(render(fernlatch, 100)).toContain(
      `\n${[describeOverall(fernlatch, messages), ...describeRange(fernlatch.summary.range, messages)].join(' · ')}\n`,
    );
  });

  it('omit a range less than one point wide', () => {
    const summary = { ...harbor.summary, score: 47, range: { low: 46.6, high: 47.4 } };
    expect(render({ ...harbor, summary }, 80)).toContain(
      `\n${formatMessage(messages, 'summary.overall', { score: 47 })}\n`,
    );
  });
});

describe('patterns in the summary', () => {
  /** The lines of the patterns, one string for each, without markers. */
  const listPatterns = (report: ReportDocument, drawn: Theme, dash: string): string[] =>
    findBlock(render(report, 100, { theme: drawn }), messages['report.patterns'])
      .slice(1)
      .join(' ')
      .split(new RegExp(`(?:^| )${dash} `))
      .slice(1)
      .map((text) => text.replaceAll(/ +/g, ' '));

  it.each([harbor, fernlatch])('are listed with their reasons, three at most', (report) => {
    const { shown, rest = '' } = choosePatterns(report, messages);
    const said = shown.map(({ name, because }) =>
      [
        `${name}:`,
        ...new Set(because.map((reason) => summarizePatternReason(reason, report, messages))),
      ].join(' '),
    );
    expect(shown).toHaveLength(3);
    expect(listPatterns(report, theme, '–').join(' ')).toBe(`${said.join(' ')} ${rest}`.trim());
    expect(rest === '').toBe(report.patterns.length === 3);
    // No condition and no id of a question.
    expect(said.join(' ')).not.toMatch(/[≥≤<>=]|\w+\.\w[\w-]*\.\w/);
  });

  it('say a reason once, even if two questions of a practice give it', () => {
    const [found] = findQuestions(fernlatch);
    if (found === undefined) throw new Error('The example has no question.');
    const { question, practice } = found;
    const because = [
      { id: question.id, level: 1 },
      { id: question.id, level: 1 },
    ];
    const patterns = [{ id: 'x', name: 'Twice', because, means: 'M' }];
    expect(listPatterns({ ...fernlatch, patterns }, theme, '–')).toEqual([
      `Twice: ${formatMessage(messages, 'report.becauseShort', { practice: practice.name, label: question.label ?? '' })}`,
    ]);
  });

  it('are drawn in ASCII without Unicode', () => {
    const ascii = makeTheme(new Chalk({ level: 0 }), false);
    expect(listPatterns(harbor, ascii, '-')).toEqual(listPatterns(harbor, theme, '–'));
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
