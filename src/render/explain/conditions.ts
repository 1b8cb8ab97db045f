/** Formats the reasons for a pattern, such as `Method 2.7 (≥ 2.5)`, for a terminal. */
import type { ReportDocument } from '#domain/types/report.ts';
import type { Messages } from '#domain/messages.ts';
import { describeBecause } from '#render/report/phrases.ts';
import type { Theme } from '#render/terminal/theme.ts';

const noBreak = '\u00a0';

/** A value with its limit. */
const comparison = /(?<= )(\S+) \((\S+) (\S+)\)/g;

/** ASCII substitutes for the signs in a reason. */
const inAscii: Readonly<Record<string, string>> = { '≥': '>=', '≤': '<=', '“': '"', '”': '"', '„': '"' };

/** Replaces signs that the theme cannot show, and prevents line breaks inside a comparison. */
export function splitIntoSigns(text: string, { signs }: Theme): string {
  const isAscii = /^[ -~]$/.test(signs.rule);
  return text
    .replace(comparison, `$1${noBreak}($2${noBreak}$3)`)
    .replace(/[≥≤“”„]/g, (sign) => (isAscii ? (inAscii[sign] ?? sign) : sign));
}

/**
 * Summarizes the reason for a pattern. Questions appear under the name of their practice, so several may give
 * the same text.
 */
export function summarizeBecause(because: string, report: ReportDocument, messages: Messages): string {
  const [id = '', ...rest] = because.split(' ');
  const practice = report.elements
    .flatMap(({ practices }) => practices)
    .find(({ questions }) => questions.some((question) => question.id === id));
  return describeBecause([practice?.id ?? id, ...rest].join(' '), report, messages);
}
