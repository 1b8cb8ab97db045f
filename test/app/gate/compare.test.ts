/**
 * `check --against --max-drop` holds against somebody who wants to get round it in a pull request.
 * Longer than 200 lines: one way round after another.
 */
import { mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clearCaches } from '#app/gate/run-gate.ts';
import { runCommand } from '../../support/command.ts';
import { makeEmptyFolder } from '../../support/folder.ts';
import { type Repository, makeRepository, runGit, wrapRepository } from '../../io/git/repository.ts';

const strong = await readFile('examples/tarnbeck-cooling/sales-system.yaml', 'utf8');
const weak = strong.replaceAll(/^.*sellerGain.*\n/gm, '').replace(/^ {4}boundaries:\n(?: {6}.*\n)+/m, '');
const harbor = await readFile('examples/harbor-instruments/answers.yaml', 'utf8');
const fernlatch = await readFile('examples/fernlatch/answers.yaml', 'utf8');
const system = 'sales-system.yaml';
const drop = ['--against', 'main', '--max-drop', '0', '--fail-severity', 'never'];
const settings = (text: string): string => `kind: config\nschemaVersion: 1\n${text}\n`;

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
  args: readonly string[] = drop,
  input = '',
): Promise<readonly [code: number | null, said: string]> {
  clearCaches();
  const { exitCode, stdout, stderr } = await runCommand(['check', '--as-of', '2026-11-29', ...args], {
    cwd: folder,
    input,
  });
  return [exitCode, `${stdout}${stderr}`.replaceAll(/\s+(?:\| )?/g, ' ')];
}

const fell = (file: string): string => `The overall score of ${file} fell by`;
const lost = (file: string): string => `${file} has a score in main, but is no longer checked.`;

describe('a limited drop of a system', () => {
  it('is measured behind a folder that became a link', async () => {
    const base = await makeBase({ [`sales/${system}`]: strong });
    await base.git('mv', 'sales', 'sales2');
    await symlink('sales2', join(base.folder, 'sales'));
    await base.save(`sales2/${system}`, weak);
    const said = await check(base);
    expect(said).toEqual([1, expect.stringContaining(fell(`sales2/${system}`))]);
    expect(said[1]).not.toContain('is no longer checked');
    expect(await check(base, [`sales/${system}`, ...drop])).toEqual([
      1,
      expect.stringContaining(fell(`sales/${system}`)),
    ]);
  });

  it('is measured behind a file that became a link, and a link that leads elsewhere', async () => {
    const base = await makeBase({ [system]: strong, [`south/${system}`]: weak });
    await rm(join(base.folder, system));
    await symlink(`south/${system}`, join(base.folder, system));
    await base.commit();
    expect(await check(base, [system, ...drop])).toEqual([1, expect.stringContaining(fell(system))]);
    expect(await check(base)).toEqual([1, expect.stringContaining(lost(system))]);

    const linked = await makeBase({ 'north.yaml': strong, 'south.yaml': weak });
    await linked.git('checkout', '--quiet', 'main');
    await symlink('north.yaml', join(linked.folder, system));
    await linked.commit();
    await linked.git('checkout', '--quiet', '-B', 'work');
    await rm(join(linked.folder, system));
    await symlink('south.yaml', join(linked.folder, system));
    await linked.commit();
    expect(await check(linked, [system, ...drop])).toEqual([1, expect.stringContaining(fell(system))]);
  });

  it('fails for a file that is gone on the disk only', async () => {
    const base = await makeBase({ [system]: strong, [`south/${system}`]: strong });
    await rm(join(base.folder, system));
    expect(await check(base)).toEqual([1, expect.stringContaining(lost(system))]);
    await base.write('new.sales-system.yaml', weak);
    expect(await check(base)).toEqual([1, expect.stringContaining(lost(system))]);
    expect(await check(base, ['south', ...drop])).toEqual([0, expect.not.stringContaining(lost(system))]);
  });

  it('fails for a file that a sparse checkout leaves out', async () => {
    const base = await makeBase({ [`north/${system}`]: strong, [`south/${system}`]: strong });
    await base.git('sparse-checkout', 'set', 'south');
    expect(await check(base)).toEqual([1, expect.stringContaining(lost(`north/${system}`))]);
  });

  it('is the stricter of both paths where a file moved', async () => {
    const base = await makeBase({
      [`north/${system}`]: strong,
      '.sales-audit.yaml': settings('against: main\noverrides: [{files: [north/**], maxDrop: 1}]'),
    });
    await mkdir(join(base.folder, 'south'));
    await base.git('mv', `north/${system}`, `south/${system}`);
    await base.save(`south/${system}`, weak);
    expect(await check(base, ['--fail-severity', 'never'])).toEqual([
      1,
      expect.stringContaining(fell(`south/${system}`)),
    ]);
  });

  it('is that of the path that a file left, also for one without a score', async () => {
    const base = await makeBase({
      [`north/${system}`]: strong,
      [`south/${system}`]: strong,
      '.sales-audit.yaml': settings('against: main\noverrides: [{files: [north/**], maxDrop: 1}]'),
    });
    await base.git('mv', `north/${system}`, 'south/note.yaml');
    await base.save('south/note.yaml', strong.replace('kind: sales-system', 'kind: report'));
    const [code, said] = await check(base, ['south', 'south/note.yaml', '--fail-severity', 'never']);
    expect(said).toContain('south/note.yaml has a score in main, but none now. A drop of its score is');
    expect(code).toBe(1);
  });

  it('lets a file move between settings', async () => {
    const base = await makeBase({
      [`north/${system}`]: strong,
      'north/.sales-audit.yaml': settings('preset: strict'),
      'north/other.sales-system.yaml': strong.replace('Tarnbeck', 'Other'),
    });
    await base.git('mv', `north/${system}`, system);
    await base.commit();
    expect(await check(base)).toEqual([0, expect.stringContaining(`${system} against main: 100.0 → 100.0`)]);
  });

  it('is judged in every repository that the arguments cover', async () => {
    const above = await makeEmptyFolder();
    for (const name of ['a', 'b']) {
      await runGit(above, ['init', '--quiet', name]);
      const { git, write, commit } = wrapRepository(join(above, name));
      await write(system, strong);
      await write(`south/${system}`, strong);
      await commit();
      await git('checkout', '--quiet', '-b', 'work');
    }
    expect(await check({ folder: above }, ['a', 'b', ...drop])).toEqual([
      0,
      expect.stringContaining('4 files'),
    ]);
    await rm(join(above, 'b', system));
    await wrapRepository(join(above, 'b')).commit();
    expect(await check({ folder: join(above, 'a') }, ['.', '../b', ...drop])).toEqual([
      1,
      expect.stringContaining(lost(`../b/${system}`)),
    ]);
    expect(await check({ folder: above }, ['a', 'b', ...drop])).toEqual([
      1,
      expect.stringContaining(lost(`b/${system}`)),
    ]);
  });

  it('fails for a deleted folder, under the settings of the root', async () => {
    const base = await makeBase({
      [`regions/north/${system}`]: strong,
      [`regions/south/${system}`]: strong,
      '.sales-audit.yaml': settings('against: main\nmaxDrop: 0'),
    });
    await rm(join(base.folder, 'regions/north'), { recursive: true });
    await base.commit();
    expect(await check({ folder: join(base.folder, 'regions') }, ['--fail-severity', 'never'])).toEqual([
      1,
      expect.stringContaining(lost(`north/${system}`)),
    ]);
  });

  it.each(['rename', 'link'])('takes no earlier settings from elsewhere, by a %s', async (how) => {
    const base = await makeBase({
      [system]: strong,
      'new.sales-system.yaml': strong.replace('Tarnbeck', 'Other'),
      'drafts/.sales-audit.yaml': settings('ignore: ["**/sales-system.yaml"]'),
    });
    if (how === 'link') await symlink('drafts/.sales-audit.yaml', join(base.folder, '.sales-audit.yaml'));
    else await rename(join(base.folder, 'drafts/.sales-audit.yaml'), join(base.folder, '.sales-audit.yaml'));
    await base.save(system, weak);
    expect(await check(base)).toEqual([1, expect.stringContaining(lost(system))]);
  });

  it('says that a new file was held against no limit', async () => {
    const base = await makeBase({ [system]: strong });
    await base.save(`a/${system}`, strong);
    expect(await check(base)).toEqual([
      0,
      expect.stringContaining(
        `a/${system} is not in main, so there is nothing to compare it with. Its drop is limited, but could not be measured.`,
      ),
    ]);
    expect((await check(base, ['--against', 'main']))[1]).not.toContain('Its drop is limited');
  });
});

describe('standard input', () => {
  const named = ['-', ...drop, '--stdin-filename', 'new.sales-system.yaml'];

  it('has to be named where a drop is limited', async () => {
    const base = await makeBase({ [system]: strong });
    expect(await check(base, ['-', ...drop], weak)).toEqual([2, expect.stringContaining('--stdin-filename')]);
    expect(await check(base, ['-', '--against', 'main'], strong)).toEqual([
      0,
      expect.stringContaining('Standard input has no name in main'),
    ]);
    expect(await check(base, ['-', ...drop, '--stdin-filename', system], weak)).toEqual([
      1,
      expect.stringContaining(fell(system)),
    ]);
  });

  it('under a new name is new only where no file is gone', async () => {
    const base = await makeBase({ [system]: strong });
    expect(await check(base, named, weak)).toEqual([0, expect.stringContaining('is not in main')]);
    await rename(join(base.folder, system), join(base.folder, 'other.txt'));
    expect(await check(base, named, weak)).toEqual([1, expect.stringContaining(lost(system))]);
  });
});

describe('what is compared with', () => {
  it('is named as it was given, and said to be the commit that is checked out', async () => {
    const base = await makeBase({ [system]: strong, 'before.yaml': strong });
    expect((await check(base, [system, '--against', 'file:before.yaml']))[1]).toContain(
      'sales-system.yaml against file:before.yaml: 100.0',
    );
    const note = 'ref:main is the commit that is checked out, so what is committed is compared with itself.';
    expect((await check(base, [system, '--against', 'ref:main']))[1]).toContain(note);
    await base.commit();
    expect((await check(base, [system, '--against', 'ref:main']))[1]).not.toContain(note);
  });

  it('is refused where it can be none', async () => {
    const base = await makeBase({ [system]: strong });
    for (const [args, said] of [
      [['--against-tip'], '--against-tip needs a revision to compare with.'],
      [['--against', ''], "argument '' is invalid"],
      [['--against', 'main', '--max-drop', '0x10'], '--max-drop takes a number from 0 to 100, not "0x10".'],
    ] as const)
      expect(await check(base, args)).toEqual([2, expect.stringContaining(said)]);
  });
});

describe('a limited drop of answers', () => {
  it('is measured by element where the score was unknown', async () => {
    const base = await makeBase({ 'answers.yaml': fernlatch });
    expect((await check(base))[1]).toContain('answers.yaml against main: unknown → unknown');
    await base.save('answers.yaml', fernlatch.replaceAll(/level: [1-3]/g, 'level: 0'));
    expect(await check(base)).toEqual([
      1,
      expect.stringMatching(/The score of \w+ of answers\.yaml fell by [\d.]+ \(from/),
    ]);
  });

  it('is also that of the shown score', async () => {
    const base = await makeBase({ 'answers.yaml': harbor });
    await base.save('answers.yaml', harbor.replaceAll(/^ {4}evidence:\n(?: {6}.*\n)+/gm, ''));
    const [code, said] = await check(base);
    expect(said).toContain('shown score: 35.8 → unknown');
    expect(said).toContain('The shown score of answers.yaml was 35.8 and is unknown now.');
    expect(code).toBe(1);
  });
});

describe('a limited drop under another model', () => {
  const own = (weights: string): string =>
    `kind: model\nschemaVersion: 1\nchanges:\n  practices:\n    stated-purpose: ${weights}\n`;
  const describing =
    'kind: model\nschemaVersion: 1\nmodel: {id: ours, version: 1.0.0, title: Ours, extends: sales-system@1}\n';

  it('could not be measured, and names the models', async () => {
    const base = await makeBase({ [system]: strong });
    await base.write('ours/model.yaml', describing);
    await base.write('ours/changes.yaml', own('{weight: 100}'));
    await base.save('.sales-audit.yaml', settings('model: ours'));
    expect(await check(base)).toEqual([
      1,
      expect.stringContaining(
        `${system} could not be compared with main: the model was sales-system 1.0.0 and is ours 1.0.0 now, with different content.`,
      ),
    ]);
    expect((await check(base, ['--against', 'main']))[0]).toBe(0);
    expect(await check(base, [...drop, '--model', 'shipped'])).toEqual([
      0,
      expect.stringContaining('Passed'),
    ]);
  });

  it('is measured with a model that did not change, and not with the folder of one that did', async () => {
    const base = await makeBase({
      [system]: strong,
      'ours/model.yaml': describing,
      'ours/changes.yaml': own('{weight: 2}'),
      '.sales-audit.yaml': settings('model: ours'),
    });
    for (const args of [[], ['--model', 'ours']]) expect((await check(base, [...drop, ...args]))[0]).toBe(0);
    await base.save('ours/changes.yaml', own('{weight: 100}'));
    for (const args of [[], ['--model', 'ours']])
      expect(await check(base, [...drop, ...args])).toEqual([
        1,
        expect.stringContaining('the model was ours 1.0.0 and is ours 1.0.0 now, with different content.'),
      ]);
  });

  it('refuses a folder with the name of a shipped model', async () => {
    const base = await makeBase({ [system]: strong, 'shipped/model.yaml': describing });
    expect(await check(base, [...drop, '--model', 'shipped'])).toEqual([
      2,
      expect.stringContaining('"shipped" is both a model that comes with the tool and a folder.'),
    ]);
  });
});
