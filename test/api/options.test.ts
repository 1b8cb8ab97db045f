/**
 * Options that no type checker saw are refused by name, and never give a wrong result.
 * Longer than 200 lines: tables.
 */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import {
  type ConfigDocument,
  assess,
  buildReport,
  check,
  computeOutcomes,
  findGaps,
  getWording,
  loadModel,
  loadShippedModel,
  locate,
  makeBrand,
  makePlan,
  makeQuestionnaire,
  readAnswers,
  readConfig,
  readReport,
  readSystem,
  render,
  score,
  unwrap,
} from '../../src/index.ts';

const asOf = '2026-11-23';
const model = await loadShippedModel();
const text = await readFile('examples/tarnbeck-cooling/answers.yaml', 'utf8');
const read = await readAnswers(text, { model });
const answers = unwrap(read);

describe('a wrong option', () => {
  it('assess refuses a day that is none', () => {
    for (const day of ['yesterday', '2026-02-30', '', undefined])
      expect(() => assess(model, answers.value, undefined, day as string)).toThrow(
        /^asOf takes a date that exists, as YYYY-MM-DD, not /,
      );
  });

  it('a day that no run speaks for is refused', async () => {
    const says = /^asOf takes a day from 2000-01-01 to 2099-12-31, not /;
    for (const day of ['0001-01-01', '9999-12-31']) {
      expect(() => assess(model, answers.value, undefined, day)).toThrow(says);
      await expect(score({ model, answers, asOf: day })).rejects.toThrow(says);
      await expect(check(text, { model, asOf: day })).rejects.toThrow(says);
    }
  });

  it('score refuses what is not a document', async () => {
    const message =
      '`answers` takes the `document` of what was read: pass `unwrap(read)`, or `read.document` if `read.ok`.';
    for (const given of [read, undefined, null, answers.value, text])
      await expect(score({ model, answers: given as never, asOf })).rejects.toThrow(new TypeError(message));
    await expect(score({ model, answers, system: read as never, asOf })).rejects.toThrow('`system` takes');
  });

  it.each<[name: string, config: unknown, says: string]>([
    ['text', 'strict', 'config'],
    ['an unknown key', { kind: 'config', schemaVersion: 1, floor: 50 }, 'There is no key `floor`'],
    ['no kind', { floors: { overall: 50 } }, 'The key `kind` is missing'],
    ['a floor that is text', { kind: 'config', schemaVersion: 1, floors: { overall: '50' } }, 'overall'],
    [
      'an unknown check',
      { kind: 'config', schemaVersion: 1, checks: { 'no/such-check': 'off' } },
      'There is no check `no/such-check`',
    ],
    [
      'a floor for an unknown element',
      { kind: 'config', schemaVersion: 1, floors: { elements: { luck: 50 } } },
      'has no element `luck`',
    ],
    [
      'a limited drop',
      { kind: 'config', schemaVersion: 1, against: 'main', maxDrop: 2 },
      'has `against`, which',
    ],
    [
      'a baseline',
      { kind: 'config', schemaVersion: 1, baseline: 'a.json' },
      'has `baseline`, which only the command',
    ],
    [
      'a drop of some files',
      { kind: 'config', schemaVersion: 1, overrides: [{ files: ['a'], maxDrop: 2 }] },
      'has `maxDrop`, which only the command `sales-audit check` evaluates',
    ],
  ])('check refuses settings with %s', async (_name, config, says) => {
    const checked = check(text, { model, asOf, config: config as ConfigDocument });
    await expect(checked).rejects.toThrow(TypeError);
    await expect(checked).rejects.toThrow(says);
  });
});

describe('an option that does not exist, or is not there', () => {
  const options = { model, answers, asOf };
  it.each<[name: string, call: () => Promise<unknown>, error: Error | string]>([
    [
      'score, misspelled',
      () => score({ ...options, sytem: 1 } as never),
      'There is no option `sytem`, but model, ',
    ],
    ['score without a model', () => score({ answers, asOf } as never), '`model` takes a model: pass '],
    ['check, misspelled', () => check(text, { model, asOf, floors: {} } as never), 'no option `floors`'],
    ['check without a model', () => check(text, { asOf } as never), '`model` takes a model: pass '],
    ['check of nothing', () => check([], { model, asOf }), 'There is nothing to check.'],
  ])('%s', async (_name, call, error) => {
    await expect(call()).rejects.toThrow(TypeError);
    await expect(call()).rejects.toThrow(error);
  });

  it.each<[name: string, options: object | undefined, says: string]>([
    ['no options', undefined, 'name at least the `format`'],
    [
      'a table',
      { format: 'csv', table: 'x' },
      '`table` is "x", but takes questions, gaps, findings, voices, perception.',
    ],
    [
      'a separator',
      { format: 'csv', separator: '|' },
      '`separator` is "|", but takes comma, semicolon, tab.',
    ],
    ['a chart', { format: 'svg', chart: 'pie' }, '`chart` is "pie", but takes bars, '],
    ['a paper', { format: 'html', paper: 'a9' }, '`paper` is "a9", but takes a4, letter.'],
    ['a misspelled option', { format: 'text', widht: 80 }, 'There is no option `widht`'],
  ])('render with %s', async (_name, given, says) => {
    const report = await score(options);
    await expect(render(report, given as never)).rejects.toThrow(says);
  });
});

describe('an argument of another type', () => {
  const wrong = (value: unknown): never => value as never;
  const question = wrong({ ask: {} });
  it.each<[call: string, run: () => unknown, says: string]>([
    [
      'makeQuestionnaire',
      () => makeQuestionnaire(wrong(undefined), 'leader', 'full'),
      '`model` takes a model: ',
    ],
    [
      'makeQuestionnaire',
      () => makeQuestionnaire(model, wrong('boss'), 'full'),
      '`role` is "boss", but takes leader, ',
    ],
    [
      'makeQuestionnaire',
      () => makeQuestionnaire(model, 'leader', wrong('short')),
      '`scope` is "short", but takes quick',
    ],
    [
      'makeQuestionnaire',
      () => makeQuestionnaire(model, 'leader', wrong(undefined)),
      '`scope` is undefined, but',
    ],
    ['getWording', () => getWording(question, 'leader'), '`question` takes a question of a model'],
    ['loadModel', () => loadModel(wrong('model.yaml')), '`files` takes a list of files'],
    ['loadModel', () => loadModel([wrong({ file: 'a' })]), '`text` takes the text of a document, '],
    ['loadModel', () => loadModel([wrong({ text: '' })]), '`file` is missing'],
    [
      'loadModel',
      () =>
        loadModel([
          { file: 'a', text: '' },
          { file: 'a', text: '' },
        ]),
      'are called "a"',
    ],
    ['loadModel', () => loadModel([], wrong({ base: 'de' })), '`base` takes a model: '],
    ['loadModel', () => loadModel([], wrong({ bas: model })), 'There is no option `bas`, but base.'],
    ['loadModel', () => loadModel([], wrong(model)), 'There is no option `id`, but base.'],
    [
      'makeBrand',
      () => makeBrand(wrong(undefined)),
      '`options` takes an object with name, accent, logo, not undefined',
    ],
    ['makeBrand', () => makeBrand(wrong('Acme')), 'not "Acme".'],
    [
      'makeBrand',
      () => makeBrand(wrong({ colour: 'red' })),
      'There is no option `colour`, but name, accent, logo.',
    ],
    ['makeBrand', () => makeBrand(wrong({ name: 5 })), '`name` takes a string, not number 5.'],
    ['makeBrand', () => makeBrand(wrong({ accent: ['red'] })), '`accent` takes a string, not a list.'],
    ['makeBrand', () => makeBrand(wrong({ logo: 'logo.png' })), '`logo` takes the bytes of an image'],
    [
      'readAnswers',
      () => readAnswers(wrong(undefined), { model }),
      '`text` takes the text of a document, a string or',
    ],
    ['readAnswers', () => readAnswers(text, wrong({})), '`model` takes a model: '],
    ['readAnswers', () => readAnswers(text, wrong(model)), 'There is no option `id`, but model, file.'],
    [
      'readAnswers',
      () => readAnswers(text, wrong({ model: loadShippedModel() })),
      '`model` takes a model: pass `await',
    ],
    [
      'readAnswers',
      () => readAnswers(text, wrong({ model, file: 5 })),
      '`file` takes a string, not number 5.',
    ],
    ['readSystem', () => readSystem(wrong({}), {}), '`text` takes the text of a document'],
    [
      'readSystem',
      () => readSystem(text, wrong('a.yaml')),
      '`options` takes an object with file, not "a.yaml".',
    ],
    ['readReport', () => readReport(text, wrong({ path: 'a' })), 'There is no option `path`, but file.'],
    ['readConfig', () => readConfig(text, wrong({ model: 'de' })), '`model` takes a model: '],
    ['unwrap', () => unwrap(wrong(readSystem(text))), '`read` takes the result of reading: pass `await '],
    ['unwrap', () => unwrap(wrong({ ok: true, brand: {} })), '`read` takes the result of reading: '],
    ['unwrap', () => unwrap(wrong(undefined)), '`read` takes the result of reading: '],
    [
      'render',
      () => render(wrong(answers.value), { format: 'text' }),
      'of kind "report", not one of kind "answers". Pass',
    ],
    [
      'render',
      () => render(wrong(score({ model, answers, asOf })), { format: 'text' }),
      'not a promise: write `await`',
    ],
    [
      'score',
      () => score({ model, answers, asOf, systemPath: 'a.yaml' }),
      '`systemPath` takes an absolute path, not "a.yaml".',
    ],
    [
      'score',
      () => score({ model, answers, asOf, system: wrong(answers) }),
      '`system` takes a document of kind "sales-system"',
    ],
    [
      'computeOutcomes',
      () => computeOutcomes(wrong(answers), { asOf }),
      '`system` takes a document of kind "sales-system"',
    ],
    ['assess', () => assess(wrong('de'), answers.value, undefined, asOf), '`model` takes a model: '],
    [
      'assess',
      () => assess(model, wrong(answers), undefined, asOf),
      '`answers` takes a document of kind "answers"',
    ],
    ['assess', () => assess(model, answers.value, wrong(asOf), asOf), '`outcomes` takes a list of outcomes'],
    ['findGaps', () => findGaps(wrong(model)), '`assessment` takes what `assess(…)` returned.'],
    [
      'makePlan',
      () => makePlan(assess(model, answers.value, undefined, asOf), wrong(1)),
      '`ranked` takes a list of gaps',
    ],
    [
      'buildReport',
      () => buildReport(wrong({ answer: answers })),
      'There is no option `answer`, but assessment, ',
    ],
    [
      'locate',
      () => locate(answers, wrong('answers')),
      '`path` takes a list of keys and indexes, not "answers".',
    ],
    [
      'check',
      () => check([{ text }, { text }], { model, asOf }),
      'Two of the inputs are called "-": give each',
    ],
    [
      'check',
      () =>
        check(
          [
            { text, file: 'a' },
            { text, path: '/b', file: 'a' },
          ],
          { model, asOf },
        ),
      'are called "a"',
    ],
    [
      'check',
      () => check(wrong({ test: text }), { model, asOf }),
      'There is no option `test`, but text, file, path.',
    ],
    [
      'check',
      () => check({ text, path: 'a.yaml' }, { model, asOf }),
      '`path` takes an absolute path, not "a.yaml".',
    ],
    [
      'check',
      () => check(wrong(null), { model, asOf }),
      '`input` takes an object with text, file, path, not null.',
    ],
  ])('%s', async (_call, run, says) => {
    await expect((async () => run())()).rejects.toThrow(says);
  });

  it.each<[options: object, says: string]>([
    [
      { format: 'text', brand: { name: 'Acme' } },
      '`brand` takes what `makeBrand` made: pass `made.brand` if `made.ok`.',
    ],
    [{ format: 'text', brand: 'Acme' }, '`brand` takes what `makeBrand` made'],
    [{ format: 'text', width: '80' }, '`width` takes a whole number from 20 to 100, not "80".'],
    [{ format: 'text', width: 5 }, '`width` takes a whole number from 20 to 100, not 5.'],
    [{ format: 'text', color: 'always' }, '`color` takes true or false, not "always".'],
    [{ format: 'text', model: 'de' }, '`model` takes a model: '],
    [{}, 'There is no format undefined, but '],
  ])('render with %j', async (given, says) => {
    const report = await score({ model, answers, asOf });
    await expect(render(report, given as never)).rejects.toThrow(says);
  });
});

describe('unwrap', () => {
  it('returns the document', () => {
    expect(answers.file).toBe('answers.yaml');
  });

  it('throws every problem with its place', async () => {
    const broken = await readSystem('kind: sales-system\nschemaVersion: 1\norganisation: {}\n');
    expect(() => unwrap(broken)).toThrow(/^sales-system\.yaml:3:1 There is no key `organisation`/);
  });
});

describe('locate', () => {
  it('returns the position of a value, of a key, and of the nearest parent', async () => {
    const system = { file: 'a.yaml', text: 'a:\n  b: [1, 22]\n', value: { a: { b: [1, 22] } } };
    expect(await locate(system, ['a', 'b', 1])).toEqual({ line: 2, column: 10, endLine: 2, endColumn: 12 });
    expect(await locate(system, ['a', 'b'], 'key')).toMatchObject({ line: 2, column: 3 });
    expect(await locate(system, ['a', 'c'])).toMatchObject({ line: 1, column: 1 });
  });
});
