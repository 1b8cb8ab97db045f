/** What the lines of a form in Markdown are. The comment at the end says it, so that changed markup does no harm. */

/** A line of a form. */
export type FormLine =
  | { readonly kind: 'part' }
  /** A question, with the answer and the day that it had before. */
  | { readonly kind: 'question'; readonly id: string; readonly choice: string; readonly on: string }
  /** An answer to choose: what is between its brackets, or undefined without any. */
  | { readonly kind: 'choice'; readonly value: string; readonly mark: string | undefined }
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'text' };

/** The comment at the end of a line. Some programs turn two hyphens into a dash, or write backslashes before signs. */
const ending = /^(.*)\\?<\\?!\s*[-–—]{1,2}\s*([^<>]*?)\s*\\?[-–—]{1,2}\\?>[\s*_]*$/;

/** The brackets at the beginning of an answer, or the box that a program made of them. */
const box = /^[\s*_+•·–—-]*(?:\\?\[(?<mark>[^[\]\\]*)\\?\]|(?<sign>[☐□☑☒✅✓✔]))/;

/** Values of answers. */
const choiceValue = /^(?:[0-4]|unknown|not-applicable:\S+)$/;

/** Returns what marks an answer: nothing for an empty box. */
function readMark(text: string): string | undefined {
  const { mark, sign } = box.exec(text)?.groups ?? {};
  const found = mark ?? sign;
  return found?.replaceAll(/[\s*_☐□\u200b]/g, '');
}

/** Tells whether what is between the brackets chooses the answer. */
export function isChosen(mark: string): boolean {
  // The Cyrillic letter and the sign of multiplication look like an x.
  return /^[x\u0445×✓✔☑☒✅]$/iu.test(mark);
}

/**
 * Tells what a line is.
 *
 * @param ids of the questions of the form
 */
export function classifyLine(line: string, ids: ReadonlySet<string>): FormLine {
  const [, text = '', comment] = ending.exec(line) ?? [];
  if (comment === undefined) return { kind: 'text' };
  const [name = '', choice = '', on = ''] = comment.replaceAll('\\', '').split(/\s+/);
  if (name === 'part') return { kind: 'part' };
  if (ids.has(name) || text.startsWith('#')) return { kind: 'question', id: name, choice, on };
  if (choiceValue.test(name)) return { kind: 'choice', value: name, mark: readMark(text) };
  return { kind: 'field', name };
}
