/** Phrases about the findings of the checks, shared by all renderings of a report. */
import { type Messages, formatMessage } from '#domain/messages.ts';
import type { Finding, ReportDocument } from '#domain/types/report.ts';
import { formatDay } from '#domain/format-day.ts';
import { formatWholePoints } from './numbers.ts';

/** Explains what the list of findings is about: what was checked, and whether anything was found. */
export function describeFindings({ findings, sources }: ReportDocument, messages: Messages): string {
  const hasSystem = sources.some(({ kind }) => kind === 'sales-system');
  if (findings.length === 0)
    return messages[hasSystem ? 'report.noFindings' : 'report.noFindingsAnswersOnly'];
  return messages[hasSystem ? 'report.findingsAbout' : 'report.findingsAboutAnswersOnly'];
}

/** Returns what to do about a finding, with labels: its fix and what that is worth, and the waiver that accepts it. */
export function listFindingFacts(
  { fix, points, element, waiver }: Finding,
  getName: (id: string) => string,
  messages: Messages,
): readonly (readonly [label: string, text: string])[] {
  const worth =
    typeof points === 'number' && points > 0 && typeof element === 'string'
      ? ` (${formatMessage(messages, 'report.points', { points: formatWholePoints(points, messages), element: getName(element) })})`
      : '';
  return [
    ...(waiver === undefined
      ? []
      : [
          [
            messages['report.waived'],
            formatMessage(messages, 'report.waivedBy', {
              ...waiver,
              until: formatDay(waiver.until, messages),
            }),
          ] as const,
        ]),
    ...(fix === undefined ? [] : [[messages['report.fix'], `${fix}${worth}`] as const]),
  ];
}

/** Formats the place of a finding: file, line and column, as far as known. */
export function formatPlace({ file, line, column }: Finding): string {
  return [file, line, column].filter((part) => part !== undefined).join(':');
}
