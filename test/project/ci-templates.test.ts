/** Longer than 200 lines: all CI integrations share one scratch repository. */
import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { baselineFile } from '#app/init/templates/config.ts';
import { listFilesToWrite } from '#app/init/templates/index.ts';
import { workflowPaths, workflows } from '#app/init/templates/workflow.ts';
import manifest from '../../package.json' with { type: 'json' };
import { bin } from '../support/package/built.ts';
import { pack } from '../support/package/packed.ts';
import { findExternalFaults } from '../support/schema/external-schema.ts';
import { makeEmptyFolder } from '../support/folder.ts';

interface Step {
  readonly id?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

async function readYaml<T>(path: string): Promise<T> {
  return parse(await readFile(path, 'utf8')) as T;
}

/** A repository with the built command on the PATH. */
interface Scratch {
  readonly cwd: string;
  readonly env: Record<string, string>;
  sh(
    script: string,
    env?: Readonly<Record<string, string>>,
  ): Promise<{ readonly code: number; readonly out: string }>;
  put(name: string, text: string): Promise<void>;
  /** Adds a command to the PATH. */
  command(name: string, script: string): Promise<void>;
}

async function makeScratch({ installed = true } = {}): Promise<Scratch> {
  const root = await makeEmptyFolder();
  const cwd = join(root, 'work');
  const own = join(root, 'bin');
  await mkdir(cwd);
  await mkdir(own);
  await mkdir(join(root, 'temp'));
  await symlink(process.execPath, join(own, 'node'));
  if (installed) await symlink(bin, join(own, 'sales-audit'));
  const env = {
    PATH: `${own}:/usr/bin:/bin`,
    HOME: root,
    LANG: 'C.UTF-8',
    RUNNER_TEMP: join(root, 'temp'),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'Test',
    GIT_AUTHOR_EMAIL: 'test@example.com',
    GIT_COMMITTER_NAME: 'Test',
    GIT_COMMITTER_EMAIL: 'test@example.com',
    PRE_COMMIT_HOME: join(root, 'pre-commit'),
  };
  const sh: Scratch['sh'] = (script, more = {}) =>
    new Promise((done) => {
      const args = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', `exec 2>&1 </dev/null\n${script}`];
      execFile('bash', args, { cwd, env: { ...env, ...more } }, (error, out) =>
        done({ code: error === null ? 0 : Number(error.code), out }),
      );
    });
  const put = (name: string, text: string): Promise<void> => writeFile(join(cwd, name), text);
  const command = (name: string, script: string): Promise<void> =>
    writeFile(join(own, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  expect(await sh('git init -q .')).toMatchObject({ code: 0 });
  return { cwd, env, sh, put, command };
}

const weak = 'kind: sales-system\nschemaVersion: 1\norganization: {name: Harbor Instruments}\n';

/** Runs the steps of the action as a runner does: fills in expressions, passes outputs on, stops at the first failure. */
async function runAction(
  { sh, env, cwd }: Scratch,
  inputs: Readonly<Record<string, string>>,
): Promise<{ code: number; out: string; outputs: Record<string, string> }> {
  const action = await readYaml<Action>('action.yml');
  const values = new Map([['github.action_path', resolve('.')]]);
  for (const [name, { default: usual = '' }] of Object.entries(action.inputs))
    values.set(`inputs.${name}`, inputs[name] ?? usual);
  const fillIn = (text: string): string =>
    text.replace(/\$\{\{ (\S+) \}\}/g, (_, name: string) => values.get(name) ?? '');
  let log = '';
  let code = 0;
  for (const [index, step] of action.runs.steps.entries()) {
    const file = join(env['RUNNER_TEMP'] ?? '', `output-${index}`);
    await writeFile(file, '');
    const own = Object.entries(step.env ?? {}).map(([name, text]) => [name, fillIn(text)] as const);
    const ended = await sh(step.run ?? '', { ...Object.fromEntries(own), GITHUB_OUTPUT: file });
    log += ended.out;
    code = ended.code;
    for (const line of (await readFile(file, 'utf8')).split('\n').filter(Boolean)) {
      const [name = '', ...value] = line.split('=');
      values.set(`steps.${step.id}.outputs.${name}`, value.join('='));
    }
    if (code !== 0) break;
  }
  const outputs = Object.entries(action.outputs).map(([name, { value }]) => [name, fillIn(value)] as const);
  return { code, out: log.replaceAll(cwd, '~'), outputs: Object.fromEntries(outputs) };
}

describe('third-party schemas', () => {
  it('accept the action', async () => {
    expect(await findExternalFaults('github-action', await readYaml('action.yml'))).toEqual([]);
  });

  it('accept the pre-commit hooks', async () => {
    const hooks = await readYaml('.ci/pre-commit/.pre-commit-hooks.yaml');
    expect(await findExternalFaults('pre-commit-hooks', hooks)).toEqual([]);
  });

  it('accept the example workflow and the workflows of init', async () => {
    expect(await findExternalFaults('github-workflow', await readYaml('docs/ci/github.yml'))).toEqual([]);
    const text = workflows.github({ version: '1.2.3' });
    expect(await findExternalFaults('github-workflow', parse(text))).toEqual([]);
  });

  it('reject a fault', async () => {
    expect(
      await findExternalFaults('github-action', { name: 'x', runs: { using: 'composite' } }),
    ).not.toEqual([]);
    expect(
      await findExternalFaults('github-workflow', { on: 'push', jobs: { a: { steps: [] } } }),
    ).not.toEqual([]);
    expect(await findExternalFaults('pre-commit-hooks', [{ id: 'x' }])).not.toEqual([]);
  });
});

describe('the action', () => {
  it('passes inputs to scripts only through the environment', async () => {
    for (const { run } of (await readYaml<Action>('action.yml')).runs.steps) expect(run).not.toContain('${{');
  });

  it('fails on findings, annotates them and writes a SARIF file', async () => {
    const place = await makeScratch();
    await place.put('sales-system.yaml', weak);
    const { code, out, outputs } = await runAction(place, { version: 'local' });
    expect(code).toBe(1);
    expect(out).toContain('::error file=sales-system.yaml,line=1');
    expect(outputs['exit-code']).toBe('1');
    const sarif: unknown = JSON.parse(await readFile(outputs['sarif'] ?? '', 'utf8'));
    expect(sarif).toMatchObject({ version: '2.1.0' });
  });

  it('passes the files that init writes', async () => {
    const place = await makeScratch();
    expect(await place.sh('sales-audit init --yes --ci none --organization Acme')).toMatchObject({ code: 0 });
    const { code, outputs } = await runAction(place, { version: 'local' });
    expect([code, outputs['exit-code']]).toEqual([0, '0']);
  });

  it('accepts paths with spaces, a config file and more arguments', async () => {
    const place = await makeScratch();
    await place.put('our system.yaml', weak);
    await place.put('other.yaml', weak);
    await place.put('own.yaml', 'kind: config\nschemaVersion: 1\nfailSeverity: never\n');
    const passed = await runAction(place, {
      version: 'local',
      paths: 'our system.yaml\r\nother.yaml\n',
      config: 'own.yaml',
    });
    expect(passed.code).toBe(0);
    expect(passed.out).toContain('our system.yaml:');
    expect(passed.out).toContain('other.yaml:');
    const strict = { version: 'local', paths: 'other.yaml', config: 'own.yaml' };
    const failed = await runAction(place, { ...strict, args: '--min-score 50  --max-warnings 100' });
    expect([failed.code, failed.outputs['exit-code']]).toEqual([1, '1']);
  });

  it('exits with 2 if there is nothing to check, and never reads a path as an option', async () => {
    const place = await makeScratch();
    const { code, outputs } = await runAction(place, { version: 'local' });
    expect([code, outputs]).toEqual([2, { 'exit-code': '2', sarif: '' }]);
    const asPath = await runAction(place, { version: 'local', paths: '--help' });
    expect([asPath.code, asPath.out]).toEqual([2, expect.stringContaining('Nothing matches "--help"')]);
  });

  it('installs exactly the requested version, and nothing that is not a version', async () => {
    const place = await makeScratch({ installed: false });
    const target = join(place.cwd, '..', 'bin', 'sales-audit');
    await place.command('npm', `echo "npm $*"; ln -s ${bin} ${target}`);
    await place.put('sales-system.yaml', weak);
    const { code, out } = await runAction(place, { version: '1.2.3' });
    expect(code).toBe(1);
    expect(out).toMatch(/^npm install --global .*sales-audit@1\.2\.3\n/);
    for (const version of ['../evil', '1.0.0; id', 'git+https://example.com/x', '1.0.0 other']) {
      const refused = await runAction(place, { version });
      expect([refused.code, refused.out]).toEqual([2, expect.stringMatching(/^::error /)]);
    }
  });

  it('installs its own version by default, so that one ref pins both', async () => {
    const place = await makeScratch({ installed: false });
    const target = join(place.cwd, '..', 'bin', 'sales-audit');
    await place.command('npm', `echo "npm $*"; ln -s ${bin} ${target}`);
    await place.put('sales-system.yaml', weak);
    const { out } = await runAction(place, {});
    expect(out.split('\n')[0]).toBe(
      `npm install --global --no-audit --no-fund --loglevel=error sales-audit@${manifest.version}`,
    );
  });

  it('splits arguments as a shell does, and expands nothing', async () => {
    const place = await makeScratch({ installed: false });
    const target = join(place.cwd, '..', 'bin', 'sales-audit');
    await place.command('npm', `printf '#!/bin/sh\nprintf "<%%s>" "$@"\n' >${target}; chmod +x ${target}`);
    const args = `--config "our rules.yaml" --baseline='a b.json'\n--max-drop 2 $HOME * $(id) "it's"`;
    const { code, out } = await runAction(place, { args });
    expect([code, out]).toEqual([
      0,
      expect.stringContaining(
        "<--config><our rules.yaml><--baseline=a b.json><--max-drop><2><$HOME><*><$(id)><it's><-->",
      ),
    ]);
    const open = await runAction(place, { args: '--config "our rules.yaml' });
    expect([open.code, open.outputs['exit-code'], open.out]).toEqual([
      2,
      '2',
      expect.stringContaining('args has a quote that is not closed'),
    ]);
    expect((await runAction(place, { args: ' \n ' })).out).toMatch(/sarif=[^>]*><-->/);
  });

  it('prefers a local installation', async () => {
    const place = await makeScratch({ installed: false });
    expect(await place.sh('mkdir -p node_modules/.bin')).toMatchObject({ code: 0 });
    await symlink(bin, join(place.cwd, 'node_modules/.bin/sales-audit'));
    await place.put('sales-system.yaml', weak);
    expect((await runAction(place, { version: 'local' })).code).toBe(1);
  });
});

/** Replaces `npx --yes sales-audit@VERSION …` by the built command, because tests have no network. */
const npx = `[ "$1" = --yes ] && [ "$2" = sales-audit@${manifest.version} ] || exit 90
shift 2
exec sales-audit "$@"`;

describe('the workflows of init', () => {
  it.each(['github', 'gitlab'] as const)(
    'pass on %s on the first push and fail on what is new',
    async (ci) => {
      const place = await makeScratch();
      await place.command('npx', npx);
      expect(await place.sh(`sales-audit init --yes --organization Acme --ci ${ci}`)).toMatchObject({
        code: 0,
      });
      expect(await place.sh('git add -A && git commit -qm Start')).toMatchObject({ code: 0 });
      const { script, env } = await readGateCommand(place.cwd, ci);
      expect(await place.sh(script, env)).toMatchObject({ code: 0 });
      await place.sh(`printf 'process:\\n  stages:\\n    - id: offer\\n' >>sales-system.yaml`);
      const failed = await place.sh(script, env);
      expect(failed).toMatchObject({ code: 1, out: expect.stringContaining('process/stage-without-exit') });
    },
  );

  it.each(['github', 'gitlab'] as const)(
    'check a folder of the repository from its root on %s',
    async (ci) => {
      const place = await makeScratch();
      await place.command('npx', npx);
      const made = await place.sh(
        `mkdir -p "our sales/it's" && sales-audit init --yes --organization Acme --ci ${ci} --dir "our sales/it's"`,
      );
      expect(made).toMatchObject({ code: 0 });
      const { script, env } = await readGateCommand(place.cwd, ci);
      const passed = await place.sh(script, env);
      expect(passed).toMatchObject({
        code: 0,
        out: expect.stringContaining("our sales/it's/sales-system.yaml"),
      });
    },
  );

  it('pass reports to GitLab even if the check fails', async () => {
    const place = await makeScratch();
    await place.command('npx', npx);
    await place.sh('sales-audit init --yes --organization Acme --ci gitlab');
    await place.put('.sales-audit.yaml', 'kind: config\nschemaVersion: 1\n');
    const { script, env } = await readGateCommand(place.cwd, 'gitlab');
    expect(await place.sh(script, env)).toMatchObject({ code: 1 });
    const report = await readFile(join(place.cwd, 'gl-code-quality-report.json'), 'utf8');
    const quality: unknown = JSON.parse(report);
    expect(quality).toContainEqual(expect.objectContaining({ check_name: 'philosophy/missing-purpose' }));
    expect(await readFile(join(place.cwd, 'sales-audit-junit.xml'), 'utf8')).toContain('<testsuites');
  });

  it('equal those in the documentation', async () => {
    const text = await readFile('docs/ci/gitlab.yml', 'utf8');
    expect(text).toBe(workflows.gitlab({ version: manifest.version }));
  });

  it('leave an existing pipeline unchanged, or create one', () => {
    const scaffold = {
      organization: { name: 'Acme', isAssumed: false },
      roles: [],
      units: [],
      learned: undefined,
      folder: '',
      version: '1.2.3',
      schemaUrl: (kind: string) => kind,
    };
    const names = (ci: 'gitlab' | 'none', hasPipeline: boolean): string[] => [
      ...listFilesToWrite({ ...scaffold, ci, hasPipeline }).keys(),
    ];
    expect(names('gitlab', true)).not.toContain('.gitlab-ci.yml');
    expect(names('gitlab', false)).toContain('.gitlab-ci.yml');
    expect(names('none', false)).toEqual(['sales-system.yaml', '.sales-audit.yaml']);
  });
});

type Variables = Readonly<Record<string, string>>;

/** Reads the command that a CI system would run, and its variables. */
async function readGateCommand(
  folder: string,
  ci: 'github' | 'gitlab',
): Promise<{ readonly script: string; readonly env: Variables }> {
  if (ci === 'github') {
    const workflow = await readYaml<{ jobs: Record<string, { env: Variables; steps: Step[] }> }>(
      join(folder, workflowPaths.github),
    );
    const job = workflow.jobs['sales-audit'];
    return { script: job?.steps.at(-1)?.run ?? '', env: job?.env ?? {} };
  }
  const pipeline = await readYaml<{ include: { local: string }[] }>(join(folder, '.gitlab-ci.yml'));
  interface Job {
    readonly script: readonly string[];
    readonly variables: Variables;
    readonly artifacts: { readonly reports: unknown };
  }
  const jobs = await readYaml<Record<string, Job>>(join(folder, pipeline.include[0]?.local ?? ''));
  const job = jobs['sales-audit'];
  expect(job?.artifacts.reports).toEqual({
    codequality: 'gl-code-quality-report.json',
    junit: 'sales-audit-junit.xml',
  });
  return { script: job?.script.join('\n') ?? '', env: job?.variables ?? {} };
}

describe('pins of the workflows of init', () => {
  /** Regular expression of both presets of Renovate, for the lines that it can contain here. */
  const pin =
    /# renovate: datasource=(?<datasource>[a-zA-Z0-9-._]+?) depName=(?<depName>[^\s]+?)\s+[A-Za-z0-9_]+?_VERSION\s*:\s*["']?(?<currentValue>.+?)["']?\s/;

  it.each(['github', 'gitlab'] as const)('are where Renovate reads them: %s', (ci) => {
    const text = workflows[ci]({ version: '1.2.3' });
    expect(pin.exec(text)?.groups).toEqual({
      datasource: 'npm',
      depName: 'sales-audit',
      currentValue: '1.2.3',
    });
    expect(text.match(/1\.2\.3/g)).toHaveLength(1);
  });

  it('are in files that its presets look at', () => {
    expect(workflowPaths.github).toMatch(/(^|\/)\.github\/workflows\/.+\.ya?ml$/);
    expect(workflowPaths.gitlab).toMatch(/\.gitlab-ci\.ya?ml$/);
  });
});

it('the GitLab job runs once for a push, in the pipeline of the merge request if there is one', () => {
  const jobs = parse(workflows.gitlab({ version: '1.2.3' })) as Record<string, { rules: unknown }>;
  expect(jobs['sales-audit']?.rules).toEqual([
    { if: '$CI_PIPELINE_SOURCE == "merge_request_event"' },
    { if: '$CI_COMMIT_BRANCH && $CI_OPEN_MERGE_REQUESTS', when: 'never' },
    { if: '$CI_COMMIT_BRANCH' },
  ]);
});

describe('pre-commit', () => {
  it('names the version that runs, as its page says', async () => {
    const hooks = await readFile('.ci/pre-commit/.pre-commit-hooks.yaml', 'utf8');
    const page = await readFile('.ci/pre-commit/README.md', 'utf8');
    const [version] = /(?<=sales-audit@)[\d.]+/.exec(hooks) ?? [];
    expect(version).toBe(manifest.version);
    expect(page).toContain(`rev: v${version}\n`);
  });

  /** Makes the repository of the hook from its folder, as a release does. Returns its path. */
  async function makeHookRepository({ sh, cwd }: Scratch): Promise<string> {
    const folder = join(cwd, '..', 'sales-audit-pre-commit');
    await cp('.ci/pre-commit', folder, { recursive: true });
    const made = await sh(
      `cd ${folder} && git init -q && git add -A && git commit -qm Release && git tag v${manifest.version}`,
    );
    expect(made).toMatchObject({ code: 0 });
    return folder;
  }

  it(
    'installs the hook from a clone and runs it for files that can be documents only',
    { tags: ['pre-commit'] },
    async () => {
      const place = await makeScratch({ installed: false });
      const hook = {
        id: 'sales-audit',
        // The version of the hook is on no registry before its release.
        additional_dependencies: [await pack(join(place.cwd, '..'))],
      };
      const repo = { repo: await makeHookRepository(place), rev: `v${manifest.version}`, hooks: [hook] };
      await place.put('.pre-commit-config.yaml', JSON.stringify({ repos: [repo] }));
      const env = {
        // A node below the home folder counts as that of a project, and pre-commit would download its own.
        PATH: `${dirname(process.execPath)}:${process.env['PATH']}`,
        npm_config_offline: 'true',
        npm_config_update_notifier: 'false',
      };
      await place.put('other.md', '# Other\n');
      await place.sh('git add -A');
      const skipped = await place.sh('pre-commit run --files other.md', env);
      expect(skipped).toMatchObject({ code: 0, out: expect.stringContaining('no files to check') });

      await place.put('Company.YAML', weak);
      await place.sh('git add -A');
      const failed = await place.sh('pre-commit run --all-files', env);
      expect(failed).toMatchObject({ code: 1, out: expect.stringContaining('philosophy/missing-purpose') });

      const init = `node ${bin} init --yes --organization Acme --ci none`;
      await place.sh(`git rm -qf Company.YAML && ${init}`);
      await place.sh('git add -A && pre-commit install', env);
      const committed = await place.sh('git commit -m Start', env);
      expect(committed).toMatchObject({ code: 0, out: expect.stringMatching(/sales-audit check\.+Passed/) });
    },
  );

  it('runs for a commit that changes only the settings, only the baseline or only a model', async () => {
    const [hook] = await readYaml<Record<string, unknown>[]>('.ci/pre-commit/.pre-commit-hooks.yaml');
    // Python's `re.search`, with the flag at the start.
    const [, pattern = ''] = /^\(\?i\)(.+)$/.exec(String(hook?.['files'])) ?? [];
    const files = new RegExp(pattern, 'i');
    const scaffold = ['.sales-audit.yaml', baselineFile];
    const names = [...scaffold, ...scaffold.map((name) => `regions/north/${name}`), '.sales-audit.yml'];
    const models = ['our-model/model.yaml', 'our-model/process/stages.yml'];
    for (const name of [...names, ...models, 'sales-system.yaml', 'Company.YAML', 'a/report.json'])
      expect([name, files.test(name)]).toEqual([name, true]);
    for (const name of ['README.md', 'yaml', 'json.ts', 'a.yaml.bak'])
      expect([name, files.test(name)]).toEqual([name, false]);
    // Anything else that limits what it runs for, and the file names that would limit what it looks at.
    expect(hook).toMatchObject({ pass_filenames: false });
    for (const key of ['types', 'types_or', 'exclude', 'exclude_types', 'stages'])
      expect(hook).not.toHaveProperty(key);
  });

  it('installs nothing but the package: the repository of the hook is empty', async () => {
    const [hook] = await readYaml<Record<string, unknown>[]>('.ci/pre-commit/.pre-commit-hooks.yaml');
    expect(hook).toMatchObject({
      language: 'node',
      additional_dependencies: [`sales-audit@${manifest.version}`],
    });
    const own: unknown = JSON.parse(await readFile('.ci/pre-commit/package.json', 'utf8'));
    expect(Object.keys(own as object)).toEqual(['name', 'version', 'private', 'description']);
  });
});
