/** A baseline accepts a finding about several things for these, and not for more. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCommand } from '../../support/command.ts';
import { makeEmptyFolder } from '../../support/folder.ts';

const list = (count: number, entry: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => entry(index)).join(', ');

const leads = (count: number): string => list(count, (index) => `{ id: lead-${index}, status: active }`);
const inExecution = (text: string): string => `execution:\n  ${text}\n`;

/** A check, and a system with a number of faults that it finds together. */
const cases: readonly (readonly [check: string, make: (count: number) => string])[] = [
  [
    'measurement/too-many-leads',
    (count) => inExecution(`measurement: {segments: [{role: hunter, leads: [${leads(count)}]}]}`),
  ],
  [
    'measurement/one-size-fits-all',
    (count) => {
      const segments = list(count, (index) => `{role: role-${index}, tenure: new, leads: [${leads(1)}]}`);
      return inExecution(`measurement: {segments: [${segments}]}`);
    },
  ],
  [
    'leadership/flavor-of-the-month',
    (count) => {
      const initiatives = list(count, (index) => `{name: Push ${index}, start: 2026-10-01, serves: goal}`);
      return inExecution(`leadership: {initiatives: [${initiatives}]}`);
    },
  ],
  [
    'method/method-churn',
    (count) =>
      `method: {name: Now, replaced: [${list(count, (index) => `{name: Old ${index}, on: 2026-0${index + 1}-01}`)}]}\n`,
  ],
];

it.each(cases)('%s', async (check, make) => {
  const cwd = await makeEmptyFolder();
  const run = async (count: number, ...args: string[]): Promise<readonly string[]> => {
    const head = 'kind: sales-system\nschemaVersion: 1\norganization: {name: Acme}\n';
    await writeFile(join(cwd, 'sales-system.yaml'), head + make(count));
    const given = ['check', '--as-of', '2026-11-23', '--format', 'json', '--baseline', 'known.json', ...args];
    const { stdout } = await runCommand(given, { cwd });
    const { findings } = JSON.parse(stdout) as { findings: { check: string }[] };
    return findings.map((finding) => finding.check);
  };
  expect(await run(5, '--update-baseline')).not.toContain(check);
  expect(await run(5)).not.toContain(check);
  expect(await run(4)).not.toContain(check);
  expect(await run(6)).toContain(check);
});

it('keeps a baseline readable that accepts a crowd', async () => {
  const cwd = await makeEmptyFolder();
  const [, make] = cases[0] ?? ['', leads];
  const head = 'kind: sales-system\nschemaVersion: 1\norganization: {name: Acme}\n';
  await writeFile(join(cwd, 'sales-system.yaml'), head + make(500));
  const given = ['check', '--as-of', '2026-11-23', '--baseline', 'known.json'];
  await runCommand([...given, '--update-baseline'], { cwd });
  const { stdout, exitCode } = await runCommand([...given, '--format', 'json'], { cwd });
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ findings: [] });
});
