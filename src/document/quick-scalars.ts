import { forbiddenKeys } from './limits.ts';
import { type QuickText, decline } from './quick-text.ts';

/** What the core schema of YAML 1.2 takes for a number, and JSON would write in another way. */
const oddNumber =
  /^(?:[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[Ee][-+]?\d+)?|0[Oo][0-7]+|0[Xx][\dA-Fa-f]+|[-+]?\.[Ii][Nn][Ff]|\.[Nn][Aa][Nn])$/;

/** Numbers as everybody writes them. */
const plainNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** Words of the core schema, in the three ways that it knows them. */
const words: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ...['~', 'null', 'Null', 'NULL'].map((word): [string, null] => [word, null]),
  ...['true', 'True', 'TRUE'].map((word): [string, true] => [word, true]),
  ...['false', 'False', 'FALSE'].map((word): [string, false] => [word, false]),
]);

/** What a scalar of one line without quotes stands for. */
export function plainValue(text: string): string | number | boolean | null {
  const first = text.charCodeAt(0);
  if (first >= 0x2b && first <= 0x39) {
    if (!oddNumber.test(text)) return text;
    const number = Number(text);
    if (!plainNumber.test(text) || (Number.isInteger(number) && !Number.isSafeInteger(number))) decline();
    return number;
  }
  if (text.length > 5) return text;
  const word = words.get(text);
  return word === undefined ? text : word;
}

const simpleKey = /(?:[A-Za-z_][\w./-]*|"[^"\\\n]+"|'[^'\n]+'):(?=[ \r\n]|$)/y;

/** The key that starts here, with its colon; undefined where none does. Declines keys that are more than a text. */
export function takeKey(source: QuickText): string | undefined {
  const start = source.at;
  if (!source.skip(simpleKey)) return undefined;
  const first = source.text.charCodeAt(start);
  if (first !== 0x22 && first !== 0x27)
    return plainKey(source, source.text.slice(start, source.at - 1), start);
  const key = source.text.slice(start + 1, source.at - 2);
  // Objects put keys that look like an index before all others.
  if (/^\d|^<<$/.test(key) || forbiddenKeys.has(key)) decline();
  source.starts.push(start);
  return key;
}

/** A key without quotes, and where it starts. */
export function plainKey(source: QuickText, key: string, start: number): string {
  if (words.has(key) || forbiddenKeys.has(key)) decline();
  source.starts.push(start);
  return key;
}

const singleQuoted = /'(?:[^'\n]|'')*'/y;
const doubleQuoted = /"(?:[^"\\\n]|\\[^\n])*"/y;
const escape = /\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|(.))/gi;

/** What the escapes of YAML with one letter stand for. */
const escapes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ '0': '\0', a: '\x07', b: '\b', t: '\t', n: '\n', v: '\v', f: '\f', r: '\r', e: '\x1b' },
    ...{ ' ': ' ', '"': '"', '/': '/', '\\': '\\', N: '\x85', _: '\xa0', L: '\u2028', P: '\u2029' },
  }),
);

function unescaped(text: string): string {
  return text.replace(escape, (_all, x?: string, u?: string, long?: string, letter: string = '') => {
    const code = x ?? u ?? long;
    if (code === undefined) return escapes.get(letter) ?? decline();
    const point = Number.parseInt(code, 16);
    return point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff) ? decline() : String.fromCodePoint(point);
  });
}

/** The text in quotes that starts here, all on one line. */
export function takeQuoted(source: QuickText): string {
  source.starts.push(source.at);
  if (source.text.charCodeAt(source.at) === 0x27) {
    const single = (source.take(singleQuoted) ?? decline()).slice(1, -1);
    return single.includes("''") ? single.replaceAll("''", "'") : single;
  }
  const double = (source.take(doubleQuoted) ?? decline()).slice(1, -1);
  return double.includes('\\') ? unescaped(double) : double;
}

/** A line of a scalar without quotes: no indicator at its start that means anything else. */
const plainStart = /(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|-(?=[^\s]))[^\n]*/y;

/** One line of a scalar without quotes; a comment ends the scalar. */
function takePlainLine(source: QuickText): { readonly text: string; readonly last: boolean } {
  const line = source.take(plainStart) ?? decline();
  const comment = line.indexOf(' #');
  const text = (comment === -1 ? line : line.slice(0, comment)).trimEnd();
  if (text.endsWith(':') || text.includes(': ')) decline();
  return { text, last: comment !== -1 };
}

/** A line that is a scalar without quotes, colons or comments, up to what the next line says. */
const oneLine = /(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|-(?=[^\s]))[^\n:#]*\n[ ]*(?=[^\s#])/y;

/** A scalar without quotes, on as many lines as are indented more than what holds it. */
export function takePlain(source: QuickText, parent: number): string | number | boolean | null {
  source.starts.push(source.at);
  const simple = source.endOf(oneLine);
  if (simple !== -1) {
    const line = source.text.lastIndexOf('\n', simple - 1) + 1;
    if (simple - line <= parent) {
      const written = source.text.slice(source.at, line - 1);
      source.toPlace(simple, line);
      return plainValue(written.trimEnd());
    }
  }
  let { text, last } = takePlainLine(source);
  let lines = 1;
  while (!last) {
    const end = source.at;
    const breaks = source.skipBreaks();
    const char = source.text.charCodeAt(source.at);
    // At the end of the text, no character.
    if (breaks === 0 || source.column <= parent || char === 0x23 || Number.isNaN(char)) {
      source.at = end;
      break;
    }
    const next = takePlainLine(source);
    text += (breaks === 1 ? ' ' : '\n'.repeat(breaks - 1)) + next.text;
    ({ last } = next);
    lines += 1;
  }
  if (!source.endLine()) decline();
  return lines === 1 ? plainValue(text) : text;
}

const blockHeader = /[|>]-?[ ]*(?:[ ]#[^\n]*)?\r?\n(?:\r?\n)*(?=[ ]+[^\s])/y;

/** A block scalar, without a column or kept empty lines at its end; a folded one without deeper lines. */
export function takeBlock(source: QuickText, parent: number): string {
  source.starts.push(source.at);
  const header = source.take(blockHeader) ?? decline();
  const indent = source.skipSpaces();
  if (indent <= parent) decline();
  const lines: string[] = [];
  for (let next = source.at - indent; ;) {
    source.at = next;
    const margin = source.skipSpaces();
    const end = source.text.indexOf('\n', source.at);
    const isBlank = end === source.at || (source.text[source.at] === '\r' && end === source.at + 1);
    if (margin < indent && !isBlank) {
      source.toLine(next);
      break;
    }
    // Without a line end, nobody can tell whether one was meant.
    if (end === -1) {
      if (margin > 0 || source.at < source.text.length) decline();
      source.toLine(next);
      break;
    }
    const line = source.text.slice(next + indent, end);
    lines.push(margin < indent ? '' : line.endsWith('\r') ? line.slice(0, -1) : line);
    next = end + 1;
  }
  while (lines.at(-1) === '') lines.pop();
  if (lines.length === 0 || lines.some((line) => /^[ ]+$/.test(line))) decline();
  const start = '\n'.repeat(header.split('\n').length - 2);
  const end = header.startsWith('-', 1) ? '' : '\n';
  if (header.startsWith('|')) return start + lines.join('\n') + end;
  if (lines.some((line) => line.startsWith(' '))) decline();
  return (
    start + lines.join('\n').replace(/\n+/g, (breaks) => (breaks === '\n' ? ' ' : breaks.slice(1))) + end
  );
}
