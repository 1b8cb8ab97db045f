/** The tables of what several respondents said. */
import { describe, expect, it } from 'vitest';
import type { ReportDocument, Voices } from '#domain/types/report.ts';
import { renderCsv } from '#render/report/csv/index.ts';
import { readExampleReport, reportContext } from '../../../support/report/report-context.ts';
import { readCsv } from './read-csv.ts';

const report = readExampleReport('sablewick-filtration');

function requireVoices({ voices }: ReportDocument): Voices {
  if (voices === undefined) throw new Error('The report is of one person.');
  return voices;
}

const voices = requireVoices(report);

/** Parses a table into rows keyed by column. */
function parseRows(
  of: ReportDocument,
  table: 'voices' | 'perception',
): readonly Readonly<Record<string, string>>[] {
  const [header = [], ...rows] = readCsv(renderCsv(of, { ...reportContext, table }));
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])));
}

const cellOf = (value: string | number | null | undefined): string => String(value ?? '');

describe('the table of voices', () => {
  it('has a row for each question and group, with counts, median and agreement', () => {
    const rows = parseRows(report, 'voices');
    const expected = voices.questions.flatMap(({ id, byRole, byUnit, gap, governs }) => {
      const groups = [
        ...Object.entries(byRole).map(([role, answers]) => ({ role, units: [] as string[], answers })),
        ...byUnit,
      ];
      return groups.map(({ role, units, answers }) =>
        [
          ...[id, role, units.join('\n'), answers?.count, answers?.median],
          ...[0, 1, 2, 3, 4].map((level) => answers?.counts?.levels[level]),
          ...[answers?.counts?.unknown, answers?.counts?.notApplicable, answers?.counts?.open],
          ...[answers?.agreement?.reading, answers?.agreement?.deviation, answers?.agreement?.rwg],
          ...[gap, governs],
        ].map(cellOf),
      );
    });
    const names =
      'id role units count median level0 level1 level2 level3 level4 unknown notApplicable open ' +
      'agreement deviation rwg gap governs';
    expect(rows.map((row) => names.split(' ').map((name) => row[name]))).toEqual(expected);
    expect(rows.every(({ ask, practiceName, because }) => [ask, practiceName, because].every(Boolean))).toBe(
      true,
    );
  });

  it('says why sellers are not shown, and has no number of theirs', () => {
    const [question] = voices.questions;
    const cell = question?.byRole.seller;
    if (question === undefined || cell === undefined || cell === null) throw new Error('No sellers.');
    const { counts: _counts, ...quiet } = cell;
    const parseSellers = (seller: typeof cell | null): Readonly<Record<string, string>> | undefined =>
      parseRows(
        { ...report, voices: { ...voices, questions: [{ ...question, byRole: { seller }, byUnit: [] }] } },
        'voices',
      )[0];
    expect(parseSellers(null)).toMatchObject({
      ...{ role: 'seller', count: '', median: '', level0: '', level4: '', unknown: '', agreement: '' },
      notShown: 'few-sellers',
    });
    expect(parseSellers(quiet)).toMatchObject({
      ...{ count: '8', median: '3', level0: '', level4: '', unknown: '', notShown: 'same-answer' },
    });
  });
});

describe('the table of perception', () => {
  it('has a row for each practice, and an empty cell for what is unknown', () => {
    const scored = report.elements.flatMap(({ practices }) => practices);
    const rows = parseRows(report, 'perception');
    expect(
      rows.map(({ practice, leader, managers, sellers, gap, score }) => [
        ...[practice, leader, managers, sellers, gap, score],
      ]),
    ).toEqual(
      voices.practices.map(({ id, leader, managers, sellers, gap }) => [
        ...[id, leader, managers, sellers, gap, scored.find((each) => each.id === id)?.score].map(cellOf),
      ]),
    );
    const practices = voices.practices.map((each) => ({ ...each, leader: null, gap: null }));
    const [first] = parseRows({ ...report, voices: { ...voices, practices } }, 'perception');
    expect(first).toMatchObject({ leader: '', gap: '' });
  });
});

it.each(['voices', 'perception'] as const)('%s has no rows in a report of one person', (table) => {
  expect(parseRows(readExampleReport('harbor-instruments'), table)).toEqual([]);
});
