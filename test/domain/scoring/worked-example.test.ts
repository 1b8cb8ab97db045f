import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { validateAgainstModel } from '#document/model/validate-answers.ts';
import { readDocument } from '#document/read/read-document.ts';
import { assess, computeCoverage } from '#domain/scoring/assess.ts';
import { computeSupportedLevel } from '#domain/scoring/evidence.ts';
import { type Gap, findGaps } from '#domain/plan/gaps.ts';
import { roundTo } from '#domain/scoring/numbers.ts';
import { makePlan } from '#domain/plan/plan.ts';
import { buildReport } from '#domain/report/report.ts';
import { loadShippedModel } from '../../support/model/shipped-model.ts';

const page = await readFile('docs/scoring.md', 'utf8');
const model = await loadShippedModel();

const yaml = /^```yaml\n(.*?)^```$/ms.exec(page)?.[1] ?? '';
const read = await readDocument('answers', 'docs/scoring.md', new TextEncoder().encode(yaml));
if (!read.ok) throw new Error(read.findings.map(({ message }) => message).join('\n'));
const answers = read.document.value;
const assessment = assess(model, answers, undefined, '2026-11-23');
const gaps = findGaps(assessment);
const plan = makePlan(assessment, gaps);
const report = buildReport({ assessment, answers, sources: [], findings: [], version: '0.1.0' });

/** Returns the rows of the table under a heading of the page, as the text of their cells. */
function findRows(heading: string): string[][] {
  const section = page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replace(/^`(.*)`$/, '$1')),
  );
}

/** Formats a number with the digits that the page has to show. */
function formatScore(value: number | null | undefined, digits: number): string {
  return value === null || value === undefined ? 'empty' : roundTo(value, digits).toFixed(digits);
}

function joinNames(list: readonly Gap[]): string {
  return list.map(({ practice }) => practice.id).join(', ');
}

function findGap(practice: string): Gap | undefined {
  return gaps.find((gap) => gap.practice.id === practice);
}

function findElement(id: string) {
  return report.elements.find((element) => element.id === id);
}

function lensFigure(lens: 'said' | 'shown' | 'low' | 'high', of: string): string {
  const { overall, elements, blocks, practices } = assessment[lens];
  if (of === 'overall') return formatScore(overall, 1);
  const found = [elements, blocks, practices].find((scores) => scores.has(of));
  if (found === undefined) throw new Error(`No score is called ${of}`);
  return formatScore(found.get(of), 1);
}

/** Computes a figure of the page from the code. */
function computeFigure(name: string): string {
  const [kind = '', of = ''] = name.split(/ (.*)/);
  switch (kind) {
    case 'said':
    case 'shown':
    case 'low':
    case 'high':
      return lensFigure(kind, of);
    case 'coverage': {
      const own = assessment.asked.filter(({ question }) => of === '' || question.element === of);
      return formatScore(computeCoverage(own), 2);
    }
    case 'provisional':
      return assessment.provisional ? 'yes' : 'no';
    case 'status':
      return assessment.status.get(of) ?? 'no such element';
    case 'in':
      return String(of === 'place' ? assessment.inPlace : (assessment.shownInPlace?.size ?? null));
    case 'weakest':
      return report.summary.weakest ?? 'empty';
    case 'balance':
      return formatScore(assessment.balance, 1);
    case 'priority':
      return formatScore(findGap(of)?.priority, 3);
    case 'points':
      return formatScore(findGap(of)?.points, 1);
    case 'rank':
      return gaps[Number(of) - 1]?.practice.id ?? 'no gap';
    case 'now':
      return joinNames(plan.now.flatMap((move) => (move.move === 'close' ? [move.gap] : [])));
    case 'next':
      return joinNames(plan.next);
    case 'later':
      return joinNames(plan.later);
    default:
      throw new Error(`The page names a figure that nobody knows: ${name}`);
  }
}

const levels = findRows('Levels');
const figures = findRows('Figures');

describe('the worked example of docs/scoring.md', () => {
  it('answers every quick question, with one unknown and one not applicable', () => {
    expect(validateAgainstModel(read.document, model)).toEqual([]);
    expect(Object.keys(answers.answers).toSorted()).toEqual(
      assessment.asked.map(({ question }) => question.id).toSorted(),
    );
    const count = (wanted: string) => assessment.asked.filter(({ state }) => state === wanted).length;
    expect(['answered', 'unknown', 'not-applicable'].map(count)).toEqual([10, 1, 1]);
  });

  it('lists the level of every answered question', () => {
    expect(levels.map(([id]) => id)).toEqual(
      assessment.asked.filter(({ state }) => state === 'answered').map(({ question }) => question.id),
    );
  });

  it.each(levels)('%s: said %s, supported %s, shown %s', (id, said, supported, shown) => {
    const asked = assessment.asked.find(({ question }) => question.id === id);
    if (asked === undefined) throw new Error(`Nobody asks ${id}`);
    const proof = asked.answer?.evidence ?? [];
    expect([said, supported, shown].map(Number)).toEqual([
      asked.level,
      computeSupportedLevel(proof, asked.question, model.scoring, '2026-11-23'),
      asked.shownLevel,
    ]);
  });

  it.each(figures)('%s = %s = %s', (name = '', _, value) => {
    expect(computeFigure(name)).toBe(value);
  });

  it('matches the report', () => {
    const { score, shown, range, coverage, balance, declared } = report.summary;
    const { score: said, shown: proven } = findElement('execution') ?? {};
    const rounded = (digits: number, ...values: readonly (number | null | undefined)[]): number[] =>
      values.map((value) => roundTo(value ?? Number.NaN, digits));
    const names = ['said overall', 'shown overall', 'low overall', 'high overall', 'balance'];
    const figuresOf = (...some: readonly string[]): number[] =>
      some.map((name) => Number(computeFigure(name)));
    expect(rounded(1, score, shown, range?.low, range?.high, balance)).toEqual(figuresOf(...names));
    expect(rounded(1, said, proven)).toEqual(figuresOf('said execution', 'shown execution'));
    expect(rounded(2, coverage)).toEqual(figuresOf('coverage'));
    expect(declared).toBeNull();
  });

  it('contains at least the figures that a reader looks for', () => {
    const named = figures.map(([name]) => name);
    const scores = ['overall', ...model.elements.map(({ id }) => id)].flatMap((of) =>
      ['said', 'shown', 'low', 'high'].map((lens) => `${lens} ${of}`),
    );
    expect(named).toEqual(
      expect.arrayContaining([...scores, 'balance', 'coverage', 'in place', 'in place shown']),
    );
    expect(named.filter((name) => name?.startsWith('priority ')).length).toBeGreaterThanOrEqual(3);
    expect(new Set(named).size).toBe(named.length);
  });
});

describe('headings that source comments refer to', () => {
  it.each([
    'Asked set',
    'Means',
    'Shown',
    'Declared',
    'Coverage and range',
    'Status',
    'Unknown',
    'Balance',
    'Gaps',
    'Plan',
  ])('%s', (heading) => {
    expect(page).toContain(`\n## ${heading}\n`);
  });
});
