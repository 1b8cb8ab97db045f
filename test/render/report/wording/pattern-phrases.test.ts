import { describe, expect, it } from 'vitest';
import { findQuestions } from '#domain/answers/not-known.ts';
import { formatMessage } from '#domain/messages.ts';
import type { Pattern, PatternReason, ReportDocument } from '#domain/types/report.ts';
import {
  choosePatterns,
  describeBalance,
  describePatternReason,
  listPatternReasons,
} from '#render/report/wording/pattern-phrases.ts';
import { readExampleReport, reportContext } from '../../../support/report/report-context.ts';

const { messages } = reportContext;
const report = readExampleReport('harbor-instruments');

const element = report.elements.find(({ blocks }) => blocks.length > 0);
const block = element?.blocks[0];
const found = findQuestions(report).find(({ question }) => question.label !== null);
if (element === undefined || block === undefined || found === undefined)
  throw new Error('The example has no block or no answer.');
const { question, practice } = found;

/** The report with these scores, so that each is told from the others. */
const scored: ReportDocument = {
  ...report,
  elements: report.elements.map((each) => ({
    ...each,
    score: each.id === element.id ? 31.4 : each.score,
    blocks: each.blocks.map((part) => ({ ...part, score: part.id === block.id ? 52.5 : null })),
    practices: each.practices.map((part) => (part.id === practice.id ? { ...part, score: 73 } : part)),
  })),
};
const unknownBlock = element.blocks.find(({ id }) => id !== block.id);

/** Returns the names of the elements at a position, as a sentence lists two. */
function nameElements(position: 'middle' | 'bookend'): string {
  const [first = '', last = '', ...others] = report.elements
    .filter((each) => each.position === position)
    .map(({ name }) => name);
  expect(others).toEqual([]);
  return formatMessage(messages, 'report.and', { names: first, last });
}

const middle = nameElements('middle');
const bookends = nameElements('bookend');
const leads = (ahead: string, points: string, behind: string): string =>
  formatMessage(messages, 'report.balanceAhead', { ahead, points, behind });
const scores = (name: string, score: string): string =>
  formatMessage(messages, 'report.becauseScore', { name, score });

describe('the reason for a pattern', () => {
  const answer = { practice: practice.name, ask: question.ask };
  const south = { level: 1, where: 'South' };

  it.each<[string, PatternReason, string]>([
    ['the score of an element', { id: element.id, level: 1.3 }, scores(element.name, '31')],
    ['the score of a block', { id: `${element.id}.${block.id}`, level: 2.1 }, scores(block.name, '53')],
    [
      'an unknown score',
      { id: `${element.id}.${unknownBlock?.id}`, level: 0 },
      scores(unknownBlock?.name ?? '?', messages['report.unknownScore']),
    ],
    ['the score of a practice', { id: practice.id, level: 2.9 }, scores(practice.name, '73')],
    [
      'an answer, by its label',
      { id: question.id, level: question.level ?? 0 },
      formatMessage(messages, 'report.becauseAnswer', { ...answer, label: question.label ?? '?' }),
    ],
    [
      'the lowest place of an answer',
      { id: question.id, ...south },
      formatMessage(messages, 'report.becauseLowest', { practice: practice.name, ...south }),
    ],
    [
      'a check that fails',
      { id: 'a/check', fails: true },
      formatMessage(messages, 'report.checkFails', { check: 'a/check' }),
    ],
    [
      'a check that passes',
      { id: 'a/check', fails: false },
      formatMessage(messages, 'report.checkPasses', { check: 'a/check' }),
    ],
    ['a balance with the middle ahead', { id: 'balance', level: 1.8 }, leads(middle, '45', bookends)],
    ['a balance with the bookends ahead', { id: 'balance', level: -2 }, leads(bookends, '50', middle)],
    [
      'an even balance',
      { id: 'balance', level: 0 },
      formatMessage(messages, 'report.balanceEven', { middle, bookends }),
    ],
    ['a balance that is not known', { id: 'balance' }, messages['report.balanceUnknown']],
    [
      'an answer that is not in the report',
      { id: 'gone.gone.gone', level: 2 },
      formatMessage(messages, 'report.becauseAnswer', {
        practice: 'gone.gone.gone',
        ask: 'gone.gone.gone',
        label: '2',
      }),
    ],
  ])('names %s', (_name, reason, sentence) => {
    expect(describePatternReason(reason, scored, messages)).toBe(sentence);
    expect(sentence).not.toMatch(/\{\w+\}|[≥≤<>=]/);
  });

  it('is said once, even if a pattern rests on it twice', () => {
    const because = [
      { id: question.id, ...south },
      { id: 'a/check', fails: true },
      { id: question.id, ...south },
    ];
    const pattern: Pattern = { id: 'x', name: 'X', means: 'M', because };
    expect(listPatternReasons(pattern, report, messages)).toEqual(
      because
        .slice(0, 2)
        .map((reason) => ({ id: reason.id, text: describePatternReason(reason, report, messages) })),
    );
  });
});

describe('the balance', () => {
  it.each([
    ['a difference below a point has one decimal', 0.01, leads(middle, '0.3', bookends)],
    ['a difference that rounds to nothing is even', -0.001, undefined],
  ])('%s', (_name, balance, sentence) => {
    expect(describeBalance(balance, report, messages)).toBe(
      sentence ?? formatMessage(messages, 'report.balanceEven', { middle, bookends }),
    );
  });

  it('names one, two and three elements', () => {
    const [first, second, third] = report.elements.map((each) => ({
      ...each,
      position: 'middle' as const,
    }));
    if (!first || !second || !third) throw new Error('The example has too few elements.');
    const describeMiddle = (...elements: ReportDocument['elements']): string =>
      describeBalance(1, { ...report, elements }, messages);
    const { name } = first;
    const list = (names: string, last: string): string =>
      formatMessage(messages, 'report.and', { names, last });
    expect(describeMiddle(first)).toBe(leads(name, '25', ''));
    expect(describeMiddle(first, second)).toBe(leads(list(name, second.name), '25', ''));
    expect(describeMiddle(first, second, third)).toBe(
      leads(list(`${name}, ${second.name}`, third.name), '25', ''),
    );
  });
});

describe('the patterns to show', () => {
  const named = (count: number): Pattern[] =>
    Array.from({ length: count }, (_, index) => ({
      id: `p${index}`,
      name: `P${index}`,
      because: [],
      means: '',
    }));

  it.each([
    [0, undefined],
    [3, undefined],
    [4, 'P3'],
    [6, 'P3, P4, P5'],
  ])('of %i are three at most, and the names of the others', (count, names) => {
    const patterns = named(count);
    const { shown, rest } = choosePatterns({ ...report, patterns }, messages);
    expect(shown).toEqual(patterns.slice(0, 3));
    expect(rest).toBe(
      names === undefined ? undefined : formatMessage(messages, 'report.morePatterns', { names }),
    );
  });
});
