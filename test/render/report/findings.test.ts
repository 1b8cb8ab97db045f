/** What a report says about its findings follows what was checked: the answers, and the declared system if there was one. */
import { describe, expect, it } from 'vitest';
import { renderers } from '#render/report/index.ts';
import { exampleReports, reportContext } from '../../support/report/report-context.ts';

const full = exampleReports
  .map(([, report]) => report)
  .find(({ sources, findings: found }) => sources.length > 1 && found.length > 0);
if (full === undefined) throw new Error('No example has a declared system.');
const answersOnly = full.sources.filter(({ kind }) => kind === 'answers');
const findings = full.findings.filter(({ check }) => check.startsWith('answers/')).slice(0, 1);

const toText = (page: string): string => page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

describe.each(['text', 'markdown', 'html'] as const)('%s', (format) => {
  it.each([
    ['both', { findings }, 'Found in the answers and the declared system.'],
    [
      'answers only',
      { findings, sources: answersOnly },
      'Found in the answers. No sales-system file was provided.',
    ],
    [
      'both, and nothing',
      { findings: [] },
      'The checks found nothing in the answers and the declared system.',
    ],
    [
      'answers only, and nothing',
      { findings: [], sources: answersOnly },
      'The checks found nothing in the answers. No sales-system file was provided, so there was nothing else to check.',
    ],
  ])('says what was found in %s', (_name, changes, sentence) => {
    const page = toText(renderers[format]({ ...full, ...changes }, reportContext));
    expect(page).toContain(sentence);
    const count = page.match(/Found in the answers|The checks found nothing/g)?.length;
    expect(count).toBe(1);
  });

  it('says of what a finding adds points', () => {
    const page = toText(renderers[format](full, reportContext));
    const all = page.match(/adds \d[\d.]*/g) ?? [];
    const said = page.match(
      /adds \d[\d.]* to the declared score of (?:Philosophy|Process|Method|Execution)/g,
    );
    expect(all.length).toBeGreaterThan(10);
    expect(said?.length).toBe(all.length);
  });
});
