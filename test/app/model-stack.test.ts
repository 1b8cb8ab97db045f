/** Several models on one command line: translations, and overlays on them. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadShippedModel } from '#app/model/shipped-model.ts';
import { listQuestions } from '#domain/model.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import { type Printed, runCommand } from '../support/command.ts';
import { makeEmptyFolder } from '../support/folder.ts';

const asOf = ['--as-of', '2026-11-23'];
const top = 'kind: model\nschemaVersion: 1\n';
const german = await loadShippedModel('de');

const identity = 'model: {id: own, version: 1.0.0, title: Own, extends: sales-system@1}';
const folders = {
  own: `${top}${identity}
changes:
  practices: {stated-purpose: {target: 60}}
  questions:
    philosophy.stated-purpose.heard: {ask: {leader: 'What is the job for?'}}
`,
  'own-de': `${top}translation: {of: own@1.0.0, language: de}
changes:
  questions:
    philosophy.stated-purpose.heard: {ask: {leader: 'Wozu gibt es die Arbeit?'}}
`,
  whole: `${top}model: {id: whole, version: 1.0.0, title: Whole, language: en}\n`,
  lacking: `${top}${identity.replace('own', 'lacking')}\nchanges: {questions: {no.such.question: {weight: 2}}}\n`,
  twin: `${top}${identity}\n`,
  old: `${top}translation: {of: sales-system@0.9.0, language: fr}\n`,
};

let cwd = '';
const run = (...args: string[]): Promise<Printed> => runCommand([...args, ...asOf], { cwd });

beforeEach(async () => {
  cwd = await makeEmptyFolder();
  for (const [name, text] of Object.entries(folders)) {
    await mkdir(join(cwd, name));
    await writeFile(join(cwd, name, 'model.yaml'), text);
  }
  const answers = await readFile('examples/fernlatch/answers.yaml', 'utf8');
  await writeFile(join(cwd, 'answers.yaml'), answers);
  await writeFile(
    join(cwd, 'german.answers.yaml'),
    answers.replace(/^model:.*\n( .*\n)*/m, `model: {id: ${german.id}, version: ${german.version}}\n`),
  );
});

const models = (...names: string[]): string[] => names.flatMap((name) => ['--model', name]);

describe('models in order', () => {
  it('ask own questions in German, with the rest of the shipped translation', async () => {
    const listAsks = async (...names: string[]): Promise<string[]> => {
      const { stdout } = await run('questions', '--quick', '--format', 'json', ...models(...names));
      const { questions } = JSON.parse(stdout) as { questions: { ask: { leader: string } }[] };
      return questions.map(({ ask }) => ask.leader);
    };
    const [, ...others] = listQuestions(german).flatMap(({ quick, ask }) => (quick ? [ask.leader] : []));
    expect(await listAsks('de', 'own', 'own-de')).toEqual(['Wozu gibt es die Arbeit?', ...others]);
    expect(await listAsks('de', 'own')).toEqual(['What is the job for?', ...others]);
    expect(await listAsks('own')).not.toContain(others[0]);
  });

  it.each([
    ['score', ['answers.yaml', '--format', 'json']],
    ['report', ['answers.yaml', '--format', 'json']],
    ['run', ['--no-input', '--answers', 'answers.yaml', '--report', '-']],
  ])('are one model in %s', async (command, args) => {
    const { stdout, stderr } = await run(command, ...args, ...models('de', 'own', 'own-de'));
    expect(stderr).not.toContain('error');
    const report = parse(stdout) as ReportDocument;
    expect(report.model).toMatchObject({ id: 'own', version: '1.0.0', language: 'de' });
    expect(report.elements[0]?.name).toBe('Philosophie');
    expect(report.gaps.find(({ practice }) => practice === 'stated-purpose')?.target).toBe(60);
  });

  it('are all named in the command that continues', async () => {
    await writeFile(
      join(cwd, 'begun.yaml'),
      (await readFile(join(cwd, 'answers.yaml'), 'utf8')).replace(/^answers:\n[^]*/m, 'answers: {}\n'),
    );
    const args = ['run', '--no-input', '--answers', 'begun.yaml', ...models('de', 'own', 'own-de')];
    expect((await run(...args)).stderr).toContain(
      'sales-audit run --answers begun.yaml --model de --model own --model own-de',
    );
  });

  it('explain and check with all of them', async () => {
    const explained = await run(
      'explain',
      'philosophy.stated-purpose.heard',
      ...models('de', 'own', 'own-de'),
    );
    expect(explained.stdout).toContain('Wozu gibt es die Arbeit?');
    expect(await run('check', 'answers.yaml', ...models('de', 'own', 'own-de'))).toMatchObject({
      exitCode: (await run('check', 'answers.yaml', ...models('own'))).exitCode,
    });
  });

  it.each<[names: string[], exitCode: number, message: string]>([
    [['own', 'de'], 2, 'Name them in this order: --model de --model own'],
    [['own-de', 'own', 'de'], 2, 'Name them in this order: --model de --model own --model own-de'],
    [['own-de'], 2, 'Name the model `own` before this one. Or write `of: sales-system@'],
    [['de', 'de'], 2, 'The model de is named twice.'],
    [['own', './own'], 2, 'The model ./own is named twice.'],
    [['own', 'twin'], 2, 'The model that this one builds on has the id `own` too.'],
    [['whole', 'de'], 2, 'No file of the model has `scoring`'],
    [['own', 'whole'], 2, '`whole` is a complete model and uses nothing of `own`'],
    [['de', 'whole'], 2, '`whole` is a complete model and uses nothing of `sales-system`'],
    [['lacking'], 2, 'There is no question `no.such.question` in the extended model.'],
    [['de', 'lacking'], 2, 'There is no question `no.such.question` in the extended model.'],
    [['old'], 2, 'This translates version 0.9.0 of `sales-system`, and the model has version'],
  ])('that do not fit, %j, are refused by the gate and by others alike', async (names, exitCode, message) => {
    const outputs = await Promise.all([
      run('check', 'answers.yaml', ...models(...names)),
      run('questions', ...models(...names)),
    ]);
    for (const { exitCode: code, stderr, stdout } of outputs) {
      expect([code, stdout]).toEqual([exitCode, '']);
      expect(stderr.replaceAll(/\s+/g, ' ')).toContain(message);
    }
  });

  it('are refused in the wrong order with the right one, which works', async () => {
    const { stderr } = await run('questions', ...models('own-de', 'de', 'own'));
    const [, advice = ''] = /Name them in this order: (.*)\n/.exec(stderr) ?? [];
    expect(await run('questions', '--quick', ...advice.split(' '))).toMatchObject({
      exitCode: 0,
      stderr: '',
    });
    expect(await run('questions', '--quick', ...models('shipped', 'de'))).toEqual(
      await run('questions', '--quick', ...models('de')),
    );
  });

  it('can be named in the settings, relative to them', async () => {
    await mkdir(join(cwd, 'team'));
    await writeFile(
      join(cwd, 'team/settings.yaml'),
      'kind: config\nschemaVersion: 1\nmodel: [de, ../own, ../own-de]\nfloors: {elements: {philosophy: 1}}\n',
    );
    const args = ['check', 'answers.yaml', '--config', 'team/settings.yaml'];
    const { stdout, stderr } = await run(...args, '--format', 'json');
    expect(stderr).toBe('');
    expect(JSON.parse(stdout).verdict.exitCode).toBe(
      (await run('check', 'answers.yaml', ...models('own'))).exitCode,
    );
    expect((await run(...args, '--print-config')).stdout).toMatch(/model:.*\n  - de\n/);
    await writeFile(
      join(cwd, 'team/settings.yaml'),
      'kind: config\nschemaVersion: 1\nmodel: [../own, de]\nfloors: {elements: {philosophy: 1}}\n',
    );
    expect(await run(...args)).toMatchObject({ exitCode: 2, stdout: '' });
  });
});

describe('a translation', () => {
  it('scores answers to the model as the model does, and the other way round', async () => {
    const score = async (file: string, ...names: string[]): Promise<ReportDocument> =>
      parse((await run('score', file, ...models(...names))).stdout) as ReportDocument;
    const [base, translated] = [await score('answers.yaml'), await score('answers.yaml', 'de')];
    expect(translated.summary.score).toBe(base.summary.score);
    const { language, ...identified } = translated.model;
    expect([language, base.model]).toEqual(['de', { ...identified, language: 'en' }]);
    expect((await score('german.answers.yaml')).summary).toEqual(base.summary);
    expect((await score('german.answers.yaml', 'own')).summary.score).toBe(base.summary.score);
  });

  it('writes answers that the model reads', async () => {
    const input = ['', 'Nordkai', '1', '', '', '2', 'q', ''].join('\n');
    const folder = await makeEmptyFolder();
    await runCommand(['run', '--plain', '--quick', '--model', 'de', ...asOf], { cwd: folder, input });
    const text = await readFile(join(folder, 'answers.yaml'), 'utf8');
    const { id, version, digest } = await loadShippedModel();
    expect((parse(text) as AnswersDocument).model).toEqual({ id, version, digest });
    expect((await runCommand(['check', ...asOf], { cwd: folder })).stderr).toBe('');
  });

  it('lets a report be checked in the language in which it was scored', async () => {
    await run('score', 'answers.yaml', '--model', 'de', '-o', 'report.yaml');
    expect(await run('check', 'report.yaml')).toMatchObject({ exitCode: 0 });
    await run('score', 'answers.yaml', ...models('de', 'own', 'own-de'), '-o', 'report.yaml');
    expect(await run('check', 'report.yaml', ...models('de', 'own', 'own-de'))).toMatchObject({
      exitCode: 0,
    });
    const { exitCode, stdout } = await run('check', 'report.yaml', '--model', 'own');
    expect([exitCode, stdout.replaceAll(/\s+/g, ' ')]).toEqual([
      1,
      expect.stringContaining('The report is in the language `de`, and cannot be recomputed in `en`.'),
    ]);
  });
});
