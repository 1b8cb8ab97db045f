/** Generates the text of answers, valid and broken. */
import fc from 'fast-check';
import { writeYaml } from '#document/edit/write.ts';
import { type Model, listQuestions } from '#domain/model.ts';

const date = fc.constantFrom(
  '2026-11-20',
  '2026-11-23',
  '2025-01-31',
  '2026-12-24',
  '2062-11-11',
  '9999-12-31',
);
const evidence = fc.record(
  {
    kind: fc.constantFrom('declaration', 'affirmation', 'artifact'),
    what: fc.constant('A record'),
    date,
  },
  { requiredKeys: ['kind', 'what'] },
);

/** An answer to any question, or what no question takes. */
const answer = fc.oneof(
  { weight: 12, arbitrary: fc.record({ level: fc.integer({ min: 0, max: 4 }) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      level: fc.integer({ min: 0, max: 4 }),
      evidence: fc.array(evidence, { maxLength: 3 }),
      answeredOn: date,
    }),
  },
  { weight: 3, arbitrary: fc.constant({ unknown: true }) },
);

/** Ways to break a document; some of them leave it valid. */
const breaks: readonly ((text: string, at: number) => string)[] = [
  (text, at) => text.slice(0, at) + text.slice(at + 1),
  (text, at) => `${text.slice(0, at)}: ${text.slice(at)}`,
  (text, at) => `${text.slice(0, at)}\n${text.slice(at)}`,
  (text) => text.replace(/level: \d/, 'level: 5'),
  (text) => text.replace(/level: \d/, 'notApplicable: out-of-scope'),
  (text) => text.replace('stated-purpose.heard', 'stated-purpose.herd'),
  (text) => text.replace('kind: answers', 'kind: answer'),
  (text) => text.replace('2026-11-20', '2026-11-31'),
  (text) => text.replace('1.0.0', '7.0.0'),
];

/** Makes generators of answers to a model: valid ones, and ones that something was done to. */
export function makeGenerators(model: Model): {
  readonly valid: fc.Arbitrary<string>;
  readonly broken: fc.Arbitrary<string>;
} {
  const questions = listQuestions(model);
  /** Answers to some questions, "does not apply" where the model allows it. */
  const given = fc
    .array(fc.option(answer, { freq: 8 }), { minLength: questions.length, maxLength: questions.length })
    .chain((answers) =>
      fc.array(fc.boolean(), { minLength: questions.length, maxLength: questions.length }).map((flags) =>
        Object.fromEntries(
          questions.flatMap(({ id, notApplicableReasons: [reason] }, index): [string, unknown][] => {
            if (reason !== undefined && flags[index] === true)
              return [[id, { notApplicable: reason, note: 'Not here.' }]];
            const own = answers[index] ?? null;
            return own === null ? [] : [[id, own]];
          }),
        ),
      ),
    );

  const valid = fc
    .record({
      answers: given,
      role: fc.constantFrom('leader', 'manager', 'seller'),
      scope: fc.constantFrom('quick', 'full'),
    })
    .map(({ answers, role, scope }) =>
      writeYaml({
        kind: 'answers',
        schemaVersion: 1,
        model: { id: model.id, version: model.version },
        organization: { name: 'Fernlake Pumps' },
        respondent: { role },
        scope,
        startedOn: '2026-11-20',
        answers,
      }),
    );

  const broken = fc
    .tuple(valid, fc.constantFrom(...breaks), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([text, damage, at]) => damage(text, Math.floor(at * text.length)));
  return { valid, broken };
}
