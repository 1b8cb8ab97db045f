import { describe, expect, it } from 'vitest';
import { assess } from '#domain/assess.ts';
import { questionsOf } from '#domain/model.ts';
import { buildReport } from '#domain/report.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import { type ReportContext, renderers } from '#render/report/index.ts';
import { exampleReport, reportContext } from '../../support/report-context.ts';
import { loadModelFrom } from '../../../src/tools/model-files.ts';

const model = await loadModelFrom('src/model');

/** The report of a leader who answered every question of a scope in the same way. */
function reportOf(
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
    answers: Object.fromEntries(questionsOf(model).map(({ id }) => [id, answer])),
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
const { words } = reportContext;

/** A rendering without markup, on one line. */
const textOf = (format: (typeof readable)[number], report: ReportDocument): string =>
  renderers[format](report, reportContext)
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

describe('where nothing is known', () => {
  const nothing = reportOf({ unknown: true });

  it.each(readable)('%s does not say that every practice is at its target', (format) => {
    expect(nothing.gaps).toEqual([]);
    const text = textOf(format, nothing);
    expect(text).toContain(words['report.nothingScored']);
    expect(text).not.toContain(words['report.noGaps']);
  });

  it.each(readable)('%s says so where every practice is', (format) => {
    const text = textOf(format, reportOf({ level: 4 }));
    expect(text).toContain(words['report.noGaps']);
    expect(text).not.toContain(words['report.nothingScored']);
  });
});

describe('where there is no overall score', () => {
  const fernlatch = exampleReport('fernlatch');

  it('no move promises anything to it', () => {
    expect(fernlatch.summary.score).toBeNull();
    expect(fernlatch.plan.now.map(({ because }) => because).join(' ')).not.toMatch(/overall/);
    expect(exampleReport('harbor-instruments').plan.now[0]?.because).toMatch(/lifts the overall score by 3/);
  });

  it.each(readable)('%s promises no gain', (format) => {
    expect(textOf(format, fernlatch)).not.toMatch(/lifts the overall score/);
  });
});

describe('a badge', () => {
  const badge: ReportContext = { ...reportContext, chart: 'badge' };

  it.each([
    ['a full audit', reportOf({ level: 3 }), '4 of 4 in place<'],
    ['a quick one', reportOf({ level: 3 }, 'quick'), '4 of 4 in place (12 of 43 questions)<'],
    [
      'too few answers',
      reportOf({ unknown: true }, 'quick'),
      '0 of 4 in place (12 of 43 questions, provisional)<',
    ],
  ])('of %s says how much stands behind it', (_name, report, text) => {
    expect(renderers.svg(report, badge)).toContain(text);
  });
});
