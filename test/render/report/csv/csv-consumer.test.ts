/** Opens the tables in LibreOffice: no formula, no lost or converted text, numbers stay numbers. */
import { beforeAll, describe, expect, it } from 'vitest';
import { tables } from '#render/report/context.ts';
import { renderCsv } from '#render/report/csv/index.ts';
import { exampleReports, reportContext } from '../../../support/report/report-context.ts';
import { hostileReports } from '../hostile-report.ts';
import { readCsv } from './read-csv.ts';
import { type Sheet, openInSpreadsheet } from './spreadsheet.ts';

/** Names of numeric columns. Others are text, except for two dates and three booleans. */
const numbers =
  /^(?:level\d?|shownLevel|nextLevel|lowestLevel|.*Count|.*Score|practiceShown|practiceDeclared|.*[cC]overage|rank|score|shown|declared|target|overallPoints|declaredPoints|priority|line|column|asked|outOf|count|median|unknown|notApplicable|open|deviation|rwg|gap|spread|leader|managers|sellers)$/;

const getType = (name: string): string => {
  if (name === 'asOf' || name === 'waivedUntil') return 'date';
  if (['provisional', 'guess', 'withoutUnit'].includes(name)) return 'boolean';
  return numbers.test(name) ? 'float' : 'string';
};

const reports = [...exampleReports, ...hostileReports];

/** Returns the header row. */
const getHeader = (csv: string): string => csv.slice(0, csv.indexOf('\r\n') + 2);

/**
 * Joins the rows of all reports into one file per table, with their positions: LibreOffice takes longer to
 * open a file than to read it.
 */
const joined = tables.map((table) => {
  const each = reports.map(
    ([name, report]) => [name, renderCsv(report, { ...reportContext, table })] as const,
  );
  const header = getHeader(each[0]?.[1] ?? '');
  let text = header;
  const places: { readonly name: string; readonly first: number; readonly rows: readonly string[][] }[] = [];
  for (const [name, csv] of each) {
    if (getHeader(csv) !== header) throw new Error(`${table} of ${name} has columns of its own.`);
    const first = readCsv(text).length;
    text += csv.slice(header.length);
    const rows = readCsv(csv).slice(1);
    if (rows.length > 0) places.push({ name, first, rows });
  }
  return { table, text, header: readCsv(header)[0] ?? [], places };
});

const files = new Map(joined.map(({ table, text }) => [table, text]));

/**
 * Import options: the defaults for text with a byte order mark, with detection of special numbers, and with
 * semicolons as separators. Without a window LibreOffice needs to know that the text is UTF-8 (76).
 */
const ways = ['44,34,76,1', '44,34,76,1,,0,false,true,false,false,false,-1', '59,34,76,1'] as const;

describe('a CSV table in LibreOffice', { tags: ['spreadsheet'] }, () => {
  let opened: readonly ReadonlyMap<string, Sheet>[] = [];
  beforeAll(async () => {
    opened = await openInSpreadsheet(files, ways);
    // Three conversions in one hook.
  }, 360_000);

  const cases = [
    ['with default options', 0],
    ['with detection of special numbers', 1],
  ] as const;

  describe.each(cases)('%s', (_how, way) => {
    it.each(joined)('has the columns of $table', ({ table, header, text }) => {
      const cells = opened[way]?.get(table) ?? [];
      expect(cells[0]?.map((cell) => cell.text)).toEqual(header);
      expect(cells).toHaveLength(readCsv(text).length);
    });

    it.each(joined.flatMap(({ places, ...rest }) => places.map((place) => ({ ...rest, ...place }))))(
      'has the $table of $name unchanged',
      ({ table, header, first, rows }) => {
        const cells = (opened[way]?.get(table) ?? []).slice(first, first + rows.length);
        expect(cells.flat().flatMap(({ formula }) => formula ?? [])).toEqual([]);
        expect(cells.map(({ length }) => length)).toEqual(rows.map(({ length }) => length));
        const asRead = rows.map((row) =>
          row.map((text, index) => (text === '' ? '' : `${getType(header[index] ?? '')} ${text}`)),
        );
        const asShown = cells.map((row) =>
          row.map(({ type, text, value }) =>
            type === '' ? '' : `${type} ${type === 'string' ? text : value}`,
          ),
        );
        expect(asShown).toEqual(asRead);
      },
    );
  });

  it('has no formula with semicolons as separators', () => {
    const [, , bySemicolon = new Map<string, Sheet>()] = opened;
    const formulas = [...bySemicolon].flatMap(([table, rows]) =>
      rows.flat().flatMap(({ formula }) => (formula === undefined ? [] : [`${table}: ${formula}`])),
    );
    expect(formulas).toEqual([]);
    expect([...bySemicolon.values()].filter((rows) => rows.length === 0)).toEqual([]);
    expect(bySemicolon.size).toBe(files.size);
  });
});
