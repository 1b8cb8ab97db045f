/** What the report says about findings in words of the business, and what only those who edit the files see. */
import { describe, expect, it } from 'vitest';
import { checks } from '#checks/index.ts';
import { findQuestions } from '#domain/answers/not-known.ts';
import type { Finding, ReportDocument } from '#domain/types/report.ts';
import { groupFindings, listEntryFacts, renderEntryTitle } from '#render/report/appendix.ts';
import { splitGaps } from '#render/report/backlog.ts';
import { renderers } from '#render/report/index.ts';
import { writePlainly } from '#render/report/wording/plain-text.ts';
import { exampleReports, readExampleReport, reportContext } from '../../support/report/report-context.ts';

const formats = ['html', 'markdown', 'text'] as const;
const { messages } = reportContext;
const harbor = readExampleReport('harbor-instruments');

/** Returns what a reader sees: without the elements of HTML, which have ids as anchors, and without line breaks. */
const seeText = (page: string): string =>
  page
    .replaceAll(/<(style|script)[\s\S]*?<\/\1>|<[^>]+>/g, ' ')
    .replaceAll('\\', '')
    .replaceAll(/\s+/g, ' ');

/** Lists the ids and places that only those who edit the files need. */
function findTechnical(page: string, report: ReportDocument): string[] {
  const text = seeText(page);
  const ids = [...checks.map(({ id }) => id), ...findQuestions(report).map(({ question }) => question.id)];
  return [...ids.filter((id) => text.includes(id)), ...(text.match(/[\w-]+\.yaml:/g) ?? [])];
}

const finding = (more: Partial<Finding>): Finding => ({
  check: 'process/stage-without-exit',
  severity: 'error',
  message: 'Nothing leaves `order`.',
  fix: 'Add an `exit` to `order`.',
  ...more,
});

const groupsOf = (...findings: Finding[]): ReturnType<typeof groupFindings> =>
  groupFindings({ ...harbor, findings }, reportContext);

describe.each(formats)('%s', (format) => {
  it.each(exampleReports)('%s: names no check, question or line of a file', (_company, report) => {
    expect(findTechnical(renderers[format](report, reportContext), report)).toEqual([]);
  });

  it('has one appendix, to which the contents of a page lead', () => {
    const page = renderers[format](harbor, reportContext);
    expect(page.split(messages['report.findings'])).toHaveLength(format === 'html' ? 3 : 2);
  });

  it('brings ids and places back for those who edit the files', () => {
    const page = renderers[format](harbor, { ...reportContext, isTechnical: true });
    const found = findTechnical(page, harbor);
    expect(found).toEqual(expect.arrayContaining(harbor.findings.map(({ check }) => check)));
    expect(found).toEqual(expect.arrayContaining(findQuestions(harbor).map(({ question }) => question.id)));
    expect(found).toContain('sales-system.yaml:');
  });

  it('ends with the findings, in full', () => {
    const text = seeText(renderers[format](harbor, reportContext));
    const start = text.lastIndexOf(messages['report.findings']);
    expect(text.indexOf(harbor.summary.sentence)).toBeLessThan(start);
    const appendix = text.slice(start);
    const groups = groupFindings(harbor, reportContext);
    expect(groups.length).toBe(harbor.elements.length + 1);
    for (const { name, entries } of groups) {
      expect(appendix).toContain(name);
      for (const entry of entries)
        for (const part of [
          renderEntryTitle(entry),
          ...listEntryFacts(entry, reportContext).map(([label]) => label),
        ])
          expect(appendix).toContain(part);
    }
    expect(appendix).not.toContain(messages['report.method']);
  });
});

describe('the entries of the appendix', () => {
  it('have each finding once, in the order of the elements', () => {
    const groups = groupFindings(harbor, reportContext);
    expect(groups.map(({ name }) => name)).toEqual([
      ...harbor.elements.map(({ name }) => name),
      messages['report.findingsElsewhere'],
    ]);
    const counts = groups.flatMap(({ entries }) => entries.map(({ count }) => count));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(harbor.findings.length);
    expect(Math.max(...counts)).toBeGreaterThan(1);
  });

  it('say of one finding what was found, and of several where', () => {
    const check = reportContext.checks.get('process/stage-without-exit');
    if (check === undefined) throw new Error('There is no such check.');
    const { title, why, remedy } = check;
    const about = { element: 'process' };
    expect(groupsOf(finding(about)).flatMap(({ entries }) => entries)).toEqual([
      { title, count: 1, text: 'Nothing leaves “order”.', places: '', remedy, waived: '' },
    ]);
    expect(
      groupsOf(finding(about), finding({ ...about, message: 'Nothing leaves `lead`.' })).flatMap(
        ({ entries }) => entries,
      ),
    ).toEqual([{ title, count: 2, text: why, places: 'order; lead', remedy, waived: '' }]);
    expect(
      groupsOf(finding({ ...about, message: 'One.' }), finding({ ...about, message: 'Two.' }))[0]?.entries,
    ).toEqual([{ title, count: 2, text: 'One. Two.', places: '', remedy, waived: '' }]);
  });

  it('keep what a waiver accepts apart', () => {
    const waiver = { owner: 'Ana', reason: 'Later', until: '2026-12-31' };
    const waived = groupsOf(finding({}), finding({ waiver })).flatMap(({ entries }) =>
      entries.map((entry) => entry.waived),
    );
    expect(waived).toEqual(['', expect.stringContaining('Ana')]);
  });

  it('say of an unknown check what it said, each on its own', () => {
    const unknown = { check: 'other/check', element: 'process' };
    const [group] = groupsOf(finding(unknown), finding({ ...unknown, message: 'Nothing leaves `lead`.' }));
    expect(group?.entries.map(({ title, text, remedy }) => ({ title, text, remedy }))).toEqual(
      ['order', 'lead'].map((name) => ({
        title: `Nothing leaves “${name}”.`,
        text: '',
        remedy: '',
      })),
    );
  });

  it('find the element of an answer and of a part of the file', () => {
    const [element] = harbor.elements;
    const question = element?.practices[0]?.questions[0];
    const names = [`/answers/${question?.id}/level`, `/${element?.id}/purpose`, '/roles/0'].map(
      (path) => groupsOf(finding({ path, element: null }))[0]?.name,
    );
    expect(names).toEqual([element?.name, element?.name, messages['report.findingsElsewhere']]);
  });
});

describe('plain words', () => {
  it.each([
    ['a key', 'Add `method.buyerFeedback`.', 'Add “buyer feedback”.'],
    ['a key of two words', 'Add to `openQuestions`.', 'Add to “open questions”.'],
    ['a path', 'At `/process/stages/3`.', 'At “process stages”.'],
    ['an id of several words', 'Not `value-talk`.', 'Not “value talk”.'],
    ['a role and tenure', 'Not `hunter/new`.', 'Not “hunter, new”.'],
    ['a unit with a region', 'In `gulf`.', 'In “Gulf coast”.'],
    ['a file', 'See `docs/roles/hunter.md`.', 'See “hunter.md”.'],
    ['a duration', 'Every P2W, or P1M.', 'Every 2 weeks, or month.'],
    ['a date', 'Not since 2026-02-10.', 'Not since February 10, 2026.'],
    ['a question that is not known', 'See `execution.some-practice.one-more`.', 'See “one more”.'],
  ])('replace %s', (_what, text, plain) => {
    expect(writePlainly(text, { names: { gulf: 'Gulf coast' } }, harbor, reportContext)).toBe(plain);
  });

  it('are those of every remedy', () => {
    expect(checks.filter(({ remedy }) => /[`_/{}]|[a-z][A-Z]|\w\.\w/.test(remedy))).toEqual([]);
    expect(checks.filter(({ remedy }) => !/^\p{Lu}.*\.$/u.test(remedy))).toEqual([]);
  });
});

describe('gaps', () => {
  it.each(exampleReports)(
    '%s: are numbered as in the plan, and listed if they are for later',
    (_company, report) => {
      const { now, next, later } = report.plan;
      const planned = [...now, ...next, ...later].map(({ practice }) => practice);
      const { planned: inPlan, rest } = splitGaps(report);
      const gaps = [...inPlan, ...rest];
      expect(gaps.map(({ practice }) => practice).toSorted()).toEqual(
        report.gaps.map(({ practice }) => practice).toSorted(),
      );
      for (const { practice, rank } of gaps) expect(planned[rank - 1]).toBe(practice);
      expect(rest.map(({ practice }) => practice)).toEqual(later.map(({ practice }) => practice));
      expect(inPlan.length).toBeLessThanOrEqual(6);
    },
  );
});
