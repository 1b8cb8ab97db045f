import { describe, expect, it } from 'vitest';
import { assess } from '#domain/scoring/assess.ts';
import { listQuestions } from '#domain/model.ts';
import { buildReport } from '#domain/report/report.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import { type ReportContext, renderers } from '#render/report/index.ts';
import { matchMessage, readExampleReport, reportContext } from '../../support/report/report-context.ts';
import { loadShippedModel } from '../../support/model/shipped-model.ts';

const model = await loadShippedModel();

/** Builds the report of a leader who gave the same answer to every question. */
function makeReportOf(
  answer: AnswersDocument['answers'][string],
  scope: 'quick' | 'full' = 'full',
): ReportDocument {
  const answers: AnswersDocument = {
    kind: 'answers',
    schemaVersion: 1,
    model: { id: model.id, version: model.version },
    organization: { name: 'Nowhere' },
    respondent: { role: 'leader' },
    startedOn: '2026-11-20',
    scope,
    answers: Object.fromEntries(listQuestions(model).map(({ id }) => [id, answer])),
  };
  return buildReport({
    assessment: assess(model, answers, undefined, '2026-11-23'),
    answers,
    sources: [],
    findings: [],
    version: '0.1.0',
  });
}

const readable = ['html', 'markdown', 'text'] as const;
const { messages } = reportContext;

/** Renders a report without markup, on one line. */
const renderText = (format: (typeof readable)[number], report: ReportDocument): string =>
  renderers[format](report, reportContext)
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

describe('a report where everything is unknown', () => {
  const nothing = makeReportOf({ unknown: true });

  it.each(readable)('%s does not claim that every practice is at its target', (format) => {
    expect(nothing.gaps).toEqual([]);
    const text = renderText(format, nothing);
    expect(text).toContain(messages['report.nothingScored']);
    expect(text).not.toContain(messages['report.noGaps']);
    expect(text).not.toContain(messages['summary.nothingToDo']);
  });

  it.each(readable)('%s says so if every practice is at its target', (format) => {
    const text = renderText(format, makeReportOf({ level: 4 }));
    expect(text).toContain(messages['report.noGaps']);
    expect(text).not.toContain(messages['report.nothingScored']);
  });
});

describe('a report without an overall score', () => {
  const fernlatch = readExampleReport('fernlatch');
  const gain = matchMessage('plan.becauseClose');

  it('has no move that promises a gain', () => {
    expect(fernlatch.summary.score).toBeNull();
    expect(fernlatch.plan.now.filter(({ because }) => gain.test(because))).toEqual([]);
    const [first] = readExampleReport('harbor-instruments').plan.now;
    expect(first?.because).toMatch(gain);
  });

  it.each(readable)('%s promises no gain', (format) => {
    expect(renderText(format, fernlatch)).not.toMatch(gain);
  });
});

describe('a report where nothing was asked', () => {
  const harbor = readExampleReport('harbor-instruments');
  const [first, ...others] = harbor.elements;
  if (first === undefined) throw new Error('The example has no element.');
  const partly: ReportDocument = {
    ...harbor,
    elements: [{ ...first, status: 'not-asked', score: null, range: null, coverage: null }, ...others],
  };
  const wholly: ReportDocument = { ...harbor, summary: { ...harbor.summary, range: null, coverage: null } };

  it.each(readable)('%s shows no share of answers for an element', (format) => {
    expect(renderText(format, partly)).not.toMatch(/\b0 (?:answered|% )/);
  });

  it.each(readable)('%s shows no share of answers for the whole, nor a final score', (format) => {
    const text = renderText(format, wholly);
    expect(text).not.toMatch(matchMessage('report.coverage'));
    expect(text).not.toContain(messages['report.rangeNone']);
    expect(text).not.toMatch(matchMessage('report.rangeAbout'));
  });
});

describe('a range', () => {
  const harbor = readExampleReport('harbor-instruments');
  const narrow = { low: 46.6, high: 47.4 };
  const report: ReportDocument = {
    ...harbor,
    summary: { ...harbor.summary, range: narrow },
    elements: harbor.elements.map((element) => ({ ...element, range: narrow })),
  };

  it.each(readable)('%s omits one less than a point wide', (format) => {
    expect(renderText(format, report)).not.toMatch(/47 (?:to|and) 47/);
  });
});

describe('a source', () => {
  const harbor = readExampleReport('harbor-instruments');
  const source = harbor.sources.find(({ kind }) => kind === 'answers');
  if (source === undefined) throw new Error('The example has no answers.');
  const { role: _role, respondent: _respondent, ...unsaid } = source;

  it.each(readable)('%s names no role if none is known', (format) => {
    const text = renderText(format, { ...harbor, sources: [unsaid] });
    expect(text).not.toContain('Answers: Leader');
    expect(text).toContain('Answers: not named');
    expect(text).not.toContain(`Answers: ${source.path}`);
  });
});

describe('own words', () => {
  const { closing: _closing, ...harbor } = readExampleReport('harbor-instruments');
  const silent: ReportDocument = { ...harbor, opening: { first: ' ' }, context: {} };

  it('that are blank have neither section nor dead links', () => {
    const html = renderers.html(silent, reportContext);
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id = '']) => id);
    expect(targets.filter((id) => !html.includes(`id="${id}"`))).toEqual([]);
    expect(html).not.toContain('id="own-words"');
  });
});

describe('a badge', () => {
  const badge: ReportContext = { ...reportContext, chart: 'badge' };
  const all = listQuestions(model).length;
  const quick = listQuestions(model).filter((question) => question.quick).length;

  it.each([
    ['a full audit', makeReportOf({ level: 3 }), '4 of 4 in place<'],
    [
      'a quick one',
      makeReportOf({ level: 3 }, 'quick'),
      `4 of 4 in place (${quick} of ${all} questions asked)<`,
    ],
    [
      'too few answers',
      makeReportOf({ unknown: true }, 'quick'),
      `0 of 4 in place (${quick} of ${all} questions asked, provisional)<`,
    ],
  ])('of %s states its limits', (_name, report, text) => {
    expect(renderers.svg(report, badge)).toContain(text);
  });
});
