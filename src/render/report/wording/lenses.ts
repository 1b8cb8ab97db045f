/** The three lenses: which of them a report has, and what each means. */
import { findQuestions } from '#domain/answers/not-known.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import { type Messages, formatMessage } from '#domain/messages.ts';

/** A way to score a part: by the answers, by the sales-system file, by the evidence. */
export type Lens = 'said' | 'declared' | 'shown';

/** A lens with its name and a line that says what it means. */
export interface LensDefinition {
  readonly lens: Lens;
  readonly name: string;
  readonly means: string;
}

/** Lists the lenses of a report. Without a sales-system file nothing is declared, without evidence nothing shown. */
export function listLenses(report: ReportDocument): readonly Lens[] {
  const { elements, sources } = report;
  const isDeclared =
    sources.some(({ kind }) => kind === 'sales-system') || elements.some(({ declared }) => declared !== null);
  const isShown =
    elements.some(({ shown }) => shown !== null) ||
    findQuestions(report).some(({ question }) => question.shownLevel !== null);
  return ['said', ...(isDeclared ? (['declared'] as const) : []), ...(isShown ? (['shown'] as const) : [])];
}

/** Defines the lenses of a report, a line each. */
export function defineLenses(report: ReportDocument, messages: Messages): readonly LensDefinition[] {
  const definitions = {
    said: { name: messages['summary.said'], means: messages['lens.said'] },
    declared: { name: messages['summary.declared'], means: messages['lens.declared'] },
    shown: { name: messages['summary.shown'], means: messages['lens.shown'] },
  } satisfies Record<Lens, Omit<LensDefinition, 'lens'>>;
  return listLenses(report).map((lens) => ({ lens, ...definitions[lens] }));
}

/** Lists what the characters of a bar stand for, without those that the report has no data for. */
export function listBarSigns(
  report: ReportDocument,
  bar: Readonly<Record<'shown' | 'said' | 'rest', string>>,
  messages: Messages,
): readonly string[] {
  return [
    ...(listLenses(report).includes('shown')
      ? [formatMessage(messages, 'chart.signShown', { sign: bar.shown })]
      : []),
    formatMessage(messages, 'chart.signSaid', { sign: bar.said }),
    formatMessage(messages, 'chart.signOpen', { sign: bar.rest }),
  ];
}
