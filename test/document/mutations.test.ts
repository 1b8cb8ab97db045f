import { type Read, readDocument, readValue } from '#document/read.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, head } from './reading.ts';

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

/** Pieces that mean something to YAML, to JavaScript or to a terminal. */
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
  piece: fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 5 }), fc.constant('')),
});

const mutate = (text: string, cuts: readonly Cut[]): string =>
  cuts.reduce(
    (before, { at, length, piece }) => before.slice(0, at) + piece + before.slice(at + length),
    text,
  );

/** Every finding has words without control characters and a place inside the text. */
function isSound(read: Read<unknown>): void {
  if (read.ok) return;
  expect(read.findings.length).toBeGreaterThan(0);
  const lines = read.text?.replace(/^\uFEFF/, '').split('\n');
  for (const { message, fix, line = 0, column = 0, severity, check, file } of read.findings) {
    expect({ severity, file }).toEqual({ severity: 'error', file: 'file.yaml' });
    expect(check).toMatch(/^document\/(unsafe|invalid)$/);
    expect(`${message} ${fix}`).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    expect(message).not.toBe('');
    expect(fix).not.toBe('');
    expect(line).toBeGreaterThanOrEqual(1);
    expect(column).toBeGreaterThanOrEqual(1);
    if (lines === undefined) continue;
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
  }
  const places = read.findings.map(({ line = 0, column = 0 }) => line * 1e7 + column);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(new Set(read.findings.map((finding) => JSON.stringify(finding))).size).toBe(read.findings.length);
}

describe('a valid answers file', () => {
  it('is read', () => {
    expect(readDocument('answers', 'file.yaml', bytesOf(valid))).toMatchObject({ ok: true });
  });

  it('with any piece changed is read or has findings inside the text', () => {
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 4 }), (cuts) => {
        const bytes = bytesOf(mutate(valid, cuts));
        isSound(readDocument('answers', 'file.yaml', bytes));
        isSound(readValue('file.yaml', bytes));
      }),
      { numRuns: 500 },
    );
  });

  it('with each piece put in at any place is read or has findings inside the text', () => {
    for (const [index, piece] of pieces.entries()) {
      for (let at = index % 13; at <= valid.length; at += 13) {
        isSound(readDocument('answers', 'file.yaml', bytesOf(valid.slice(0, at) + piece + valid.slice(at))));
      }
    }
  });

  it('cut off anywhere is read or has findings inside the text', () => {
    for (let at = 0; at <= valid.length; at += 1) {
      isSound(readDocument('answers', 'file.yaml', bytesOf(valid.slice(0, at))));
    }
  });

  it('with any byte changed is read or has findings inside the text', () => {
    fc.assert(
      fc.property(fc.nat({ max: valid.length - 1 }), fc.nat({ max: 255 }), (at, byte) => {
        const bytes = bytesOf(valid);
        bytes[at] = byte;
        isSound(readDocument('answers', 'file.yaml', bytes));
      }),
      { numRuns: 500 },
    );
  });
});

describe('anything', () => {
  it('is read or has findings inside the text', () => {
    const piecewise = fc
      .array(fc.constantFrom(...pieces, 'a', 'b: c\n', '\n  '), { maxLength: 40 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(fc.oneof(piecewise, fc.string({ unit: 'binary' })), (text) => {
        isSound(readValue('file.yaml', bytesOf(text)));
        isSound(readDocument('model', 'file.yaml', bytesOf(text)));
      }),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => isSound(readValue('file.yaml', bytes))),
    );
  });
});
