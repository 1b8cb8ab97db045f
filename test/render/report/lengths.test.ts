import { describe, expect, it } from 'vitest';
import type { ReportDocument } from '#domain/types/report.ts';
import { escapeMarkdown, escapeXml } from '#render/escape.ts';
import { lengths } from '#render/report/choices.ts';
import { type ReportContext, renderers } from '#render/report/index.ts';
import { listActions } from '#render/report/wording/actions.ts';
import { makeExampleContext } from '../../../src/tools/docs/derive-examples.ts';
import { loadShippedModel } from '../../support/model/shipped-model.ts';
import { exampleReports, readExampleReport, reportContext } from '../../support/report/report-context.ts';

const formats = ['html', 'markdown', 'text'] as const;
const german: ReportContext = {
  ...makeExampleContext(await loadShippedModel('de')),
  width: 80,
};
const harbor = readExampleReport('harbor-instruments');

/** Returns what a reader sees of a page, in one line. */
function read(page: string): string {
  return page
    .replaceAll(/<(style|script)>[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\]\(#[^)]*\)/g, ']')
    .replaceAll(/\s+/g, ' ');
}

/** Lists what only experts want to see: ids of questions, paths and the model. */
function listTechnical({ elements, sources, model }: ReportDocument): readonly string[] {
  return [
    ...elements.flatMap(({ practices }) =>
      practices.flatMap(({ questions }) => questions.map(({ id }) => id)),
    ),
    // The folder of all sellers' files is called as an ordinary word.
    ...sources.map(({ path, files }) => (files === undefined ? path : `${path}/`)),
    `${model.id} ${model.version}`,
  ];
}

const cases = formats.flatMap((format) => lengths.map((length) => ({ format, length })));

describe.each(cases)('$format, $length', ({ format, length }) => {
  it.each(exampleReports)('%s: shows no ids and no paths', (_company, report) => {
    const page = read(renderers[format](report, { ...reportContext, length }));
    expect(listTechnical(report).filter((text) => page.includes(text))).toEqual([]);
  });

  it.each([
    ['English', reportContext],
    ['German', german],
  ])('in %s: has the finding and the actions first', (_language, context) => {
    const page = read(renderers[format](harbor, { ...context, length }));
    const escape = { html: escapeXml, markdown: escapeMarkdown, text: (text: string) => text }[format];
    // The summary of the terminal has the actions in several lines.
    const actions =
      format === 'text' && length === 'summary'
        ? harbor.plan.now.map(({ recommendation }) => recommendation?.do ?? '?')
        : listActions(harbor, context.messages).map(({ act }) => act);
    const parts = [harbor.summary.sentence, ...actions].map(escape);
    const places = parts.map((part) => page.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
});

describe('a report for experts', () => {
  it.each(formats)('shows every question id in %s', (format) => {
    const page = read(renderers[format](harbor, { ...reportContext, isTechnical: true }));
    const ids = harbor.elements.flatMap(({ practices }) =>
      practices.flatMap(({ questions }) => questions.map(({ id }) => id)),
    );
    expect(ids.filter((id) => !page.includes(id))).toEqual([]);
    expect(page).toContain('sales-system.yaml');
  });
});

describe('links within Markdown', () => {
  it('are left out of the summary, which has none of the sections that they lead to', () => {
    expect(renderers.markdown(harbor, reportContext)).toContain('](#');
    expect(renderers.markdown(harbor, { ...reportContext, length: 'summary' })).not.toContain('](#');
  });
});

describe('who answered', () => {
  it.each(formats)('is named with the days in words in %s, in English and German', (format) => {
    const sources = harbor.sources.map((source) =>
      source.kind === 'answers'
        ? { ...source, answeredFrom: '2026-11-12', answeredTo: '2026-11-20' }
        : source,
    );
    const render = (context: ReportContext): string =>
      read(renderers[format]({ ...harbor, sources }, context));
    expect(render(reportContext)).toContain('November 12, 2026 to November 20, 2026');
    expect(render(german).replaceAll('\\', '')).toContain('12. November 2026 bis 20. November 2026');
  });
});
