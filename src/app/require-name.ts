import { UsageError } from '#domain/errors.ts';

/** The longest name, in UTF-16 units. */
const longestName = 300;

/** How long a name is, and what it is not: as in the schemas. */
export const nameRule = `1 to ${longestName} characters, not only blanks`;

/** Whether a text can be a name in a document. */
export function isName(text: string): boolean {
  return text.trim() !== '' && text.length <= longestName;
}

/** Throws a UsageError if an option gives a text that cannot be a name. */
export function requireName(flag: string, text: string | undefined): void {
  if (text === undefined || isName(text)) return;
  throw new UsageError(`${flag} takes a name of ${nameRule}.`);
}
