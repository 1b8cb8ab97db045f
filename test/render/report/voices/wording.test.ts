/** Longer than 200 lines: a table of cases for each sentence. */
import { describe, expect, it } from 'vitest';
import type { Perception, QuestionVoices, ReportDocument, VoiceCell, Voices } from '#domain/types/report.ts';
import {
  describeAgreement,
  describeCounts,
  describeGap,
  describeGroup,
  formatDistance,
  labelGap,
  listGroups,
  listLowest,
  nameAuthor,
} from '#render/report/voices/answers.ts';
import { listLeftOut } from '#render/report/voices/left-out.ts';
import {
  countPeople,
  describeAgreed,
  describeWhoAnswered,
  listPeople,
  nameGroup,
} from '#render/report/voices/people.ts';
import { formatGap, sortByGap, writePerceptionTitle } from '#render/report/voices/perception.ts';
import { describeSpread, listSpreads } from '#render/report/voices/spread.ts';
import { readExampleReport, reportContext } from '../../../support/report/report-context.ts';

const { messages } = reportContext;
const report = readExampleReport('sablewick-filtration');
const { voices } = report;
if (voices === undefined) throw new Error('The example has one respondent.');

/** A cell with a number of answers per level. */
function makeCell(
  levels: readonly number[],
  median: number | null,
  rest: Partial<VoiceCell> = {},
): VoiceCell {
  const counts = { levels: [...levels], unknown: 0, notApplicable: 0, open: 0 };
  return { count: levels.reduce((sum, each) => sum + each, 0), median, counts, agreement: null, ...rest };
}

/** A question with what the roles answered. */
const makeQuestion = (rest: Partial<QuestionVoices>): QuestionVoices => ({
  id: 'a.b.c',
  kind: 'felt',
  governs: 'sellers',
  because: 'Because.',
  byRole: {},
  byUnit: [],
  gap: null,
  gapReading: null,
  spread: null,
  ...rest,
});

const respondents = (...roles: readonly Voices['respondents'][number]['role'][]): Voices => ({
  ...voices,
  respondents: roles.map((role, index) => ({ id: `${role}-${index}`, role })),
});

describe('who answered', () => {
  it.each([
    [['leader'], 'One leader answered.'],
    [['seller', 'leader', 'seller'], 'One leader and two sellers answered.'],
    [
      ['customer', 'enablement', 'manager', 'manager', 'manager'],
      'Three managers, one person in enablement and one customer answered.',
    ],
    [Array.from({ length: 13 }, () => 'seller' as const), '13 sellers answered.'],
  ] as const)('%j: %s', (roles, sentence) => {
    expect(describeWhoAnswered(respondents(...roles), messages)).toBe(sentence);
  });

  it('is the sentence of the example', () => {
    expect(describeWhoAnswered(voices, messages)).toBe(
      'One leader, three managers, eight sellers and two customers answered.',
    );
  });

  it('counts people of each role', () => {
    const counts = (['leader', 'manager', 'seller', 'enablement', 'customer'] as const).map((role) =>
      [1, 12].map((count) => countPeople(role, count, messages)),
    );
    expect(counts).toEqual([
      ['one leader', 'twelve leaders'],
      ['one manager', 'twelve managers'],
      ['one seller', 'twelve sellers'],
      ['one person in enablement', 'twelve people in enablement'],
      ['one customer', 'twelve customers'],
    ]);
  });

  it('lists them by role and unit, without names of sellers', () => {
    expect(listPeople(voices, messages).slice(0, 6)).toEqual([
      { role: 'Leader', unit: '', count: 1, names: ['Helena Marsh'] },
      { role: 'Manager', unit: 'Export', count: 1, names: ['Tobias Lindal'] },
      { role: 'Manager', unit: 'North', count: 1, names: ['Marek Olthof'] },
      { role: 'Manager', unit: 'South', count: 1, names: ['Ines Caldera'] },
      { role: 'Sellers', unit: 'Export', count: 2, names: [] },
      { role: 'Sellers', unit: 'North', count: 3, names: [] },
    ]);
  });

  it.each([
    [{ role: 'leader', count: 1 }, 'Leader'],
    [{ role: 'manager', count: 1, units: ['North'] }, 'Manager in North'],
    [{ role: 'seller', count: 8, units: ['Export', 'North', 'South'] }, 'Sellers in Export, North and South'],
    [{ role: 'seller', count: 8, units: ['Export'], withoutUnit: true }, 'Sellers in Export and no unit'],
  ] as const)('names the group %j: %s', (group, name) => {
    expect(nameGroup(group, messages)).toBe(name);
  });

  it('says when the team agreed', () => {
    expect(describeAgreed(voices, messages)).toBeUndefined();
    expect(describeAgreed({ ...voices, agreed: { on: '2026-11-20', voices: 14 } }, messages)).toBe(
      'On November 20, 2026, the team agreed on answers after 14 people had answered. Those take precedence over individual answers.',
    );
  });
});

describe('what a group answered', () => {
  it.each([
    [makeCell([0, 2, 1, 0, 0], 1), '2 at level 1, 1 at level 2'],
    [
      {
        ...makeCell([1, 0, 0, 0, 0], 0),
        counts: { levels: [1, 0, 0, 0, 0], unknown: 2, notApplicable: 1, open: 3 },
      },
      '1 at level 0, don’t know: 2, does not apply: 1, no answer: 3',
    ],
    [
      { count: 8, median: 3, agreement: null },
      'counts left out, because all of them, or all but one, gave the same answer',
    ],
  ] as [VoiceCell, string][])('%#: %s', (cell, text) => {
    expect(describeCounts(cell, messages)).toBe(text);
  });

  it.each([
    [{ reading: 'agree', deviation: 0.333_333, rwg: null }, false, 'nearly the same answer'],
    [{ reading: 'vary', deviation: 0.7, rwg: 0.714_286 }, false, 'answers differ a little'],
    [
      { reading: 'split', deviation: 1.25, rwg: 0 },
      true,
      'split, so no single answer speaks for the group (average deviation 1.25, agreement index 0)',
    ],
    [{ reading: 'agree', deviation: null, rwg: null }, true, 'nearly the same answer'],
  ] as const)('reads the agreement %j', (agreement, isTechnical, text) => {
    expect(describeAgreement(agreement, messages, isTechnical)).toBe(text);
  });

  it('lists roles, then their units, and leaves out sellers that are too few', () => {
    const question = makeQuestion({
      byRole: { leader: makeCell([0, 0, 0, 1, 0], 3), manager: makeCell([1, 1, 0, 0, 0], 0.5), seller: null },
      byUnit: [
        { role: 'manager', units: ['North'], answers: makeCell([1, 0, 0, 0, 0], 0) },
        { role: 'manager', units: ['South'], answers: makeCell([0, 1, 0, 0, 0], 1) },
      ],
    });
    const rows = listGroups(question, voices, messages);
    expect(rows.map((row) => `${row.name}: ${describeGroup(row, messages, false)}`)).toEqual([
      'Leader: 1 at level 3',
      'Managers: 1 at level 0, 1 at level 1; median 0.5',
      'Manager in North: 1 at level 0',
      'Manager in South: 1 at level 1',
      'Sellers: fewer than 5, so left out',
    ]);
    expect(rows.map(({ isUnit }) => isUnit)).toEqual([false, false, true, true, false]);
  });

  it('names places and authors', () => {
    const lowest = [
      { role: 'leader', level: 1, where: 'Export' },
      { role: 'manager', unit: 'North', level: 0, where: 'the depot' },
    ] as const;
    expect(listLowest(makeQuestion({ lowest: [...lowest] }), messages)).toEqual([
      'Leader: level 1 in Export',
      'Manager in North: level 0 in the depot',
    ]);
    expect(nameAuthor({ role: 'manager', unit: 'North', name: 'Marek Olthof', note: 'x' }, messages)).toBe(
      'Manager in North, Marek Olthof',
    );
  });
});

describe('a gap', () => {
  it.each([
    [3, 3, 'agree', 'They agree', 'Leader at level 3, sellers at 3: they agree.'],
    [3, 2, 'talk', 'Talk about it', 'Leader at level 3, sellers at 2: talk about the difference.'],
    [
      1,
      2.5,
      'disputed',
      'Read both answers',
      'Leader at level 1, sellers at 2.5: too far apart for a single answer, so read both.',
    ],
  ] as const)('of leader %d and sellers %d: %s', (leader, sellers, gapReading, label, sentence) => {
    const question = makeQuestion({
      byRole: { leader: makeCell([], leader), seller: makeCell([], sellers) },
      gap: leader - sellers,
      gapReading,
    });
    expect(labelGap(question, messages)).toBe(label);
    expect(describeGap(question, messages)).toBe(sentence);
  });

  it('is not read without one side', () => {
    const question = makeQuestion({ byRole: { leader: makeCell([], 3), seller: null } });
    expect([labelGap(question, messages), describeGap(question, messages)]).toEqual(['', undefined]);
  });

  it.each([
    [56.25, '+56'],
    [-50, '−50'],
    [-0.2, '0'],
    [0, '0'],
    [null, '–'],
  ])('of %d points is written %s', (gap, text) => {
    expect(formatGap(gap, messages)).toBe(text);
  });

  it.each([
    [1, '1 level'],
    [-1.5, '1.5 levels'],
    [0, '0 levels'],
  ])('of %d levels is written %s', (levels, text) => {
    expect(formatDistance(levels, messages)).toBe(text);
  });
});

describe('the chart', () => {
  const row = (id: string, leader: number | null, managers: number | null, sellers: number): Perception => ({
    id,
    leader,
    managers,
    sellers,
    gap: leader === null ? null : leader - sellers,
  });
  const rows = [
    row('insight', 50, 50, 50),
    row('stated-purpose', 25, 25, 75),
    row('designed-practice', 75, 75, 25),
  ];
  /** The example with these rows and readings of its questions, and without a surprise between leader and sellers. */
  const change = (
    practices: readonly Perception[],
    gapReading: QuestionVoices['gapReading'],
  ): ReportDocument => {
    const { surprise: _surprise, ...summary } = report.summary;
    return {
      ...report,
      summary,
      voices: { ...voices, practices: [...practices], questions: [makeQuestion({ gapReading })] },
    };
  };
  const title = (changed: ReportDocument): string =>
    writePerceptionTitle(changed, changed.voices ?? voices, messages);

  it('has the largest gap first, whichever side is higher', () => {
    expect(sortByGap(rows).map(({ id }) => id)).toEqual(['designed-practice', 'stated-purpose', 'insight']);
    expect(
      sortByGap([row('insight', null, 60, 20), row('diagnosis', null, 10, 60)]).map(({ id }) => id),
    ).toEqual(['diagnosis', 'insight']);
  });

  it('has a title that is its message', () => {
    expect(title(report)).toBe('Coaching cadence: the leader sees it at 75, sellers at 19');
    expect(title(change(rows, 'disputed'))).toBe('Rehearsal: the leader sees it at 75, sellers at 25');
    expect(title(change(rows, 'agree'))).toBe(
      'The leader and the sellers see every practice much the same way',
    );
    expect(title(change([row('insight', null, 60, 20)], null))).toBe(
      'Insight and reframing: managers see it at 60, sellers at 20',
    );
    expect(title(change([], null))).toBe('Too few sellers answered to compare them with their leaders');
  });

  it('takes the practice of the surprise, though another gap is larger', () => {
    const changed = change([row('stated-purpose', 0, 0, 90), row('insight', 75, 75, 30)], 'disputed');
    const surprise = { question: 'x', against: 'sellers', practice: 'insight', sentence: 'x' } as const;
    expect(title({ ...changed, summary: { ...changed.summary, surprise } })).toBe(
      'Insight and reframing: the leader sees it at 75, sellers at 30',
    );
  });
});

describe('the units', () => {
  const unit = (
    role: 'manager' | 'seller',
    name: string,
    median: number,
  ): QuestionVoices['byUnit'][number] => ({
    role,
    units: [name],
    answers: makeCell([], median),
  });

  it('are sorted by median, and questions by distance, from 1.5 levels', () => {
    const questions = [
      makeQuestion({ id: 'near', spread: 1, byUnit: [unit('manager', 'A', 1), unit('manager', 'B', 2)] }),
      makeQuestion({ id: 'far', spread: 2, byUnit: [unit('manager', 'A', 1), unit('manager', 'B', 3)] }),
      makeQuestion({
        id: 'sellers',
        spread: 3,
        byUnit: [unit('manager', 'A', 1), unit('seller', 'A', 0), unit('seller', 'B', 3)],
      }),
    ];
    const found = listSpreads({ ...voices, questions }, messages);
    expect(found).toEqual([
      { id: 'sellers', role: 'seller', spread: 3, units: 'B\u00A03, A\u00A00' },
      { id: 'far', role: 'manager', spread: 2, units: 'B\u00A03, A\u00A01' },
    ]);
    expect(describeSpread(found, messages)).toContain('sellers’ answers');
    expect(describeSpread(found.slice(1), messages)).toContain('managers’ answers');
  });

  it('are the highest and the lowest of many', () => {
    const byUnit = Array.from({ length: 9 }, (_, index) => unit('manager', `U${index}`, index / 4));
    const [found] = listSpreads({ ...voices, questions: [makeQuestion({ spread: 2, byUnit })] }, messages);
    expect(found?.units).toBe(
      'U8\u00A02, U7\u00A01.75, U6\u00A01.5, …, U2\u00A00.5, U1\u00A00.25, U0\u00A00',
    );
  });
});

describe('what is left out', () => {
  it('is the rule, names, and each thing that it hides', () => {
    expect(listLeftOut(voices, messages)).toEqual([
      { text: expect.stringMatching(/in groups of 5 or more/), questions: [] },
      { text: 'Names and notes of sellers are left out.', questions: [] },
      { text: expect.stringMatching(/^Sellers in Export, North and South appear only/), questions: [] },
      {
        text: expect.stringMatching(/gave the same answer: 1\./),
        questions: ['process.shared-stages.stage-agreement'],
      },
    ]);
  });

  it('says that names are shown, and counts all questions where none are named', () => {
    const [, names, few] = listLeftOut(
      { ...voices, minGroup: 3, withNames: true, suppressed: [{ reason: 'few-sellers' }] },
      messages,
    );
    expect(names?.text).toBe('This report includes names and notes of sellers.');
    expect(few?.text).toBe(
      `Questions asked of fewer than 3 sellers: ${voices.questions.length}. Their answers are left out.`,
    );
  });
});
