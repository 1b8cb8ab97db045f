import { describe, expect, it } from 'vitest';
import { listQuestions } from '#domain/model.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import { describePlanGain, describeRest, describeRoads } from '#render/report/wording/gain.ts';
import { formatDay } from '#domain/format-day.ts';
import { formatLimit, writeDates } from '#render/report/wording/recommendations.ts';
import { formatPercent } from '#render/report/wording/numbers.ts';
import { loadShippedModel } from '../../../support/model/shipped-model.ts';
import { readExampleReport, reportContext } from '../../../support/report/report-context.ts';

const { messages } = reportContext;
const translation = await loadShippedModel('de');
const german = translation.messages;
const harbor = readExampleReport('harbor-instruments');

describe('days', () => {
  it.each([
    [messages, 'December 23, 2026'],
    [german, '23. Dezember 2026'],
    [{ ...messages, 'report.locale': 'not a language' }, '2026-12-23'],
  ])('are written as people do: %#', (language, expected) => {
    expect(formatDay('2026-12-23', language)).toBe(expected);
  });

  it('replace the days that a recommendation counts', () => {
    const asOf = '2026-11-23';
    expect(formatLimit(30, asOf, messages)).toBe('By December 23, 2026');
    expect(writeDates('On day 90, count again.', asOf, messages)).toBe('On February 21, 2027, count again.');
    expect(formatLimit(30, asOf, german)).toBe('Bis zum 23. Dezember 2026');
    expect(writeDates('Am Tag 60 zählen.', asOf, german)).toBe('Am 22. Januar 2027 zählen.');
  });

  it('have an article in the German recommendations, so that a date can replace them', () => {
    const recommendations = listQuestions(translation).flatMap((question) => question.recommendations);
    const days = JSON.stringify(recommendations).match(/\S+ Tag [369]0/g) ?? [];
    expect(days.length).toBeGreaterThan(100);
    expect(days.filter((day) => !/(?:[Aa]m|zum|dem|vom) Tag/.test(day))).toEqual([]);
  });
});

it.each([
  [messages, '98%'],
  [german, '98\u202f%'],
])('writes a share as percent: %#', (language, expected) => {
  expect(formatPercent(0.98, language)).toBe(expected);
});

describe('what the plan buys', () => {
  const withPlan = (plan: Partial<ReportDocument['plan']>): ReportDocument => ({
    ...harbor,
    plan: { ...harbor.plan, ...plan },
  });
  const after = {
    score: 60,
    inPlace: 3,
    inPlaceShown: 1,
    elements: [
      { id: 'philosophy', status: 'in-place' as const, score: 70 },
      { id: 'execution', status: 'neglected' as const, score: 30 },
    ],
  };

  it('says what changes, by a date', () => {
    expect(describePlanGain(withPlan({ after }), messages)).toEqual([
      'With these actions done by February 21, 2027, the overall score goes from 47 to 60.',
      'Philosophy goes from 25 to 70 and is then claimed but not proven.',
      'Execution goes from 24 to 30 and is still missing.',
      'Then 3 of 4 elements are in place; evidence supports 1.',
    ]);
  });

  it('says nothing without actions, and promises no score where there is none', () => {
    expect(describePlanGain(withPlan({ now: [] }), messages)).toEqual([]);
    const unscored = withPlan({ after: { ...after, score: null } });
    expect(describePlanGain(unscored, messages)[0]).toMatch(/is unknown until more is known/);
  });

  it('names the practices of a road with their numbers in the plan', () => {
    const roads = [
      { element: 'philosophy', practices: ['stated-purpose', 'belief-and-permission'] },
      { element: 'process', practices: [] },
      { element: 'method', practices: null },
    ];
    expect(describeRoads(withPlan({ roads }), messages)).toEqual([
      'Philosophy: Stated purpose (1), Belief and permission (4).',
      'Process is in place by your own answers.',
      'Method: not known yet.',
    ]);
    const done = withPlan({ roads: [{ element: 'process', practices: [] }] });
    expect(describeRoads(done, messages)).toEqual([messages['plan.roadsDone']]);
  });

  it('counts what is left to the list of gaps', () => {
    const [later] = harbor.plan.later;
    expect(describeRest(withPlan({ later: later === undefined ? [] : [later] }), messages)).toBe(
      '1 more practice is in the list of gaps.',
    );
    expect(describeRest(withPlan({ later: [] }), messages)).toBeUndefined();
  });
});
