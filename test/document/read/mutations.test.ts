/** Longer than 200 lines: one property, with the pieces that its cases are made from. */
import { type Read, readDocument, readValue } from '#document/read/read-document.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode, head } from './reading.ts';
import { anyText } from '../../support/hostile/any-text.ts';
import { scaleRuns } from '../../support/runs.ts';

const valid = `${head}startedOn: 2026-11-20
scope: full
context: {sellers: 42, spread: "two of four quarters", baseline: {revenue: EUR 4 m}}
answers:
  philosophy.stated-purpose.heard:
    level: 2
    evidence:
      - {kind: artifact, date: 2026-10-01, what: Five sellers asked, ref: docs/verbatims.md}
      - kind: declaration
        what: >-
          Written down
          and signed
    note: |
      Two lines
      of text: here
    answeredOn: 2026-11-20
  method.insight.shown: {notApplicable: out-of-scope, note: 'it''s fine'}
  execution.coaching-cadence.last-session: &same {unknown: true}
  execution.coaching-cadence.other: *same
closing: That is all. # for now
`;

/** Pieces with a meaning in YAML, in JavaScript or for a terminal. */
const pieces = [
  ...[
    '\n',
    '\r\n',
    '\r',
    '\t',
    ' ',
    '  ',
    '- ',
    '? ',
    ': ',
    ':',
    '#',
    ' #',
    ',',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
  ],
  ...[
    '&a ',
    '*a',
    '*same',
    '!',
    '!!str ',
    '!x ',
    '|',
    '>',
    '%YAML 1.1\n',
    '---\n',
    '...\n',
    '<<: ',
    '~',
    '@',
    '`',
    '\\',
  ],
  ...[
    '__proto__: 1\n',
    'constructor: {}\n',
    '1: 2\n',
    'no',
    'true',
    '.inf',
    '1e999',
    '99999999999999999999',
    '-0',
  ],
  ...[
    '\u0000',
    '\u001B[31m',
    '\u007F',
    '\u009D',
    '\u2028',
    '\u202E',
    '\uFEFF',
    '\uD800',
    '🎉',
    'é',
    '[[[[[[[[',
    '- - - - ',
  ],
];

interface Cut {
  readonly at: number;
  readonly length: number;
  readonly piece: string;
}

const cut: fc.Arbitrary<Cut> = fc.record({
  at: fc.nat({ max: valid.length }),
  length: fc.oneof(fc.constant(0), fc.nat({ max: 30 })),
  piece: fc.oneof(fc.constantFrom(...pieces), anyText({ maxLength: 5 }), fc.constant('')),
});

const mutate = (text: string, cuts: readonly Cut[]): string =>
  cuts.reduce(
    (before, { at, length, piece }) => before.slice(0, at) + piece + before.slice(at + length),
    text,
  );

const isPlain = (text: string): boolean => text !== '' && !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text);

/** Checks the findings of a file: they need harmless text and positions inside the file, in order. */
function faultsOf(read: Read<unknown>): string[] {
  if (read.ok) return [];
  const lines = read.text?.replace(/^\uFEFF/, '').split('\n');
  const found = read.findings.length === 0 ? ['no finding'] : [];
  let before = 0;
  const seen = new Set<string>();
  for (const finding of read.findings) {
    const { message, fix = '', line = 0, column = 0, severity, check, file } = finding;
    const say = (isRight: boolean, what: string): void => {
      if (!isRight) found.push(`${what}: ${JSON.stringify(finding)}`);
    };
    say(severity === 'error' && file === 'file.yaml', 'severity or file');
    say(check === 'document/unsafe' || check === 'document/invalid', 'check');
    say(isPlain(message) && isPlain(fix), 'words');
    const last = lines === undefined ? Infinity : (lines[line - 1]?.length ?? -1) + 1;
    say(line >= 1 && column >= 1 && column <= last, 'place');
    say(line * 1e7 + column >= before, 'order');
    say(!seen.has(JSON.stringify(finding)), 'twice');
    before = line * 1e7 + column;
    seen.add(JSON.stringify(finding));
  }
  return found;
}

const faultsOfAnswers = async (text: string): Promise<string[]> =>
  faultsOf(await readDocument('answers', 'file.yaml', encode(text)));

describe('a valid answers file', () => {
  it('is read', async () => {
    expect(await readDocument('answers', 'file.yaml', encode(valid))).toMatchObject({ ok: true });
  });

  it('is read or has findings inside the text after any change', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(cut, { minLength: 1, maxLength: 4 }), async (cuts) => {
        const text = mutate(valid, cuts);
        expect(await faultsOfAnswers(text)).toEqual([]);
        expect(faultsOf(readValue('file.yaml', encode(text)))).toEqual([]);
      }),
      scaleRuns(150),
    );
    expect.hasAssertions();
  });

  it.each(pieces)('is read or has findings inside the text with %j inserted anywhere', async (piece) => {
    const places = Array.from({ length: Math.ceil(valid.length / 13) }, (_, index) => index * 13);
    const texts = places.map((at) => valid.slice(0, at) + piece + valid.slice(at));
    const faults = await Promise.all(texts.map(faultsOfAnswers));
    expect(faults.flat()).toEqual([]);
  });

  it('is read or has findings inside the text if it is truncated', async () => {
    const faults = await Promise.all(Array.from(valid, (_, at) => faultsOfAnswers(valid.slice(0, at))));
    expect(faults.flat()).toEqual([]);
  });

  it('is read or has findings inside the text if a byte changes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: valid.length - 1 }), fc.nat({ max: 255 }), async (at, byte) => {
        const bytes = encode(valid);
        bytes[at] = byte;
        expect(faultsOf(await readDocument('answers', 'file.yaml', bytes))).toEqual([]);
      }),
      scaleRuns(150),
    );
    expect.hasAssertions();
  });
});

describe('any file', () => {
  const piecewise = fc
    .array(fc.constantFrom(...pieces, 'a', 'b: c\n', '\n  '), { maxLength: 40 })
    .map((all) => all.join(''));

  it('is read or has findings inside the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(piecewise, anyText()), async (text) => {
        expect(faultsOf(readValue('file.yaml', encode(text)))).toEqual([]);
        expect(faultsOf(await readDocument('model', 'file.yaml', encode(text)))).toEqual([]);
      }),
      scaleRuns(300),
    );
    expect.hasAssertions();
  });

  it('is read or has findings, with any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        expect(faultsOf(readValue('file.yaml', bytes))).toEqual([]);
      }),
    );
    expect.hasAssertions();
  });
});
