import { describe, expect, it } from 'vitest';
import type { CheckResult, Facts, History, SystemCheck } from '#checks/define-check.ts';
import { toPointer } from '#document/read/fault.ts';
import { expectSound, plainFacts, parseSystem } from './check-system.ts';

/** A revision: the date of its commit, and its YAML without the first keys. */
export type Commit = readonly [date: string, yaml: string];

/**
 * Runs a check over a history, oldest revision first, working copy last. Commits have the ids `c1`, `c2` and so on.
 */
export function runOver(
  check: SystemCheck,
  commits: readonly Commit[],
  lacks?: History['lacks'],
): CheckResult {
  const revisions = commits.map(([date, yaml], index) => ({
    commit: index === commits.length - 1 ? 'working copy' : `c${index + 1}`,
    date,
    system: parseSystem(yaml),
  }));
  const system = revisions.at(-1)?.system ?? parseSystem('');
  const facts: Facts = { ...plainFacts, history: { revisions, lacks } };
  const result = check.run(system, facts);
  expectSound(system, result.failures);
  return result;
}

/** A history and the expected failures: position, missing key, part of the message. */
export interface HistoryCase {
  readonly name: string;
  readonly commits: readonly Commit[];
  readonly finds: readonly (readonly [pointer: string, missing: string | undefined, message: string])[];
}

/** Tests a check of the history: outside a repository, in a shallow clone, and with a table of histories. */
export function describeHistoryCheck(check: SystemCheck, cases: readonly HistoryCase[]): void {
  describe(`check ${check.id}`, () => {
    it('never affects a score', () => {
      expect([check.practice, check.needsHistory, check.subjectRequired]).toEqual([null, true, false]);
    });

    it('reports a missing history', () => {
      const result = check.run(parseSystem(check.example.fails), plainFacts);
      expect(result).toEqual({
        subjects: 0,
        failures: [],
        note: expect.stringContaining('no git history') as unknown,
      });
    });

    it('says why older revisions are missing', () => {
      const commits: Commit[] = [
        ['2026-03-01', check.example.passes],
        ['2026-11-23', check.example.passes],
      ];
      expect(runOver(check, commits, 'shallow').note).toContain('is shallow: changes before 2026-03-01');
      expect(runOver(check, commits, 'partial').note).toContain('lacks the contents of older commits');
      expect(runOver(check, commits, 'limit').note).toContain('Only the latest 1 versions');
      expect(runOver(check, commits).note).toBeUndefined();
    });

    it('finds nothing in an empty history or a single revision', () => {
      expect(runOver(check, []).failures).toEqual([]);
      expect(runOver(check, [], 'shallow').note).toContain('shallow');
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
