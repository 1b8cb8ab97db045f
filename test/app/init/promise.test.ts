/** What `init` says that the gate does, held against the gate. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../support/command.ts';
import { makeEmptyFolder } from '../../support/folder.ts';

const inCI = { CI: 'true' };

/** Runs `init` in an empty folder. Returns what it printed, and functions that change the system and run the gate. */
async function start(): Promise<{
  readonly said: string;
  readonly declare: (yaml: string) => Promise<void>;
  readonly check: (
    env?: Record<string, string>,
    ...args: string[]
  ) => Promise<readonly [number | null, string]>;
}> {
  const cwd = await makeEmptyFolder();
  const { stderr: said } = await runCommand(['init', '--yes', '--organization', 'Acme', '--ci', 'none'], {
    cwd,
  });
  const file = join(cwd, 'sales-system.yaml');
  const first = await readFile(file, 'utf8');
  return {
    said,
    declare: (yaml) => writeFile(file, `${first}${yaml}`),
    check: async (env = inCI, ...args) => {
      const { exitCode, stdout, stderr } = await runCommand(['check', ...args], { cwd, env });
      return [exitCode, stdout + stderr];
    },
  };
}

describe('the gate does what init says: it', () => {
  it('passes today, and fails in CI on fixed findings until they are removed', async () => {
    const { said, declare, check } = await start();
    expect(said).toContain('The gate passes today.');
    expect(await check()).toMatchObject([0, expect.any(String)]);
    expect(said).toContain('in CI on fixed findings that the baseline still lists');
    await declare('openQuestions: [Who owns the forecast?]\n');
    expect((await check({}))[0]).toBe(0);
    expect(await check()).toEqual([1, expect.stringContaining('No longer needed in the baseline')]);
    expect(said).toContain('`sales-audit check --prune-baseline` removes them');
    expect((await check(inCI, '--prune-baseline'))[0]).toBe(0);
    expect((await check())[0]).toBe(0);
  });

  it.each([
    ['fails on a new error', 'process: {stages: [{id: offer}]}\n', 'error process/stage-without-exit', 1],
    [
      'fails on a new warning',
      'execution: {coaching: {playbooks: [{skill: diagnose}]}}\nmethod: {skills: [{id: diagnose, behaviors: [Asks]}]}\n',
      'warning coaching/offline-playbook',
      1,
    ],
    [
      'passes with a new finding of less weight',
      'execution: {coaching: {focus: [skill, deal]}}\n',
      'coaching/narrow-focus',
      0,
    ],
  ])('%s', async (_, yaml, finding, code) => {
    const { said, declare, check } = await start();
    expect(said).toContain('It fails on a new error or warning');
    await declare(yaml);
    const [exitCode, printed] = await check({}, '--verbose');
    expect([exitCode, printed.replaceAll(/\s+/g, ' ')]).toEqual([code, expect.stringContaining(finding)]);
  });
});
