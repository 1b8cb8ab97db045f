/** What an answer can say besides its level, and patterns beyond the first three, in every format. */
import { describe, expect, it } from 'vitest';
import { formatMessage } from '#domain/messages.ts';
import type { Pattern, QuestionResult, ReportDocument } from '#domain/types/report.ts';
import { renderers } from '#render/report/index.ts';
import { describePatternReason } from '#render/report/wording/pattern-phrases.ts';
import { matchMessage, readExampleReport, reportContext } from '../../support/report/report-context.ts';
import { readCsv } from './csv/read-csv.ts';

const { messages } = reportContext;
const harbor = readExampleReport('harbor-instruments');
const [element, ...elements] = harbor.elements;
const [practice] = element?.practices ?? [];
const [asked] = practice?.questions ?? [];
if (!element || !practice || !asked) throw new Error('The example has no question.');

const question: QuestionResult = {
  id: asked.id,
  ask: asked.ask,
  state: 'answered',
  level: 3,
  shownLevel: 2,
  label: 'Most of them',
  answer: 'Most of them do.',
  lowest: { level: 1, where: 'Gulf marine' },
  guess: true,
  evidence: [{ kind: 'instance', date: '2026-11-17', what: 'Omar asked Castellan Labs' }],
};

/** The report with this question alone. */
const withQuestion = (only: QuestionResult): ReportDocument => ({
  ...harbor,
  elements: [
    { ...element, practices: [{ ...practice, questions: [only] }] },
    ...elements.map((each) => ({ ...each, practices: [] })),
  ],
  patterns: [],
});

const readable = ['html', 'markdown', 'text'] as const;

/** Renders a report without markup, on one line. */
const renderText = (format: (typeof readable)[number], report: ReportDocument): string =>
  renderers[format](report, { ...reportContext, width: 100 })
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<[^>]+>|\*\*/g, ' ')
    .replaceAll(/\s+/g, ' ');

const level = formatMessage(messages, 'report.levelOf', { level: 3, label: 'Most of them' });
const lowest = formatMessage(messages, 'report.lowest', { level: 1, where: 'Gulf marine' });
const supports = formatMessage(messages, 'report.supports', { level: 2 });

describe.each(readable)('an answer in %s', (format) => {
  const full = renderText(format, withQuestion(question));

  it.each([
    [
      'the level with its label, the lowest place and the guess',
      [level, lowest, messages['report.guess']].join(', '),
    ],
    ['the level that a case supports', supports],
    ['the case', 'Omar asked Castellan Labs'],
    ['the kind of evidence', messages['report.kindInstance']],
    ['the text of the level', 'Most of them do.'],
  ])('says %s', (_name, text) => {
    expect(full).toContain(text);
  });

  it('says only what it has', () => {
    const { lowest: _lowest, guess: _guess, evidence: _evidence, ...plain } = question;
    const text = renderText(format, withQuestion(plain));
    expect(text).toContain(level);
    expect(text).not.toContain(`${level},`);
    expect(text).not.toMatch(matchMessage('report.lowest', { where: 'Gulf marine' }));
    expect(text).toContain(messages['report.supportsNothing']);
    expect(text).not.toContain('Omar');
  });
});

describe('an answer in csv', () => {
  const readRow = (only: QuestionResult): Record<string, string> => {
    const [header = [], row = []] = readCsv(
      renderers.csv(withQuestion(only), { ...reportContext, table: 'questions' }),
    );
    return Object.fromEntries(header.map((name, index) => [name, row[index] ?? '']));
  };

  it.each([
    ['label', 'Most of them', ''],
    ['answer', 'Most of them do.', ''],
    ['lowestLevel', '1', ''],
    ['lowestWhere', 'Gulf marine', ''],
    ['guess', 'true', 'false'],
    ['evidence', 'instance 2026-11-17: Omar asked Castellan Labs', ''],
  ])('%s', (column, cell, without) => {
    const { lowest: _lowest, guess: _guess, evidence: _evidence, ...plain } = question;
    const open: QuestionResult = {
      ...plain,
      state: 'unanswered',
      level: null,
      shownLevel: null,
      label: null,
      answer: null,
    };
    expect(readRow(question)[column]).toBe(cell);
    expect(readRow(open)[column]).toBe(without);
  });
});

describe.each(readable)('patterns in %s', (format) => {
  const reasons = [
    { id: asked.id, level: 3 },
    { id: asked.id, ...question.lowest },
    { id: 'balance', level: -1 },
  ];
  const makePattern = (index: number): Pattern => ({
    id: `p${index}`,
    name: `Pattern no ${index}`,
    because: reasons,
    means: `Meaning no ${index}.`,
    ...(index > 0 && { firstMove: `Move no ${index}.` }),
    sources: [`Source no ${index}.`],
  });
  const patterns = [0, 1, 2, 3, 4].map(makePattern);
  const report = { ...withQuestion(question), patterns };
  const text = renderText(format, report);

  it('are shown in full up to the third, and by name from the fourth', () => {
    for (const [index, { name, means, sources = [] }] of patterns.entries()) {
      expect(text).toContain(name);
      for (const each of [means, ...sources]) expect(text.includes(each)).toBe(index < 3);
    }
    const names = [3, 4].map((index) => `Pattern no ${index}`).join(', ');
    expect(text).toContain(formatMessage(messages, 'report.morePatterns', { names }));
  });

  it('give every reason in words', () => {
    for (const reason of reasons)
      expect(text.split(describePatternReason(reason, report, messages))).toHaveLength(3 + 1);
  });

  it('name a first move only where there is one', () => {
    expect(
      text.split(`${messages['report.firstMove']}:`.slice(0, format === 'text' ? -1 : undefined)),
    ).toHaveLength(2 + 1);
    expect(text).not.toContain('undefined');
  });

  it('have no line of names if there are three', () => {
    const three = renderText(format, { ...report, patterns: patterns.slice(0, 3) });
    expect(three).not.toMatch(matchMessage('report.morePatterns'));
  });

  it('without a reason have no heading for reasons', () => {
    const silent = renderText(format, { ...report, patterns: [{ ...makePattern(1), because: [] }] });
    expect(silent).toContain('Meaning no 1.');
    expect(silent).not.toContain(messages['report.setOffBy']);
  });
});
