import { cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import {
  type CheckInput,
  type CheckResult,
  check,
  computeOutcomes,
  readConfig,
  readSystem,
  unwrap,
} from '../../src/index.ts';
import { loadModelFrom } from '../../src/tools/model-files.ts';
import { makeRepository } from '../io/git/repository.ts';
import { runCommand } from '../support/command.ts';
import { makeEmptyFolder } from '../support/folder.ts';

const asOf = '2026-11-23';
const model = await loadModelFrom('src/model');

/** Every document of the examples. */
const documents = (await readdir('examples', { recursive: true }))
  .filter((path) => path.endsWith('.yaml'))
  .toSorted();

/** Returns the result of the built command for some files of a directory. */
async function checkByCommand(cwd: string, args: readonly string[], input = ''): Promise<CheckResult> {
  const { stdout } = await runCommand(['check', '--format', 'json', '--as-of', asOf, ...args], {
    cwd,
    input,
  });
  return JSON.parse(stdout) as CheckResult;
}

async function copyExamples(): Promise<string> {
  const cwd = await makeEmptyFolder();
  await Promise.all(
    documents.map((path) => cp(join('examples', path), join(cwd, path), { recursive: true })),
  );
  return cwd;
}

const inputIn = async (cwd: string, file: string): Promise<CheckInput> => ({
  text: await readFile(join(cwd, file)),
  file,
  path: join(cwd, file),
});

const hostile = await readdir('test/fixtures/hostile');

describe('check', () => {
  it('accepts every kind of document in the examples', () => {
    expect(documents).toHaveLength(29);
  });

  it.each(documents)('gives the result of the command for %s', async (file) => {
    const cwd = await copyExamples();
    expect(await check(await inputIn(cwd, file), { model, asOf })).toEqual(await checkByCommand(cwd, [file]));
  });

  it.each(documents)('gives the result of the command for %s as standard input', async (file) => {
    const text = await readFile(join('examples', file), 'utf8');
    expect(await check(text, { model, asOf })).toEqual(
      await checkByCommand(await makeEmptyFolder(), ['-'], text),
    );
  });

  it('gives the result of the command for all documents together, in any order', async () => {
    const cwd = await copyExamples();
    const inputs = await Promise.all(documents.map((file) => inputIn(cwd, file)));
    const result = await checkByCommand(cwd, documents);
    expect(await check(inputs, { model, asOf })).toEqual(result);
    expect(await check(inputs.toReversed(), { model, asOf })).toEqual(result);
    expect(result.findings.map((finding) => finding.check)).toContain('answers/contradicts-system');
  });

  it.each(hostile)('gives the result of the command for the hostile %s', async (name) => {
    const cwd = await makeEmptyFolder();
    await cp(join('test/fixtures/hostile', name), join(cwd, name));
    const result = await check(await inputIn(cwd, name), { model, asOf });
    expect(result).toEqual(await checkByCommand(cwd, [name]));
    expect(result.verdict.ok).toBe(false);
  });

  it('applies the settings of a team like the command', async () => {
    const cwd = await copyExamples();
    const settings =
      'kind: config\nschemaVersion: 1\npreset: strict\nchecks: {system/lopsided: off}\nmaxWarnings: 3\n' +
      'maxEvidenceAge: P3M\nfloors: {score: 90, elements: {philosophy: 95}, inPlace: 4, coverage: 1}\n';
    await writeFile(join(cwd, '.sales-audit.yaml'), settings);
    const config = unwrap(await readConfig(settings)).value;
    const files = documents.filter((file) => file.startsWith('harbor'));
    const inputs = await Promise.all(files.map((file) => inputIn(cwd, file)));
    const result = await check(inputs, { model, asOf, config });
    expect(result).toEqual(await checkByCommand(cwd, files));
    expect(result.verdict.reasons.length).toBeGreaterThan(4);
  });

  it('reads references and history only if given a path', async () => {
    const repository = await makeRepository();
    const text = await readFile('examples/harbor-instruments/sales-system.yaml', 'utf8');
    await repository.save('sales-system.yaml', text, '2026-11-01');
    const input = await inputIn(repository.folder, 'sales-system.yaml');
    const around = await check(input, { model, asOf });
    expect(around).toEqual(await checkByCommand(repository.folder, ['sales-system.yaml']));
    const missing = ({ findings }: CheckResult): number =>
      findings.filter((finding) => finding.check === 'system/missing-evidence-path').length;
    expect(missing(around)).toBeGreaterThan(0);
    expect(missing(await check(text, { model, asOf }))).toBe(0);
  });

  it.each<[name: string, settings: string, reason: string]>([
    [
      'a floor for answers',
      'floors: {coverage: 0.8}',
      'No answers were checked, so the minimum coverage of 0.8',
    ],
    ['an age of evidence', 'maxEvidenceAge: P12M', 'so the maximum age of evidence of P12M was not applied.'],
    [
      'an override',
      'overrides: [{files: [sout/**], floors: {score: 50}}]',
      'No file that it names was checked.',
    ],
  ])('does not pass %s that nothing was held against, like the command', async (_name, settings, reason) => {
    const cwd = await makeEmptyFolder();
    const text = `kind: config\nschemaVersion: 1\n${settings}\n`;
    await cp('examples/tarnbeck-cooling/sales-system.yaml', join(cwd, 'sales-system.yaml'));
    await writeFile(join(cwd, '.sales-audit.yaml'), text);
    const config = unwrap(await readConfig(text)).value;
    const result = await check(await inputIn(cwd, 'sales-system.yaml'), { model, asOf, config });
    expect(result).toEqual(await checkByCommand(cwd, []));
    expect(result.verdict).toMatchObject({ ok: false, reasons: [expect.stringContaining(reason)] });
  });

  it('says like the command what it could not look at without git', async () => {
    const cwd = await makeEmptyFolder();
    await cp('examples/tarnbeck-cooling/sales-system.yaml', join(cwd, 'sales-system.yaml'));
    await mkdir(join(cwd, '.git'));
    vi.stubEnv('PATH', cwd);
    const result = await check(await inputIn(cwd, 'sales-system.yaml'), { model, asOf });
    expect(result).toEqual(await checkByCommand(cwd, ['sales-system.yaml']));
    expect(result.notes.join(' ')).toContain('git is not installed');
    vi.unstubAllEnvs();
  });

  it('does not pass for an empty document', async () => {
    expect(await check('', { model, asOf })).toMatchObject({
      verdict: { ok: false, exitCode: 1 },
      findings: [{ check: 'document/invalid', file: '-' }],
    });
  });

  it.each(['', '2026-02-30', '23.11.2026', undefined as never])('throws for the date %j', async (day) => {
    await expect(check('kind: answers', { model, asOf: day })).rejects.toThrow(RangeError);
  });
});

describe('computeOutcomes', () => {
  it('counts the outcomes behind the declared score', async () => {
    const { value, text } = unwrap(
      await readSystem(await readFile('examples/harbor-instruments/sales-system.yaml')),
    );
    const outcomes = await computeOutcomes(value, { asOf });
    const failing = outcomes.filter((outcome) => outcome.failing > 0).map((outcome) => outcome.check);
    const { findings, suppressed } = await check(text, { model, asOf });
    const found = new Set([...findings, ...suppressed].map((finding) => finding.check));
    expect(failing).not.toEqual([]);
    expect(failing.filter((id) => !found.has(id))).toEqual([]);
    await expect(computeOutcomes(value, { asOf: 'today' })).rejects.toThrow(RangeError);
  });
});
