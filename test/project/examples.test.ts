import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import validateReport from '#document/schema/validators/report.js';
import type { ReportDocument } from '#domain/types/report.ts';
import { deriveExamples } from '../../src/tools/docs/derive-examples.ts';

const derived = await deriveExamples();

describe('examples', () => {
  it('are three companies with a report and a summary each', () => {
    expect([...derived.keys()].filter((path) => path.endsWith('report.yaml'))).toHaveLength(3);
    expect([...derived.keys()].filter((path) => path.endsWith('summary.txt'))).toHaveLength(3);
    expect(derived.has('README.md')).toBe(true);
  });

  it.each([...derived])('%s is what `npm run docs` writes', async (path, text) => {
    expect(await readFile(path, 'utf8')).toBe(text);
  });

  const reports = [...derived].filter(([path]) => path.endsWith('report.yaml'));

  it.each(reports)('%s is valid against its schema, for readers of YAML 1.1 and 1.2', (_path, text) => {
    const report: unknown = parse(text);
    validateReport(report);
    expect(validateReport.errors).toBeNull();
    expect(parse(text, { version: '1.1' })).toEqual(report);
  });

  it('show a firm that neglects the bookends, a strong one, and one just starting', () => {
    const summaryOf = (company: string): ReportDocument['summary'] =>
      (parse(derived.get(`examples/${company}/report.yaml`) ?? '') as ReportDocument).summary;
    expect(summaryOf('harbor-instruments')).toMatchObject({
      inPlace: 2,
      neglected: ['philosophy', 'execution'],
    });
    expect(summaryOf('tarnbeck-cooling')).toMatchObject({ inPlace: 4, inPlaceShown: 3, neglected: [] });
    expect(summaryOf('fernlatch')).toMatchObject({
      inPlace: 0,
      inPlaceShown: null,
      unknown: ['method'],
      score: null,
    });
  });
});
