/** Everything printed passes the escape of its medium: no text of a file or an argument moves the cursor. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CommandDefinition } from '#cli/definition.ts';
import { commands } from '#cli/commands/index.ts';
import { writeJson } from '#document/edit/write.ts';
import { listExplainableIds } from '#domain/explain.ts';
import { checkFormats, questionFormats, scoreFormats } from '#app/formats.ts';
import { charts, tables, textFormats } from '#render/report/index.ts';
import { loadShippedModel } from '../support/model/shipped-model.ts';
import { mustLoad } from '../support/model/small-model.ts';
import {
  controls,
  findRawControl,
  readFullFixture,
  spoilDocument,
} from '../support/hostile/hostile-document.ts';
import { type RunOptions, runCommand } from '../support/command.ts';
import { makeEmptyFolder } from '../support/folder.ts';

const { messages } = await loadShippedModel();
const modelText = writeJson(spoilDocument('model', { ...readFullFixture('model.full.yaml'), messages }));
const model = await mustLoad({ 'model.yaml': modelText });
const question = 'why.said-aloud.heard';

/** Answers to the only question of the model. */
const given = {
  level: 3,
  evidence: [{ kind: 'artifact', date: '2026-11-11', what: 'What', ref: 'docs/a.md', seenBy: 'Iris' }],
  lowest: { level: 1, where: 'South' },
  note: 'A note',
  answeredOn: '2026-11-16',
};

/** Makes a folder with a document of every kind, each with controls in every text, and a file with such a name. */
async function makeHostileFolder(): Promise<string> {
  const folder = await makeEmptyFolder();
  const answers = spoilDocument('answers', {
    ...readFullFixture('answers.full.yaml'),
    answers: { [question]: given },
  });
  const config = { kind: 'config', schemaVersion: 1, brand: { name: 'Name' } };
  const documents = {
    'answers.yaml': { ...answers, model: { id: model.id, version: model.version } },
    'sales-system.yaml': spoilDocument('sales-system', readFullFixture('sales-system.full.yaml')),
    'report.yaml': spoilDocument('report', readFullFixture('report.full.yaml')),
    '.sales-audit.yaml': spoilDocument('config', config),
  };
  await mkdir(join(folder, 'model'));
  await writeFile(join(folder, 'model/model.yaml'), modelText);
  for (const [name, document] of Object.entries(documents))
    await writeFile(join(folder, name), writeJson(document));
  return folder;
}

/** Returns the first raw control that a command printed, with what surrounds it, or the trace of a bug. */
async function findControlOf(words: readonly string[], options: RunOptions): Promise<string | undefined> {
  const { exitCode, stdout, stderr } = await runCommand(words, options);
  return exitCode === 3 ? stderr : (findRawControl(stdout) ?? findRawControl(stderr));
}

/** Lists every command that has an action, as words. */
function listLeaves(definitions: readonly CommandDefinition[] = commands): [string[], CommandDefinition][] {
  return definitions.flatMap((each): [string[], CommandDefinition][] =>
    each.commands === undefined
      ? [[[each.name], each]]
      : listLeaves(each.commands).map(([words, leaf]) => [[each.name, ...words], leaf]),
  );
}

describe('controls in every text of every document', () => {
  const own = ['--model', 'model'];
  const scored = ['answers.yaml', '--system', 'sales-system.yaml', ...own];
  const rendered = [
    ...textFormats.map((format) => ['--format', format]),
    ...charts.map((chart) => ['--format', 'svg', '--chart', chart]),
    ...tables.map((table) => ['--format', 'csv', '--table', table]),
  ];
  const lines: string[][] = [
    ['model', 'lint', 'model'],
    ...questionFormats.map((format) => ['questions', ...own, '--format', format]),
    ...scoreFormats.map((format) => ['score', ...scored, '--format', format]),
    ['score', ...scored, '-o', 'scored.yaml'],
    ...rendered.flatMap((options) => [
      ['report', ...scored, ...options],
      ['report', 'report.yaml', ...options],
    ]),
    ...listExplainableIds(model).flatMap((id) => [
      ['explain', id, ...own],
      ['explain', id, ...own, '--answers', 'answers.yaml'],
    ]),
    ...checkFormats.map((format) => ['check', ...own, '--format', format]),
    ['check', '--print-config'],
    ['init', '--yes', '--dir', 'new', '--from', 'answers.yaml'],
    ['run', '--no-input', ...own],
  ];

  it.each(lines.map((words) => [words.join(' '), words] as const))('%s', async (_line, words) => {
    expect(await findControlOf(words, { cwd: await makeHostileFolder() })).toBe(undefined);
  });

  it('the interview, from welcome to result', async () => {
    const opening = ['half', 'Org', '1', 'me', 'y', '12', '3', '1', 'spread', 'revenue', 'profit', 'share'];
    const asked = ['b', 'zz', 'e', '?', '3e', '1', 'what', '2026-13-01', '2026-01-01', 'ref', 'me'];
    const changed = ['3e', '2', '9', '1', '1', '', '', '', '', '3n', 'note', '3n', '', 'x', '1', 'why'];
    const end = ['2', 'b', '3l', '1', 'place', '3', 'case', '1', 'again', 'closing'];
    const input = [...opening, ...asked, ...changed, ...end].join('\n');
    const run = await runCommand(['run', '--plain', ...own, '--answers', 'new.yaml'], {
      cwd: await makeHostileFolder(),
      input,
    });
    expect(findRawControl(run.stdout) ?? findRawControl(run.stderr)).toBe(undefined);
    expect(run).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('new.yaml') });
  });

  it.each(['1\n', '2\n', '3\n', '4\n', '2\n2\n?\ne\n2\n'])(
    'the interview, resumed with %j',
    async (input) => {
      const line = ['run', '--plain', ...own, '--system', 'sales-system.yaml'];
      expect(await findControlOf(line, { cwd: await makeHostileFolder(), input })).toBe(undefined);
    },
  );
});

describe('controls in an argument', () => {
  // A process can have no argument with NUL.
  const name = `a${controls.replace('\0', '')}.yaml`;

  /** Makes lines of a command with the name as an unknown option, as arguments, and as the value of each option. */
  function makeLines(words: readonly string[], definition: CommandDefinition): string[][] {
    const { arguments: places = [], options = [] } = definition;
    const flags = options.filter((each) => each.flags.includes('<')).map((each) => each.flags);
    const longFlags = flags.map((each) => each.replace(/^-\w, | <.*/g, ''));
    const own = longFlags.includes('--model') ? ['--model', 'model'] : [];
    return [
      [...words, `--${name}`],
      [...words, ...places.map(() => name)],
      [...words, ...places.map(() => name), name],
      ...longFlags.map((flag) => [...words, ...places.map(() => 'answers.yaml'), ...own, flag, name]),
    ];
  }

  const program = [[name], ['help', name], ['complete', name], ['--as-of', name]];
  const leaves = listLeaves().map(([words, leaf]) => [words.join(' '), makeLines(words, leaf)] as const);
  it.each([['sales-audit', program] as const, ...leaves])('%s', async (_name, lines) => {
    const cwd = await makeHostileFolder();
    for (const words of lines) expect(await findControlOf(words, { cwd })).toBe(undefined);
  });
});
