import type { Finding } from '#domain/types/report.ts';
import { checkWording } from './wording.ts';
import { type Draft, type Spot, putBeneath, makeFaultAt } from './draft.ts';
import { orderFindings } from '#document/read/read-document.ts';

/** Whether a file itself gives what stands at a path: an overlay gives only parts of a question. */
function isGiven({ part, path }: Spot): boolean {
  let node: unknown = part.value;
  for (const key of path) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, key)) return false;
    node = (node as Record<string | number, unknown>)[key];
  }
  return true;
}

/**
 * What is wrong with the words of a model that can be loaded: only of what its own files give, because what
 * it extends was checked before. Ordered by position.
 */
export function lintModel(draft: Draft): readonly Finding[] {
  return orderFindings(
    draft.questions.flatMap(({ value, spot }) =>
      spot === undefined
        ? []
        : checkWording(value, draft.identity.language)
            .filter(({ path }) => isGiven(putBeneath(spot, ...path)))
            .map(({ path, message, fix }) => makeFaultAt(putBeneath(spot, ...path), message, fix)),
    ),
  );
}
