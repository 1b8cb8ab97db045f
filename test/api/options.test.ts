/** Options that no type checker saw are refused by name, and never give a wrong result. */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import {
  type ConfigDocument,
  assess,
  check,
  loadShippedModel,
  locate,
  readAnswers,
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
      'score, misspelt',
      () => score({ ...options, sytem: 1 } as never),
      'There is no option `sytem`, but model, ',
    ],
    ['score without a model', () => score({ answers, asOf } as never), '`model` takes a model: pass '],
    ['check, misspelt', () => check(text, { model, asOf, floors: {} } as never), 'no option `floors`'],
    ['check without a model', () => check(text, { asOf } as never), '`model` takes a model: pass '],
    ['check of nothing', () => check([], { model, asOf }), 'There is nothing to check.'],
  ])('%s', async (_name, call, error) => {
    await expect(call()).rejects.toThrow(TypeError);
    await expect(call()).rejects.toThrow(error);
  });

  it.each<[name: string, options: object | undefined, says: string]>([
    ['no options', undefined, 'name at least the `format`'],
    ['a table', { format: 'csv', table: 'x' }, '`table` is "x", but takes questions, gaps, findings.'],
    [
      'a separator',
      { format: 'csv', separator: '|' },
      '`separator` is "|", but takes comma, semicolon, tab.',
    ],
    ['a chart', { format: 'svg', chart: 'pie' }, '`chart` is "pie", but takes bars, '],
    ['a paper', { format: 'html', paper: 'a9' }, '`paper` is "a9", but takes a4, letter.'],
    ['a misspelt option', { format: 'text', widht: 80 }, 'There is no option `widht`'],
  ])('render with %s', async (_name, given, says) => {
    const report = await score(options);
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
