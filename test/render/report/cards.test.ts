import { describe, expect, it } from 'vitest';
import { splitGaps } from '#render/report/backlog.ts';
import type { Finding, QuestionResult, ReportDocument } from '#domain/types/report.ts';
import { makeCardMaker } from '#render/report/cards.ts';
import { renderHtml } from '#render/report/html/index.tsx';
import { renderReportMarkdown } from '#render/report/markdown/index.ts';
import { renderReportText } from '#render/report/text/index.ts';
import { exampleReports, readExampleReport, reportContext } from '../../support/report/report-context.ts';
import { withQuestions } from './markdown/sections.ts';

const harbor = readExampleReport('harbor-instruments');

/** An answer that needs no words. */
const plain: Partial<QuestionResult> = {
  state: 'answered',
  level: 3,
  shownLevel: 3,
  label: 'Most do it',
  answer: 'Most of them do it.',
  next: { level: 4, label: 'Everyone does it', means: 'Every single one of them does it.' },
  evidence: [{ kind: 'artifact', what: 'A list', date: '2026-11-11', ref: 'docs/list.md' }],
};

/** Returns the report with the first question changed and with these findings. */
function change(first: Partial<QuestionResult>, findings: readonly Finding[] = []): ReportDocument {
  const report = withQuestions(harbor, (question, index) => {
    if (index > 0) return question;
    const { note: _note, lowest: _lowest, ...rest } = question;
    return { ...rest, ...plain, ...first };
  });
  return { ...report, findings: [...findings] };
}

const { id = '' } = harbor.elements[0]?.practices[0]?.questions[0] ?? {};

const contradiction: Finding = {
  check: 'answers/contradicts-system',
  severity: 'warning',
  message: 'One of the two is not true.',
  path: `/answers/${id}/level`,
};

describe('a card', () => {
  it.each<[string, Partial<QuestionResult>, readonly Finding[], boolean]>([
    ['level 3, proven', {}, [], true],
    ['level 4, proven', { level: 4, shownLevel: 4 }, [], true],
    ['level 2', { level: 2, shownLevel: 2 }, [], false],
    ['no level', { state: 'unknown', level: null, shownLevel: null }, [], false],
    ['a note', { note: 'Ask Piet.' }, [], false],
    ['a blank note', { note: '  ' }, [], true],
    ['a lower place', { lowest: { level: 1, where: 'Coast' } }, [], false],
    ['weak evidence', { shownLevel: 1 }, [], false],
    [
      'evidence that counts less',
      { evidence: [{ kind: 'artifact', what: 'A list', stale: true }] },
      [],
      false,
    ],
    ['a contradiction', {}, [contradiction], false],
    ['another finding', {}, [{ ...contradiction, check: 'answers/stale' }], true],
    ['a contradiction of another answer', {}, [{ ...contradiction, path: '/answers/a.b.c/level' }], true],
  ])('with %s folds only if nothing has to be said', (_name, first, findings, isFolded) => {
    const report = change(first, findings);
    const [element] = report.elements;
    const [practice] = element?.practices ?? [];
    const [question] = practice?.questions ?? [];
    if (element === undefined || practice === undefined || question === undefined) throw new Error('None.');
    expect(makeCardMaker(report)({ question, practice }, element).isFolded).toBe(isFolded);
  });

  it.each([
    ['html', renderHtml],
    ['markdown', renderReportMarkdown],
    ['text', renderReportText],
  ])('has the level, the next level and evidence without paths: %s', (_format, render) => {
    const page = render(change({ shownLevel: 1 }, [contradiction]), reportContext).replace(/<[^>]*>/g, '');
    expect(page).toContain('Most of them do it.');
    expect(page).toMatch(/To reach 4\W+Every single one of them does it\./);
    expect(page).toContain('A list');
    expect(page).not.toContain('docs/list.md');
  });
});

describe('links between sections', () => {
  it.each(exampleReports)('%s: every link of the HTML page leads somewhere', (_company, report) => {
    const page = renderHtml(report, reportContext);
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, found]) => found));
    const links = [...page.matchAll(/ href="#([^"]+)"/g)].map(([, link = '']) => decodeURIComponent(link));
    expect(links.filter((link) => !ids.has(link))).toEqual([]);
    const linesOf = (section: string): string =>
      page.split(`<section id="${section}"`)[1]?.split('</section>')[0] ?? '';
    const leading = ['first', 'gaps', 'practices', 'patterns', 'unknowns'].filter((section) =>
      /href="#(?:q|answers)-/.test(linesOf(section)),
    );
    expect(leading).toEqual(
      expect.arrayContaining([
        'first',
        ...(splitGaps(report).rest.length > 0 ? ['gaps'] : []),
        'practices',
        ...(report.patterns.length > 0 ? ['patterns'] : []),
      ]),
    );
    expect(linesOf('answers')).toMatch(/href="#practice-/);
    expect(linesOf('answers')).toMatch(/href="#move-/);
  });

  it('lead to the headings of the Markdown page, also where two are the same', () => {
    const [first, ...others] = harbor.patterns;
    if (first === undefined) throw new Error('There is no pattern.');
    const name = harbor.elements[0]?.practices[0]?.name ?? '';
    const page = renderReportMarkdown(
      { ...harbor, patterns: [{ ...first, name }, ...others] },
      reportContext,
    );
    const slug = name.toLowerCase().replaceAll(' ', '-');
    expect(page).toContain(`[${name} (1)](#${slug}-1)`);
    expect(page).not.toContain(`](#${slug})`);
    expect(page).toMatch(/\[The practices\]\(#the-practices\) · \[Action 1\]\(#1-close-the-gap-/);
  });
});
