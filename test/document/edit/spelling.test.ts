/** Values in every spelling of YAML, written by hand: read as YAML says, and unchanged when something else changes. */
import { describe, expect, it } from 'vitest';
import { patchYaml } from '#document/edit/patch.ts';
import { formatFindings, readText } from '../read/reading.ts';

/** The escapes of YAML 1.2 (section 5.7) and what they stand for. */
const escapes: readonly (readonly [source: string, value: string])[] = [
  [String.raw`\0`, '\0'],
  [String.raw`\a`, '\u0007'],
  [String.raw`\b`, '\b'],
  [String.raw`\t`, '\t'],
  ['\\\t', '\t'],
  [String.raw`\n`, '\n'],
  [String.raw`\v`, '\v'],
  [String.raw`\f`, '\f'],
  [String.raw`\r`, '\r'],
  [String.raw`\e`, '\u001B'],
  ['\\ ', ' '],
  [String.raw`\"`, '"'],
  [String.raw`\/`, '/'],
  [String.raw`\\`, '\\'],
  [String.raw`\N`, '\u0085'],
  [String.raw`\_`, '\u00A0'],
  [String.raw`\L`, '\u2028'],
  [String.raw`\P`, '\u2029'],
  [String.raw`\x41`, 'A'],
  [String.raw`\u00e9`, 'é'],
  [String.raw`\u3000`, '\u3000'],
  [String.raw`\U0001F600`, '😀'],
  [String.raw`\U0010FFFF`, '\u{10FFFF}'],
];

/** White space to people, but not to YAML, so that it belongs to the value. */
const spaces = ['\u00A0', '\u3000', '\u2003', '\u2028', '\u0085', '\uFEFF', '\u200B'];

const spellings: readonly (readonly [source: string, value: string])[] = [
  ...escapes.map(([source, value]) => [`"x${source}y"`, `x${value}y`] as const),
  ...spaces.flatMap((space): (readonly [string, string])[] => [
    [`x${space}`, `x${space}`],
    [`${space}x`, `${space}x`],
    [space, space],
    [`x${space} # a comment`, `x${space}`],
    [`'x${space}'`, `x${space}`],
    [`x${space}\n      y${space}`, `x${space} y${space}`],
    [`|-\n      x${space}`, `x${space}`],
  ]),
];

const show = (source: string): string =>
  JSON.stringify(source).replaceAll(/[^ -~]/g, (space) => `<${space.codePointAt(0)?.toString(16)}>`);

describe('a value', () => {
  it.each(spellings.map(([source, value]) => [show(source), source, value] as const))(
    '%s is read as YAML says, and stays as it is when an answer beside it changes',
    (_, source, value) => {
      const file = (level: number): string =>
        `answers:\n  a.b.c:\n    note: ${source}\n    level: ${level}\n  a.b.d: {level: 1}\nclosing: ${source.replaceAll('      ', '  ')}\n`;
      const read = readText(file(2));
      const make = (level: number): Record<string, unknown> => ({
        answers: { 'a.b.c': { note: value, level }, 'a.b.d': { level: 1 } },
        closing: value,
      });
      expect(read.ok ? read.document.value : formatFindings(read)).toEqual(make(2));
      expect(patchYaml(file(2), make(3))).toBe(file(3));
    },
  );

  it.each([String.raw`\X41`, String.raw`\x4`, String.raw`\u12`, String.raw`\U0011FFFF`, String.raw`\'`])(
    'with the escape %s, which YAML does not have, is refused',
    (source) => {
      expect(formatFindings(readText(`a: "x${source}"\n`))).toEqual([
        expect.stringContaining(
          'A backslash in double quotes starts an escape, and this one does not exist.',
        ),
      ]);
    },
  );
});

describe('a key', () => {
  const key = (length: number): string => 'k'.repeat(length);
  const refused =
    'unsafe > The key here has more than 1,024 characters, the most that are read. > Shorten the key.';

  it.each([
    ['without quotes', (length: number) => [`${key(length)}: 1\n`, '1:1 '] as const],
    ['in quotes', (length: number) => [`"${key(length - 2)}": 1\n`, '1:1 '] as const],
    ['with a question mark', (length: number) => [`? ${key(length)}\n: 1\n`, '1:3 '] as const],
    ['of JSON', (length: number) => [`{"${key(length - 2)}": 1}\n`, '1:2 '] as const],
    ['of characters of two units', (length: number) => [`${'😀'.repeat(length)}: 1\n`, '1:1 '] as const],
  ])('%s has 1,024 characters at most', (_, make) => {
    expect(readText(make(1024)[0]).ok).toBe(true);
    const [text, place] = make(1025);
    expect(formatFindings(readText(text))).toEqual([`${place}${refused}`]);
  });
});
