import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Printed, runCommand } from '../../support/command.ts';
import { makeEmptyFolder } from '../../support/folder.ts';

const strong = await readFile('examples/tarnbeck-cooling/sales-system.yaml', 'utf8');
// Two stages without an exit: two open findings of one check.
const weak = `# Read this first.
kind: sales-system
schemaVersion: 1
organization: { name: Acme } # in flow style
process:
  stages:
    - id: meet
    - id: offer
`;
const check = 'process/stage-without-exit';
const decision = [
  '--reason',
  'Six customers are asked: yes',
  '--owner',
  'Priya Nair',
  '--until',
  '2027-01-31',
];

let cwd: string;
const path = (): string => join(cwd, 'sales-system.yaml');

beforeEach(async () => {
  cwd = await makeEmptyFolder();
  await writeFile(path(), weak);
});

function run(...args: readonly string[]): Promise<Printed> {
  return runCommand(['check', 'sales-system.yaml', '--as-of', '2026-11-23', ...args], { cwd });
}

describe('a waiver of nothing', () => {
  it.each([
    ['process/stages/meet', '/process/stages/meet'],
    ['/proces/stage/offer/exit', '/process/stages/offer/exit'],
    ['/somewhere/else', undefined],
  ])('at %s is told the nearest path', async (given, near) => {
    const waiver = `{rule: ${check}, path: ${given}, reason: New, owner: Priya Nair, until: 2027-01-31}`;
    await writeFile(path(), `${weak}waivers: [${waiver}]\n`);
    const { stdout } = await run('--format', 'json');
    const report = JSON.parse(stdout) as { findings: { check: string; fix: string }[] };
    const fix = report.findings.find((finding) => finding.check === 'waiver/unused')?.fix;
    expect(fix).toBe(
      near === undefined
        ? 'Remove the waiver, or correct its `path` if the finding only moved.'
        : `Did you mean \`path: ${near}\`? Or remove the waiver.`,
    );
  });
});

describe('check --waive', () => {
  it('writes a waiver for each open finding of a check, and judges the file anew', async () => {
    const { stdout, stderr } = await run('--waive', check, ...decision, '--format', 'json');
    expect(stderr).toBe('Wrote 2 waivers to sales-system.yaml, until 2027-01-31.\n');
    expect(await readFile(path(), 'utf8')).toBe(`${weak}waivers:
  - rule: process/stage-without-exit
    path: /process/stages/meet/exit
    reason: "Six customers are asked: yes"
    owner: Priya Nair
    until: "2027-01-31"
  - rule: process/stage-without-exit
    path: /process/stages/offer/exit
    reason: "Six customers are asked: yes"
    owner: Priya Nair
    until: "2027-01-31"
`);
    const { findings } = JSON.parse(stdout) as { findings: { check: string }[] };
    expect(
      findings.filter((finding) => finding.check === check || finding.check.startsWith('waiver/')),
    ).toEqual([]);
  });

  it('accepts only what is at a place or below it', async () => {
    await run('--waive', `${check}=/process/stages/offer`, ...decision);
    const text = await readFile(path(), 'utf8');
    expect(text.slice(weak.length)).toMatch(
      /^waivers:\n {2}- rule: \S+\n {4}path: \/process\/stages\/offer\n/,
    );
    expect((await run('--format', 'json')).stdout).toContain('"identity": "/process/stages/meet/exit"');
  });

  it('adds to the waivers that are there, and keeps comments', async () => {
    const before = strong.replaceAll(/^.*sellerGain.*\n/gm, '');
    const first = `${before}waivers: # agreed in May\n  - {rule: a/b, path: /, reason: r, owner: o, until: 2027-01-01}\n`;
    await writeFile(path(), first);
    const { stderr } = await run('--waive', 'philosophy/one-sided-win', ...decision);
    expect(stderr).toMatch(/^Wrote 1 waiver /);
    expect((await readFile(path(), 'utf8')).startsWith(first)).toBe(true);
  });

  it.each<[name: string, args: readonly string[], says: string]>([
    ['without a reason', ['--waive', check, ...decision.slice(2)], '--waive needs --reason.'],
    ['with a blank owner', ['--waive', check, ...decision, '--owner', ' '], '--waive needs --owner.'],
    ['without an end', ['--waive', check, ...decision.slice(0, 4)], '--waive needs --until.'],
    [
      'that has ended',
      ['--waive', check, ...decision, '--until', '2026-11-22'],
      'a date from today to at most 2 years',
    ],
    ['that ends too late', ['--waive', check, ...decision, '--until', '2029-01-01'], 'at most 2 years ahead'],
    ['until no day', ['--waive', check, ...decision, '--until', 'May'], 'not "May"'],
    ['of another check', ['--waive', `${check}s`, ...decision], `Did you mean ${check}?`],
    ['at another place', ['--waive', `${check}=/execution`, ...decision], 'at /execution.'],
    ['at no place', ['--waive', `${check}=process`, ...decision], 'starts with a slash'],
    ['of a waiver', ['--waive', 'waiver/expired', ...decision], 'Nothing accepts waiver/expired.'],
    ['of standard input', ['-', '--waive', check, ...decision], '--waive cannot write to standard input.'],
    ['of nothing', ['--reason', 'x'], '--reason works only with --waive.'],
  ])('refuses a waiver %s, and changes nothing', async (_name, args, says) => {
    const { stderr, exitCode } = await run(...args);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(says)]);
    expect(await readFile(path(), 'utf8')).toBe(weak);
  });

  it('changes nothing if the file is invalid', async () => {
    await writeFile(path(), `${weak}proces: {}\n`);
    const { exitCode, stderr } = await run('--waive', check, ...decision);
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringContaining('No declared system has an open finding'),
    ]);
    expect(await readFile(path(), 'utf8')).toBe(`${weak}proces: {}\n`);
  });
});
