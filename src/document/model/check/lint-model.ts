import { type Model, getPrimaryLanguage } from '#domain/model.ts';
import type { Finding } from '#domain/types/report.ts';
import { checkWording } from '#document/model/wording.ts';
import { findCollisions } from './collisions.ts';
import { findUndefinedWords, findUnusedTerms } from './lint-terms.ts';
import { type Draft, type Spot, putBeneath, makeFaultAt } from '#document/model/draft.ts';
import { orderFindings } from '#document/read/read-document.ts';

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
  return orderFindings([
    ...draft.questions.flatMap(({ value, spot }) =>
      spot === undefined
        ? []
        : [...checkWording(value, rules, draft.scale.windows), ...findUndefinedWords(value, draft, rules)]
            .filter(({ path }) => isGiven(putBeneath(spot, ...path)))
            .map(({ path, message, fix }) => makeFaultAt(putBeneath(spot, ...path), message, fix)),
    ),
    ...findUnusedTerms(draft),
    ...findCollisions(draft),
  ]);
}
