/**
 * Decides which strings YAML can represent without quotes, and quotes the others.
 *
 * YAML 1.1 readers are still common (Ruby, Python, Go before v3), and `version: '1.1'` of the `yaml` package does
 * not cover everything that they misread: version 2.9 leaves `=`, `<<`, `0o7` and `1.0.0` plain, and DEL, C1, bidi
 * and zero-width characters raw. So this module allows what is certainly text, instead of listing what is not.
 */

/**
 * Characters that an editor does not show, or that change what it shows: controls, line separators, bidi and
 * other format characters, lone surrogates. The two emoji variation selectors count as ordinary text.
 */
const hidden =
  /(?![\uFE0E\uFE0F])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;

function escapeHidden(text: string, escape: (character: string) => string): string {
  return text.replace(hidden, escape);
}

/** First characters with a meaning in YAML 1.1 or 1.2, or that start a number, a merge key or null. */
const indicatorFirst = /^[-?:,[\]{}#&*!|>'"%@`=~<.+]/;
const reservedWord = /^(?:y|n|yes|no|on|off|true|false|null)$/i;
/** Only characters of numbers, times and dates, in any spelling. */
const numberLike = /^\d[\d\s_,.:+\-a-fotxz]*$/i;
/** Only an exponent: some readers of YAML 1.1 take it for a number without digits before it. */
const exponent = /^e[-+]?\d+$/i;

/** Whether the text contains a character that must not be written raw. Newlines and tabs count. */
export function hasHidden(text: string): boolean {
  return text.search(hidden) !== -1;
}

/** Whether YAML 1.1 and 1.2 read the text as this exact string if it is unquoted in a block map or list. */
export function isPlainSafe(text: string): boolean {
  return (
    text !== '' &&
    !hasHidden(text) &&
    !indicatorFirst.test(text) &&
    !/^\s|[\s:]$|:\s|\s#/.test(text) &&
    !reservedWord.test(text) &&
    !numberLike.test(text) &&
    !exponent.test(text)
  );
}

/** Like `isPlainSafe`, inside `[...]` and `{...}`, where older readers also fail on colons and question marks. */
export function isFlowPlainSafe(text: string): boolean {
  return isPlainSafe(text) && /^[\p{L}\p{N}_$(/][^,[\]{}:?#"'&*!|>%@`]*$/u.test(text);
}

function escapeUnit(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`;
}

function escapeForYaml(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : escapeUnit(code);
}

function escapeForJson(char: string): string {
  return Array.from({ length: char.length }, (_, index) => escapeUnit(char.charCodeAt(index))).join('');
}

/** Puts text in YAML double quotes, on one line, with hidden characters escaped. */
export function quoteYaml(text: string): string {
  return escapeHidden(JSON.stringify(text), escapeForYaml);
}

/** Puts text in JSON double quotes, on one line, with hidden characters escaped. */
export function quoteJson(text: string): string {
  return escapeJson(JSON.stringify(text));
}

/** Escapes hidden characters in a line of JSON, all of which are within strings. */
export function escapeJson(line: string): string {
  return escapeHidden(line, escapeForJson);
}

/** Escapes hidden characters in the text of a comment. */
export function escapeComment(text: string): string {
  return escapeHidden(text, escapeForYaml);
}
