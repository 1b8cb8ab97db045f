import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Diagnostic, LanguageServer, type Place } from '../support/language-server.ts';

/** The language server that editors use, with the schemas of this project. */
let server: LanguageServer;
let cwd: string;
let count = 0;

beforeAll(async () => {
  cwd = resolve('test/project');
  server = await LanguageServer.start(cwd);
});
afterAll(() => server.stop());

type Kind = 'sales-system' | 'answers' | 'config' | 'report';

interface Opened {
  readonly path: string;
  readonly text: string;
  readonly errors: readonly Diagnostic[];
}

/** Opens a text after a modeline that points to the schema of its kind. */
async function open(kind: Kind, body: string): Promise<Opened> {
  const schema = pathToFileURL(resolve(`schemas/${kind}.schema.json`)).href;
  const text = `# yaml-language-server: $schema=${schema}\n${body}`;
  count += 1;
  const path = join(cwd, `open-${count}.yaml`);
  return { path, text, errors: await server.open(path, text) };
}

/** Finds the position of the mark `|`, and removes it. */
function parseMark(body: string): { body: string; place: Place } {
  const [before = ''] = body.split('|');
  const lines = before.split('\n');
  // The modeline adds one line.
  return { body: body.replace('|', ''), place: { line: lines.length, character: lines.at(-1)?.length ?? 0 } };
}

async function listCompletions(kind: Kind, text: string): Promise<string[]> {
  const { body, place } = parseMark(text);
  const { path } = await open(kind, body);
  return (await server.complete(path, place)).map(({ label }) => label);
}

async function hover(kind: Kind, text: string): Promise<string> {
  const { body, place } = parseMark(text);
  const { path } = await open(kind, body);
  return server.hover(path, place);
}

/** Lists the underlined texts with their messages. */
async function listUnderlined(kind: Kind, body: string): Promise<[string, string][]> {
  const { text, errors } = await open(kind, body);
  return errors.map(({ range: { start, end }, message }) => {
    const line = text.split('\n')[start.line] ?? '';
    return [line.slice(start.character, start.line === end.line ? end.character : undefined), message];
  });
}

const system = 'kind: sales-system\nschemaVersion: 1\norganization: {name: Harbor Instruments}\n';
const answers =
  'kind: answers\nschemaVersion: 1\nmodel: {id: sales-system, version: 1.0.0}\norganization: {name: Harbor}\nrespondent: {role: leader}\n';

describe('an editor over sales-system.yaml', () => {
  it('offers the keys of each section', async () => {
    expect(await listCompletions('sales-system', `${system}|`)).toEqual(
      expect.arrayContaining(['philosophy', 'process', 'method', 'execution', 'waivers']),
    );
    expect(await listCompletions('sales-system', `${system}philosophy:\n  purpose:\n    |`)).toEqual(
      expect.arrayContaining(['statement', 'customerOutcome', 'sellerGain', 'owner', 'askedSellersOn']),
    );
    expect(
      await listCompletions(
        'sales-system',
        `${system}execution:\n  measurement:\n    segments:\n      - role: hunter\n        leads:\n          - id: cost\n            |`,
      ),
    ).toEqual(expect.arrayContaining(['metric', 'behavior', 'skill', 'drives', 'proficiency', 'status']));
  });

  it('offers every value of a closed list', async () => {
    expect(await listCompletions('sales-system', `${system}roles:\n  - id: hunter\n    motion: |`)).toEqual(
      expect.arrayContaining(['hunter', 'farmer', 'hybrid']),
    );
    expect(
      await listCompletions(
        'sales-system',
        `${system}process:\n  stages:\n    - id: demo\n      exit:\n        - evidence: Samples\n          by: |`,
      ),
    ).toEqual(expect.arrayContaining(['buyer', 'seller']));
  });

  it('explains a key with an example', async () => {
    const text = await hover('sales-system', `${system}philosophy:\n  purpose:\n    state|ment: We help.\n`);
    expect(text).toContain('We help laboratories trust what they measure');
    expect(text.length).toBeGreaterThan(80);
  });

  it('underlines exactly what the schema forbids', async () => {
    expect(await listUnderlined('sales-system', `${system}philosophy:\n  purpse:\n    owner: Ada\n`)).toEqual(
      [['purpse', expect.stringContaining('purpse')]],
    );
    expect(
      await listUnderlined('sales-system', `${system}roles:\n  - id: hunter\n    motion: hunting\n`),
    ).toEqual([['hunting', expect.stringContaining('"hunter"')]]);
    expect(await listUnderlined('sales-system', 'kind: sales-system\nschemaVersion: 1\n')).toEqual([
      ['k', expect.stringContaining('organization')],
    ]);
  });
});

describe('an editor over answers.yaml', () => {
  it('offers keys, roles and kinds of evidence', async () => {
    expect(await listCompletions('answers', `${answers}|`)).toEqual(
      expect.arrayContaining(['scope', 'context', 'opening', 'answers', 'closing']),
    );
    const question = `${answers}answers:\n  philosophy.stated-purpose.heard:\n    `;
    expect(await listCompletions('answers', `${question}|`)).toEqual(
      expect.arrayContaining(['level', 'evidence', 'note', 'unknown', 'notApplicable']),
    );
    expect(await listCompletions('answers', `${question}level: 3\n    evidence:\n      - kind: |`)).toEqual(
      expect.arrayContaining(['declaration', 'affirmation', 'artifact']),
    );
  });

  it('explains a level', async () => {
    const question = `${answers}answers:\n  philosophy.stated-purpose.heard:\n    lev|el: 3\n`;
    expect((await hover('answers', question)).length).toBeGreaterThan(40);
  });

  it('underlines an invalid level', async () => {
    const [first] = await listUnderlined(
      'answers',
      `${answers}answers:\n  philosophy.stated-purpose.heard:\n    level: 7\n`,
    );
    expect(first?.[0]).toBe('7');
  });
});

it.each([
  ['sales-system', 'tarnbeck-cooling/sales-system.yaml'],
  ['sales-system', 'harbor-instruments/sales-system.yaml'],
  ['answers', 'tarnbeck-cooling/answers.yaml'],
  ['answers', 'harbor-instruments/answers.yaml'],
  ['report', 'fernlatch/report.yaml'],
] as const)('an editor underlines nothing in the example of %s: %s', async (kind, name) => {
  const text = await readFile(join('examples', name), 'utf8');
  expect(await listUnderlined(kind, text.replace(/^# yaml-language-server.*\n/, ''))).toEqual([]);
});

it('the examples have a modeline that points to the schema', async () => {
  const path = resolve('examples/tarnbeck-cooling/sales-system.yaml');
  const text = await readFile(path, 'utf8');
  expect(await server.open(path, `${text}nonsense: 1\n`)).toHaveLength(1);
});

it('an editor over .sales-audit.yaml offers the presets', async () => {
  expect(await listCompletions('config', 'kind: config\nschemaVersion: 1\npreset: |')).toEqual(
    expect.arrayContaining(['relaxed', 'recommended', 'strict']),
  );
});
