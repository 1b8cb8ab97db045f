import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Model, questionsOf } from '#domain/model.ts';
import { questionnaireFor } from '#domain/questionnaire.ts';
import { loadModelFrom } from '../../src/tools/model-files.ts';
import { runCommand } from '../support/command.ts';
import { emptyFolder } from '../support/folder.ts';
import { answer, line, readAnswersIn, readReportIn } from '../support/interview.ts';
import { Terminal, keys } from '../support/terminal.ts';

const model = await loadModelFrom('src/model');
const german = await loadModelFrom('src/overlays/de', model);

const asOf = ['--as-of', '2026-11-23'];

const lines = (...all: readonly string[]): string => all.map((text) => `${text}\n`).join('');

/** A text without what wrapping does to it. */
const flat = (text: string): string => text.replace(/\s+/g, ' ');

/** The asks of a model that stand in a text, each as `id role`, of the questions and roles given. */
function asksIn(text: string, asking: Model): string[] {
  const screen = flat(text);
  return questionsOf(asking).flatMap(({ id, ask }) =>
    Object.entries(ask)
      .filter(([, words]) => screen.includes(flat(words)))
      .map(([role]) => `${id} ${role}`),
  );
}

describe('an interview with a seller', () => {
  const seller = questionnaireFor(model, 'seller', 'full');

  it('asks every question of the seller and no other, in the words of the seller', async () => {
    const cwd = await emptyFolder();
    const { stderr, exitCode } = await runCommand(['run', '--plain', '--role', 'seller', ...asOf], {
      cwd,
      // No answer to the opening question, the organization, no facts; then the review and the last texts.
      input: lines('', 'Acme', '', ...seller.map(() => '2'), '1', '', ''),
    });
    expect(exitCode).toBe(0);
    expect(asksIn(stderr, model)).toEqual(expect.arrayContaining(seller.map(({ id }) => `${id} seller`)));
    expect(asksIn(stderr, model).filter((name) => !name.endsWith(' seller'))).toEqual([]);
    expect(seller).toHaveLength(17);
    const document = await readAnswersIn(cwd);
    expect(document.respondent.role).toBe('seller');
    expect(Object.keys(document.answers)).toEqual(seller.map(({ id }) => id));
    const report = await readReportIn(cwd);
    expect(report.summary).toMatchObject({ asked: seller.length, outOf: 43, coverage: 1 });
  });

  it('shows them on a real terminal too', async () => {
    const cwd = await emptyFolder();
    const quick = questionnaireFor(model, 'seller', 'quick');
    const terminal = Terminal.start(['--quick', '--role', 'seller', '--organization', 'Acme', ...asOf], {
      cwd,
      rows: 40,
    });
    await line(terminal, 'How complete is your sales system?', '');
    await line(terminal, 'Add a few facts about the business', '');
    for (const [index, question] of quick.entries()) {
      const screen = await terminal.see(`Question ${index + 1} of ${quick.length}`);
      expect(asksIn(screen, model)).toEqual([`${question.id} seller`]);
      await answer(terminal, index + 1, 3, quick.length);
    }
    await terminal.see('Choose one to change it, or finish.');
    terminal.type(keys.ctrlC);
    expect((await terminal.end()).exitCode).toBe(130);
  });
});

/**
 * English words and sentences that stand in a text: all that the shipped words and the names of patterns say in one
 * piece between the places, where the German ones do not say the same. Ids and the names of kinds are English
 * everywhere.
 */
function englishIn(text: string): string[] {
  const screen = flat(text);
  const shared = new Set(Object.values(german.words).flatMap((words) => words.match(/[\p{L}'’-]+/gu) ?? []));
  const names = model.patterns.map(({ id, name }): [string, string] => [id, name]);
  return [...Object.entries(model.words), ...names].flatMap(([key, words]) =>
    words
      .split(/\{\w+\}/)
      .map((piece) => flat(piece).trim())
      .filter((piece) => /\p{L}{4}/u.test(piece))
      .filter((piece) => !(piece.match(/[\p{L}'’-]+/gu) ?? []).every((word) => shared.has(word)))
      .filter((piece) =>
        new RegExp(
          `(?<![\\p{L}.\\-/])${piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\-./])`,
          'u',
        ).test(screen),
      )
      .map((piece) => `${key}: ${piece}`),
  );
}

describe('an interview in German', () => {
  const quick = questionnaireFor(german, 'leader', 'quick');
  const words = german.words;

  it('recognizes English', () => {
    expect(englishIn('Gespeichert. Go on with: sales-audit run, und Why it matters')).toEqual([
      'interview.resume: Go on with:',
      'help.why: Why it matters',
    ]);
  });

  it('is German from the first prompt to the summary, by lines', async () => {
    const cwd = await emptyFolder();
    const run = ['run', '--plain', '--quick', '--model', 'de', ...asOf];
    const first = await runCommand(run, {
      cwd,
      input: lines(
        'Fast',
        '', // no name
        'Nordkai',
        '9', // no such seat
        '1',
        'vielleicht', // neither yes nor no
        words['plain.yes'],
        'viele', // no number
        '42',
        '',
        '',
        '',
        '',
        'b', // nothing before the first question
        'x', // it applies to everybody
        '?',
        'quatsch',
        '3e',
        '1',
        'Wortlaute',
        'bald', // no date
        '2026-10-01',
        '',
        '',
        '3n',
        'Notiert',
        '3',
        'd',
        's',
        'q',
      ),
    });
    expect(first.exitCode).toBe(0);
    expect(englishIn(first.stderr + first.stdout)).toEqual([]);
    expect(first.stderr).toContain(words['opening.question']);
    expect(first.stderr).toContain(words['help.why']);

    const second = await runCommand(run, {
      cwd,
      input: lines('1', ...quick.slice(2).map(() => '1'), '1', 'Weniger', 'Vertrieb über Partner'),
    });
    expect(second.exitCode).toBe(0);
    expect(englishIn(second.stderr + second.stdout)).toEqual([]);
    expect(asksIn(first.stderr + second.stderr, model)).toEqual([]);
    expect(asksIn(first.stderr + second.stderr, german)).toEqual(quick.map(({ id }) => `${id} leader`));
    expect(second.stdout).toContain(words['summary.do']);
    expect(flat(second.stdout)).toContain(german.patterns.find(({ id }) => id === 'moving-goalposts')?.name);
    const document = await readAnswersIn(cwd);
    expect(document.model).toMatchObject({
      id: 'sales-system-de',
      version: german.version,
      digest: german.digest,
    });
    expect(document.organization.name).toBe('Nordkai');
    expect((await readReportIn(cwd)).model.id).toBe('sales-system-de');
  });

  it('is German on a real terminal', async () => {
    const cwd = await emptyFolder();
    const terminal = Terminal.start(['--quick', '--model', 'de', ...asOf], { cwd, rows: 40 });
    await line(terminal, words['opening.question'], 'Fast');
    await line(terminal, words['intake.organization'], 'Nordkai');
    await terminal.see(words['intake.role']);
    terminal.type(keys.enter);
    await terminal.see(words['keys.no']);
    await line(terminal, words['intake.context'].slice(0, 30), '');
    const places = quick.map((_question, index) =>
      words['interview.place'].replace('{place}', String(index + 1)).replace('{count}', String(quick.length)),
    );
    await terminal.see(places[0] ?? '');
    await terminal.see(words['keys.choose']);
    terminal.type('?');
    await terminal.see(words['help.why']);
    expect(englishIn(terminal.text())).toEqual([]);
    for (const place of places) {
      await terminal.see(place);
      await terminal.see(words['keys.choose']);
      expect(englishIn(terminal.text())).toEqual([]);
      terminal.type('2');
      await terminal.see('❯ 2  ');
      terminal.type(keys.enter);
    }
    await terminal.see(words['review.finish']);
    terminal.type(keys.enter);
    await line(terminal, words['opening.again'].slice(0, 30), '');
    await line(terminal, words['closing.question'].slice(0, 30), '');
    expect((await terminal.end()).exitCode).toBe(0);
    expect(englishIn(terminal.history())).toEqual([]);
    expect(terminal.history()).toContain(words['summary.do']);
  });
});

describe('answers to an older version of a model', () => {
  const overlay = (version: string, changes: string): string =>
    `kind: model\nschemaVersion: 1\nmodel: {id: mine, version: ${version}, title: Mine, language: en, extends: sales-system@1}\n${changes}`;
  const changed = `changes:
  questions:
    philosophy.belief-and-permission.hard-question: {changedIn: 1.1.0, ask: {leader: 'Who asked the hard one?'}}
    execution.owned-goal.checker: {changedIn: 1.1.0, ask: {leader: 'Who checks it?'}}
    process.buyer-proof.customer-act: {ask: {leader: 'What did the buyer do?'}}
`;
  const run = ['run', '--plain', '--quick', '--model', 'mine', ...asOf];

  /** A folder with a model, and with answers to its first version: `count` of them at level 2. */
  async function answered(count: number): Promise<string> {
    const cwd = await emptyFolder();
    await mkdir(join(cwd, 'mine'));
    await writeFile(join(cwd, 'mine/model.yaml'), overlay('1.0.0', ''));
    const answers = Array.from({ length: count }, () => '2');
    const end = count === 12 ? ['1', '', ''] : ['q'];
    const { exitCode } = await runCommand(run, {
      cwd,
      input: lines('', 'Acme', '1', '', ...answers, ...end),
    });
    expect(exitCode).toBe(0);
    await writeFile(join(cwd, 'mine/model.yaml'), overlay('1.1.0', changed));
    return cwd;
  }

  it('carry over, but for what changed, which is listed and asked again; a copy is kept', async () => {
    const cwd = await answered(5);
    const before = await readFile(join(cwd, 'answers.yaml'), 'utf8');
    const { stderr, exitCode } = await runCommand(run, { cwd, input: lines('1', '4', 'q') });
    expect(exitCode).toBe(0);
    expect(flat(stderr)).toContain(
      'The questions changed since: 1 of your answers have to be given again. They are kept in answers.model-1.0.0.yaml. philosophy.belief-and-permission.hard-question',
    );
    expect(stderr).toContain('4 of 12 questions are answered');
    expect(stderr).toContain('Who asked the hard one?');
    expect(await readFile(join(cwd, 'answers.model-1.0.0.yaml'), 'utf8')).toBe(before);
    const { model: reference, answers } = await readAnswersIn(cwd);
    expect(reference).toMatchObject({ id: 'mine', version: '1.1.0' });
    expect(Object.entries(answers).map(([id, { level }]) => [id, level])).toEqual(
      expect.arrayContaining([
        ['philosophy.stated-purpose.heard', 2],
        ['philosophy.belief-and-permission.hard-question', 4],
        ['process.buyer-proof.customer-act', 2],
      ]),
    );
    expect(Object.keys(answers)).toHaveLength(5);

    const again = await runCommand(run, { cwd, input: lines('1', 'q') });
    expect(again.stderr).not.toContain('The questions changed since');
    expect(Object.keys((await readAnswersIn(cwd)).answers)).toHaveLength(5);
  });

  it('are listed and asked again on a real terminal', async () => {
    const cwd = await answered(12);
    const terminal = Terminal.start(['--quick', '--model', 'mine', ...asOf], { cwd });
    await terminal.see('The questions changed since: 2 of your answers');
    await terminal.see('execution.owned-goal.checker');
    await terminal.see('10 of 12 questions are answered');
    terminal.type(keys.enter);
    await terminal.see('Who asked the hard one?');
    terminal.type('q');
    expect((await terminal.end()).exitCode).toBe(0);
    expect((await readdir(cwd)).toSorted()).toEqual([
      'answers.model-1.0.0.yaml',
      'answers.yaml',
      'mine',
      'report.yaml',
    ]);
  });

  it('leave open what changed where nobody can be asked', async () => {
    const cwd = await answered(12);
    const before = await readFile(join(cwd, 'answers.yaml'), 'utf8');
    const silent = await runCommand(['run', '--no-input', '--model', 'mine', ...asOf], { cwd });
    expect(silent.exitCode).toBe(2);
    expect(flat(silent.stderr)).toContain('leaves 2 of 12 questions open');
    expect(silent.stderr).toContain('Who checks it?');
    const scored = await runCommand(
      ['score', 'answers.yaml', '--model', 'mine', '--format', 'json', ...asOf],
      { cwd },
    );
    expect(scored.exitCode).toBe(0);
    expect(flat(scored.stderr)).toContain('execution.owned-goal.checker');
    expect(JSON.parse(scored.stdout).summary.coverage).toBe(0.83);
    expect(await readFile(join(cwd, 'answers.yaml'), 'utf8')).toBe(before);
  });

  it('are taken as they are where nothing that was answered changed', async () => {
    const cwd = await answered(1);
    const { stderr } = await runCommand(run, { cwd, input: lines('1', 'q') });
    expect(stderr).not.toContain('changed since');
    expect((await readAnswersIn(cwd)).model.version).toBe('1.1.0');
    expect(await readdir(cwd)).not.toContain('answers.model-1.0.0.yaml');
  });
});
