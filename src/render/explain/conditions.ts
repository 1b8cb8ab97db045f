/** Formats the reasons for a pattern for a terminal. */
import { findQuestions } from '#domain/answers/not-known.ts';
import { type Messages, formatMessage } from '#domain/messages.ts';
import type { PatternReason, ReportDocument } from '#domain/types/report.ts';
import { describePatternReason } from '#render/report/wording/pattern-phrases.ts';
import type { Theme } from '#render/terminal/theme.ts';

/** ASCII substitutes for signs that the theme cannot show. */
const inAscii: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '–': '-',
  '−': '-',
  '…': '...',
};

/** Replaces signs that the theme cannot show. */
export function replaceSigns(text: string, { signs }: Theme): string {
  const isAscii = /^[ -~]$/.test(signs.rule);
  return isAscii ? text.replace(/[“”„–−…]/g, (sign) => inAscii[sign] ?? sign) : text;
}

/** Summarizes the reason for a pattern in a few words: an answer by its practice and its label. */
export function summarizePatternReason(
  reason: PatternReason,
  report: ReportDocument,
  messages: Messages,
): string {
  const found = findQuestions(report).find(({ question }) => question.id === reason.id);
  if (found === undefined || reason.where !== undefined)
    return describePatternReason(reason, report, messages);
  return formatMessage(messages, 'report.becauseShort', {
    practice: found.practice.name,
    label: found.question.label ?? String(reason.level ?? 0),
  });
}
