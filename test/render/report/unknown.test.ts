import { describe, expect, it } from 'vitest';
import { assess } from '#domain/scoring/assess.ts';
import { questionsOf } from '#domain/model.ts';
import { buildReport } from '#domain/report/report.ts';
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

describe('where nothing was asked', () => {
  const harbor = exampleReport('harbor-instruments');
  const [first, ...others] = harbor.elements;
  if (first === undefined) throw new Error('The example has no element.');
  const partly: ReportDocument = {
    ...harbor,
    elements: [{ ...first, status: 'not-asked', score: null, range: null, coverage: null }, ...others],
  };
  const wholly: ReportDocument = { ...harbor, summary: { ...harbor.summary, range: null, coverage: null } };

  it.each(readable)('%s gives an element no share of answers, not even none', (format) => {
    expect(textOf(format, partly)).not.toMatch(/\b0 % (?:answered|of what was asked)/);
  });

  it.each(readable)(
    '%s gives the whole no share of answers, and does not say that nothing can move the score',
    (format) => {
      const text = textOf(format, wholly);
      expect(text).not.toContain('0 % of what was asked');
      expect(text).not.toContain(words['report.rangeNone']);
      expect(text).not.toMatch(/the overall score would lie/);
    },
  );
});

describe('a range', () => {
  const harbor = exampleReport('harbor-instruments');
  const narrow = { low: 46.6, high: 47.4 };
  const report: ReportDocument = {
    ...harbor,
    summary: { ...harbor.summary, range: narrow },
    elements: harbor.elements.map((element) => ({ ...element, range: narrow })),
  };

  it.each(readable)('%s names none that is no whole point wide', (format) => {
    expect(textOf(format, report)).not.toMatch(/47 (?:to|and) 47/);
  });
});

describe('a source', () => {
  const harbor = exampleReport('harbor-instruments');
  const source = harbor.sources.find(({ kind }) => kind === 'answers');
  if (source === undefined) throw new Error('The example has no answers.');
  const { role: _role, respondent: _respondent, ...unsaid } = source;

  it.each(readable)('%s gives nobody a role that nobody named', (format) => {
    const text = textOf(format, { ...harbor, sources: [unsaid] });
    expect(text).not.toContain('Answers: Leader');
    expect(text).toContain(`Answers: ${source.path}`);
  });
});

describe('words of their own', () => {
  const { closing: _closing, ...harbor } = exampleReport('harbor-instruments');
  const silent: ReportDocument = { ...harbor, opening: { first: ' ' }, context: {} };

  it('that are blank have no section on the page, and no link that leads nowhere', () => {
    const html = renderers.html(silent, reportContext);
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id = '']) => id);
    expect(targets.filter((id) => !html.includes(`id="${id}"`))).toEqual([]);
    expect(html).not.toContain('id="own-words"');
  });
});

describe('a badge', () => {
  const badge: ReportContext = { ...reportContext, chart: 'badge' };
  const all = questionsOf(model).length;
  const quick = questionsOf(model).filter((question) => question.quick).length;

  it.each([
    ['a full audit', reportOf({ level: 3 }), '4 of 4 in place<'],
    ['a quick one', reportOf({ level: 3 }, 'quick'), `4 of 4 in place (${quick} of ${all} questions)<`],
    [
      'too few answers',
      reportOf({ unknown: true }, 'quick'),
      `0 of 4 in place (${quick} of ${all} questions, provisional)<`,
    ],
  ])('of %s says how much stands behind it', (_name, report, text) => {
    expect(renderers.svg(report, badge)).toContain(text);
  });
});
