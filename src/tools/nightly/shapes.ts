/** Shapes of text that a careless reader could take very long for: every token of YAML and JSON, repeated. */

/** Bytes of a file of the largest size that is read: 1 MiB. */
export const largest = 1024 * 1024;

/** Tokens of YAML and JSON, and characters that need more than a byte, a column or a code unit. */
const tokens: readonly string[] = [
  ...[
    '?',
    '? ',
    ':',
    ': ',
    '- ',
    ', ',
    '[',
    ']',
    '{',
    '}',
    '# ',
    '&a ',
    '*a ',
    '! ',
    '!a ',
    '!!str ',
    '!<a> ',
    '| ',
    '> ',
    '%',
    '@',
    '`',
  ],
  ...[
    "'",
    '"',
    "''",
    '""',
    "'a' ",
    '"a" ',
    '\\',
    '"\\u0041" ',
    '<<: ',
    '~',
    'a',
    'a ',
    'a: ',
    '"a": ',
    '0',
    '0.',
    '-',
    '.',
    '=',
    '[]',
    '{}',
    '[a, ',
    '{a: ',
  ],
  ...[
    '\t',
    ' ',
    'é',
    '\u{1f600}',
    '\u{1f469}\u200d\u{1f4bb}',
    'e\u0301',
    '\u202e',
    '\u0085',
    '\u2028',
    '\ufeff',
  ],
];

/** Ways to repeat a token, up to a number of bytes. */
const ways: Readonly<Record<string, (token: string, bytes: number) => string>> = {
  'on one line': (token, bytes) => repeat(() => token, bytes),
  'on many lines': (token, bytes) => repeat(() => `${token}\n`, bytes),
  'on indented lines': (token, bytes) => repeat((index) => `${' '.repeat(index % 50)}${token}\n`, bytes),
  'as keys': (token, bytes) => repeat((index) => `${token}${index}: 1\n`, bytes),
  'as items': (token, bytes) => repeat(() => `- ${token}\n`, bytes),
  'in brackets': (token, bytes) => `[${repeat(() => `${token},`, bytes - 2)}]`,
  'in quotes': (token, bytes) => `a: "${repeat(() => token.replaceAll('"', ''), bytes - 6)}"`,
  'below a head': (token, bytes) =>
    `${head}answers:\n${repeat((index) => `  a.b.c${index}: ${token}\n`, bytes - head.length)}`,
  'as a note': (token, bytes) =>
    `${head}answers: {}\nclosing: |\n${repeat(() => `  ${token}\n`, bytes - head.length)}`,
};

const head =
  'kind: answers\nschemaVersion: 1\nmodel: {id: sales-system, version: 1.0.0}\norganization: {name: a}\nrespondent: {role: leader}\n';

/** Repeats a text, but at most up to a number of bytes. */
export function repeat(make: (index: number) => string, bytes: number): string {
  const parts: string[] = [];
  for (let index = 0, size = 0; ; index += 1) {
    const part = make(index);
    size += Buffer.byteLength(part);
    if (size > bytes || part === '') return parts.join('');
    parts.push(part);
  }
}

/** Values of JSON, as parts of one large file. */
const json: Readonly<Record<string, (bytes: number) => string>> = {
  'keys of an object': (bytes) => `{${repeat((index) => `"k${index}":1,`, bytes - 9)}"last":1}`,
  'the same key': (bytes) => `{${repeat(() => '"k":1,', bytes - 9)}"last":1}`,
  objects: (bytes) => `[${repeat(() => '{},', bytes - 3)}0]`,
  arrays: (bytes) => `[${repeat(() => '[],', bytes - 3)}0]`,
  numbers: (bytes) => `[${repeat(() => '1,', bytes - 3)}0]`,
  texts: (bytes) => `[${repeat(() => '"",', bytes - 3)}0]`,
  'opening braces': (bytes) => repeat(() => '{"a":', bytes),
  'nested arrays': (bytes) => `[${repeat(() => `${'['.repeat(40)}${']'.repeat(40)},`, bytes - 3)}0]`,
};

/** A text, and what it consists of. */
export interface Shape {
  readonly name: string;
  /** Makes the text, of at most a number of bytes. */
  readonly make: (bytes: number) => string;
}

/** All shapes. */
export const shapes: readonly Shape[] = [
  ...tokens.flatMap((token) =>
    Object.entries(ways).map(([way, make]): Shape => ({
      name: `${JSON.stringify(token)} ${way}`,
      make: (bytes) => make(token, bytes),
    })),
  ),
  ...Object.entries(json).map(([name, make]): Shape => ({ name: `JSON: ${name}`, make })),
];
