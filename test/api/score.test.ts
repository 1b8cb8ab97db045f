import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import validateReport from '#document/schema/validators/report.js';
import {
  type ReportDocument,
  assess,
  computeOutcomes,
  readAnswers,
  readReport,
  readSystem,
  render,
  score,
  unwrap,
} from '../../src/index.ts';
import { loadModelFrom } from '../../src/tools/model-files.ts';
import { runCommand } from '../support/command.ts';
import { makeEmptyFolder } from '../support/folder.ts';

const asOf = '2026-11-23';
const model = await loadModelFrom('src/model');

/** Reads the answers of a company, and its declared system if it has one. */
async function readSources(company: string) {
  const text = await readFile(`examples/${company}/sales-system.yaml`).catch(() => undefined);
  return {
    answers: unwrap(await readAnswers(await readFile(`examples/${company}/answers.yaml`), { model })),
    system: text === undefined ? undefined : unwrap(await readSystem(text)),
  };
}

/** Returns the report that the built command makes for a company. */
async function scoreByCommand(company: string, withSystem: boolean): Promise<ReportDocument> {
  const cwd = await makeEmptyFolder();
  await cp(join('examples', company), cwd, { recursive: true });
  const system = withSystem ? ['--system', 'sales-system.yaml'] : [];
  const { stdout } = await runCommand(
    ['score', 'answers.yaml', ...system, '--format', 'json', '--as-of', asOf],
    { cwd },
  );
  return JSON.parse(stdout) as ReportDocument;
}

const companies = ['harbor-instruments', 'tarnbeck-cooling', 'fernlatch'];

describe('score', () => {
  it('refuses a text that was not read with this model', async () => {
    const { answers, system } = await readSources('harbor-instruments');
    const replaced = { ...answers, text: answers.text.replace('role: leader', 'role: boss') };
    const other = { ...model, id: 'another' };
    await expect(score({ model, answers: replaced, asOf })).rejects.toThrow(TypeError);
    await expect(score({ model: other, answers, asOf })).rejects.toThrow(TypeError);
    await expect(
      score({ model, answers, system: system && { ...system, text: 'kind: config' }, asOf }),
    ).rejects.toThrow(TypeError);
    await expect(score({ model, answers, system, asOf })).resolves.toMatchObject({ kind: 'report' });
  });

  it.each(companies)('gives the report of the command for the answers of %s', async (company) => {
    const { answers } = await readSources(company);
    const report = await score({ model, answers, asOf });
    expect(report).toEqual(await scoreByCommand(company, false));
    expect(report.summary.declared).toBeNull();
    expect(validateReport(report)).toBe(true);
  });

  it.each(companies.slice(0, 2))(
    'gives the report of the command for %s with its declared system',
    async (company) => {
      const { answers, system } = await readSources(company);
      const around = join(await makeEmptyFolder(), 'sales-system.yaml');
      const report = await score({ model, answers, system, systemPath: around, asOf });
      const expected = await scoreByCommand(company, true);
      expect(report.summary).toEqual(expected.summary);
      expect(report.summary.declared).not.toBeNull();
      expect(report.findings).toEqual(expected.findings);
      expect(report).toEqual(expected);
      // A path only adds findings about the surroundings of the file.
      const alone = await score({ model, answers, system, asOf });
      expect({ ...alone, findings: [] }).toEqual({ ...report, findings: [] });
      expect(report.findings).toEqual(expect.arrayContaining(alone.findings));
    },
  );

  it('gives a report that reads back unchanged', async () => {
    const { answers, system } = await readSources('harbor-instruments');
    const report = await score({ model, answers, system, asOf });
    const again = await readReport(await render(report, { format: 'yaml', model }));
    expect(unwrap(again).value).toEqual(report);
  });

  it('agrees with assess on the outcomes of the checks', async () => {
    const { answers, system } = await readSources('tarnbeck-cooling');
    const outcomes = system && (await computeOutcomes(system.value, { asOf }));
    const { said, declared, coverage } = assess(model, answers.value, outcomes, asOf);
    const { summary } = await score({ model, answers, system, asOf });
    expect(summary.score).toBeCloseTo(said.overall ?? -1, 1);
    expect(summary.declared).toBeCloseTo(declared.overall ?? -1, 1);
    expect(summary.coverage).toBeCloseTo(coverage ?? -1, 2);
  });

  it('throws for a date that does not exist', async () => {
    const { answers } = await readSources('fernlatch');
    await expect(score({ model, answers, asOf: '2026-11-31' })).rejects.toThrow(
      'asOf takes a date that exists, as YYYY-MM-DD, not "2026-11-31".',
    );
  });
});
