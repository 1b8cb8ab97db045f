import type { Finding } from '#domain/types/report.ts';
import { checkWording } from '#domain/wording.ts';
import { type Draft, beneath, faultAt } from './model-draft.ts';
import { orderFindings } from './read.ts';

/**
 * What is wrong with the words of a model that can be loaded: only of what its own files give, because what
 * it extends was checked before. Ordered by position.
 */
export function lintModel(draft: Draft): readonly Finding[] {
  return orderFindings(
    draft.questions.flatMap(({ value, spot }) =>
      spot === undefined
        ? []
        : checkWording(value, draft.identity.language).map(({ path, message, fix }) =>
            faultAt(beneath(spot, ...path), message, fix),
          ),
    ),
  );
}
