/**
 * Which strings may stand in YAML without quotes, and how the others are quoted.
 *
 * YAML 1.1 readers are still everywhere (Ruby, Python, Go before v3), and the `yaml` package's own
 * `version: '1.1'` does not cover all that they misread: measured with yaml 2.9, it leaves `=`, `<<`, `0o7`
 * and `1.0.0` plain, and DEL, C1, bidi and zero-width characters raw. So the choice is made here, by allowing
 * what is surely text instead of listing what is not.
 */

/**
 * A character that an editor does not show, or that changes what it shows: controls, line separators, bidi and
 * other format characters, lone surrogates. The two emoji variation selectors are ordinary text.
 */
// Made when first asked for: its tables take longer to make than most runs take.
const hidden = (): RegExp =>
  /(?![\uFE0E\uFE0F])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;

/** The text with its hidden characters as something else. */
function withoutHidden(text: string, spelled: (character: string) => string): string {
  return text.replace(hidden(), spelled);
}

/** First characters with a meaning of their own in YAML 1.1 or 1.2, or that open a number, a merge or a null. */
const indicatorFirst = /^[-?:,[\]{}#&*!|>'"%@`=~<.+]/;
const reservedWord = /^(?:y|n|yes|no|on|off|true|false|null)$/i;
/** Nothing but the characters of numbers, times and dates in any of their spellings. */
const numberLike = /^\d[\d\s_,.:+\-a-fotxz]*$/i;

/** Whether the text holds a character that must never be written raw. Newlines and tabs count. */
export function hasHidden(text: string): boolean {
  return hidden().test(text);
}

/** Whether the text can stand unquoted in a block map or list and be read as this very string by YAML 1.1 and 1.2. */
export function isPlainSafe(text: string): boolean {
  return (
    text !== '' &&
    !hidden().test(text) &&
    !indicatorFirst.test(text) &&
    !/^\s|[\s:]$|:\s|\s#/.test(text) &&
    !reservedWord.test(text) &&
    !numberLike.test(text)
  );
}

/** The same inside `[...]` and `{...}`, where older readers also stumble over colons and question marks. */
export function isFlowPlainSafe(text: string): boolean {
  return isPlainSafe(text) && /^[\p{L}\p{N}_$(/][^,[\]{}:?#"'&*!|>%@`]*$/u.test(text);
}

function unit(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`;
}

function yamlEscape(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : unit(code);
}

function jsonEscape(char: string): string {
  return Array.from({ length: char.length }, (_, index) => unit(char.charCodeAt(index))).join('');
}

/** The text in YAML double quotes, hidden characters as escapes; always one line. */
export function quoted(text: string): string {
  return withoutHidden(JSON.stringify(text), yamlEscape);
}

/** The text in JSON double quotes, hidden characters as escapes; always one line. */
export function jsonQuoted(text: string): string {
  return withoutHidden(JSON.stringify(text), jsonEscape);
}

/** The text with its hidden characters spelt out, for a comment. */
export function spellOut(text: string): string {
  return withoutHidden(text, yamlEscape);
}
