import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import validateReport from '#document/schema/validators/report.js';
import type { ReportDocument } from '#domain/types/report.ts';
import { deriveExamples } from '../../src/tools/docs/derive-examples.ts';

const derived = await deriveExamples();

/** Returns the surnames of every full name in a text, by first name. */
function listSurnames(text: string): Map<string, Set<string>> {
  const surnames = new Map<string, Set<string>>();
  // A person is named after one of these keys.
  for (const [, first = '', last = ''] of text.matchAll(
    /(?:owner|name|seenBy|askedBy): ['"]?(\p{Lu}\p{Ll}+) (\p{Lu}\p{Ll}+)/gu,
  )) {
    surnames.set(first, (surnames.get(first) ?? new Set()).add(last));
  }
  return surnames;
}

describe('examples', () => {
  it.each(['harbor-instruments', 'tarnbeck-cooling'])(
    'of %s give a person one surname in the answers and the system',
    async (company) => {
      const files = ['answers', 'sales-system'].map((file) =>
        readFile(`examples/${company}/${file}.yaml`, 'utf8'),
      );
      const surnames = listSurnames((await Promise.all(files)).join('\n'));
      expect(surnames.size).toBeGreaterThan(2);
      expect([...surnames].filter(([, lasts]) => lasts.size > 1)).toEqual([]);
    },
  );

  it('are four companies with a report and a summary each', () => {
    expect([...derived.keys()].filter((path) => path.endsWith('report.yaml'))).toHaveLength(4);
    expect([...derived.keys()].filter((path) => path.endsWith('summary.txt'))).toHaveLength(4);
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

  it.each(reports)('%s promises no more points than an element lacks, and says of which', (_path, text) => {
    const { elements, findings } = parse(text) as ReportDocument;
    const worth = findings.filter(({ points }) => typeof points === 'number' && points > 0);
    expect(worth.filter(({ element }) => !elements.some(({ id }) => id === element))).toEqual([]);
    const promised = elements.map(({ id, declared }) => {
      const own = worth.filter(({ element }) => element === id).map(({ points }) => points ?? 0);
      return { id, points: own.reduce((sum, points) => sum + points, 0), lacks: 100 - (declared ?? 0) };
    });
    expect(promised.filter(({ points, lacks }) => points > lacks + 1e-6)).toEqual([]);
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
