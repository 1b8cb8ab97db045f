/** A pull request that weakens the settings, or moves a file out of them, does not do so without a word. */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clearCaches } from '#app/gate/run-gate.ts';
import { runCommand } from '../../support/command.ts';
import { type Repository, makeRepository } from '../../io/git/repository.ts';

const strong = await readFile('examples/tarnbeck-cooling/sales-system.yaml', 'utf8');
const weak = strong.replaceAll(/^.*sellerGain.*\n/gm, '').replace(/^ {4}boundaries:\n(?: {6}.*\n)+/m, '');
const system = 'sales-system.yaml';
const settings = (text: string): string => `kind: config\nschemaVersion: 1\n${text}\n`;
const floor = settings('against: main\nfailSeverity: never\nfloors: {score: 99}');

/** Makes a repository whose branch `main` has some files, with the branch `work` checked out. */
async function makeBase(files: Readonly<Record<string, string>>): Promise<Repository> {
  const repository = await makeRepository();
  for (const [path, text] of Object.entries(files)) await repository.write(path, text);
  await repository.commit();
  await repository.git('checkout', '--quiet', '-b', 'work');
  return repository;
}

/** Runs `check`. Returns its code and, with its line breaks removed, all that it prints. */
async function check(
  { folder }: Pick<Repository, 'folder'>,
  args: readonly string[] = [],
): Promise<readonly [code: number | null, said: string]> {
  clearCaches();
  const { exitCode, stdout, stderr } = await runCommand(['check', '--as-of', '2026-11-29', ...args], {
    cwd: folder,
  });
  return [exitCode, `${stdout}${stderr}`.replaceAll(/\s+(?:\| )?/g, ' ')];
}

describe('a floor of the score', () => {
  const missed = `The overall score of south/${system} is 97.7, below the floor of 99. That is the floor of north/${system}`;

  it.each<[name: string, args: string[], files: Readonly<Record<string, string>>]>([
    [
      'of an override',
      [],
      {
        '.sales-audit.yaml': settings(
          'against: main\nfailSeverity: never\noverrides: [{files: [north/**], floors: {score: 99}}]',
        ),
        'north/other.sales-system.yaml': strong,
      },
    ],
    ['of the settings of its old folder', [], { 'north/.sales-audit.yaml': floor }],
    [
      'where only its new folder is checked',
      ['south', '--fail-severity', 'never'],
      { 'north/.sales-audit.yaml': floor },
    ],
  ])('follows a file that moved: %s', async (_name, args, files) => {
    const base = await makeBase({ [`north/${system}`]: strong, ...files });
    await mkdir(join(base.folder, 'south'));
    await base.git('mv', `north/${system}`, `south/${system}`);
    await base.save(`south/${system}`, weak);
    const [code, said] = await check(base, args);
    expect(said).toContain(missed);
    expect(code).toBe(1);
  });
});

describe('settings that allow more than in the revision', () => {
  it('are named: in the same file', async () => {
    const before =
      'failSeverity: warning\nmaxDrop: 1\nmaxWarnings: 2\nfloors: {score: 50, elements: {method: 40}}\nmaxEvidenceAge: P1Y';
    const base = await makeBase({
      [system]: strong,
      '.sales-audit.yaml': settings(`against: main\nstaleBaseline: fail\n${before}`),
    });
    const after =
      'failSeverity: never\nmaxDrop: 10\nmaxEvidenceAge: P13M\nfloors: {score: 40}\nchecks: {process/missing-stages: off}';
    await base.save('.sales-audit.yaml', settings(`against: main\n${after}`));
    const [, said] = await check(base);
    expect(said).toContain(
      `${system}: the settings allow more than in main: failSeverity: warning → never, floors.score: 50 → 40, ` +
        'floors.elements.method: 40 → none, maxWarnings: 2 → none, maxDrop: 1 → 10, maxEvidenceAge: P1Y → P13M, ' +
        'staleBaseline: fail → none, process/missing-stages: error → off.',
    );
  });

  it.each([
    ['of all folders', []],
    ['of its folder', ['south']],
  ])('are named: in a new file that compares nothing, in a run %s', async (_name, args) => {
    const base = await makeBase({
      [`south/${system}`]: strong,
      [system]: strong,
      '.sales-audit.yaml': floor,
    });
    await base.write('south/.sales-audit.yaml', settings('preset: relaxed\nfailSeverity: never'));
    await base.save(`south/${system}`, weak);
    const [code, said] = await check(base, args);
    expect(said).toContain(
      `south/${system}: the settings allow more than in main: floors.score: 99 → none, against: main → none, `,
    );
    expect(said).toContain('more checks.');
    expect(code).toBe(0);
  });

  it.each<[what: string, then: string, now: string, args: string[]]>([
    [
      'stricter ones',
      'maxDrop: 5\nfloors: {score: 10}\nmaxEvidenceAge: P1Y',
      'maxDrop: 1\nfloors: {score: 20}\nmaxEvidenceAge: P12M',
      [],
    ],
    ['what the command line limits anyway', 'maxDrop: 1', 'maxDrop: 50', ['--max-drop', '1']],
  ])('do not include %s', async (_what, then, now, args) => {
    const base = await makeBase({
      [system]: strong,
      '.sales-audit.yaml': settings(`against: main\n${then}`),
    });
    await base.save('.sales-audit.yaml', settings(`against: main\n${now}`));
    expect((await check(base, args))[1]).not.toContain('allow more');
  });
});
