import { describe, expect, it } from 'vitest';
import type { ElementResult, ReportDocument } from '#domain/types/report.ts';
import {
  writeElementsTitle,
  writePartsTitle,
  writePracticesTitle,
} from '#render/report/wording/chart-titles.ts';
import { defineLenses, listLenses } from '#render/report/wording/lenses.ts';
import { getBand, listMarks } from '#render/report/wording/verdicts.ts';
import { readExampleReport, reportContext } from '../../../support/report/report-context.ts';

const { messages } = reportContext;
const harbor = readExampleReport('harbor-instruments');
const fernlatch = readExampleReport('fernlatch');
const { thresholds } = harbor;

/** Returns the report with these said and shown scores of its elements, in order. */
function withScores(...scores: (readonly [said: number | null, shown: number | null])[]): ReportDocument {
  return {
    ...harbor,
    elements: harbor.elements.map((element, index) => {
      const [score = null, shown = null] = scores[index] ?? [];
      return { ...element, score, shown, status: score === null ? 'unknown' : 'in-place' };
    }),
  };
}

/** Returns the element with the most parts, with these scores of its parts. */
function withParts(...scores: (number | null)[]): ElementResult {
  const element = harbor.elements.find(({ blocks }) => blocks.length > 0);
  if (element === undefined) throw new Error('no element has parts');
  return {
    ...element,
    name: 'Whole',
    blocks: scores.map((score, index) => ({
      ...element.blocks[0],
      id: `b${index}`,
      name: 'ABCD'[index] ?? '?',
      score,
      shown: null,
      declared: null,
      coverage: 1,
    })),
  };
}

describe('writeElementsTitle', () => {
  const high: [number, number] = [80, 80];
  it.each([
    [withScores([null, null]), 'Nothing could be scored yet'],
    [withScores([20, 0], high, high, [30, 0]), 'Process leads with 80 of 100, Philosophy trails with 20'],
    [
      withScores([20, 0], [50, 0], [40, 0], [30, 0]),
      'No element is in place; the highest, Process, is at 50 of 100',
    ],
    [withScores(high, [80, 40], [80, 60], high), 'Evidence lags most for Process: said 80, shown 40'],
    [withScores(high, high, high, high), 'Every element scores high enough to be in place'],
  ])('chooses by the written rules (%#)', (report, title) =>
    expect(writeElementsTitle(report, messages)).toBe(title),
  );

  it('does not compare an element that too little is known about', () => {
    const method = fernlatch.elements.find(({ status }) => status === 'unknown');
    expect(writeElementsTitle(fernlatch, messages)).not.toContain(method?.name ?? '?');
  });
});

describe('writePartsTitle', () => {
  it.each([
    [withParts(null, null), 'Nothing could be scored yet'],
    [withParts(20, 20.5, 20), 'The parts of Whole are level at 20 of 100'],
    [withParts(70, 80, 90), 'Every part of Whole is high enough; the most room is in A, at 70 of 100'],
    [withParts(40, 18, 80, 18.75), 'B and D hold Whole down'],
    [withParts(40, 18, 80, null), 'B holds Whole down'],
  ])('chooses by the written rules (%#)', (element, title) =>
    expect(writePartsTitle(element, harbor, messages)).toBe(title),
  );

  it('names what holds Execution down at Harbor Instruments', () => {
    const titles = harbor.elements
      .filter(({ blocks }) => blocks.length > 0)
      .map((element) => writePartsTitle(element, harbor, messages));
    expect(titles).toEqual(['Coaching and Deliberate practice hold Execution down']);
  });
});

describe('writePracticesTitle', () => {
  const withPractices = (...scores: (number | null)[]): ReportDocument => {
    const [element] = harbor.elements;
    const practice = element?.practices[0];
    if (element === undefined || practice === undefined) throw new Error('no practice');
    return {
      ...harbor,
      elements: [{ ...element, practices: scores.map((score) => ({ ...practice, score })) }],
    };
  };
  it.each([
    [withPractices(null), 'Nothing could be scored yet'],
    [withPractices(20, 30, 80), '2 of 3 practices are missing; in place: 1'],
    [withPractices(20, 50), '1 of 2 practices is missing; in place: 0'],
    [withPractices(50, 80), 'No practice is missing; in place: 1 of 2'],
  ])('counts (%#)', (report, title) => expect(writePracticesTitle(report, messages)).toBe(title));
});

describe('the thresholds of a report', () => {
  it.each([
    [null, 'unknown'],
    [thresholds.neglectedBelow - 0.1, 'missing'],
    [thresholds.neglectedBelow, 'partial'],
    [thresholds.inPlaceAt - 0.1, 'partial'],
    [thresholds.inPlaceAt, 'in-place'],
  ])('a score of %j is %s', (score, band) => expect(getBand(score, thresholds)).toBe(band));

  it('are marked once each, from low to high, without the ends of the scale', () => {
    expect(listMarks({ neglectedBelow: 40, inPlaceAt: 80, target: 80 })).toEqual([40, 80]);
    expect(listMarks({ neglectedBelow: 0, inPlaceAt: 50, target: 100 })).toEqual([50]);
  });
});

describe('listLenses', () => {
  it('has no declared lens without a sales-system file, and no shown lens without evidence', () => {
    expect(listLenses(harbor)).toEqual(['said', 'declared', 'shown']);
    expect(listLenses(fernlatch)).toEqual(['said']);
  });

  it('defines each lens in a line', () => {
    for (const { means } of defineLenses(harbor, messages)) expect(means).toMatch(/^what your [^\n]{10,60}$/);
  });
});
