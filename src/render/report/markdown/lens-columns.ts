/** Columns of the tables of scores: one for each lens that the report has. */
import { isAsked, listUnknowns } from '#domain/answers/not-known.ts';
import type { Messages } from '#domain/messages.ts';
import type { ElementResult, PracticeResult } from '#domain/types/report.ts';
import { escapeMarkdown } from '#render/escape.ts';
import { type Lens as LensName, defineLenses } from '#render/report/wording/lenses.ts';
import { formatPercent, formatSaid, formatWholeScore } from '#render/report/wording/numbers.ts';
import type { Column, Page } from './parts.ts';

/** The key of a lens in the report. */
export type Lens = 'score' | 'declared' | 'shown';

/** The key of each lens in the report. */
const keys = { said: 'score', declared: 'declared', shown: 'shown' } as const satisfies Record<
  LensName,
  Lens
>;

/** Lists the lenses of the report by key. */
export function listLenses({ report, messages }: Page): readonly Lens[] {
  return defineLenses(report, messages).map(({ lens }) => keys[lens]);
}

export function makeLensColumns({ report, messages }: Page): readonly Column[] {
  return defineLenses(report, messages).map(({ name }) => ({ title: name, isNumber: true }));
}

/** A part of a report with the practices that it is made of. */
export interface Part extends Pick<ElementResult, Lens | 'coverage'> {
  readonly practices: readonly PracticeResult[];
}

/** Formats the share of answered questions; a phrase if none was asked, or none applies. */
export function formatAnswered({ coverage, practices }: Part, messages: Messages): string {
  const none = messages[isAsked(practices) ? 'report.stateNotApplicable' : 'status.notAsked'];
  return escapeMarkdown(coverage === null ? none : formatPercent(coverage, messages));
}

/** Formats the score of a part through a lens. */
export function formatLens(part: Part, lens: Lens, messages: Messages): string {
  const { score, practices } = part;
  const text =
    lens === 'score'
      ? formatSaid({ said: score, isAsked: isAsked(practices) }, messages)
      : formatWholeScore(part[lens], messages);
  return escapeMarkdown(text);
}

/** Says that no evidence is attached, where a column is missing for that. */
export function explainNothingShown({ report, messages }: Page): string {
  return listUnknowns(report).hasEvidence ? '' : escapeMarkdown(messages['report.noEvidence']);
}
