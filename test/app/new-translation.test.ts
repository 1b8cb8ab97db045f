/** `model new --language` writes a translation to be filled in, and `model lint` says what is left. */
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadShippedModel } from '#app/model/shipped-model.ts';
import { listTexts, listWords } from '#document/model/translation.ts';
import { writeYaml } from '#document/edit/write.ts';
import { listQuestions } from '#domain/model.ts';
import type { ModelDocument } from '#domain/types/model.ts';
import { runCommand } from '../support/command.ts';
import { makeEmptyFolder } from '../support/folder.ts';

const model = await loadShippedModel();

const count = listQuestions(model).length;

const words = 'scale|terms|elements|practices|questions|patterns|sources|reasons|messages';

/** Changes a letter of every text, as a translation would; a placeholder stays one. Terms get the changed forms too. */
function translate(value: unknown, key?: string): unknown {
  if (typeof value === 'string') return key === 'kind' ? value : value.replace(/\p{L}(?![^{}]*\})/u, 'É');
  if (key === 'forms' && Array.isArray(value))
    return [...value, ...value.map((form) => String(translate(form)).toLowerCase())];
  if (Array.isArray(value)) return value.map((part) => translate(part));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, translate(part, name)]));
}

describe('the template of a translation', () => {
  it('has every text once, changes nothing as it is, and everything once it is translated', async () => {
    const cwd = await makeEmptyFolder();
    const run = (...args: string[]) => runCommand(['model', ...args], { cwd });
    expect(await run('new', 'fr', '--language', 'fr')).toMatchObject({ exitCode: 0, stdout: '' });
    const files = await readdir(join(cwd, 'fr'));
    const texts = await Promise.all(files.map((file) => readFile(join(cwd, 'fr', file), 'utf8')));
    const parts = texts.map((text) => parse(text) as ModelDocument);
    const sorted = (values: readonly string[]): string[] => values.toSorted();
    const given = parts.flatMap(({ changes, messages }) => listTexts([changes, messages]));
    expect(sorted(given)).toEqual(sorted(listTexts(listWords(model))));

    const before = await run('lint', 'fr');
    expect(before).toMatchObject({ exitCode: 0, stderr: '' });
    expect(before.stdout).toContain(' in fr: ');
    expect(before.stdout.split('\n')[0]).toMatch(/ No faults, but not everything is translated\.$/);
    const missing = [
      ...before.stdout.matchAll(new RegExp(`^Not translated: (\\d+) of (\\d+) (${words}): \\S`, 'gm')),
    ];
    expect(missing.map(([, , , kind]) => kind)).toEqual(words.split('|'));
    for (const [, ids, all] of missing) expect(ids).toBe(all);

    for (const [index, part] of parts.entries()) {
      const { changes, messages, ...rest } = part;
      const translated = translate({ ...(changes && { changes }), ...(messages && { messages }) });
      const text = writeYaml({ ...rest, ...(translated as object) });
      await writeFile(join(cwd, 'fr', files[index] ?? ''), text);
    }
    const after = await run('lint', 'fr');
    expect([after.stderr, after.stdout.split('\n').length]).toEqual(['', 2]);
    expect(after.stdout).toContain('18 patterns. No faults.\n');
  });

  it('leaves out what a translation before it has done', async () => {
    const cwd = await makeEmptyFolder();
    await mkdir(join(cwd, 'own'));
    await writeFile(
      join(cwd, 'own/model.yaml'),
      'kind: model\nschemaVersion: 1\nmodel: {id: own, version: 1.0.0, title: Our very own, extends: sales-system@1}\n' +
        "changes: {questions: {philosophy.stated-purpose.heard: {ask: {leader: 'What is the job for?'}}}}\n",
    );
    const below = ['--model', 'de', '--model', 'own'];
    const made = await runCommand(['model', 'new', 'own-de', '--language', 'de', ...below], { cwd });
    expect(made.stderr).toContain('model lint own-de --model de --model own\n');
    const text = await readFile(join(cwd, 'own-de/questions-philosophy.yaml'), 'utf8');
    const { changes } = parse(text) as ModelDocument;
    expect(Object.keys(changes?.questions ?? {})).toEqual(['philosophy.stated-purpose.heard']);
    const { stdout } = await runCommand(['model', 'lint', 'own-de', ...below], { cwd });
    expect(stdout).toContain(`Not translated: 1 of ${count} questions: philosophy.stated-purpose.heard\n`);
  });

  it.each([
    [['--language', 'french'], '"french" is not the tag of a language.'],
    [['--language', 'fr', '--id', 'x'], 'which has the id of the model that it translates'],
    [['--language', 'fr', '--complete'], 'which is never complete'],
    [['--language', 'en'], 'The model sales-system is in en already.'],
    [['--language', 'de', '--model', 'de'], 'The model sales-system is in de already.'],
    [['--language', 'fr', '--model', 'nowhere'], 'There is no folder nowhere'],
  ])('is not written with %j', async (args, message) => {
    const cwd = await makeEmptyFolder();
    const { exitCode, stderr } = await runCommand(['model', 'new', 'x', ...args], { cwd });
    expect([exitCode, stderr, await readdir(cwd)]).toEqual([2, expect.stringContaining(message), []]);
  });

  it('replaces nothing', async () => {
    const cwd = await makeEmptyFolder();
    await mkdir(join(cwd, 'fr'));
    await writeFile(join(cwd, 'fr/elements.yaml'), 'mine');
    const { exitCode, stderr } = await runCommand(['model', 'new', 'fr', '--language', 'fr'], { cwd });
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('fr is not empty; nothing was written.')]);
    expect(await readdir(join(cwd, 'fr'))).toEqual(['elements.yaml']);
  });
});

describe('model lint', () => {
  it.each([
    [['de'], `sales-system 1.0.0 in de: ${count} questions in 20 practices, 18 patterns. No faults.\n`, 0],
    [['shipped'], `sales-system 1.0.0: ${count} questions in 20 practices, 18 patterns. No faults.\n`, 0],
    [['de', '--model', 'de'], 'The model de is named twice.', 2],
  ])('takes what --model takes: %j', async (names, says, exitCode) => {
    const printed = await runCommand(['model', 'lint', ...names], { cwd: await makeEmptyFolder() });
    expect(printed.stdout + printed.stderr).toContain(says);
    expect(printed.exitCode).toBe(exitCode);
  });

  it('can take what model new writes, which never has the name of a shipped model', async () => {
    const cwd = await makeEmptyFolder();
    const made = await runCommand(['model', 'new', 'de'], { cwd });
    expect([made.exitCode, made.stderr, await readdir(cwd)]).toEqual([
      2,
      'error: A model that ships with the tool is called de.\nChoose another name, or write ./de.\n',
      [],
    ]);
  });

  it('looks for the vague words that a language lists', async () => {
    const cwd = await makeEmptyFolder();
    const rest = ['Un', 'Deux', 'Trois', 'Quatre']
      .map((one) => `, {label: ${one} ici, means: ${one} le dit.}`)
      .join('');
    const level = (text: string): string =>
      `kind: model\nschemaVersion: 1\ntranslation: {of: sales-system@${model.version}, language: fr}\n` +
      `changes: {questions: {philosophy.stated-purpose.heard: {levels: [{label: Pas encore, means: '${text}'}${rest}]}}}\n`;
    const wording = 'wording: {vague: [souvent], clearAfter: [combien], estimate: (estimation)}\n';
    await mkdir(join(cwd, 'fr'));
    const lint = async (text: string): Promise<readonly [number | null, boolean]> => {
      await writeFile(join(cwd, 'fr/model.yaml'), text);
      const { exitCode, stderr } = await runCommand(['model', 'lint', 'fr'], { cwd });
      return [exitCode, stderr.includes('Two readers can mean different things by "souvent".')];
    };
    expect(await lint(`${level('Elle est dite souvent.')}${wording}`)).toEqual([1, true]);
    expect(await lint(`${level('On sait combien souvent.')}${wording}`)).toEqual([0, false]);
    expect(await lint(level('Elle est dite souvent, often.'))).toEqual([0, false]);
  });
});
