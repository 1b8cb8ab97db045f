import { getBlockKey } from '#domain/scoring/roll-up.ts';
import { isSatisfiable, findReferencedIds } from '#domain/plan/conditions.ts';
import type { Checker } from './model-checker.ts';
import { type Draft, type Placed, listIds } from '#document/model/draft.ts';

/** Checks that a question or pattern covers only known claims. */
export function checkCovers(
  claims: ReadonlySet<number>,
  { value, spot }: Placed<{ id: string; covers?: number[] }>,
  checker: Checker,
): void {
  (value.covers ?? []).forEach((id, index) => {
    if (!claims.has(id))
      checker.addFault(
        spot,
        ['covers', index],
        `There is no claim ${id}.`,
        'Name a claim of the list, or remove the number.',
      );
  });
}

/** Checks that every pattern refers only to known ids, and that some answers trigger it. */
export function checkPatterns(draft: Draft, checker: Checker): void {
  const questions = listIds(draft.questions);
  const practices = listIds(draft.practices);
  const sources = listIds(draft.sources);
  const claims = listIds(draft.claims);
  const values = new Set([
    'balance',
    ...draft.elements.flatMap(({ value }) => [
      value.id,
      ...value.blocks.map(({ id }) => getBlockKey(value.id, id)),
    ]),
    ...practices,
    ...questions,
  ]);
  checker.checkUnique(draft.patterns, 'pattern');
  for (const entry of draft.patterns) {
    const { value, spot } = entry;
    for (const { kind, id, path } of findReferencedIds(value.when)) {
      const place = ['when', ...path];
      if (kind === 'value' && !values.has(id)) checker.addDangling(entry, place, 'value', id, values);
      if (kind === 'question' && !questions.has(id))
        checker.addDangling(entry, place, 'question', id, questions);
    }
    if (!isSatisfiable(value.when)) {
      checker.addFault(
        spot,
        ['when'],
        `No answers can trigger the pattern \`${value.id}\`.`,
        'Correct its condition: a value has 0 to 4 levels, balance -4 to 4.',
        'key',
      );
    }
    value.practices.forEach((id, index) => {
      if (!practices.has(id)) checker.addDangling(entry, ['practices', index], 'practice', id, practices);
    });
    (value.sources ?? []).forEach((id, index) => {
      if (!sources.has(id)) checker.addDangling(entry, ['sources', index], 'source', id, sources);
    });
    checkCovers(claims, entry, checker);
  }
}

/** Checks that readings have ids of their own, and that some answers meet the limits of each. */
export function checkReadings(draft: Draft, checker: Checker): void {
  checker.checkUnique(draft.readings, 'reading');
  for (const { value, spot } of draft.readings) {
    if (Object.keys(value.when).length === 0) {
      const message = `The reading \`${value.id}\` has no limits, so it would hold for every question.`;
      checker.addFault(spot, ['when'], message, 'Add a limit, such as `gap: {atLeast: 1.5}`.', 'key');
    }
    for (const [key, { atLeast = -4, atMost = 4 }] of Object.entries(value.when)) {
      const lowest = key === 'gap' ? -4 : 0;
      if (Math.max(atLeast, lowest) <= atMost) continue;
      checker.addFault(
        spot,
        ['when', key],
        `No answers can meet the limits of \`${key}\` in the reading \`${value.id}\`.`,
        'Correct them: a median and a difference of units have 0 to 4 levels, a gap -4 to 4.',
        'key',
      );
    }
  }
}
