/** Answers that do not count, and evidence that leads nowhere, are found. */
import { describe, expect, it } from 'vitest';
import missingEvidencePath from '#checks/answers/missing-evidence-path.ts';
import notCounted from '#checks/answers/not-counted.ts';
import { toPointer } from '#document/read/fault.ts';
import type { Model } from '#domain/model.ts';
import { plainFacts } from '../../support/checks/check-system.ts';
import { makeAnswers } from '../../support/model/make-answers.ts';
import { makeOneElementModel } from '../../support/model/make-model.ts';

/** A seller and the short set are asked only `a`. */
const model: Model = makeOneElementModel([
  { id: 'p', questions: [{ id: 'a', quick: true, ask: { leader: 'A?', seller: 'A?' } }, { id: 'b' }] },
]);
const context = { model, facts: plainFacts, failingChecks: undefined };

describe('check answers/not-counted', () => {
  it.each<[string, Parameters<typeof makeAnswers>[1], Partial<Model>, string]>([
    ['the role', { role: 'seller' }, {}, 'the question is not asked of the role `seller`.'],
    ['the scope', { scope: 'quick' }, {}, 'the question is not in the short set, and `scope` is `quick`.'],
    ['an overlay', {}, { removed: ['e.p.b'] }, 'the model `test-model` leaves the question out.'],
  ])('says that an answer does not count because of %s', (_, who, changes, why) => {
    const given = { ...model, ...changes, practices: changes.removed ? [] : model.practices };
    const { subjects, failures } = notCounted.run(makeAnswers({ 'e.p.a': 1, 'e.p.b': 2 }, who), {
      ...context,
      model: given,
    });
    expect(subjects).toBe(2);
    expect(failures.map(({ path, message }) => `${path.join(' ')}: ${message}`)).toEqual([
      `answers e.p.b: The answer to \`e.p.b\` does not count: ${why}`,
    ]);
  });

  it('finds nothing where every answer counts', () => {
    const { subjects, failures } = notCounted.run(makeAnswers({ 'e.p.a': 1, 'e.p.b': 2 }), context);
    expect([subjects, failures]).toEqual([2, []]);
  });
});

describe('check answers/missing-evidence-path', () => {
  it('looks at the references of evidence as at those of a declared system', () => {
    const refs = ['docs/a.md', '../../../etc/passwd', 'gone.md', 'https://a.example/', 'nobody-looked.md'];
    const evidence = refs.map((ref) => ({ kind: 'artifact' as const, what: 'A record', ref }));
    const answers = makeAnswers({ 'e.p.a': { level: 1, evidence } });
    const states = ['there', 'outside', 'missing', 'address'] as const;
    const paths = new Map(states.map((state, index) => [refs[index] ?? '', state]));
    const { subjects, failures } = missingEvidencePath.run(answers, {
      ...context,
      facts: { ...plainFacts, paths },
    });
    expect(subjects).toBe(4);
    expect(failures.map(({ path, message }) => `${toPointer(path)} ${message}`)).toEqual([
      '/answers/e.p.a/evidence/1/ref `../../../etc/passwd` is outside the repository, where colleagues and the build cannot find it.',
      '/answers/e.p.a/evidence/2/ref `gone.md` does not exist, so anyone who follows it finds nothing.',
    ]);
  });
});
