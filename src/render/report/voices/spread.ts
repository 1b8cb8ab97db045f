/** Where the units of a company are furthest apart, in words. */
import { type Messages, joinNames } from '#domain/messages.ts';
import type { QuestionVoices, Voices } from '#domain/types/report.ts';
import { formatLevels } from './answers.ts';

/** A question with what its units answer. */
export interface SpreadRow {
  /** Id of the question. */
  readonly id: string;
  /** Role of those whose units are compared. */
  readonly role: 'manager' | 'seller';
  /** Difference between the highest and the lowest median, in levels. */
  readonly spread: number;
  /** `North 3, Export and South 1`: the units by median, the highest first. */
  readonly units: string;
}

/** Smallest difference that is reported, in levels: units a level apart are not worth mentioning. */
const leastTold = 1.5;

/** Most units in a row: of more, the highest and the lowest. */
const mostUnits = 6;

function makeRow({ id, byUnit, spread }: QuestionVoices, messages: Messages): SpreadRow[] {
  if (spread === null || spread < leastTold) return [];
  const select = (role: SpreadRow['role']): QuestionVoices['byUnit'] =>
    byUnit.filter((each) => each.role === role && each.answers.median !== null);
  const role = select('seller').length > 1 ? 'seller' : 'manager';
  const sorted = select(role).toSorted((a, b) => (b.answers.median ?? 0) - (a.answers.median ?? 0));
  const words = sorted.map(({ units, withoutUnit, answers: { median } }) => {
    const names = [...units, ...(withoutUnit === true ? [messages['voices.noUnit']] : [])];
    return `${joinNames(names, messages)}\u00a0${formatLevels(median ?? 0, messages)}`;
  });
  const shown =
    words.length > mostUnits
      ? [...words.slice(0, mostUnits / 2), '…', ...words.slice(-mostUnits / 2)]
      : words;
  return [{ id, role, spread, units: shown.join(', ') }];
}

/** Lists the questions whose units are at least 1.5 levels apart, the largest difference first. */
export function listSpreads({ questions }: Voices, messages: Messages): readonly SpreadRow[] {
  return questions.flatMap((question) => makeRow(question, messages)).toSorted((a, b) => b.spread - a.spread);
}

/** Says whose answers the units are compared by. */
export function describeSpread(rows: readonly SpreadRow[], messages: Messages): string {
  return messages[
    rows.some(({ role }) => role === 'seller') ? 'voices.spreadSellers' : 'voices.spreadManagers'
  ];
}
