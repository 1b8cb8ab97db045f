import { describe, expect, it } from 'vitest';
import { checks } from '#checks/index.ts';
import { runChecks } from '#checks/run-checks.ts';
import { readDocument } from '#document/read.ts';
import { sizes } from '../../../src/tools/bench/sizes-blocks.ts';
import { copyOf, smallSystem, systemOf, withFindings } from '../../../src/tools/bench/systems.ts';

const system = await smallSystem();

/** Ids of the checks that find something, in order; the schema and the limits included. */
function findingsIn(text: string): string[] {
  const read = readDocument('sales-system', 'a.yaml', new TextEncoder().encode(text));
  if (!read.ok) return read.findings.map(({ check }) => check);
  const facts = { asOf: '2026-11-23', paths: new Map(), history: undefined };
  return runChecks(checks, read.document.value, facts).found.map(({ check }) => check.id);
}

describe('the files that the bench makes', () => {
  it('copies a system of 5 to 6 KB that has no finding', () => {
    const copies = [1, 2, 20, 97, 10_000].map((number) => copyOf(system, number));
    for (const copy of copies) {
      expect(Buffer.byteLength(copy)).toBeGreaterThan(5 * 1024);
      expect(Buffer.byteLength(copy)).toBeLessThan(6 * 1024);
      expect(findingsIn(copy)).toEqual([]);
    }
    expect(new Set(copies).size).toBe(copies.length);
    expect(copies[4]).toContain('name: Firm 10000');
  });

  it('plants three findings, in every copy the same', () => {
    for (const number of [1, 7, 1234]) {
      expect(findingsIn(copyOf(withFindings(system), number)).toSorted()).toEqual([
        'measurement/lead-without-proficiency',
        'method/unsourced-insight',
        'process/seller-only-exit',
      ]);
    }
    expect(() => withFindings(withFindings(system))).toThrow('not exactly one');
  });

  it.each(sizes)('makes files of exactly %d KiB', (size) => {
    const bytes = size * 1024;
    expect(Buffer.byteLength(systemOf('texts', bytes, system))).toBe(bytes);
    expect(Buffer.byteLength(systemOf('invalid', bytes, system))).toBe(bytes);
  });

  it.each(sizes.filter((size) => size >= 16))('makes complete systems of exactly %d KiB', (size) => {
    const bytes = size * 1024;
    expect(Buffer.byteLength(systemOf('entries', bytes, system))).toBe(bytes);
  });

  it('makes them as they are described, up to the largest that is read', () => {
    const largest = 1024 * 1024;
    expect(findingsIn(systemOf('entries', 16 * 1024, system))).toEqual([]);
    expect(findingsIn(systemOf('entries', largest, system))).toEqual([]);
    expect(findingsIn(systemOf('texts', largest, system))).toEqual(
      findingsIn(systemOf('texts', 1024, system)),
    );
    const invalid = findingsIn(systemOf('invalid', 64 * 1024, system));
    expect(new Set(invalid)).toEqual(new Set(['document/invalid']));
    expect(invalid.length).toBeGreaterThan(500);
  });
});
