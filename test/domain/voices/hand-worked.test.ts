/** The tables of docs/scoring.md about several respondents, worked by hand there and by the code here. */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Role } from '#domain/model.ts';
import { buildVoices } from '#domain/voices/build-voices.ts';
import { type Combination, combineAnswers } from '#domain/voices/combine.ts';
import { measureAgreement, getMedian, tally } from '#domain/voices/tally.ts';
import type { Answer, Evidence } from '#domain/types/answers.ts';
import { loadShippedModel } from '../../support/model/shipped-model.ts';
import { makeFreshEvidence, today } from '../../support/model/make-answers.ts';
import { makeOneElementModel } from '../../support/model/make-model.ts';
import { makeRespondents } from '../../support/model/make-respondents.ts';

const { messages } = await loadShippedModel();
const page = await readFile('docs/scoring.md', 'utf8');

/** Returns the rows of the table with a heading row, as the text of their cells. */
function findRows(headings: string): string[][] {
  const table = page.split(`\n| ${headings} |\n`)[1]?.split('\n\n')[0] ?? '';
  return table
    .split('\n')
    .slice(1)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

/** Reads the answers of a cell: levels, `?` and `–`, each with an optional kind of evidence behind it. */
function readAnswers(cell: string): Answer[] {
  const words = cell.split(' ').filter((word) => word !== '');
  return words.flatMap((word, index): Answer[] => {
    if (word === '?') return [{ unknown: true }];
    if (word === '–') return [{ notApplicable: 'out-of-scope' }];
    if (!/^\d$/.test(word)) return [];
    const next = words[index + 1] ?? '';
    const kind = /^[a-z]+$/.test(next) ? (next as Evidence['kind']) : undefined;
    return [{ level: Number(word), ...(kind !== undefined && { evidence: [makeFreshEvidence(kind)] }) }];
  });
}

const id = 'e.p.q1';
const everyone = { leader: '?', manager: '?', seller: '?', customer: '?' };

function combineCells(
  kind: 'felt' | 'decided' | 'seen',
  cells: readonly (readonly [Role, string])[],
): Combination {
  const model = makeOneElementModel([{ id: 'p', questions: [{ id: 'q1', kind, ask: everyone }] }]);
  const people = cells.flatMap(([role, cell]) =>
    readAnswers(cell).map((answer) => ({ role, answers: { [id]: answer } })),
  );
  return combineAnswers(model, makeRespondents(people), today);
}

describe('docs/scoring.md, whose answer governs', () => {
  const rows = findRows('case | kind | leader | managers | sellers | customers | governs | level');

  it('has a row for each way', () => {
    expect(rows).toHaveLength(10);
  });

  it.each(rows)('%s', (_case, kind, leader, managers, sellers, customers, governs, level) => {
    const { questions, answers } = combineCells(kind as 'felt', [
      ['leader', leader ?? ''],
      ['manager', managers ?? ''],
      ['seller', sellers ?? ''],
      ['customer', customers ?? ''],
    ]);
    expect(questions[0]?.governing.by ?? 'nobody').toBe(governs);
    expect(String(answers.answers[id]?.level ?? 'none')).toBe(level);
  });
});

describe('docs/scoring.md, how far a group agrees', () => {
  const rows = findRows('levels | median | average deviation | r_wg | reading');
  const rules = makeOneElementModel([{ id: 'p' }]).scoring.voices;

  it('has a row for each reading', () => {
    expect(new Set(rows.map((row) => row.at(-1)))).toEqual(new Set(['agree', 'vary', 'split', 'none']));
  });

  it.each(rows)('%s', (levels, median, deviation, rwg, reading) => {
    const counted = tally(readAnswers(levels ?? ''));
    const agreement = measureAgreement(counted, rules);
    const format = (value: number | null | undefined): string =>
      value === null || value === undefined ? 'none' : value.toFixed(3);
    expect(String(getMedian(counted))).toBe(median);
    expect([format(agreement?.deviation), format(agreement?.rwg), agreement?.reading ?? 'none']).toEqual([
      deviation,
      rwg,
      reading,
    ]);
  });
});

describe('docs/scoring.md, the gap between the leader and the sellers', () => {
  const rows = findRows('leader | sellers | gap | reading');

  it('has a row for each reading', () => {
    expect(rows.map((row) => row.at(-1))).toEqual(['agree', 'talk', 'disputed', 'disputed']);
  });

  it.each(rows)('%s and %s', (leader, sellers, gap, reading) => {
    const combination = combineCells('felt', [
      ['leader', leader ?? ''],
      ['seller', sellers ?? ''],
    ]);
    const model = makeOneElementModel([{ id: 'p', questions: [{ id: 'q1', ask: everyone }] }]);
    const [question] = buildVoices({ ...model, messages }, combination).questions;
    expect([String(question?.gap), question?.gapReading]).toEqual([gap, reading]);
  });
});
