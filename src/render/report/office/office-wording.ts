/** Sentences that only office files need. */
import { type Messages, formatMessage } from '#domain/messages.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import { formatDay } from '#domain/format-day.ts';
import { capitalize } from '#render/report/wording/labels.ts';
import { defineLenses } from '#render/report/wording/lenses.ts';
import { describeBand } from '#render/report/wording/verdicts.ts';

/** Bands of the scale, lowest first. */
const bands = ['missing', 'partial', 'in-place'] as const;

/** Describes the bands of the scale in a line, for what has no lines of its own: tables and slides. */
export function describeBands({ thresholds }: ReportDocument, messages: Messages): string {
  return capitalize(bands.map((band) => describeBand(band, thresholds, messages)).join(' · '));
}

/** Lists what each lens of the report means, a line each. */
export function describeLensNames(report: ReportDocument, messages: Messages): readonly string[] {
  return defineLenses(report, messages).map(({ name, means }) => `${capitalize(name)}: ${means}`);
}

/** Returns the title of the file: the organization and the day of the report. */
export function writeFileTitle({ organization, asOf }: ReportDocument, messages: Messages): string {
  return formatMessage(messages, 'summary.title', {
    organization: organization.name,
    date: formatDay(asOf, messages),
  });
}
