import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeQuestionnaire } from '#domain/scoring/questionnaire.ts';
import { loadModelFrom } from '../../src/tools/model-files.ts';
import { runCommand } from '../support/command.ts';
import { makeEmptyFolder } from '../support/folder.ts';
import {
  findAsks,
  unwrap,
  enterLine,
  readAnswersIn,
  readReportIn,
  formatInput,
} from '../support/terminal/interview.ts';
import { Terminal, keys } from '../support/terminal/terminal.ts';

const model = await loadModelFrom('src/model');
const german = await loadModelFrom('src/overlays/de', model);

const asOf = ['--as-of', '2026-11-23'];

/** A declared system in German. */
const system = `kind: sales-system
schemaVersion: 1
organization: {name: Nordkai}
philosophy: {purpose: {statement: Wir helfen Häfen, askedSellersOn: 2026-09-04}, pay: {ref: lohn.md}}
process: {stages: [{id: angebot, exit: [{evidence: Muster geprüft, by: buyer}]}], winLoss: {askedBy: neutral}}
execution: {coaching: {cadence: [{every: P2W, minutes: 45}], focus: [skill, deal, awareness]}}
`;

/**
 * Finds English in a text: the parts of messages between their placeholders, and the names of patterns, unless the
 * German text is the same. Ids and names of kinds are always English.
 */
function findEnglish(text: string): string[] {
  const screen = unwrap(text);
  const shared = new Set(
    Object.values(german.messages).flatMap((words) => words.match(/[\p{L}'’-]+/gu) ?? []),
  );
  const names = model.patterns.map(({ id, name }): [string, string] => [id, name]);
  return [...Object.entries(model.messages), ...names].flatMap(([key, words]) =>
    words
      .split(/\{\w+\}/)
      .map((piece) => unwrap(piece).trim())
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
  const quick = makeQuestionnaire(german, 'leader', 'quick');
  const messages = german.messages;

  it('recognizes English', () => {
    expect(findEnglish('Gespeichert. To continue: sales-audit run, und Why it matters')).toEqual([
      'interview.resume: To continue:',
      'help.why: Why it matters',
    ]);
  });

  it('is German from the first prompt to the summary with --plain', async () => {
    const cwd = await makeEmptyFolder();
    await writeFile(join(cwd, 'system.yaml'), system);
    const run = ['run', '--plain', '--quick', '--model', 'de', '--system', 'system.yaml', ...asOf];
    const first = await runCommand(run, {
      cwd,
      input: formatInput(
        'Fast',
        '', // no organization
        'Nordkai',
        '9', // no such role
        '1',
        '', // no name
        'vielleicht', // neither yes nor no
        messages['plain.yes'],
        'viele', // not a number
        '42',
        '5',
        '7', // no such choice
        '1',
        '',
        '',
        '',
        '',
        'b', // nothing before the first question
        'x', // the question always applies
        '?',
        'quatsch',
        '3e',
        '1',
        'Wortlaute',
        'bald', // not a date
        '2026-10-01',
        '',
        '',
        '3n',
        'Notiert',
        '3',
        'x', // no case
        'Petra, bei Nordlicht, im Oktober',
        'b',
        '3l',
        '3', // nowhere lower
        '3l',
        '1',
        '', // no place
        'Süd',
        '3',
        'd',
        's',
        'q',
      ),
    });
    expect(first.exitCode).toBe(0);
    expect(findEnglish(first.stderr + first.stdout)).toEqual([]);
    expect(first.stderr).toContain(messages['opening.question']);
    expect(first.stderr).toContain(messages['help.why']);
    expect(unwrap(first.stderr)).toContain(
      'In Ihrer Systemdatei steht: Verkäufer zuletzt danach gefragt: 4. September 2026',
    );

    const second = await runCommand(run, {
      cwd,
      input: formatInput('1', ...quick.slice(2).map(() => '1'), '1', 'Weniger', 'Vertrieb über Partner'),
    });
    expect(second.exitCode).toBe(0);
    expect(findEnglish(second.stderr + second.stdout)).toEqual([]);
    expect(findAsks(first.stderr + second.stderr, model)).toEqual([]);
    expect(findAsks(first.stderr + second.stderr, german)).toEqual(quick.map(({ ask }) => ask.leader));
    expect(second.stdout).toContain(messages['summary.do']);
    expect(unwrap(second.stdout)).toContain(
      german.patterns.find(({ id }) => id === 'moving-goalposts')?.name,
    );
    const document = await readAnswersIn(cwd);
    expect(document.model).toMatchObject({
      id: model.id,
      version: german.version,
      digest: german.digest,
    });
    expect(document.organization.name).toBe('Nordkai');
    expect((await readReportIn(cwd)).model).toMatchObject({ id: model.id, language: 'de' });
  });

  it('is German in a terminal', async () => {
    const cwd = await makeEmptyFolder();
    const terminal = Terminal.start(['--quick', '--model', 'de', ...asOf], { cwd, rows: 40 });
    await enterLine(terminal, messages['opening.question'], 'Fast');
    await enterLine(terminal, messages['intake.organization'], 'Nordkai');
    await terminal.see(messages['intake.role']);
    terminal.type(keys.enter);
    await enterLine(terminal, messages['intake.respondent'].slice(0, 15), '');
    await terminal.see(messages['keys.no']);
    await enterLine(terminal, messages['intake.context'].slice(0, 30), '');
    const places = quick.map((_question, index) =>
      messages['interview.place']
        .replace('{place}', String(index + 1))
        .replace('{count}', String(quick.length)),
    );
    await terminal.see(places[0] ?? '');
    await terminal.see(messages['keys.choose']);
    terminal.type('?');
    await terminal.see(messages['help.why']);
    expect(findEnglish(terminal.text())).toEqual([]);
    // A screen of the help, which any key but Space leaves.
    if (terminal.text().includes(messages['help.more'])) terminal.type(keys.enter);
    for (const place of places) {
      await terminal.see(place);
      await terminal.see(messages['keys.choose']);
      expect(findEnglish(terminal.text())).toEqual([]);
      terminal.type('2');
      await terminal.see('❯ 2  ');
      terminal.type(keys.enter);
    }
    await terminal.see(messages['review.finish']);
    terminal.type(keys.enter);
    await enterLine(terminal, messages['opening.again'].slice(0, 30), '');
    await enterLine(terminal, messages['closing.question'].slice(0, 30), '');
    expect((await terminal.end()).exitCode).toBe(0);
    expect(findEnglish(terminal.history())).toEqual([]);
    expect(terminal.history()).toContain(messages['summary.do']);
  });
});
