import { type Model, getPrimaryLanguage } from '#domain/model.ts';
import type { Finding } from '#domain/types/report.ts';
import { makeWordingChecker } from '#document/model/wording.ts';
import { findCollisions } from './collisions.ts';
import { findUnusedTerms, makeUndefinedWordFinder } from './lint-terms.ts';
import { type Draft, type Spot, putBeneath, makeFaultAt } from '#document/model/draft.ts';
import { FaultList } from '#document/read/fault.ts';
import { listFirst } from '#document/read/read-document.ts';

/** Whether a file itself defines the value at a path: an overlay defines only parts of a question. */
function isGiven({ part, path }: Spot): boolean {
  let node: unknown = part.value;
  for (const key of path) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, key)) return false;
    node = (node as Record<string | number, unknown>)[key];
  }
  return true;
}

/**
 * Checks the wording of a model that loads. Checks only what its own files define, because the model that
 * it extends has been checked already. Ordered by position.
 *
 * @param others what to look for in languages that the model says nothing about
 */
export function lintModel(draft: Draft, others: Model['wording'] = {}): readonly Finding[] {
  const language = getPrimaryLanguage(draft.identity.language);
  const rules = draft.wording[language] ?? others[language];
  const faults = new FaultList<Finding>();
  const checkWording = makeWordingChecker(rules, draft.scale.windows);
  const findUndefinedWords = makeUndefinedWordFinder(draft, rules);
  for (const { value, spot } of draft.questions) {
    if (spot === undefined) continue;
    const found = [...checkWording(value), ...findUndefinedWords(value)].filter(({ path }) =>
      isGiven(putBeneath(spot, ...path)),
    );
    for (const { path, message, fix } of found)
      faults.add(() => makeFaultAt(putBeneath(spot, ...path), message, fix));
  }
  for (const finding of findUnusedTerms(draft)) faults.add(() => finding);
  findCollisions(draft, faults);
  return listFirst(faults);
}
