import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listQuestions } from '#domain/model.ts';
import { readAnswers, readConfig, readReport, readSystem, unwrap } from '../../src/index.ts';
import { loadModelFrom } from '../../src/tools/model-files.ts';

const model = await loadModelFrom('src/model');
const example = (name: string): Promise<string> => readFile(join('examples', name), 'utf8');

const readers = {
  answers: (text: string | Uint8Array) => readAnswers(text, { model }),
  system: (text: string | Uint8Array) => readSystem(text),
  report: (text: string | Uint8Array) => readReport(text),
  config: (text: string | Uint8Array) => readConfig(text),
};

const good = {
  answers: await example('harbor-instruments/answers.yaml'),
  system: await example('tarnbeck-cooling/sales-system.yaml'),
  report: await example('fernlatch/report.yaml'),
  config: 'kind: config\nschemaVersion: 1\npreset: strict\nchecks: {system/lopsided: error}\n',
};

const usualNames = {
  answers: 'answers.yaml',
  system: 'sales-system.yaml',
  report: 'report.yaml',
  config: '.sales-audit.yaml',
};

const kinds = ['answers', 'system', 'report', 'config'] as const;

describe.each(kinds)('reading %s', (kind) => {
  it('returns the text, its value, and the default file name', async () => {
    expect(await readers[kind](good[kind])).toMatchObject({
      ok: true,
      document: { file: usualNames[kind], text: good[kind], value: { schemaVersion: 1 } },
    });
  });

  it('gives the same value for a string, bytes and JSON', async () => {
    const read = await readers[kind](good[kind]);
    expect(await readers[kind](new TextEncoder().encode(good[kind]))).toEqual(read);
    const { value } = unwrap<unknown>(read);
    expect(unwrap<unknown>(await readers[kind](JSON.stringify(value))).value).toEqual(value);
  });

  it.each(['', '\u0000', '{', 'kind: nothing', '- 1', '{"__proto__": 1}', `${'['.repeat(1000)}`, '\ud800'])(
    'never throws: %j',
    async (text) => {
      const read = await readers[kind](text);
      expect(read.ok ? [] : read.findings).not.toEqual([]);
    },
  );

  it('rejects bytes that are not text, and a text that is too large', async () => {
    const bytes = await readers[kind](Uint8Array.of(0xff, 0xfe, 0x00));
    const large = await readers[kind](`# ${'x'.repeat(1024 * 1024)}\n${good[kind]}`);
    for (const read of [bytes, large]) {
      expect(read).toMatchObject({ ok: false, findings: [{ check: 'document/unsafe', severity: 'error' }] });
    }
  });

  it('rejects a document of another kind', async () => {
    const other = kind === 'system' ? good.config : good.system;
    expect(await readers[kind](other)).toMatchObject({ ok: false, findings: [{ path: '/kind' }] });
  });
});

const hostile = await readdir('test/fixtures/hostile');

describe('reading', () => {
  it('uses the given file name', async () => {
    const read = await readSystem('kind: sales-system\nnone: 1\n', { file: 'north/system.yaml' });
    expect(read.ok ? [] : read.findings.map(({ file }) => file)).toContain('north/system.yaml');
  });

  it('returns every problem of the answers at once, with position and fix', async () => {
    const text = good.answers
      .replace('role: leader', 'role: boss')
      .replace('philosophy.stated-purpose.heard:', 'philosophy.stated-purpose.herd:');
    expect(text).not.toBe(good.answers);
    const read = await readAnswers(text, { model });
    expect(read.ok ? [] : read.findings).toEqual([
      expect.objectContaining({
        check: 'document/invalid',
        path: '/respondent/role',
        fix: expect.any(String),
      }),
      expect.objectContaining({
        check: 'answers/unknown-question',
        line: expect.any(Number),
        column: 3,
        fix: expect.stringContaining('philosophy.stated-purpose.heard'),
      }),
    ]);
  });

  it('leaves out answers to questions that changed since, and lists them', async () => {
    const id = 'philosophy.stated-purpose.heard';
    const newer = {
      ...model,
      version: '1.1.0',
      practices: model.practices.map((practice) => ({
        ...practice,
        questions: practice.questions.map((each) =>
          each.id === id ? { ...each, changedIn: '1.1.0' } : each,
        ),
      })),
    };
    expect(listQuestions(newer).find((each) => each.id === id)?.changedIn).toBe('1.1.0');
    const [before, after] = await Promise.all([
      readAnswers(good.answers, { model }),
      readAnswers(good.answers, { model: newer }),
    ]);
    expect(before).toMatchObject({ outdated: [] });
    expect(after).toMatchObject({ outdated: [id] });
    const { [id]: _gone, ...rest } = unwrap(before).value.answers;
    expect(unwrap(after)).toMatchObject({ text: good.answers, value: { answers: rest } });
    expect(unwrap(after).value.answers).not.toHaveProperty([id]);
  });

  it('rejects settings for an unknown check', async () => {
    const read = await readConfig('kind: config\nschemaVersion: 1\nchecks:\n  system/lopsidet: off\n');
    expect(read).toMatchObject({
      ok: false,
      findings: [{ path: '/checks/system~1lopsidet', line: 4, fix: 'Did you mean `system/lopsided`?' }],
    });
  });

  it.each(hostile)('handles the hostile %s', async (name) => {
    const bytes = await readFile(join('test/fixtures/hostile', name));
    for (const read of Object.values(readers)) {
      const { ok } = await read(bytes);
      expect(ok).toBe(false);
    }
  });
});
