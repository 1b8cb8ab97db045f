/**
 * The gate never passes what it could not look at: every setting, with each thing that can be missing, gives an exit
 * code and a reason.
 * Longer than 200 lines: a table.
 */
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, realpath, rename, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { clearCaches } from '#app/gate/run-gate.ts';
import { type Printed, runCommand } from '../../support/command.ts';
import { makeEmptyFolder } from '../../support/folder.ts';
import { withLocked } from '../../support/locked.ts';
import { type Repository, runGit, wrapRepository } from '../../io/git/repository.ts';

const strong = await readFile('examples/tarnbeck-cooling/sales-system.yaml', 'utf8');
const weak = strong.replaceAll(/^.*sellerGain.*\n/gm, '').replace(/^ {4}boundaries:\n(?: {6}.*\n)+/m, '');
const system = 'sales-system.yaml';
const settings = (text: string): string => `kind: config\nschemaVersion: 1\n${text}\n`;

/** A repository whose branch `main` has a strong system, checked out on the branch `work`. */
let prepared = '';

beforeAll(async () => {
  prepared = await mkdtemp(join(await realpath(tmpdir()), 'sales-audit-'));
  await runGit(prepared, ['init', '--quiet']);
  const { git, save } = wrapRepository(prepared);
  await save(system, strong, '2026-11-01');
  await git('checkout', '--quiet', '-b', 'work');
});

afterAll(() => rm(prepared, { recursive: true }));

/** Copies the repository, or only the system where git makes no difference. */
async function copyRepository(hasGit: boolean): Promise<Repository> {
  const folder = await makeEmptyFolder();
  const repository = wrapRepository(folder);
  if (hasGit) await cp(prepared, folder, { recursive: true });
  else await repository.write(system, strong);
  return repository;
}

/** Groups of cases that need no git, which takes long. */
const withoutGit = new Set([
  'a baseline',
  'a baseline of a finding about several roles',
  'settings',
  'settings beside a file',
  'settings for some files',
  'a model',
  'a file',
  'a reminder',
  'a waiver',
  'a limit that nothing is held against',
  'a part of the files',
  'a run for GitHub',
]);

const writeStale = ({ write }: Repository, file = system): Promise<void> =>
  write(
    'known.json',
    JSON.stringify({
      kind: 'baseline',
      schemaVersion: 1,
      findings: [{ check: 'process/missing-stages', file, identity: '/process/stages' }],
    }),
  );

/** Writes a system in which some roles are not coached, after a baseline of one in which others are not. */
const coachOnly = async (
  { write, folder: cwd }: Repository,
  before: readonly string[] | undefined,
  after: readonly string[],
): Promise<void> => {
  const without = (roles: readonly string[]): string => {
    const coached = ['other', 'farmer', 'hunter'].filter((role) => !roles.includes(role));
    return [
      'kind: sales-system\nschemaVersion: 1\norganization: {name: A}\nunits: [{id: gulf}]',
      'roles: [{id: farmer}, {id: hunter}, {id: other}]\nexecution:\n  coaching:\n    cadence:',
      ...coached.map((role) => `      - {unit: gulf, role: ${role}, every: P2W, minutes: 45}`),
      '',
    ].join('\n');
  };
  if (before !== undefined) {
    await write(system, without(before));
    await runCommand(['check', '--baseline', 'known.json', '--update-baseline'], { cwd });
  }
  await write(system, without(after));
};

const prune = ({ folder: cwd }: Repository): Promise<Printed> =>
  runCommand(['check', '--baseline', 'known.json', '--prune-baseline'], { cwd });

const waiver = `waivers:
  - rule: philosophy/one-sided-win
    path: /philosophy/purpose
    reason: Being asked in the teams
    owner: Ilse Brandt
    until: 2026-12-01
`;

/** Writes answers that claim a purpose, and a system that has none. */
const writeContradiction = async ({ write }: Repository): Promise<void> => {
  await write(system, 'kind: sales-system\nschemaVersion: 1\norganization: {name: Acme}\n');
  await write(
    'answers.yaml',
    [
      'kind: answers',
      'schemaVersion: 1',
      'model: {id: sales-system, version: 1.0.0}',
      'organization: {name: Acme}',
      'respondent: {role: leader}',
      'startedOn: 2026-11-20',
      'scope: full',
      'answers:',
      '  philosophy.stated-purpose.heard: {level: 4}',
      '',
    ].join('\n'),
  );
};

const contradictionEntry = JSON.stringify({
  kind: 'baseline',
  schemaVersion: 1,
  findings: [
    {
      check: 'answers/contradicts-system',
      file: 'answers.yaml',
      identity: '/answers/philosophy.stated-purpose.heard/level',
    },
  ],
});

/** A run of `check`, what is prepared for it, and what it has to answer. */
interface Case {
  readonly name: string;
  readonly given?: (repository: Repository) => Promise<unknown>;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** A file or folder that nobody may read during the run. */
  readonly locked?: string;
  /** The code, and a part of what is printed, or several. */
  readonly exits: readonly [code: number, ...says: readonly string[]];
  /** Parts that must not be printed. */
  readonly never?: readonly string[];
}

const drop = ['--against', 'main', '--max-drop', '0'];
const minimal = 'kind: sales-system\nschemaVersion: 1\norganization: {name: A}\n';

/** Moves a file out of the one folder whose settings limit its drop. */
const moveOut = async ({ folder, git, save, write, commit }: Repository): Promise<void> => {
  await git('checkout', '--quiet', 'main');
  await write('north/.sales-audit.yaml', settings('against: main\nmaxDrop: 0'));
  await git('rm', '--quiet', system);
  await save(`north/${system}`, strong);
  await git('checkout', '--quiet', '-B', 'work');
  await mkdir(join(folder, 'south'));
  await git('mv', `north/${system}`, `south/${system}`);
  await commit();
};

/** Removes the content of the system from a repository that says it is a partial clone. */
const leaveOutContent = async ({ folder, write }: Repository): Promise<void> => {
  const config = await readFile(join(folder, '.git/config'), 'utf8');
  const partial = [
    '[core]\n\trepositoryformatversion = 1',
    '[extensions]\n\tpartialClone = origin',
    '[remote "origin"]\n\tpromisor = true\n\turl = https://example.invalid/sales.git\n',
  ];
  await write('.git/config', config + partial.join('\n'));
  const id = createHash('sha1')
    .update(`blob ${Buffer.byteLength(strong)}\0${strong}`)
    .digest('hex');
  await rm(join(folder, '.git/objects', id.slice(0, 2), id.slice(2)));
  await write(system, weak);
};

/** Removes every commit. */
const forgetCommits = async ({ folder }: Repository): Promise<void> => {
  await rm(join(folder, '.git/refs/heads'), { recursive: true });
};

const overlay =
  'kind: model\nschemaVersion: 1\nmodel: {id: own, version: 1.0.0, title: Own, extends: sales-system@1}\n';

const weaken = ({ save }: Repository): Promise<void> => save(system, weak);
const remove = ({ folder }: Repository, file: string): Promise<void> => rm(join(folder, file));

const cases: Readonly<Record<string, readonly Case[]>> = {
  'a limited drop': [
    {
      name: 'below a folder that nobody may read',
      given: ({ save }) => save(`north/${system}`, weak),
      locked: 'north',
      args: drop,
      exits: [2, 'Cannot read the folder north: permission denied.'],
    },
    { name: 'of the same score', args: drop, exits: [0, 'against main: 100.0 → 100.0'] },
    { name: 'that happened', given: weaken, args: drop, exits: [1, 'fell by'] },
    {
      name: 'without anything to compare with',
      args: ['--max-drop', '2'],
      exits: [2, 'there is nothing to compare with', '--against'],
    },
    {
      name: 'of the settings, without anything to compare with',
      given: ({ write }) => write('.sales-audit.yaml', settings('maxDrop: 2')),
      args: [],
      exits: [2, 'there is nothing to compare with'],
    },
    {
      name: 'of a renamed file',
      given: async ({ git, commit }) => {
        await git('mv', system, 'south.sales-system.yaml');
        await commit();
      },
      args: drop,
      exits: [0, 'south.sales-system.yaml against main: 100.0 → 100.0'],
    },
    {
      name: 'of a file that was renamed and weakened',
      given: async ({ git, save }) => {
        await git('mv', system, 'south.sales-system.yaml');
        await save('south.sales-system.yaml', weak);
      },
      args: drop,
      exits: [1, 'south.sales-system.yaml fell by'],
    },
    {
      name: 'of a file that was moved to a folder that compares nothing, and weakened',
      given: async (repository) => {
        await moveOut(repository);
        await repository.save(`south/${system}`, weak);
      },
      args: [],
      exits: [1, `The overall score of south/${system} fell by`],
    },
    {
      name: 'of a file that was moved to another folder and weakened, where only that folder is checked',
      given: async (repository) => {
        await moveOut(repository);
        await repository.save(`south/${system}`, weak);
      },
      args: ['south'],
      exits: [1, `The overall score of south/${system} fell by`],
    },
    {
      name: 'of another folder, which names a revision that is not there',
      given: async ({ write, save }) => {
        await write('north/.sales-audit.yaml', settings('against: nowhere\nmaxDrop: 0'));
        await save(`west/${system}`, weak);
      },
      args: ['west', '--fail-severity', 'never'],
      exits: [0, 'moved out of the folder of north/.sales-audit.yaml could not be determined'],
    },
    {
      name: 'of a file in a folder that nothing was moved to, where only that folder is checked',
      given: async (repository) => {
        await moveOut(repository);
        await repository.save(`west/${system}`, weak);
      },
      args: ['west', '--fail-severity', 'never'],
      exits: [0, 'Passed'],
      never: ['moved out'],
    },
    {
      name: 'of a file that was moved to a folder that compares nothing',
      given: moveOut,
      args: [],
      exits: [0, `south/${system} against main: 100.0 → 100.0`],
    },
    {
      name: 'of the only file of a folder with settings, which was deleted',
      given: async (repository) => {
        await moveOut(repository);
        await repository.git('rm', '--quiet', '-r', 'south');
        await repository.save(`west/${system}`, minimal);
      },
      args: ['--fail-severity', 'never'],
      exits: [1, `north/${system} has a score in main, but is no longer checked.`],
    },
    {
      name: 'of a file that was renamed without telling git',
      given: async ({ folder }) => rename(join(folder, system), join(folder, `south.${system}`)),
      args: drop,
      exits: [1, `${system} has a score in main, but is no longer checked. If it was renamed, stage that`],
    },
    {
      name: 'of a file that was renamed so that nobody checks it',
      given: async ({ git, save }) => {
        await git('mv', system, 'notes.txt');
        await save(
          'other.sales-system.yaml',
          'kind: sales-system\nschemaVersion: 1\norganization: {name: A}\n',
        );
      },
      args: [...drop, '--fail-severity', 'never'],
      exits: [1, `${system} has a score in main, but is no longer checked.`],
    },
    {
      name: 'of a deleted file',
      given: async (repository) => {
        await remove(repository, system);
        await repository.save(
          'other.sales-system.yaml',
          'kind: sales-system\nschemaVersion: 1\norganization: {name: A}\n',
        );
      },
      args: [...drop, '--fail-severity', 'never'],
      exits: [1, `${system} has a score in main, but is no longer checked.`],
    },
    {
      name: 'of a deleted folder with settings of its own',
      given: async ({ git, folder, save }) => {
        await git('checkout', '--quiet', 'main');
        await save(`south/${system}`, strong);
        await save('south/.sales-audit.yaml', settings('preset: strict'));
        await git('checkout', '--quiet', '-B', 'work');
        await rm(join(folder, 'south', system));
        await save('notes.txt', '');
      },
      args: drop,
      exits: [1, `south/${system} has a score in main, but is no longer checked.`],
    },
    {
      name: 'of a deleted file outside of what is checked',
      given: async (repository) => {
        await remove(repository, system);
        await repository.save(
          'a/sales-system.yaml',
          'kind: sales-system\nschemaVersion: 1\norganization: {name: A}\n',
        );
      },
      args: ['a', ...drop, '--fail-severity', 'never'],
      exits: [0, 'is not in main'],
    },
    {
      name: 'of a file that the settings ignore now',
      given: async ({ save }) => {
        await save('other.sales-system.yaml', strong);
        await save('.sales-audit.yaml', settings('ignore: [sales-system.yaml]'));
      },
      args: drop,
      exits: [1, `${system} has a score in main, but is no longer checked.`],
    },
    {
      name: 'of a file that the settings always ignored',
      given: async ({ git, save }) => {
        await git('checkout', '--quiet', 'main');
        await save('.sales-audit.yaml', settings('ignore: [sales-system.yaml]'));
        await git('checkout', '--quiet', '-B', 'work');
        await save(system, weak);
        await save('other.sales-system.yaml', strong);
      },
      args: drop,
      exits: [0, 'other.sales-system.yaml is not in main'],
    },
    {
      name: 'of a file that settings with the other ending always ignored',
      given: async ({ git, save }) => {
        await git('checkout', '--quiet', 'main');
        await save('.sales-audit.yml', settings('ignore: [sales-system.yaml]'));
        await git('checkout', '--quiet', '-B', 'work');
        await save(system, weak);
        await save('other.sales-system.yaml', strong);
      },
      args: drop,
      exits: [0, 'other.sales-system.yaml is not in main'],
    },
    {
      name: 'of a file that has another kind now',
      given: ({ save }) => save(system, settings('preset: strict')),
      args: [system, ...drop],
      exits: [1, `${system} has a score in main, but none now.`],
    },
    {
      name: 'since a state that cannot be read',
      given: async ({ git, save }) => {
        await git('checkout', '--quiet', 'main');
        await save(system, 'kind: sales-system\nschemaVersion: 1\n');
        await git('checkout', '--quiet', '-B', 'work');
        await save(system, weak);
      },
      args: drop,
      exits: [1, 'could not be compared with main'],
    },
    {
      name: 'since a file of another kind',
      given: ({ write }) => write('before.yaml', settings('')),
      args: [system, '--against', 'before.yaml', '--max-drop', '0'],
      exits: [1, 'could not be compared with before.yaml'],
    },
    {
      name: 'of a new file beside the old one',
      given: ({ save }) => save('a/sales-system.yaml', strong),
      args: drop,
      exits: [0, 'a/sales-system.yaml is not in main'],
    },
  ],
  'a comparison without a limit': [
    {
      name: 'with a deleted file',
      given: async (repository) => {
        await remove(repository, system);
        await repository.save('a/sales-system.yaml', strong);
      },
      args: ['--against', 'main'],
      exits: [0, 'a/sales-system.yaml against main'],
    },
    {
      name: 'with a state that cannot be read',
      given: ({ write }) => write('before.yaml', settings('')),
      args: [system, '--against', 'before.yaml'],
      exits: [0, 'could not be compared with before.yaml'],
    },
  ],
  'a revision': [
    { name: 'that is not there', args: ['--against', 'nowhere'], exits: [2, 'There is no commit "nowhere"'] },
    {
      name: 'with the name of a file',
      given: ({ write }) => write('main', weak),
      args: drop,
      exits: [2, '"main" is both a revision and a file.', 'ref:main or file:main'],
    },
    {
      name: 'with the name of a file, said to be the revision',
      given: async (repository) => {
        await repository.write('main', weak);
        await weaken(repository);
      },
      args: ['--against', 'ref:main', '--max-drop', '0'],
      exits: [1, 'fell by'],
    },
    {
      name: 'with the name of a file, said to be the file',
      given: async (repository) => {
        await repository.write('main', weak);
        await weaken(repository);
      },
      args: ['--against', 'file:main', '--max-drop', '0'],
      exits: [0, '→'],
    },
    {
      name: 'that is said to be a file',
      args: ['--against', 'file:main'],
      exits: [2, 'Cannot read main'],
    },
    {
      name: 'that is a branch and a tag',
      given: ({ git }) => git('tag', 'main', 'work'),
      args: drop,
      exits: [2, '"main" is the name of a branch and of a tag.', 'refs/heads/main'],
    },
    {
      name: 'that went on after this branch left it',
      given: async ({ git, save }) => {
        await save(system, weak);
        await git('checkout', '--quiet', '-B', 'old');
        await git('checkout', '--quiet', '-B', 'main');
        await save(system, strong);
        await git('checkout', '--quiet', 'old');
      },
      args: drop,
      exits: [0, 'against main (where this branch left it, '],
    },
    {
      name: 'that went on, with its tip',
      given: async ({ git, save }) => {
        await save(system, weak);
        await git('checkout', '--quiet', '-B', 'old');
        await git('checkout', '--quiet', '-B', 'main');
        await save(system, strong);
        await git('checkout', '--quiet', 'old');
      },
      args: [...drop, '--against-tip'],
      exits: [1, 'fell by'],
    },
    {
      name: 'without a commit in common',
      given: async ({ git, commit }) => {
        await git('checkout', '--quiet', '--orphan', 'alone');
        await commit();
      },
      args: drop,
      exits: [2, 'have no common commit', '--against-tip'],
    },
    {
      name: 'without git',
      given: async () => vi.stubEnv('PATH', await makeEmptyFolder()),
      args: drop,
      exits: [2, 'git is not installed'],
    },
    {
      name: 'outside a repository',
      given: async ({ folder }) => rm(join(folder, '.git'), { recursive: true }),
      args: drop,
      exits: [2, 'this is not a git repository'],
    },
  ],
  'a clone': [
    {
      name: 'without older commits, of which one is needed',
      given: async (repository) => {
        await weaken(repository);
        const { folder, write } = repository;
        await write('.git/shallow', await readFile(join(folder, '.git/refs/heads/work'), 'utf8'));
      },
      args: drop,
      exits: [2, '"main" and this branch have no common commit in this clone.', 'fetch the whole history'],
    },
    {
      name: 'without the branch of the settings',
      given: ({ write }) => write('.sales-audit.yaml', settings('against: origin/main\nmaxDrop: 0')),
      args: [],
      exits: [2, 'There is no commit "origin/main" in this repository.', 'A shallow clone lacks'],
    },
    {
      name: 'without the contents of the commit',
      given: leaveOutContent,
      args: drop,
      exits: [
        2,
        `Cannot read ${system} in commit`,
        'If this is a partial clone, fetch the whole repository.',
      ],
    },
    {
      name: 'without the contents of the commit, where nothing was asked of it',
      given: leaveOutContent,
      args: [],
      exits: [0, 'lacks the contents of older commits'],
    },
    { name: 'without a commit', given: forgetCommits, args: drop, exits: [2, 'There is no commit "main"'] },
    {
      name: 'without a commit, where nothing was asked of it',
      given: forgetCommits,
      args: [],
      exits: [0, 'Passed'],
    },
  ],
  git: [
    {
      name: 'that is missing, with a limit in the settings',
      given: async ({ write }) => {
        await write('.sales-audit.yaml', settings('against: main\nmaxDrop: 0'));
        vi.stubEnv('PATH', await makeEmptyFolder());
      },
      args: [],
      exits: [2, 'so there is nothing to compare with: git is not installed'],
    },
    {
      name: 'that is missing, with a revision in the settings',
      given: async ({ write }) => {
        await write('.sales-audit.yaml', settings('against: main'));
        vi.stubEnv('PATH', await makeEmptyFolder());
      },
      args: [system],
      exits: [2, 'so there is nothing to compare with: git is not installed'],
    },
    {
      name: 'that is missing, where nothing was asked of it',
      given: async () => vi.stubEnv('PATH', await makeEmptyFolder()),
      args: [],
      exits: [0, 'so ignored files were checked too: git is not installed.'],
    },
    {
      name: 'that refuses the repository, where nothing was asked of it',
      given: ({ write }) => write('.git/HEAD', 'nothing\n'),
      args: [system],
      exits: [0, `${system}: git cannot read this repository: not a git repository`],
    },
    {
      name: 'that refuses the repository, where a revision was named',
      given: ({ write }) => write('.git/HEAD', 'nothing\n'),
      args: drop,
      exits: [2, 'so there is nothing to compare with: not a git repository', 'file:'],
    },
    {
      name: 'that refuses the repository, with settings in its root',
      given: async ({ write }) => {
        await write('.git/HEAD', 'nothing\n');
        await write('.sales-audit.yaml', settings('floors: {score: 100, elements: {philosophy: 100}}'));
        await write(`a/${system}`, weak);
      },
      args: [`a/${system}`],
      exits: [1, 'below the floor of 100'],
    },
  ],
  'a waiver': [
    {
      name: 'of a check that does not exist',
      given: ({ write }) => write(system, `${strong}${waiver.replace('one-sided-win', 'one-sided-wim')}`),
      args: [],
      exits: [1, 'There is no check `philosophy/one-sided-wim`', 'Did you mean `philosophy/one-sided-win`?'],
    },
    {
      name: 'to copy',
      given: ({ write }) => write(system, strong.replaceAll(/^.*sellerGain.*\n/gm, '')),
      args: ['--verbose'],
      exits: [
        0,
        'Waiver: - {rule: philosophy/one-sided-win, path: "/philosophy/purpose/sellerGain", reason: , owner: , until: }',
      ],
    },
  ],
  'a part of the files': [
    {
      name: 'with answers that the system beside them contradicts',
      given: writeContradiction,
      args: ['answers.yaml', '--verbose'],
      exits: [0, 'answers/contradicts-system'],
    },
    {
      name: 'with a baseline of what takes the other part to see',
      given: async (repository) => {
        await writeContradiction(repository);
        await rm(join(repository.folder, system));
        await repository.write('known.json', contradictionEntry);
      },
      env: { CI: 'true' },
      args: ['answers.yaml', '--baseline', 'known.json', '--prune-baseline'],
      exits: [0, 'Every entry of known.json is still needed.'],
    },
  ],
  'a run for GitHub': [
    {
      name: 'with settings that cannot be read',
      given: ({ write }) => write('.sales-audit.yaml', settings('presets: strict')),
      args: ['--format', 'github'],
      exits: [2, '::error file=.sales-audit.yaml,line=3,col=1,title=document/invalid::There is no key'],
    },
    {
      name: 'with a usage error',
      args: ['--format', 'github', '--max-drop', '2'],
      exits: [2, '::error title=sales-audit::A drop of the score is limited'],
    },
  ],
  'a reminder': [
    {
      name: 'at the strictest settings',
      given: ({ write }) => write(system, `${strong.replaceAll(/^.*sellerGain.*\n/gm, '')}${waiver}`),
      args: ['--preset', 'strict', '--fail-severity', 'info', '--max-warnings', '0', '--verbose'],
      exits: [0, 'ends in 8 days'],
    },
    {
      name: 'that the settings give a severity',
      given: async ({ write }) => {
        await write(system, `${strong.replaceAll(/^.*sellerGain.*\n/gm, '')}${waiver}`);
        await write('.sales-audit.yaml', settings('checks: {waiver/ending: error}'));
      },
      args: [],
      exits: [1, 'error waiver/ending'],
    },
  ],
  'a baseline of a repository': [
    {
      name: 'with an entry of a file that a sparse checkout leaves out',
      given: async (repository) => {
        await repository.save(`a/${system}`, strong);
        await writeStale(repository);
        await repository.git('sparse-checkout', 'set', 'a', '--no-cone');
      },
      env: { CI: 'true' },
      args: ['--baseline', 'known.json', '--prune-baseline'],
      exits: [
        0,
        'Every entry of known.json is still needed.',
        `Not checked: ${system} is left out by the sparse checkout.`,
      ],
    },
    {
      name: 'of the settings, outside of the repository through a link',
      given: async ({ folder, write }) => {
        await symlink('..', join(folder, 'up'));
        await write('.sales-audit.yaml', settings('baseline: up/known.json'));
      },
      args: ['--update-baseline'],
      exits: [2, 'The baseline up/known.json of .sales-audit.yaml is outside the repository.', '--baseline'],
    },
  ],
  'a baseline of a finding about several roles': [
    {
      name: 'of which one more fails',
      given: (repository) => coachOnly(repository, ['farmer'], ['farmer', 'hunter']),
      args: ['--baseline', 'known.json'],
      exits: [1, 'Coaching for `farmer` and `hunter` in `gulf` has no schedule'],
    },
    {
      name: 'of which one less fails',
      given: (repository) => coachOnly(repository, ['farmer', 'hunter'], ['farmer']),
      args: ['--baseline', 'known.json'],
      exits: [0, 'No longer needed in the baseline'],
    },
    {
      name: 'of which one less fails, pruned',
      given: async (repository) => {
        await coachOnly(repository, ['farmer', 'hunter'], ['farmer']);
        const { stderr } = await prune(repository);
        expect(stderr).toContain('Removed 1 entry');
        await coachOnly(repository, undefined, ['farmer', 'hunter']);
      },
      args: ['--baseline', 'known.json'],
      exits: [1, 'Coaching for `farmer` and `hunter` in `gulf` has no schedule'],
    },
  ],
  'a baseline': [
    {
      name: 'with an entry of a file that nobody may look at',
      given: async (repository) => {
        await repository.write(`a/${system}`, strong);
        await writeStale(repository, `a/${system}`);
      },
      locked: 'a',
      args: [system, '--baseline', 'known.json', '--prune-baseline'],
      exits: [0, 'Every entry of known.json is still needed.'],
    },
    {
      name: 'of the settings, outside of their folder',
      given: ({ write }) => write('.sales-audit.yaml', settings('baseline: ../known.json')),
      args: ['--update-baseline'],
      exits: [2, '`../known.json` is outside the folder of this file.', '--baseline'],
    },
    {
      name: 'with an entry that nothing needs',
      given: writeStale,
      args: ['--baseline', 'known.json'],
      exits: [0, 'No longer needed in the baseline'],
    },
    {
      name: 'with an entry that nothing needs, in CI',
      given: writeStale,
      env: { CI: 'true' },
      args: ['--baseline', 'known.json'],
      exits: [1, '1 entry of the baseline matches no finding anymore', '--prune-baseline'],
    },
    {
      name: 'with an entry that nothing needs, in CI, as the settings let pass',
      given: async (repository) => {
        await writeStale(repository);
        await repository.write('.sales-audit.yaml', settings('staleBaseline: pass'));
      },
      env: { CI: 'true' },
      args: ['--baseline', 'known.json'],
      exits: [0, 'No longer needed in the baseline'],
    },
    {
      name: 'with an entry that nothing needs, as the settings let fail',
      given: async (repository) => {
        await writeStale(repository);
        await repository.write('.sales-audit.yaml', settings('staleBaseline: fail'));
      },
      args: ['--baseline', 'known.json'],
      exits: [1, '1 entry of the baseline'],
    },
    {
      name: 'that is pruned',
      given: writeStale,
      env: { CI: 'true' },
      args: ['--baseline', 'known.json', '--prune-baseline'],
      exits: [0, 'Removed 1 entry from known.json.'],
    },
    {
      name: 'that is pruned and not there',
      args: ['--baseline', 'known.json', '--prune-baseline'],
      exits: [2, 'Cannot read known.json'],
    },
    {
      name: 'to prune that nobody named',
      args: ['--prune-baseline'],
      exits: [2, 'There is no baseline to prune.'],
    },
    {
      name: 'to prune and to update',
      args: ['--baseline', 'known.json', '--prune-baseline', '--update-baseline'],
      exits: [2, 'use one of the two'],
    },
    {
      name: 'that is updated',
      given: async (repository) => {
        await writeStale(repository);
        await repository.write(system, weak);
      },
      args: ['--baseline', 'known.json', '--update-baseline'],
      exits: [0, 'Wrote 2 findings to known.json: 2 new, 1 gone.'],
    },
    {
      name: 'with an entry of a file that the run was not given',
      given: async (repository) => {
        await writeStale(repository);
        await repository.write(`a/${system}`, strong);
      },
      env: { CI: 'true' },
      args: [`a/${system}`, '--baseline', 'known.json'],
      exits: [0, 'Passed'],
    },
    {
      name: 'of standard input',
      args: ['-', '--baseline', 'known.json', '--update-baseline'],
      exits: [2, 'A baseline cannot name standard input.', '--stdin-filename'],
    },
    {
      name: 'that is not there',
      args: ['--baseline', 'known.json'],
      exits: [2, 'Cannot read known.json: there is no such file.'],
    },
    {
      name: 'of the settings that is not there',
      given: ({ write }) => write('.sales-audit.yaml', settings('baseline: known.json')),
      args: [],
      exits: [2, 'Cannot read known.json: there is no such file.', '--update-baseline'],
    },
    {
      name: 'of the settings that is about to be written',
      given: ({ write }) => write('.sales-audit.yaml', settings('baseline: known.json')),
      args: ['--update-baseline'],
      exits: [0, 'Wrote 0 findings to known.json'],
    },
    {
      name: 'that is a folder',
      given: ({ folder }) => mkdir(join(folder, 'known.json')),
      args: ['--baseline', 'known.json'],
      exits: [2, 'it is not a file'],
    },
    {
      name: 'that is no baseline',
      given: ({ write }) => write('known.json', '{}'),
      args: ['--baseline', 'known.json'],
      exits: [2, 'document/invalid'],
    },
  ],
  'settings beside a file': [
    {
      name: 'that are stricter than those of the root',
      given: async ({ write }) => {
        await write(`south/${system}`, weak);
        await write('south/.sales-audit.yaml', settings('floors: {score: 100}'));
      },
      args: [],
      exits: [1, `south/${system} is`, 'below the floor of 100'],
    },
    {
      name: 'with a baseline of their own',
      given: async (repository) => {
        await repository.write(
          `south/${system}`,
          'kind: sales-system\nschemaVersion: 1\norganization: {name: A}\n',
        );
        await repository.write('south/.sales-audit.yaml', settings('baseline: known.json'));
        await runCommand(['check', 'south', '--update-baseline'], { cwd: repository.folder });
      },
      args: [],
      exits: [0, 'Passed: 0 errors', 'in 2 files'],
    },
    {
      name: 'whose baseline is not there',
      given: async ({ write }) => {
        await write(`south/${system}`, strong);
        await write('south/.sales-audit.yaml', settings('baseline: known.json'));
      },
      args: [],
      exits: [2, 'Cannot read south/known.json'],
    },
    {
      name: 'that cannot be read',
      given: async ({ write }) => {
        await write(`south/${system}`, strong);
        await write('south/.sales-audit.yaml', 'kind: [');
      },
      args: [],
      exits: [2, 'south/.sales-audit.yaml'],
    },
    {
      name: 'with the other ending',
      given: async ({ write }) => {
        await write(`south/${system}`, weak);
        await write('south/.sales-audit.yml', settings('floors: {score: 100}'));
      },
      args: [],
      exits: [1, 'below the floor of 100'],
    },
    {
      name: 'with both endings',
      given: async ({ write }) => {
        await write(`south/${system}`, strong);
        await write('south/.sales-audit.yaml', settings('preset: strict'));
        await write('south/.sales-audit.yml', settings('preset: strict'));
      },
      args: [],
      exits: [2, 'south/.sales-audit.yaml and south/.sales-audit.yml differ only in their ending'],
    },
    {
      name: 'that do not reach a neighbor',
      given: async ({ write }) => {
        await write(`north/${system}`, weak);
        await write(`south/${system}`, strong);
        await write('south/.sales-audit.yaml', settings('floors: {score: 100}'));
      },
      args: [],
      exits: [0, 'in 3 files'],
    },
  ],
  'settings for some files': [
    {
      name: 'with floors of their own',
      given: async ({ write }) => {
        await write(`north/${system}`, strong);
        await write(`south/${system}`, weak);
        await write(
          '.sales-audit.yaml',
          settings('overrides: [{files: [south/**], floors: {score: 100, elements: {philosophy: 100}}}]'),
        );
      },
      args: [],
      exits: [1, `The overall score of south/${system} is`, `The score of philosophy of south/${system} is`],
    },
    {
      name: 'of which later ones win, key by key',
      given: async ({ write }) => {
        await write(`south/${system}`, weak);
        await write(
          '.sales-audit.yaml',
          settings(
            [
              'floors: {score: 100}',
              'overrides:',
              '  - {files: [south], floors: {score: 0, elements: {philosophy: 100}}}',
              '  - {files: ["**/sales-system.yaml"], floors: {elements: {philosophy: 0}}}',
            ].join('\n'),
          ),
        );
      },
      args: [],
      exits: [0, 'in 2 files'],
    },
    {
      name: 'under options of the command line',
      given: ({ write }) =>
        write('.sales-audit.yaml', settings('overrides: [{files: ["**"], floors: {score: 0}}]')),
      args: [system, '--min-score', '100', '--min-element', 'process=100'],
      exits: [0, 'Passed'],
    },
    {
      name: 'with a severity of their own',
      given: async ({ write }) => {
        await write(system, weak);
        await write(
          '.sales-audit.yaml',
          settings('overrides: [{files: ["*.yaml"], checks: {philosophy/one-sided-win: error}}]'),
        );
      },
      args: [],
      exits: [1, 'error philosophy/one-sided-win'],
    },
    {
      name: 'that limit a drop without anything to compare with',
      given: ({ write }) =>
        write('.sales-audit.yaml', settings('overrides: [{files: [south/**], maxDrop: 2}]')),
      args: [],
      exits: [2, 'there is nothing to compare with'],
    },
    {
      name: 'with a misspelled check, a misspelled element and a pattern that leads out',
      given: ({ write }) =>
        write(
          '.sales-audit.yaml',
          settings(
            'overrides: [{files: [../a], checks: {method/missing-methods: error}, floors: {elements: {metod: 1}}}]',
          ),
        ),
      args: [],
      exits: [2, 'Did you mean `method/missing-method`?', 'Did you mean `method`?', 'is outside the folder'],
    },
    {
      name: 'that change nothing',
      given: ({ write }) => write('.sales-audit.yaml', settings('overrides: [{files: [south/**]}]')),
      args: [],
      exits: [2, 'names files and no setting'],
    },
  ],
  settings: [
    {
      name: 'that are a link to nothing',
      given: ({ folder }) => symlink('nowhere.yaml', join(folder, '.sales-audit.yaml')),
      args: [],
      exits: [2, 'Cannot read .sales-audit.yaml: there is no such file.'],
    },
    { name: 'that are not there', args: ['--config', 'none.yaml'], exits: [2, 'Cannot read none.yaml'] },
    {
      name: 'that are a folder',
      given: ({ folder }) => mkdir(join(folder, '.sales-audit.yaml')),
      args: [],
      exits: [2, 'it is not a file'],
    },
    {
      name: 'that cannot be read',
      given: ({ write }) => write('.sales-audit.yaml', 'kind: ['),
      args: [],
      exits: [2, '.sales-audit.yaml'],
    },
  ],
  'a limit that nothing is held against': [
    {
      name: 'of the command line, of answers',
      args: [system, '--min-coverage', '0.8', '--min-in-place', '3', '--max-evidence-age', 'P12M'],
      exits: [
        1,
        'No answers were checked, so the minimum coverage of 0.8 was not applied.',
        'so the minimum of 3 elements in place was not applied.',
        'so the maximum age of evidence of P12M was not applied.',
      ],
    },
    {
      name: 'of the command line, of scores',
      given: ({ write }) => write('own.yaml', settings('preset: strict')),
      args: ['own.yaml', '--min-score', '50', '--min-element', 'method=50'],
      exits: [
        1,
        'No file with a score was checked, so the minimum score of 50 was not applied.',
        'so the minimum score of 50 for method was not applied.',
      ],
    },
    {
      name: 'of the settings',
      given: ({ write }) => write('.sales-audit.yaml', settings('floors: {coverage: 0.8}')),
      args: [],
      exits: [1, 'No answers were checked, so the minimum coverage of 0.8 was not applied.'],
    },
    {
      name: 'of answers that cannot be read',
      given: ({ write }) => write('answers.yaml', 'kind: answers\nschemaVersion: 1\n'),
      args: [system, 'answers.yaml', '--min-coverage', '0.8'],
      exits: [1, 'The key `answers` is missing'],
      never: ['No answers were checked'],
    },
    {
      name: 'of the settings, with a file of any kind that is no YAML',
      given: async ({ write }) => {
        await write('.sales-audit.yaml', settings('floors: {score: 50, coverage: 0.8}'));
        await write('answers.yaml', 'kind: [');
      },
      args: ['answers.yaml'],
      exits: [1],
      never: ['was not applied'],
    },
    {
      name: 'of the settings, in a part of their folder',
      given: ({ write }) =>
        write(
          '.sales-audit.yaml',
          settings('floors: {coverage: 0.8}\noverrides: [{files: [south/**], floors: {score: 50}}]'),
        ),
      args: [system],
      exits: [0, 'No answers were checked, so the minimum coverage of 0.8 was not applied.', 'Passed'],
      never: ['south/**'],
    },
    {
      name: 'of an override that names no file',
      given: ({ write }) =>
        write('.sales-audit.yaml', settings('overrides: [{files: [sout/**], floors: {score: 50}}]')),
      args: [],
      exits: [1, 'Override for sout/**: No file that it names was checked.'],
    },
    {
      name: 'of an override for other files',
      given: ({ write }) =>
        write('.sales-audit.yaml', settings('overrides: [{files: ["*"], floors: {inPlace: 2}}]')),
      args: [],
      exits: [1, 'Override for *: No answers were checked'],
    },
    {
      name: 'because the settings ignore all that was named',
      given: ({ write }) => write('.sales-audit.yaml', settings('ignore: [sales-system.yaml]')),
      args: [system, '--min-score', '50'],
      exits: [1, 'No file with a score was checked, so the minimum score of 50 was not applied.'],
    },
  ],
  'a model': [
    { name: 'that is not there', args: ['--model', 'none'], exits: [2, 'There is no folder none'] },
    {
      name: 'of the settings that is not there',
      given: ({ write }) => write('.sales-audit.yaml', settings('model: none')),
      args: [],
      exits: [2, 'none'],
    },
    {
      name: 'that nobody may read',
      given: ({ write }) => write('own/model.yaml', overlay),
      locked: 'own',
      args: [system, '--model', 'own'],
      exits: [2, 'own: permission denied.'],
    },
    {
      name: 'of which nobody may read a file',
      given: ({ write }) => write('own/model.yaml', overlay),
      locked: 'own/model.yaml',
      args: [system, '--model', 'own'],
      exits: [2, 'Cannot read own/model.yaml: permission denied.'],
    },
    {
      name: 'of the settings that is no model',
      given: async ({ write }) => {
        await write('own/model.yaml', 'kind: [');
        await write('.sales-audit.yaml', settings('model: own\nfloors: {score: 50}'));
      },
      args: [system],
      exits: [2, 'own/model.yaml:1:'],
    },
    {
      name: 'of the settings that is no model, with a limit',
      given: async ({ write }) => {
        await write('own/model.yaml', 'kind: model\n');
        await write('.sales-audit.yaml', settings('model: own\nagainst: file:sales-system.yaml\nmaxDrop: 0'));
      },
      args: [system],
      exits: [2, 'own/model.yaml:1:'],
    },
  ],
  'a file': [
    {
      name: 'in a folder that nobody may read',
      given: ({ write }) => write(`north/${system}`, weak),
      locked: 'north',
      args: [],
      exits: [2, '/north: permission denied.', 'Make it readable'],
    },
    {
      name: 'in a folder that nobody may read, with a limit',
      given: ({ write }) => write(`north/${system}`, weak),
      locked: 'north',
      args: ['--min-score', '50'],
      exits: [2, '/north: permission denied.'],
    },
    {
      name: 'that nobody may read, with a name of its own',
      given: ({ write }) => write('north.yaml', weak),
      locked: 'north.yaml',
      args: [],
      exits: [2, 'Cannot read north.yaml: permission denied.'],
    },
    {
      name: 'whose kind is misspelled',
      given: ({ write }) => write('north.yaml', weak.replace('kind: sales-system', 'kind: sales_system')),
      args: [],
      exits: [0, 'Not checked: north.yaml has a `kind` that looks misspelled.'],
    },
    {
      name: 'that says its kind late, with a name in capitals',
      given: ({ write }) => write('NORTH.YAML', `${'# A long comment\n'.repeat(500)}${strong}`),
      args: [],
      exits: [0, 'in 2 files'],
    },
    {
      name: 'that an earlier run wrote, and a pattern matches',
      given: ({ write }) =>
        write('gate.json', '{"verdict":{"ok":true},"generator":{"name":"sales-audit","version":"1.0.0"}}'),
      args: ['*.yaml', '*.json'],
      exits: [0, 'Not checked: gate.json is an output of an earlier run.', 'in 1 file'],
    },
    {
      name: 'that an earlier run wrote, and nothing else',
      given: ({ write }) => write('gate.json', '[{"check_name":"a/b","fingerprint":"1"}]'),
      args: ['gate.json'],
      exits: [2, 'There is nothing to check here', 'gate.json is an output of an earlier run.'],
    },
    {
      name: 'that the settings ignore, named beside another',
      given: async ({ write }) => {
        await write(`north/${system}`, weak);
        await write('.sales-audit.yaml', settings('ignore: [north/**]'));
      },
      args: [system, `north/${system}`],
      exits: [0, `Not checked: the settings ignore north/${system}.`, 'in 1 file'],
    },
    { name: 'that is not there', args: ['none.yaml'], exits: [2, 'Nothing matches "none.yaml"'] },
    {
      name: 'that is not there, beside one that is',
      args: [system, 'none.yaml'],
      exits: [2, 'Nothing matches "none.yaml"'],
    },
    {
      name: 'that the settings ignore, named alone as a hook does',
      given: ({ write }) => write('.sales-audit.yaml', settings('ignore: [sales-system.yaml]')),
      args: [system],
      exits: [0, `Not checked: the settings ignore ${system}.`, 'in 0 files'],
    },
    {
      name: 'that the settings ignore, where nothing else is',
      given: ({ write }) => write('.sales-audit.yaml', settings('ignore: [sales-system.yaml]')),
      args: [],
      exits: [2, `There is nothing to check here: the settings ignore ${system}.`],
    },
    {
      name: 'of another tool with a name of ours',
      given: async ({ write }) => {
        await write('home.report.json', '{"lighthouseVersion": "12.0.0"}');
        await write('report.yaml', 'apiVersion: v1\nkind: Report\n');
      },
      args: [],
      exits: [0, 'Not checked: home.report.json, report.yaml do not say that they are answers or a report'],
    },
    {
      name: 'that an earlier run wrote, and this one writes again',
      given: ({ write }) => write('report.json', '{"verdict": {}}'),
      args: ['--output', 'json=report.json'],
      exits: [0, 'in 1 file'],
      never: ['Not checked'],
    },
    {
      name: 'with a name of ours that is misspelled inside',
      given: ({ write }) => write('answers.yaml', 'kind: anwsers\nschemaVersion: 1\n'),
      args: [],
      exits: [1, 'answers.yaml'],
    },
    {
      name: 'that cannot be read as a document',
      given: ({ write }) => write(system, 'kind: ['),
      args: ['--fail-severity', 'never'],
      exits: [1, 'document/invalid'],
    },
  ],
};

afterEach(() => {
  vi.unstubAllEnvs();
});

describe.each(Object.entries(cases))('%s', (group, rows) => {
  it.each(rows.map((row) => [row.name, row] as const))(
    '%s',
    async (_, { given, args, env, locked, exits, never }) => {
      const repository = await copyRepository(!withoutGit.has(group));
      await given?.(repository);
      clearCaches();
      const [code, ...says] = exits;
      const run = (): Promise<Printed> =>
        runCommand(['check', '--as-of', '2026-11-23', ...args], {
          cwd: repository.folder,
          ...(env !== undefined && { env }),
        });
      const printed = await (locked === undefined ? run() : withLocked(repository.folder, locked, run));
      // Lines of the text report are wrapped, with a bar in front.
      const all = `${printed.stdout}${printed.stderr}`.replaceAll(/\s+(?:\| )?/g, ' ');
      for (const part of says) expect(all).toContain(part);
      for (const part of never ?? []) expect(all).not.toContain(part);
      expect(printed.exitCode).toBe(code);
    },
  );
});
