/**
 * Generates values that are hard to write and to patch, for property tests.
 *
 * Longer than 200 lines: a table of strings that YAML readers misread.
 */
import { forbiddenKeys } from '#document/read/limits.ts';
import fc from 'fast-check';
import { anyText } from '../../support/hostile/any-text.ts';

/** Strings that some YAML reader misreads, or that break careless quoting. */
export const misread: readonly string[] = [
  ...[
    'no',
    'NO',
    'No',
    'yes',
    'Yes',
    'on',
    'Off',
    'y',
    'Y',
    'n',
    'N',
    'true',
    'FALSE',
    '~',
    'null',
    'Null',
    '',
  ],
  ...[
    '0',
    '42',
    '-7',
    '+1',
    '007',
    '0o7',
    '0x1F',
    '0b11',
    '1_000',
    'E0',
    'e-3',
    'e+12',
    '.5',
    '5.',
    '1.0',
    '1.0.0',
    '1e3',
    '1.5e+3',
  ],
  ...[
    '1:30',
    '190:20:30',
    '190:20:30.15',
    '.inf',
    '-.INF',
    '.nan',
    '-0',
    '685.230_15e+03',
    '1,000',
    '0x',
    '-',
  ],
  ...['2026-11-20', '2026-11-20 10:00:00', '2001-12-14t21:59:43.10-05:00', '2001-12-14 21:59:43.10 -5'],
  ...[
    '=',
    '<<',
    '?',
    '? a',
    '- a',
    '-a',
    ':',
    ': a',
    'a:',
    'a: b',
    'a:b',
    'a #b',
    'a#b',
    '#a',
    '---',
    '--- a',
    '...',
  ],
  ...[
    '%a',
    '@a',
    '`a',
    '!a',
    '!!str a',
    '&a',
    '*a',
    '|',
    '>',
    '|-',
    '{a',
    '[a',
    'a}',
    'a]',
    'a, b',
    '"a"',
    "'a'",
  ],
  ...[
    'a\'b"c',
    'back\\slash',
    '\\n',
    ' a',
    'a ',
    '  ',
    '\t',
    'a\tb',
    'a\t',
    '\n',
    '\n\n',
    'a\n',
    'a\n\n',
    '\na',
    '\n a',
  ],
  ...[
    'a\nb',
    'a\n\nb',
    'a\n b',
    ' a\nb',
    'a \nb',
    'a\n  \nb',
    'a\n---\nb',
    'a\n...\n',
    '# a\n# b',
    '- a\n- b',
    'a: b\nc: d',
  ],
  ...[
    '\r',
    'a\rb',
    'a\r\nb',
    '\u0000',
    '\u0007',
    '\u001B[31mred',
    '\u007F',
    '\u0085',
    '\u009D0;t\u0007',
    '\u00A0a',
  ],
  ...[
    '\u200B',
    'a\u200Db',
    '\u202Eabc',
    '\u2066x\u2069',
    '\u2028',
    'a\u2029b',
    '\uFEFF',
    'a\uFEFF',
    '\uFFFE',
    '\u00AD',
  ],
  ...[
    '\uD800',
    'a\uDC00b',
    '😀',
    '👩‍👩‍👧',
    '❤️',
    '漢字かな交じり文',
    'שלום עולם',
    'مرحبا: بالعالم',
    '\u{E0001}',
    '\u034F',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'wordxq0q',
    '{{template}}',
    '${x}',
    '$& $1',
    'C:\\x',
    'https://a.b/c#d?e=f',
  ],
];

const word = fc.oneof(
  fc.stringMatching(/^[a-z]{1,12}$/),
  fc.constantFrom(
    'a:',
    '#tag',
    '-',
    '&',
    '60 %',
    'is',
    '---',
    "it's",
    '"so"',
    '漢字',
    'שלום',
    '😀',
    ' ',
    '\t',
    '2026-11-20',
  ),
);

/** Long lines and paragraphs of prose, some with odd words and spaces. */
const prose: fc.Arbitrary<string> = fc
  .array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', ' ', '  ', '\n', '\n\n')), {
    minLength: 1,
    maxLength: 80,
  })
  .map((parts) => parts.flat().join(''));

/** Any string that a document can contain. */
export const nastyString: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...misread),
  prose,
  anyText({ maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom(' ', '\n', 'a', '#', ':', '-', '"', "'", '>', '|', '\t', '1', ','),
    maxLength: 12,
  }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
);

/** A key that the reader accepts. */
const nastyKey = nastyString.filter((key) => !forbiddenKeys.has(key));

/** A number that the reader accepts: an integer is one that a double represents exactly. */
const number = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .map((value) => (value === 0 ? 0 : value))
  .filter((value) => !Number.isInteger(value) || Number.isSafeInteger(value));

const evidence = fc.record(
  {
    kind: fc.constantFrom('declaration', 'affirmation', 'artifact'),
    date: fc.constantFrom('2026-10-01', '2025-01-31'),
    what: nastyString,
    ref: nastyString,
    seenBy: nastyString,
  },
  { requiredKeys: ['kind', 'what'] },
);

const answer = fc.oneof(
  fc.record(
    {
      level: fc.integer({ min: 0, max: 4 }),
      evidence: fc.array(evidence, { maxLength: 4 }),
      note: nastyString,
      answeredOn: fc.constantFrom('2026-11-20', '2026-11-21'),
    },
    { requiredKeys: ['level'] },
  ),
  fc.record({ unknown: fc.constant(true), note: nastyString }, { requiredKeys: ['unknown'] }),
  fc.record(
    { notApplicable: fc.constant('out-of-scope'), note: nastyString },
    { requiredKeys: ['notApplicable'] },
  ),
);

const questionIds = ['philosophy', 'process', 'method', 'execution'].flatMap((element) =>
  ['one', 'two', 'no'].map((practice) => `${element}.${practice}.heard`),
);

/** A document shaped like an answers file, with strings that no person would write. */
export const answersDocument: fc.Arbitrary<Record<string, unknown>> = fc.record(
  {
    kind: fc.constant('answers'),
    schemaVersion: fc.constant(1),
    model: fc.record(
      { id: nastyString, version: fc.constant('1.0.0'), digest: nastyString },
      { requiredKeys: ['id'] },
    ),
    organization: fc.record({ name: nastyString }),
    respondent: fc.record({ role: fc.constant('leader'), name: nastyString }, { requiredKeys: ['role'] }),
    startedOn: fc.constant('2026-11-20'),
    scope: fc.constantFrom('quick', 'full'),
    context: fc.record(
      {
        sellers: fc.nat(),
        spread: nastyString,
        baseline: fc.record({ revenue: nastyString, share: nastyString }, { requiredKeys: [] }),
      },
      { requiredKeys: [] },
    ),
    opening: fc.record({ first: nastyString, again: nastyString }, { requiredKeys: [] }),
    answers: fc.dictionary(fc.constantFrom(...questionIds), answer, { maxKeys: 6, noNullPrototype: true }),
    closing: nastyString,
  },
  { requiredKeys: ['kind', 'schemaVersion', 'answers'], noNullPrototype: true },
);

/** Any value that the reader accepts, with nasty keys too. */
export const anyValue: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown; map: Record<string, unknown> }>(
  (tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      nastyString,
      fc.oneof(fc.integer(), number, fc.boolean(), fc.constant(null)),
      fc.array(tie('value'), { maxLength: 4 }),
      tie('map'),
    ),
    map: fc.dictionary(nastyKey, tie('value'), { maxKeys: 5, noNullPrototype: true }),
  }),
).value;

/** Any map that the reader accepts. */
export const anyMap: fc.Arbitrary<Record<string, unknown>> = fc.dictionary(nastyKey, anyValue, {
  maxKeys: 5,
  noNullPrototype: true,
});
