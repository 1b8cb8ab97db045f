/** What a report says about its findings follows what was checked: the answers, and the declared system if there was one. */
import { describe, expect, it } from 'vitest';
import type { MessageKey } from '#domain/messages.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import { renderers } from '#render/report/index.ts';
import { exampleReports, matchMessage, reportContext } from '../../support/report/report-context.ts';

const full = exampleReports
  .map(([, report]) => report)
  .find(({ sources, findings: found }) => sources.length > 1 && found.length > 0);
if (full === undefined) throw new Error('No example has a declared system.');
const answersOnly = full.sources.filter(({ kind }) => kind === 'answers');
const findings = full.findings.filter(({ check }) => check.startsWith('answers/')).slice(0, 1);

const { messages } = reportContext;

const toText = (page: string): string => page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

/** The sentences about the findings, of which a report has one. */
const sentences = [
  'report.findingsAbout',
  'report.findingsAboutAnswersOnly',
  'report.noFindings',
  'report.noFindingsAnswersOnly',
] as const satisfies readonly MessageKey[];

describe.each(['text', 'markdown', 'html'] as const)('%s', (format) => {
  it.each([
    ['both', { findings }, 'report.findingsAbout'],
    ['answers only', { findings, sources: answersOnly }, 'report.findingsAboutAnswersOnly'],
    ['both, and nothing', { findings: [] }, 'report.noFindings'],
    ['answers only, and nothing', { findings: [], sources: answersOnly }, 'report.noFindingsAnswersOnly'],
  ] as const satisfies readonly (readonly [string, Partial<ReportDocument>, MessageKey])[])(
    'says what was found in %s, and nothing else',
    (_name, changes, sentence) => {
      const page = toText(renderers[format](Object.assign({}, full, changes), reportContext));
      expect(sentences.filter((key) => page.includes(messages[key]))).toEqual([sentence]);
      expect(page.split(messages[sentence])).toHaveLength(2);
    },
  );

  it('says of what a finding adds points', () => {
    const page = toText(renderers[format](full, { ...reportContext, isTechnical: true }));
    const count = (element: string): number =>
      page.split(matchMessage('report.points', { element })).length - 1;
    const counted = full.findings.filter(({ points }) => (points ?? 0) > 0);
    expect(counted.length).toBeGreaterThan(10);
    expect(full.elements.map(({ name }) => count(name))).toEqual(
      full.elements.map(({ id }) => counted.filter(({ element }) => element === id).length),
    );
  });
});
