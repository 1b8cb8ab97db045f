import { describe, expect, it } from 'vitest';
import type { CheckResult, Facts, SystemCheck } from '#checks/define-check.ts';
import { toPointer } from '#document/read/fault.ts';
import { expectSound, plainFacts, systemOf } from './check-system.ts';

/** A revision: the day of its commit, and its YAML without the head. */
export type Commit = readonly [date: string, yaml: string];

/**
 * What a check finds in a history, oldest first, the working copy last. Commits are called `c1`, `c2` …, and
 * the working copy as the facts call it.
 */
export function runOver(check: SystemCheck, commits: readonly Commit[], shallow = false): CheckResult {
  const revisions = commits.map(([date, yaml], index) => ({
    commit: index === commits.length - 1 ? 'working copy' : `c${index + 1}`,
    date,
    system: systemOf(yaml),
  }));
  const system = revisions.at(-1)?.system ?? systemOf('');
  const facts: Facts = { ...plainFacts, history: { revisions, shallow } };
  const result = check.run(system, facts);
  expectSound(system, result.failures);
  return result;
}

/** A history and all that a check has to find in it: where, what is missing there, a part of the message. */
export interface HistoryCase {
  readonly name: string;
  readonly commits: readonly Commit[];
  readonly finds: readonly (readonly [pointer: string, missing: string | undefined, message: string])[];
}

/** Tests a check over the history: outside a repository, in a shallow clone, and with a table of histories. */
export function describeHistoryCheck(check: SystemCheck, cases: readonly HistoryCase[]): void {
  describe(`check ${check.id}`, () => {
    it('never counts in a score', () => {
      expect([check.practice, check.needsHistory, check.subjectRequired]).toEqual([null, true, false]);
    });

    it('says so where there is no history', () => {
      const result = check.run(systemOf(check.example.fails), plainFacts);
      expect(result).toEqual({
        subjects: 0,
        failures: [],
        note: expect.stringContaining('no history') as unknown,
      });
    });

    it('says what a shallow clone hides, and nothing in a whole one', () => {
      const commits: Commit[] = [
        ['2026-03-01', check.example.passes],
        ['2026-11-23', check.example.passes],
      ];
      expect(runOver(check, commits, true).note).toContain('before 2026-03-01');
      expect(runOver(check, commits, false).note).toBeUndefined();
    });

    it('finds nothing in a history of nothing, or of one revision', () => {
      expect(runOver(check, []).failures).toEqual([]);
      expect(runOver(check, [], true).note).toContain('shallow');
      expect(runOver(check, [['2026-11-23', check.example.fails]]).failures).toEqual([]);
    });

    it.each(cases.map((each) => [each.name, each] as const))('%s', (_, { commits, finds }) => {
      const { failures } = runOver(check, commits);
      expect(failures.map(({ path, missing }) => [toPointer(path), missing])).toEqual(
        finds.map(([pointer, missing]) => [pointer, missing]),
      );
      for (const [index, { message }] of failures.entries()) expect(message).toContain(finds[index]?.[2]);
    });
  });
}
