/** Longer than 200 lines: a table of command lines and what can come next. */
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { commands } from '#cli/commands/index.ts';
import { checkFormats } from '#app/formats.ts';
import { rules } from '#app/findings/rules.ts';
import { findSubject } from '#domain/explain.ts';
import { listQuestions } from '#domain/model.ts';
import { loadModelFrom } from '../../../src/tools/model-files.ts';
import { runCommand, spawnCommand } from '../../support/command.ts';
import { makeEmptyFolder } from '../../support/folder.ts';

const shipped = await loadModelFrom('src/model');
const [firstQuestion] = listQuestions(shipped);

/** Runs a completion for fish and parses the answer: the paths to add, then a candidate and its description per line. */
async function answer(
  words: readonly string[],
  cwd = '/',
): Promise<{ paths: string; words: string[]; descriptions: string[] }> {
  const { stdout, stderr, exitCode } = await runCommand(['complete', '--shell', 'fish', '--', ...words], {
    cwd,
  });
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  const [paths = '', ...lines] = stdout.replace(/\n$/, '').split('\n');
  const pairs = lines.map((line) => line.split('\t'));
  return {
    paths,
    words: pairs.map(([word = '']) => word),
    descriptions: pairs.map(([, description = '']) => description),
  };
}

const commandNames = [...commands.map(({ name }) => name), 'help'];
const elements = ['philosophy', 'process', 'method', 'execution'];

describe('what can come next', () => {
  it.each<[string, string, readonly string[]]>([
    ['', 'none', commandNames],
    ['sch', 'none', ['schema']],
    ['help ', 'none', commandNames.slice(0, -1)],
    ['help score ', 'none', []],
    ['zzz ', 'none', []],
    ['model ', 'none', ['lint', 'new', 'help']],
    ['model help ', 'none', ['lint', 'new']],
    ['model lint ', 'folders', ['shipped', 'de']],
    [
      'model new x ',
      'none',
      ['--color', '--no-color', '--as-of', '--id', '--complete', '--language', '--model', '--help'],
    ],
    [
      'schema ',
      'none',
      ['answers', 'model', 'report', 'sales-system', 'config', 'baseline', 'questions', 'check'],
    ],
    ['schema answers ', 'none', ['--color', '--no-color', '--as-of', '--help']],
    ['completion ', 'none', ['bash', 'zsh', 'fish', 'powershell']],
    ['run --role ', 'none', ['leader', 'manager', 'seller', 'enablement', 'customer']],
    ['--role ', 'none', ['leader', 'manager', 'seller', 'enablement', 'customer']],
    ['run --model ', 'folders', ['shipped', 'de']],
    ['run --organization ', 'none', []],
    ['run --as-of ', 'none', []],
    ['run --color=', 'none', ['--color=auto', '--color=always', '--color=never']],
    ['run --answers ', 'files', []],
    ['run --answers=', 'files --answers=', []],
    ['init --dir ', 'folders', []],
    ['score ', 'files', []],
    ['score a.yaml ', 'files', []],
    ['score -- ', 'files', []],
    ['score -- --', 'files', []],
    ['report a.yaml --chart ', 'none', ['bars', 'heat-map', 'badge']],
    ['report a.yaml -o csv:gaps=', 'files csv:gaps=', []],
    ['report a.yaml --output=csv:gaps=x', 'files --output=csv:gaps=', []],
    ['report a.yaml b', 'none', []],
    ['questions --element ', 'none', elements],
    ['check --min-element ', 'none', elements.map((id) => `${id}=`)],
    ['check --min-element=', 'none', elements.map((id) => `--min-element=${id}=`)],
    ['check --output ', 'none', checkFormats.map((format) => `${format}=`)],
    ['check --output sarif=', 'files sarif=', []],
    ['check --preset ', 'none', ['relaxed', 'recommended', 'strict']],
    [
      'explain philosophy.stated-purpose.heard@',
      'none',
      [0, 1, 2, 3].map((level) => `philosophy.stated-purpose.heard@${level}`),
    ],
    ['explain philosophy.stated-purpose.unheard@', 'none', []],
  ])('sales-audit %j', async (line, paths, words) => {
    const found = await answer(line.split(' '));
    expect({ paths: found.paths, words: found.words }).toEqual({ paths, words });
  });

  it('offers the formats of a report with their parts, and files', async () => {
    const { paths, words } = await answer(['report', 'a.yaml', '-o', '']);
    expect(paths).toBe('files');
    expect(words).toEqual(expect.arrayContaining(['html=', 'csv=', 'csv:gaps=', 'svg:heat-map=', 'yaml=']));
  });

  it('offers an option once, without its negation, and repeatable options again', async () => {
    const { words } = await answer(['check', '--no-config', '--output', 'sarif=x', '--preset=strict', '--']);
    expect(words).not.toContain('--config');
    expect(words).not.toContain('--no-config');
    expect(words).not.toContain('--preset');
    expect(words).toContain('--output');
  });

  it('offers short names only after a single hyphen', async () => {
    expect((await answer(['score', '-'])).words).toContain('-o');
    expect((await answer(['score', '--'])).words).not.toContain('-o');
  });

  it('offers the options of the interview if no command is given', async () => {
    const { words } = await answer(['--']);
    expect(words).toEqual(expect.arrayContaining(['--quick', '--organization', '--version', '--help']));
    expect((await answer(['--quick', '--'])).words).not.toContain('--quick');
  });

  it('offers every id that can be explained, with a description', async () => {
    const { words, descriptions } = await answer(['explain', '']);
    const getDescription = (word: string): string | undefined => descriptions[words.indexOf(word)];
    expect(getDescription('overall')).toBe('the overall score');
    expect(getDescription('philosophy')).toBe('Philosophy');
    expect(getDescription('execution.coaching')).toBe('Coaching');
    expect(getDescription('stated-purpose')).toBe('Stated purpose');
    expect(getDescription('process-heavy')).toBe('Process-heavy');
    expect(getDescription(firstQuestion?.id ?? '')?.slice(0, 30)).toBe(
      firstQuestion?.ask['leader']?.slice(0, 30),
    );
    expect(getDescription('measurement/too-many-leads')).not.toBe('');
    expect(getDescription('document/unsafe')).not.toBe('');
    expect(new Set(words).size).toBe(words.length);
    for (const line of descriptions) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('offers nothing to explain that cannot be explained', async () => {
    const { words } = await answer(['explain', '']);
    const checks = new Set(rules.map(({ id }) => id));
    expect(words.filter((word) => !checks.has(word) && findSubject(shipped, word) === undefined)).toEqual([]);
  });

  it('describes ids in the language of the model', async () => {
    const { words, descriptions } = await answer(['explain', '--model', 'de', '']);
    expect(descriptions[words.indexOf('philosophy')]).toBe('Philosophie');
  });
});

describe('a custom model', () => {
  const identity = 'kind: model\nschemaVersion: 1\nmodel: {id: own, version: 1.0.0, title: Own, language: en';

  it('adds its ids and omits what it removes', async () => {
    const cwd = await makeEmptyFolder();
    await mkdir(join(cwd, 'own/deep'), { recursive: true });
    await writeFile(
      join(cwd, 'own/model.yaml'),
      `${identity}, extends: sales-system@1}\nchanges:\n  remove: {practices: [insight], patterns: [process-heavy]}\n`,
    );
    await writeFile(
      join(cwd, 'own/deep/pricing.yaml'),
      'kind: model\nschemaVersion: 1\npractice:\n  id: pricing\n  element: method\n  name: Pricing\n' +
        '  questions: [{id: floor, ask: {leader: Who may go below the floor?}, recommendations: [{levels: [0, 1]}]}]\n',
    );
    const { words, descriptions } = await answer(['explain', '--model', 'own', ''], cwd);
    expect(descriptions[words.indexOf('pricing')]).toBe('Pricing');
    expect(words).toContain('method.pricing.floor');
    expect(words).toContain('stated-purpose');
    expect(words).not.toContain('insight');
    expect(words).not.toContain('process-heavy');
    expect(words.filter((word) => word.startsWith('method.insight'))).toEqual([]);
    const { words: levels } = await answer(['explain', '--model=own', 'method.pricing.floor@'], cwd);
    expect(levels).toEqual(['method.pricing.floor@0', 'method.pricing.floor@1']);
  });

  it('is read even if its YAML is unusual', async () => {
    const cwd = await makeEmptyFolder();
    await writeFile(
      join(cwd, 'model.yaml'),
      `${identity}}\nelements:\n  - &first {id: why, name: Why}\n  - {id: how, name: "How\n      it is done"}\n`,
    );
    const { words } = await answer(['questions', '--model', '.', '--element', ''], cwd);
    expect(words).toEqual(['why', 'how']);
  });

  it('has only its own ids if it extends nothing', async () => {
    const cwd = await makeEmptyFolder();
    await writeFile(
      join(cwd, 'model.yaml'),
      `${identity}}\nelements: [{id: why, name: Why}, {id: how, name: How}]\n`,
    );
    expect((await answer(['questions', '--model', '.', '--element', ''], cwd)).words).toEqual(['why', 'how']);
  });

  it.each([
    '$(touch pwned)',
    '`touch pwned`',
    'a; touch pwned',
    "a'b",
    'a b',
    '--help',
    '../x',
    'a\\nb',
    '\u001b[31m',
  ])('never offers the id %j', async (id) => {
    const cwd = await makeEmptyFolder();
    const model = {
      kind: 'model',
      model: { id: 'own' },
      elements: [
        { id, name: 'x', blocks: [{ id, name: 'x' }] },
        { id: 'fine', name: 'Fine' },
      ],
      practice: { id, element: 'fine', name: 'x', questions: [{ id, ask: { leader: 'x' } }] },
      patterns: [{ id, name: 'x' }],
    };
    await writeFile(join(cwd, 'model.yaml'), stringify(model));
    const explained = await answer(['explain', '--model', '.', ''], cwd);
    expect(explained.words.filter((word) => word.includes(id))).toEqual([]);
    expect(explained.words).toContain('fine');
    const { words } = await answer(['questions', '--model', '.', '--element', ''], cwd);
    expect(words).toEqual(['fine']);
  });

  it('escapes hostile names', async () => {
    const cwd = await makeEmptyFolder();
    await writeFile(
      join(cwd, 'model.yaml'),
      `${identity}}\nelements:\n  - id: one\n    name: "Red \\e[31m\\u202e\\tand\\nmore"\n`,
    );
    const { stdout } = await runCommand(
      ['complete', '--shell', 'zsh', '--', 'questions', '--model', '.', '--element', ''],
      { cwd },
    );
    expect(stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\p{Cf}/u);
    expect(stdout.trimEnd().split('\n')).toHaveLength(2);
  });

  it.each([
    ['is not there', 'nowhere'],
    ['is a file', 'file.yaml'],
    ['holds no model', 'empty'],
  ])('falls back to ours where the folder %s', async (_what, model) => {
    const cwd = await makeEmptyFolder();
    await mkdir(join(cwd, 'empty'));
    await writeFile(join(cwd, 'file.yaml'), 'kind: [');
    expect((await answer(['questions', '--model', model, '--element', ''], cwd)).words).toEqual(elements);
  });
});

describe('`complete`', () => {
  it.each([[['complete']], [['complete', '--shell', 'tcsh', '--', 'x']], [['complete', '--what']]])(
    'reports a usage error: %j',
    async (args) => {
      const { stdout, stderr, exitCode } = await runCommand(args, { cwd: '/' });
      expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
      expect(stderr).toMatch(/^error: /);
    },
  );

  it('loads no prompts, no renderers and no validators', async () => {
    const completion = ['complete', 'ids', 'folder-ids'].map((name) => `src/cli/completion/${name}.ts`);
    const input = [...completion, 'src/app/findings/rules.ts'];
    const built = await rolldown({ input, platform: 'node', external: [/^node:/] });
    const { output } = await built.generate({ format: 'esm' });
    const chunks = output.flatMap((each) => (each.type === 'chunk' ? [each] : []));
    // Static imports only: the action of a command is imported when it runs.
    const needed = new Set(
      input.map((path) => chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(path))),
    );
    for (const chunk of needed)
      for (const name of chunk?.imports ?? []) needed.add(chunks.find(({ fileName }) => fileName === name));
    const modules = [...needed].flatMap((chunk) => chunk?.moduleIds ?? []);
    const inside = (part: string): string[] => modules.filter((id) => id.includes(part));
    expect(inside('src/cli/completion/').length).toBeGreaterThan(5);
    for (const part of ['chalk', '@inquirer', 'ora', 'preact', 'ajv', 'yaml']) {
      expect(inside(`node_modules/${part}`)).toEqual([]);
    }
    expect(inside('schema/validators/')).toEqual([]);
    expect(inside('render/report/').length).toBeLessThanOrEqual(1);
  });

  it('loads no package', async () => {
    const cwd = await makeEmptyFolder();
    const env = { NODE_V8_COVERAGE: cwd };
    await spawnCommand(['complete', '--shell', 'zsh', '--', 'explain', ''], { cwd: '/', env });
    const [report = ''] = await readdir(cwd);
    const { result } = JSON.parse(await readFile(join(cwd, report), 'utf8')) as { result: { url: string }[] };
    const loaded = result.map(({ url }) => url).filter((url) => url.startsWith('file:'));
    expect(loaded.length).toBeGreaterThan(1);
    expect(loaded.filter((url) => url.includes('node_modules'))).toEqual([]);
  });
});
