/** Longer than 200 lines: every column of every table, and hostile text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuestions } from '#domain/answers/not-known.ts';
import type { Evidence, QuestionResult, ReportDocument } from '#domain/types/report.ts';
import type { Messages } from '#domain/messages.ts';
import { escapeLines } from '#render/escape.ts';
import { type Table, tables } from '#render/report/context.ts';
import { makeNameLookup } from '#render/report/wording/phrases.ts';
import { renderCsv } from '#render/report/csv/index.ts';
import { readExampleReport, exampleReports, reportContext } from '../../../support/report/report-context.ts';
import { hostileReports } from '../hostile-report.ts';
import { readCsv } from './read-csv.ts';

const weak = readExampleReport('harbor-instruments');
const open = readExampleReport('fernlatch');

const render = (report: ReportDocument, table: Table): string =>
  renderCsv(report, { ...reportContext, table });

/** Parses a table into rows keyed by column. */
function parseRows(report: ReportDocument, table: Table): readonly Readonly<Record<string, string>>[] {
  const [header = [], ...rows] = readCsv(render(report, table));
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])));
}

const ofReport = ['organization', 'asOf', 'scope', 'asked', 'outOf', 'coverage', 'provisional'];

const columns = {
  questions:
    'id element elementName block blockName practice practiceName ask state level shownLevel label answer nextLevel nextMeans ' +
    'lowestLevel lowestWhere guess evidenceCount staleEvidenceCount evidence note reason practiceScore ' +
    'practiceShown practiceDeclared practiceCoverage elementStatus elementCoverage',
  gaps:
    'rank element elementName practice practiceName score shown declared target overallPoints priority blockedBy ' +
    'blockedByNames drivers do owner effort days30 days60 days90 effectAfter evidenceOfDone successMeasure ' +
    'practiceCoverage elementStatus elementCoverage',
  findings:
    'check severity message file line column path declaredPoints element fix waivedBy waivedUntil waivedBecause',
  voices:
    'id element elementName practice practiceName ask role units withoutUnit count median level0 level1 level2 level3 ' +
    'level4 unknown notApplicable open notShown agreement deviation rwg kind governs because gap gapReading spread',
  perception: 'element elementName practice practiceName leader managers sellers gap score',
} satisfies Record<Table, string>;

/** Returns a report with these values in its first question. */
const withFirst = (values: Partial<QuestionResult>): ReportDocument => ({
  ...weak,
  elements: weak.elements.map((element, first) => ({
    ...element,
    practices: element.practices.map((practice, second) => ({
      ...practice,
      questions: practice.questions.map((question, third) =>
        first + second + third === 0 ? { ...question, ...values } : question,
      ),
    })),
  })),
});

const withNote = (note: string): ReportDocument => withFirst({ note });

const readNote = (note: string): string | undefined => parseRows(withNote(note), 'questions')[0]?.['note'];

describe('renderCsv', () => {
  it.each(tables)('%s: has these columns, also without rows', (table) => {
    const header = [...columns[table].split(' '), ...ofReport];
    expect(readCsv(render(weak, table))[0]).toEqual(header);
    const nothing = { ...weak, elements: [], gaps: [], findings: [] };
    expect(render(nothing, table)).toBe(`\ufeff${header.join(',')}\r\n`);
  });

  it.each(exampleReports)('%s: has a row per question, gap and finding, worst first', (_company, report) => {
    const questions = parseRows(report, 'questions');
    expect(questions.map(({ id }) => id)).toEqual(findQuestions(report).map(({ question }) => question.id));
    expect(parseRows(report, 'gaps').map(({ rank }) => Number(rank))).toEqual(
      report.gaps.map(({ rank }) => rank),
    );
    expect(parseRows(report, 'findings').map(({ check }) => check)).toEqual(
      (['error', 'warning', 'info'] as const).flatMap((severity) =>
        report.findings.filter((finding) => finding.severity === severity).map(({ check }) => check),
      ),
    );
  });

  it('begins with a byte order mark and ends each row with CRLF', () => {
    for (const table of tables) {
      const text = render(weak, table);
      expect(text.match(/\ufeff/g)).toHaveLength(1);
      expect(text).toMatch(/^\ufeff[a-z]/);
      expect(text.replace(/"(?:[^"]|"")*"/g, '').match(/(?<!\r)\n|\r(?!\n)/g)).toBeNull();
      expect(text.endsWith('\r\n')).toBe(true);
    }
  });

  it('shows every question with answer, evidence and scores', () => {
    const rows = parseRows(weak, 'questions');
    const places = weak.elements.flatMap((element) =>
      element.practices.flatMap((practice) =>
        practice.questions.map((question) => ({ element, practice, question })),
      ),
    );
    const cellOf = (value: string | number | boolean | null | undefined): string => String(value ?? '');
    const shown = [
      'id',
      'elementName',
      'block',
      'practiceName',
      'state',
      'level',
      'shownLevel',
      'label',
      'answer',
    ];
    const others = ['lowestLevel', 'lowestWhere', 'guess', 'evidenceCount', 'staleEvidenceCount'];
    const scores = ['practiceScore', 'practiceShown', 'practiceDeclared', 'elementStatus'];
    const header = [...shown, ...others, ...scores, 'organization', 'asOf', 'provisional'];
    expect(rows.map((row) => header.map((name) => row[name]))).toEqual(
      places.map(({ element, practice, question }) =>
        [
          ...[question.id, element.name, practice.block, practice.name, question.state, question.level],
          ...[question.shownLevel, question.label, question.answer],
          ...[question.lowest?.level, question.lowest?.where, question.guess ?? false],
          ...[question.evidence?.length ?? 0, question.evidence?.filter(({ stale }) => stale).length ?? 0],
          ...[practice.score, practice.shown, practice.declared, element.status],
          ...[weak.organization.name, weak.asOf, weak.summary.provisional],
        ].map(cellOf),
      ),
    );
    // The example has one of each.
    for (const name of ['lowestWhere', 'label', 'block'])
      expect(new Set(rows.map((row) => row[name] === ''))).toEqual(new Set([true, false]));
    for (const name of ['guess', 'staleEvidenceCount'])
      expect(new Set(rows.map((row) => row[name])).size).toBeGreaterThan(1);
  });

  it('shows evidence one line per piece, with its kind, date, place and witness', () => {
    const evidence: Evidence[] = [
      {
        kind: 'artifact',
        date: '2026-11-11',
        what: 'What the five said',
        seenBy: 'Priya Nair, sales operations',
      },
      { kind: 'instance', date: '2026-11-17', what: 'Omar did not move the deal' },
      { kind: 'declaration', what: 'The five cards', ref: 'docs/cards.pdf', stale: true },
    ];
    expect(parseRows(withFirst({ evidence }), 'questions')[0]?.['evidence']?.split('\n')).toEqual([
      'artifact 2026-11-11: What the five said | seenBy: Priya Nair, sales operations',
      'instance 2026-11-17: Omar did not move the deal',
      'declaration undated: The five cards | ref: docs/cards.pdf | stale',
    ]);
  });

  it('shows a gap with blockers and recommendation', () => {
    const getName = makeNameLookup(weak);
    const rows = parseRows(weak, 'gaps');
    expect(weak.gaps.some(({ blockedBy }) => blockedBy.length > 1)).toBe(true);
    for (const [index, gap] of weak.gaps.entries()) {
      const element = weak.elements.find(({ id }) => id === gap.element);
      const practice = element?.practices.find(({ id }) => id === gap.practice);
      expect(rows[index]).toMatchObject({
        rank: String(gap.rank),
        practice: gap.practice,
        practiceName: practice?.name,
        score: String(gap.score),
        shown: String(practice?.shown ?? ''),
        target: String(gap.target),
        overallPoints: String(gap.points),
        priority: String(gap.priority),
        blockedBy: gap.blockedBy.join('\n'),
        blockedByNames: gap.blockedBy.map(getName).join('\n'),
        drivers: gap.drivers.map(({ question, level }) => `${question}: ${level}`).join('\n'),
        owner: gap.recommendation?.owner,
        effectAfter: gap.recommendation?.effectAfter,
        elementStatus: element?.status,
        elementCoverage: String(element?.coverage),
      });
    }
  });

  it('does not round: a program or a spreadsheet does that once', () => {
    const [gap] = weak.gaps;
    if (gap === undefined) throw new Error('The example has no gap.');
    const precise = {
      ...weak,
      gaps: [{ ...gap, score: 100 / 3, points: 1 / 7, priority: 2 / 3, target: 75 }],
    };
    expect(parseRows(precise, 'gaps')[0]).toMatchObject({
      score: String(100 / 3),
      overallPoints: String(1 / 7),
      priority: String(2 / 3),
      target: '75',
    });
  });

  it('shows a finding with its place and points', () => {
    const rows = parseRows(weak, 'findings');
    const stage = weak.findings.find(({ check }) => check === 'process/stage-without-exit');
    expect(stage?.points).toBeCloseTo(3.6, 1);
    expect(rows.find(({ check }) => check === 'process/stage-without-exit')).toMatchObject({
      severity: 'error',
      file: 'sales-system.yaml',
      line: '54',
      column: '7',
      path: '/process/stages/3',
      declaredPoints: String(stage?.points),
      element: 'process',
    });
    expect(rows.find(({ check }) => check === 'answers/contradicts-system')).toMatchObject({
      declaredPoints: '',
    });
  });

  it('does not depend on the language of the messages', () => {
    const silent = Object.fromEntries(
      Object.keys(reportContext.messages).map((key) => [key, '?']),
    ) as Messages;
    for (const table of tables) {
      expect(renderCsv(weak, { ...reportContext, table, messages: silent, model: undefined })).toBe(
        render(weak, table),
      );
    }
  });
});

describe('unknowns in CSV', () => {
  it('are empty cells, explained by the state', () => {
    const row = parseRows(weak, 'questions').find(({ state }) => state === 'unknown');
    expect(row).toMatchObject({
      level: '',
      shownLevel: '',
      answer: '',
      evidenceCount: '0',
      practiceCoverage: '0.5',
    });
    const unproven = parseRows(open, 'questions');
    expect(new Set(unproven.map(({ shownLevel }) => shownLevel))).toEqual(new Set(['']));
    expect(new Set(unproven.map(({ practiceDeclared }) => practiceDeclared))).toEqual(new Set(['']));
    const unknown = unproven.filter(({ elementStatus }) => elementStatus === 'unknown');
    expect(unknown.length).toBeGreaterThan(0);
    expect(
      parseRows(open, 'gaps')
        .map(({ shown, declared }) => `${shown}${declared}`)
        .join(''),
    ).toBe('');
  });

  it('are counted in every row of every table', () => {
    const quick = {
      ...weak,
      summary: { ...weak.summary, scope: 'quick', asked: 12, provisional: true },
    } as const;
    for (const table of ['questions', 'gaps', 'findings'] as const) {
      const rows = parseRows(quick, table);
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) {
        expect(row).toMatchObject({
          scope: 'quick',
          asked: '12',
          outOf: String(weak.summary.outOf),
          coverage: String(weak.summary.coverage),
          provisional: 'true',
        });
      }
    }
  });

  it('include the reason why a question does not apply', () => {
    const [row] = parseRows(
      {
        ...weak,
        elements: weak.elements.map((element) => ({
          ...element,
          practices: element.practices.map((practice) => ({
            ...practice,
            questions: practice.questions.map((question) => ({
              ...question,
              state: 'not-applicable' as const,
              level: null,
              reason: 'out-of-scope',
            })),
          })),
        })),
      },
      'questions',
    );
    expect(row).toMatchObject({ state: 'not-applicable', level: '', reason: 'out-of-scope' });
  });
});

/** Matches the start of a formula, also where another program would begin a cell or a row. */
const formula = /(?:^|[;\n])[\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]|^\s+[=+\-@＝＋－＠]/u;

describe('hostile text in CSV', () => {
  it.each(hostileReports)('%s: stays in its cell, inert and visible', (_name, report) => {
    for (const table of tables) {
      const [header = [], ...rows] = readCsv(render(report, table));
      expect(rows.filter(({ length }) => length !== header.length)).toEqual([]);
      expect(rows.flat().filter((cell) => formula.test(cell) && !/^-?\d+(?:\.\d+)?$/.test(cell))).toEqual([]);
      expect(rows.flat().join('')).not.toMatch(
        /(?!\n)[\p{Cc}\p{Cs}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u,
      );
    }
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['-2+3', "'-2+3"],
    ['- a\n- b', "'- a\n'- b"],
    ['fine;=1+1', "fine;'=1+1"],
    ['fine; =1+1', 'fine; =1+1'],
    ['007', "'007"],
    ['1e5', "'1e5"],
    ['3-4', "'3-4"],
    ['12/2026', "'12/2026"],
    ['10:30', "'10:30"],
    ['45 %', "'45 %"],
    ['$ 5', "'$ 5"],
    ['-5', "'-5"],
    ['5 sellers', '5 sellers'],
    ['May 14', 'May 14'],
    ['say "when", then', 'say "when", then'],
    ['a\u202eb\u0007', 'a\\u{202e}b\\u{7}'],
    ['one\r\ntwo\rthree\tfour', 'one\ntwo\nthree four'],
  ])('writes the note %j as %j', (note, cell) => {
    expect(readNote(note)).toBe(cell);
  });

  it('keeps a note of 10,000 characters', () => {
    const note = 'Zürich 東京 "x", '.repeat(800).slice(0, 10_000);
    expect(readNote(note)).toBe(note);
  });

  it('keeps any note and the cells around it', () => {
    const plain = readCsv(render(withNote('plain'), 'questions'));
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', '=', '-', "'", ' ', '7', 'é', '\t'),
        }),
        (note) => {
          const rows = readCsv(render(withNote(note), 'questions'));
          const at = plain[0]?.indexOf('note') ?? -1;
          const cell = rows[1]?.[at] ?? '';
          expect(rows.map((row, index) => (index === 1 ? row.with(at, 'plain') : row))).toEqual(plain);
          expect(formula.test(cell)).toBe(false);
          // Only apostrophes are added, and nothing is lost.
          expect(cell.replaceAll("'", '')).toBe(escapeLines(note).join('\n').replaceAll("'", ''));
        },
      ),
    );
  });
});
