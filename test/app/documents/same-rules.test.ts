/** Every reader of a kind of document refuses the same faults, in the same words, at the same place. */
import { cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CheckedFinding } from '#domain/types/check.ts';
import { check } from '../../../src/index.ts';
import { runCommand } from '../../support/command.ts';
import { makeEmptyFolder } from '../../support/folder.ts';
import { type Found, answerTo, asOf, heard, kinds, model, source } from './kinds.ts';

/** Formats a finding in one line. */
const inWords = ({ check: id, severity, file, line, column, message, fix }: Found): string =>
  `${file}:${line}:${column} ${severity} ${id} ${message} Fix: ${fix}`;

/** Parses the findings on stderr: without the lines of the document, and each in one line. */
function parsePrinted(stderr: string): string[] {
  const blocks = stderr.split('\n\n').filter((block) => block.includes('\n  Fix: '));
  return blocks.map((block) =>
    block
      .split('\n')
      .filter((line) => !/^ {2}[ ❯>] *\d* *\|/.test(line))
      .join(' ')
      .replaceAll(/\s+/g, ' '),
  );
}

const isAboutReading = (id: string): boolean =>
  ['document/invalid', 'answers/unknown-question', 'answers/model-mismatch'].includes(id);

/** Runs a command in a folder with an example and one more file. Returns its exit code and the findings on stderr. */
async function runOver(
  line: string,
  file: string,
  text: string,
): Promise<{ exitCode: number | null; printed: string[]; stdout: string }> {
  const cwd = await makeEmptyFolder();
  await cp(source, cwd, { recursive: true });
  await mkdir(join(cwd, 'own'));
  await writeFile(join(cwd, file), text);
  const { exitCode, stdout, stderr } = await runCommand([...line.split(' '), '--as-of', asOf], { cwd });
  return { exitCode, printed: parsePrinted(stderr), stdout };
}

describe.each(Object.entries(kinds))('a document of kind %s', (_, kind) => {
  const { file, valid, read, commands, broken, brokenTogether = {} } = kind;

  it.each([...commands, `check ${file} --no-config --format json`])('is accepted by: %s', async (line) => {
    expect(await read(valid)).toMatchObject({ ok: true });
    const { printed, exitCode, stdout } = await runOver(
      line.replace('init --yes', 'init --yes --force'),
      file,
      valid,
    );
    expect(printed).toEqual([]);
    expect(stdout).not.toContain('document/invalid');
    expect(exitCode).toBeLessThan(2);
  });

  describe.each(Object.entries({ ...broken, ...brokenTogether }))('with %s', (name, [from, to, expected]) => {
    const text = valid.replace(from, to);

    async function readFaults(): Promise<readonly Found[]> {
      const result = await read(text);
      return result.ok ? [] : result.findings;
    }

    it('is refused by the library', async () => {
      expect(text).not.toBe(valid);
      const found = (await readFaults()).map(({ check: id, path }) => `${id} ${path ?? ''}`);
      expect(found.toSorted()).toEqual([...expected].toSorted());
    });

    it.each(commands)('is refused in the same words by: %s', async (line) => {
      const { exitCode, printed } = await runOver(line, file, text);
      expect(printed).toEqual((await readFaults()).map(inWords));
      expect(exitCode).toBeOneOf([1, 2]);
    });

    it.each(name in brokenTogether ? [] : [`check ${file} --no-config --format json`])(
      'is refused in the same words by: %s',
      async (line) => {
        const { findings, verdict } = await check({ text, file }, { model, asOf });
        const same = findings.filter(({ check: id }) => isAboutReading(id));
        expect(same.map(inWords)).toEqual((await readFaults()).map(inWords));
        expect(verdict.exitCode).toBe(1);
        const { exitCode, stdout } = await runOver(line, file, text);
        const printed: readonly CheckedFinding[] = JSON.parse(stdout).findings;
        expect(printed.filter(({ check: id }) => isAboutReading(id)).map(inWords)).toEqual(same.map(inWords));
        expect(exitCode).toBe(1);
      },
    );
  });
});

describe('one module', () => {
  it('reads answers and settings, so that no reader leaves a rule out', async () => {
    const folders = ['app', 'api', 'cli'].map((folder) => `src/${folder}`);
    const own: string[] = [];
    for (const folder of folders) {
      for (const name of await readdir(folder, { recursive: true })) {
        if (!name.endsWith('.ts')) continue;
        const code = await readFile(join(folder, name), 'utf8');
        const path = `${folder}/${name.replaceAll('\\', '/')}`;
        if (/readDocument\(\s*'(?:answers|config)'|readAnyDocument\(/.test(code)) own.push(path);
      }
    }
    // `report` looks at the kind of its input before it knows the model, and then calls the module too.
    expect(own.toSorted()).toEqual(['src/app/read-document.ts', 'src/app/report/input.ts']);
  });
});

describe('check', () => {
  const valid = kinds['answers']?.valid ?? '';

  it('gives no score to answers that score refuses for a "does not apply"', async () => {
    const text = valid.replace(answerTo(heard), '  $1: {notApplicable: out-of-scope}\n');
    const { scores } = await check({ text, file: 'answers.yaml' }, { model, asOf });
    expect(scores).toEqual([]);
  });

  it('still scores answers with a question that the model does not have', async () => {
    const text = valid.replace(heard, 'philosophy.stated-purpose.herd');
    const { scores } = await check({ text, file: 'answers.yaml' }, { model, asOf });
    expect(scores).toEqual([expect.objectContaining({ kind: 'answers', score: expect.any(Number) })]);
  });
});
