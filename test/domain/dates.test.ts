/** Every date of a document is held to a range, by what it means. */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import {
  describeDayFault,
  findDateFault,
  findLastDay,
  getPastDate,
  listAnswersDates,
  listReportDates,
  listSystemDates,
} from '#domain/dates.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import { parseAnswers, parseSystem } from '../support/checks/check-system.ts';
import { today } from '../support/model/make-answers.ts';

/** Lists the last two keys of every date in a schema, with the items of lists left out. */
async function listDatesOfSchema(kind: string): Promise<string[]> {
  const schema: unknown = JSON.parse(await readFile(`schemas/${kind}.schema.json`, 'utf8'));
  const keys: string[] = [];
  const walk = (node: unknown, path: readonly string[]): void => {
    if (typeof node !== 'object' || node === null) return;
    const { $ref, format } = node as { $ref?: unknown; format?: unknown };
    if ($ref === '#/definitions/isoDate' || (format === 'date' && path.at(-1) !== 'isoDate')) {
      keys.push(path.filter((key) => !['items', 'properties', 'definitions'].includes(key)).join('.'));
    }
    for (const [key, value] of Object.entries(node)) walk(value, [...path, key]);
  };
  walk(schema, []);
  return keys;
}

const everySystemDate = `
reviewedOn: 2026-01-01
philosophy: {purpose: {askedSellersOn: 2026-01-02}}
process: {changes: [{date: 2026-01-03}]}
method:
  since: 2026-01-04
  replaced: [{name: Old, on: 2026-01-05}]
  insights: [{id: one, reviewedOn: 2026-01-06}]
execution:
  measurement:
    goal: {lag: win rate, due: 2027-01-07}
    segments: [{role: hunter, leads: [{id: a, since: 2026-01-08}]}]
  leadership:
    changes: [{date: 2026-01-09}]
    initiatives: [{name: New, start: 2026-01-10, end: 2026-01-11}]
  coaching: {playbooks: [{skill: diagnose, reviewedOn: 2026-01-12}]}
waivers: [{until: 2027-01-13}]`;

const everyAnswersDate = `
agreed: {on: 2026-01-04, voices: 2}
startedOn: 2026-01-01
answers:
  a.b.c: {level: 1, answeredOn: 2026-01-02, evidence: [{kind: artifact, date: 2026-01-03, what: A call}]}`;

describe('the lists of dates', () => {
  it('has every date that a declared system can have', async () => {
    const listed = listSystemDates(parseSystem(everySystemDate));
    expect(new Set(listed.map(({ date }) => date)).size).toBe(listed.length);
    expect(listed).toHaveLength((await listDatesOfSchema('sales-system')).length);
  });

  it('has every date that answers can have', async () => {
    const listed = listAnswersDates(parseAnswers(everyAnswersDate));
    expect(new Set(listed.map(({ date }) => date)).size).toBe(listed.length);
    expect(listed).toHaveLength((await listDatesOfSchema('answers')).length);
  });
});

describe('the list of dates of a report', () => {
  it('has every date that a report can have', async () => {
    const question = { evidence: [{ kind: 'artifact', what: 'A call', date: '2026-01-01' }] };
    const listed = listReportDates({
      asOf: '2026-01-02',
      sources: [{}, { answeredFrom: '2025-12-01', answeredTo: '2025-12-02' }],
      elements: [{ practices: [{ questions: [question] }] }],
      voices: { agreed: { on: '2026-01-04' } },
      findings: [{}, { waiver: { until: '2026-01-03' } }],
    } as unknown as ReportDocument);
    expect(listed.map(({ path, date }) => `/${path.join('/')} ${date}`)).toEqual([
      '/asOf 2026-01-02',
      '/sources/1/answeredFrom 2025-12-01',
      '/sources/1/answeredTo 2025-12-02',
      '/voices/agreed/on 2026-01-04',
      '/elements/0/practices/0/questions/0/evidence/0/date 2026-01-01',
      '/findings/1/waiver/until 2026-01-03',
    ]);
    expect(listed).toHaveLength((await listDatesOfSchema('report')).length);
  });
});

describe('describeDayFault', () => {
  const range = 'takes a day from 2000-01-01 to 2099-12-31, not ';
  it.each([
    ['2000-01-01', undefined],
    ['2099-12-31', undefined],
    ['1999-12-31', `${range}1999-12-31: every other date is judged by it`],
    ['2100-01-01', `${range}2100-01-01: every other date is judged by it`],
    ['2026-02-30', 'takes a date that exists, as YYYY-MM-DD, not "2026-02-30"'],
    [undefined, 'takes a date that exists, as YYYY-MM-DD, not undefined'],
  ])('of %s is %s', (day, fault) => {
    expect(describeDayFault(day)).toBe(fault);
  });
});

describe('findDateFault', () => {
  it.each([
    ['happened', '2026-11-23', undefined],
    // The day has begun in another time zone.
    ['happened', '2026-11-24', undefined],
    ['happened', '2026-11-25', 'not-yet'],
    ['happened', '9999-12-31', 'not-yet'],
    ['happened', '1926-11-23', undefined],
    ['happened', '1926-11-22', 'too-long-ago'],
    ['happened', '0001-01-01', 'too-long-ago'],
    ['deadline', '2026-11-23', undefined],
    ['deadline', '2026-11-22', 'passed'],
    ['deadline', '2036-11-23', undefined],
    ['deadline', '2036-11-24', 'too-far-ahead'],
    ['past-or-planned', '2020-01-01', undefined],
    ['past-or-planned', '2036-11-24', 'too-far-ahead'],
    ['waiver', '2020-01-01', undefined],
    ['waiver', '2028-11-23', undefined],
    ['waiver', '2028-11-24', 'too-far-ahead'],
  ] as const)('judges %s on %s: %s', (meaning, date, expected) => {
    expect(findDateFault(date, meaning, today)).toBe(expected);
  });
});

describe('getPastDate', () => {
  it.each([
    [undefined, undefined],
    ['2026-11-23', '2026-11-23'],
    ['2062-11-11', undefined],
  ])('of %s is %s', (date, expected) => {
    expect(getPastDate(date, today)).toBe(expected);
  });
});

describe('findLastDay', () => {
  it('is the last day that something happened, up to the given one', () => {
    const dates = listAnswersDates(parseAnswers(everyAnswersDate));
    expect(findLastDay(dates, today)).toBe('2026-01-04');
    expect(findLastDay(dates, '2026-01-02')).toBe('2026-01-02');
    expect(findLastDay([], today)).toBe(today);
  });
});
