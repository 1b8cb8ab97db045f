import { findPlaceholders } from '#domain/messages.ts';
import type { Checker } from './model-checker.ts';
import type { Draft } from '#document/model/draft.ts';
import { suggest } from '#document/schema/suggest.ts';

/**
 * Checks that the tool has a message for every key, and that both have the same placeholders.
 *
 * @param known the messages of the tool; undefined if these files define them
 */
export function checkMessages(
  draft: Draft,
  known: Readonly<Record<string, string>> | undefined,
  checker: Checker,
): void {
  if (known === undefined) return;
  const keys = Object.keys(known);
  for (const [key, { value, spot }] of draft.messages) {
    const original = known[key];
    if (original === undefined) {
      const suggestFix = (): string => {
        const near = suggest(key, keys);
        return near === undefined ? 'Remove it.' : `Did you mean \`${near}\`?`;
      };
      checker.addFault(spot, [], `There is no message \`${key}\`.`, suggestFix, 'key');
      continue;
    }
    const given = findPlaceholders(value);
    const wanted = findPlaceholders(original);
    const strange = [...given].filter((place) => !wanted.has(place));
    const missing = [...wanted].filter((place) => !given.has(place));
    if (strange.length > 0) {
      checker.addFault(
        spot,
        [],
        `${strange.map((place) => `\`{${place}}\``).join(', ')} is not a placeholder of this message.`,
        wanted.size === 0 ? 'Remove it.' : `Use ${[...wanted].map((place) => `\`{${place}}\``).join(', ')}.`,
      );
    }
    if (missing.length > 0) {
      checker.addFault(
        spot,
        [],
        `${missing.map((place) => `\`{${place}}\``).join(', ')} is missing.`,
        'Add it where the tool should insert the value.',
      );
    }
  }
}
