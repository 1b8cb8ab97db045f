/** Longer than 200 lines: every part of one report, with the assessment that it is built from. */
import { describe, expect, it } from 'vitest';
import validate from '#document/schema/validators/report.js';
import { assess } from '#domain/scoring/assess.ts';
import type { Model } from '#domain/model.ts';
import { settle } from '#domain/scoring/numbers.ts';
import { buildReport } from '#domain/report/report.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import type { CheckOutcome } from '#domain/scoring/declared-lens.ts';
import {
  type Circumstances,
  type Short,
  makeFreshEvidence,
  makeAnswers,
  makeProvenAnswer,
  today,
} from '../../support/model/make-answers.ts';
import { makeModel } from '../../support/model/make-model.ts';

const digest = `sha256:${'1'.repeat(64)}`;

const model = makeModel([
  {
    id: 'philosophy',
    practices: [
      { id: 'p', questions: 3 },
      { id: 'q', dependsOn: ['p'] },
    ],
  },
  { id: 'process', practices: [{ id: 'r', questions: [{ id: 'q1', quick: true }, { id: 'q2' }] }] },
  {
    id: 'method',
    practices: [
      { id: 's', questions: 3 },
      { id: 'empty', questions: 0 },
    ],
  },
  {
    id: 'execution',
    blocks: [
      { id: 'measurement', practices: [{ id: 't', questions: 3 }] },
      { id: 'practice', practices: [{ id: 'u', weight: 2 }, { id: 'v' }] },
    ],
  },
]);

/** Answers that trigger every part of a report at least once. */
const rich: Record<string, Short> = {
  'philosophy.p.q1': 1,
  'philosophy.p.q2': { level: 1, note: 'As heard' },
  'philosophy.p.q3': 0,
  'philosophy.q.q1': 0,
  'process.r.q1': { level: 4, evidence: [makeFreshEvidence('declaration')] },
  'process.r.q2': { notApplicable: 'out-of-scope', note: 'Not ours' },
  'method.s.q1': 4,
  'method.s.q2': 3,
  'method.s.q3': 'unknown',
  'execution.t.q1': 2,
  'execution.t.q2': 2,
  'execution.t.q3': 1,
  'execution.u.q1': makeProvenAnswer(3),
};

function makeReport(
  given: Readonly<Record<string, Short>>,
  extra: Partial<AnswersDocument> = {},
  { outcomes, asOf = today, ...who }: Circumstances = {},
  from: Model = model,
): ReportDocument {
  const answers = { ...makeAnswers(given, who), ...extra };
  return buildReport({
    assessment: assess(from, answers, outcomes, asOf),
    answers,
    sources: [{ kind: 'answers', path: 'answers.yaml', digest, role: answers.respondent.role }],
    findings: [],
    version: '0.1.0',
  });
}

const outcomes: CheckOutcome[] = [
  { check: 'a/b', practice: 'p', severity: 'error', subjects: 3, failing: 1 },
];
const extra = {
  context: { sellers: 42 },
  opening: { first: 'Half', again: 'A third' },
  closing: 'Nothing',
};
const every: [string, ReportDocument][] = [
  ['everything there is', makeReport(rich, extra, { outcomes })],
  ['no evidence', makeReport({ 'philosophy.p.q1': 4 })],
  ['no answer', makeReport({})],
  ['nothing applies', makeReport({ 'method.s.q1': 'na', 'method.s.q2': 'na', 'method.s.q3': 'na' })],
  ['a quick audit', makeReport(rich, {}, { scope: 'quick' })],
  ['a seller, who is asked nothing', makeReport(rich, {}, { role: 'seller' })],
  [
    'all proven',
    makeReport(
      Object.fromEntries(
        model.practices.flatMap(({ questions }) => questions.map(({ id }) => [id, makeProvenAnswer(4)])),
      ),
    ),
  ],
  [
    'a balance that rounds to nothing',
    makeReport({ 'philosophy.p.q1': 1, 'process.r.q1': 1, 'method.s.q1': 1, 'execution.t.q1': 1 }),
  ],
];

/** Yields every number of a document with its path. */
function* findNumbers(
  node: unknown,
  path: (string | number)[] = [],
): Generator<[(string | number)[], number]> {
  if (typeof node === 'number') yield [path, node];
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    yield* findNumbers(value, [...path, Array.isArray(node) ? Number(key) : key]);
  }
}

describe.each(every)('report of %s', (_, report) => {
  it('is valid against its schema', () => {
    validate(report);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('has numbers without floating-point noise, and never -0', () => {
    for (const [path, value] of findNumbers(report)) {
      expect(Object.is(value, settle(value)) ? [] : [path, value]).toEqual([]);
    }
  });

  it('always has the four elements in sequence', () => {
    expect(report.elements.map(({ id }) => id)).toEqual(['philosophy', 'process', 'method', 'execution']);
    expect(report.summary.of).toBe(4);
  });

  it('numbers gaps as the plan does, and plans at most three things now and next', () => {
    const { now, next, later } = report.plan;
    const planned = [...now, ...next, ...later];
    const closing = planned.flatMap(({ move, practice }, index) =>
      move === 'close' ? [[practice, index + 1]] : [],
    );
    expect(report.gaps.map(({ practice, rank }) => [practice, rank])).toEqual(closing);
    expect(report.plan.now.length).toBeLessThanOrEqual(3);
    expect(report.plan.next.length).toBeLessThanOrEqual(3);
  });
});

describe('order of the keys', () => {
  const report = makeReport(rich, extra, { outcomes });
  const [philosophy, process, method, execution] = report.elements;
  const keys = (node: object | undefined): string[] => Object.keys(node ?? {});

  it.each<[string, string[], string]>([
    [
      'report',
      keys(report),
      'kind schemaVersion generator asOf organization model thresholds sources context summary elements patterns gaps plan findings opening closing',
    ],
    ['generator', keys(report.generator), 'name version'],
    ['model', keys(report.model), 'id version language digest'],
    [
      'summary',
      keys(report.summary),
      'sentence surprise inPlace inPlaceShown of scope asked outOf neglected unknown weakest score range coverage shown declared balance guesses claims contradictions provisional',
    ],
    ['range', keys(report.summary.range ?? {}), 'low high'],
    [
      'element',
      keys(philosophy),
      'id name asks position status score range coverage shown declared blocks practices',
    ],
    ['block', keys(execution?.blocks[0]), 'id name score shown declared coverage'],
    ['practice', keys(philosophy?.practices[0]), 'id name block score shown declared coverage questions'],
    [
      'question',
      keys(philosophy?.practices[0]?.questions[0]),
      'id ask state level shownLevel label answer next',
    ],
    [
      'question with evidence',
      keys(process?.practices[0]?.questions[0]),
      'id ask state level shownLevel label answer evidence',
    ],
    [
      'question that does not apply',
      keys(process?.practices[0]?.questions[1]),
      'id ask state level shownLevel label answer note reason',
    ],
    [
      'gap',
      keys(report.gaps[0]),
      'rank element practice score target points priority blockedBy drivers recommendation',
    ],
    ['driver', keys(report.gaps[0]?.drivers[0]), 'question level'],
    [
      'recommendation',
      keys(report.gaps[0]?.recommendation),
      'do owner effort days30 days60 days90 effectAfter evidenceOfDone successMeasure',
    ],
    ['plan', keys(report.plan), 'now next later after roads'],
  ])('%s', (_, actual, expected) => {
    expect(actual).toEqual(expected.split(' '));
  });

  it('leaves out missing answers', () => {
    expect(Object.keys(makeReport({}))).toEqual(
      'kind schemaVersion generator asOf organization model thresholds sources summary elements patterns gaps plan findings'.split(
        ' ',
      ),
    );
  });

  it('has blocks only for Execution, and names them in its practices', () => {
    expect([philosophy, process, method, execution].map((element) => element?.blocks.length)).toEqual([
      0, 0, 0, 2,
    ]);
    expect(execution?.practices.map(({ block }) => block)).toEqual(['measurement', 'practice', 'practice']);
    expect(philosophy?.practices[0]?.block).toBeNull();
  });
});

describe('the content of a report', () => {
  const report = makeReport(rich, extra, { outcomes });

  it('has a summary', () => {
    // said: philosophy (16.67 + 0)/2 = 8.33, process 100, method 87.5, execution (41.67 + 75)/2 = 58.33
    // shown: 0, 50, 0, (0 + 75)/2 = 37.5; open: method.s.q3 and execution.v.q1
    expect(report.summary).toEqual({
      sentence:
        'claimed: Name of process and Name of method; partial: Name of execution; missing: Name of philosophy;',
      surprise: {
        question: 'method.s.q1',
        against: 'shown',
        sentence: 'Ask method.s.q1? method.s.q1 at 4 But nothing is shown.',
      },
      inPlace: 2,
      inPlaceShown: 0,
      of: 4,
      scope: 'full',
      asked: 14,
      outOf: 14,
      neglected: ['philosophy'],
      unknown: [],
      weakest: 'philosophy',
      score: 63.541666667,
      // low: (8.33 + 100 + 58.33 + (41.67 + 50)/2)/4; high: (8.33 + 100 + 91.67 + (41.67 + 83.33)/2)/4
      range: { low: 53.125, high: 65.625 },
      coverage: 0.846153846,
      shown: 21.875,
      declared: 66.666666667,
      // ((100 + 87.5)/2 - (8.33 + 58.33)/2) / 25
      balance: 2.416666667,
      guesses: 0,
      // Claims of level 3 or 4: process.r.q1, method.s.q1, method.s.q2 and those of execution.
      claims: { made: 4, withInstance: 0, proven: 1 },
      contradictions: 0,
      provisional: false,
    });
  });

  it('has the answer to each question', () => {
    const questions = report.elements.flatMap(({ practices }) => practices.flatMap((each) => each.questions));
    const find = (id: string) => questions.find((question) => question.id === id);
    expect(find('philosophy.p.q2')).toEqual({
      id: 'philosophy.p.q2',
      ask: 'Ask philosophy.p.q2?',
      state: 'answered',
      level: 1,
      shownLevel: 0,
      label: 'Label 1',
      answer: 'philosophy.p.q2 at 1',
      next: { level: 2, label: 'Label 2', means: 'philosophy.p.q2 at 2' },
      note: 'As heard',
    });
    expect(find('process.r.q2')).toMatchObject({
      state: 'not-applicable',
      level: null,
      shownLevel: null,
      answer: null,
      note: 'Not ours',
      reason: 'out-of-scope',
    });
    expect(find('method.s.q3')).toMatchObject({ state: 'unknown', level: null });
    expect(find('execution.v.q1')).toMatchObject({ state: 'unanswered', level: null });
  });

  it('lists every gap with its numbers', () => {
    expect(
      report.gaps.map(({ practice, score, points, priority }) => [practice, score, points, priority]),
    ).toEqual([
      // p: (75 - 16.67)/100 x 1.25, and (75 - 16.67) / 2 practices / 4 elements
      ['p', 16.666666667, 7.291666667, 0.729166667],
      // t: (75 - 41.67)/100, and (75 - 41.67) / 2 blocks / 4 elements
      ['t', 41.666666667, 4.166666667, 0.333333333],
      // q needs p, so it is not for now: 0.75 x 1, and 75 / 2 / 4 = 9.375
      ['q', 0, 9.375, 0.75],
    ]);
  });

  it('describes the plan', () => {
    expect(report.plan.now.map(({ move, practice, because }) => [move, practice, because])).toEqual([
      // Moves show whole numbers.
      ['close', 'p', '17 of 75, worth 7'],
      ['close', 't', '42 of 75, worth 4'],
      ['prove', 's', '88 said, 0 shown'],
    ]);
    expect(report.plan.next).toEqual([
      {
        move: 'close',
        element: 'philosophy',
        practice: 'q',
        name: 'Name of q',
        do: 'Raise philosophy.q.q1 from 0 or 1',
        blockedBy: ['p'],
      },
    ]);
    expect(report.plan.now[2]?.attach).toEqual([
      { question: 'method.s.q1', kind: 'artifact', what: 'Record of method.s.q1' },
      { question: 'method.s.q2', kind: 'artifact', what: 'Record of method.s.q2' },
    ]);
  });

  it('says whom to ask about unknowns', () => {
    const [move] = makeReport({}).plan.now;
    expect(move).toMatchObject({ move: 'find-out', element: 'philosophy', practice: null });
    expect(move?.ask?.[0]).toEqual({
      question: 'philosophy.p.q1',
      ask: 'Ask philosophy.p.q1?',
      bestAnsweredBy: 'seller',
    });
  });

  it('has the lowest scored element as the weakest, ties by sequence', () => {
    const given = { 'philosophy.q.q1': 2, 'process.r.q1': 1, 'method.s.q1': 1 };
    expect(makeReport(given).summary.weakest).toBe('process');
    expect(makeReport({}).summary.weakest).toBeNull();
  });

  it('lists unknown elements and gives only the range', () => {
    const { summary } = makeReport({ 'philosophy.p.q1': 4, 'philosophy.p.q2': 4, 'process.r.q1': 0 });
    expect(summary).toMatchObject({
      unknown: ['method', 'execution'],
      neglected: ['process'],
      score: null,
      balance: null,
      provisional: true,
      inPlaceShown: null,
      shown: null,
      declared: null,
    });
    expect(summary.range).not.toBeNull();
  });

  it('counts the asked questions out of all', () => {
    expect(makeReport(rich, {}, { scope: 'quick' }).summary).toMatchObject({
      scope: 'quick',
      asked: 1,
      outOf: 14,
    });
  });

  it('is byte-identical for the same inputs, answered in any order', () => {
    const reversed = Object.fromEntries(Object.entries(rich).toReversed());
    expect(JSON.stringify(makeReport(reversed, extra, { outcomes }))).toBe(JSON.stringify(report));
  });
});
