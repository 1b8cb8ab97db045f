/** What set a pattern off, such as `Method 2.7 (≥ 2.5)`, as a terminal shows it. */
import type { ReportDocument } from '#domain/types/report.ts';
import type { Words } from '#domain/messages.ts';
import { describeBecause } from '#render/report/phrases.ts';
import type { Theme } from '#render/terminal/theme.ts';

const noBreak = '\u00a0';

/** A value with what it was compared with. */
const comparison = /(?<= )(\S+) \((\S+) (\S+)\)/g;

/** Signs that the tool puts into such a text, as a terminal without Unicode draws them. */
const inAscii: Readonly<Record<string, string>> = { '≥': '>=', '≤': '<=', '“': '"', '”': '"', '„': '"' };

/** The text in the signs of a theme; no line breaks inside a comparison. */
export function splitIntoSigns(text: string, { signs }: Theme): string {
  const isAscii = /^[ -~]$/.test(signs.rule);
  return text
    .replace(comparison, `$1${noBreak}($2${noBreak}$3)`)
    .replace(/[≥≤“”„]/g, (sign) => (isAscii ? (inAscii[sign] ?? sign) : sign));
}

/** What set a pattern off, in short: a question by the name of its practice, of which several may say the same. */
export function summarizeBecause(because: string, report: ReportDocument, words: Words): string {
  const [id = '', ...rest] = because.split(' ');
  const practice = report.elements
    .flatMap(({ practices }) => practices)
    .find(({ questions }) => questions.some((question) => question.id === id));
  return describeBecause([practice?.id ?? id, ...rest].join(' '), report, words);
}
