/** What the declared system says about a practice, in the language of the interview. */
import { parseDuration } from '#domain/calendar.ts';
import { type Declaration, type DeclaredValue, listDeclarations } from '#domain/declarations.ts';
import { type Messages, formatMessage } from '#domain/messages.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';
import { formatDay } from '#domain/format-day.ts';

/** Messages of an interval in years, months, weeks or days, in the order of `parseDuration`: for one of them, and for more. */
const intervals = [
  ['declared.everyYear', 'declared.everyYears'],
  ['declared.everyMonth', 'declared.everyMonths'],
  ['declared.everyWeek', 'declared.everyWeeks'],
  ['declared.everyDay', 'declared.everyDays'],
] as const;

/** Words an interval: `every 2 weeks` for `P2W`. One of several units (`P1M2W`) stays as it is. */
function formatInterval(every: string, messages: Messages): string {
  const counts = parseDuration(every) ?? [];
  const given = intervals.flatMap((keys, index) => {
    const count = counts[index] ?? 0;
    return count === 0 ? [] : [{ keys, count }];
  });
  const [only, ...others] = given;
  if (only === undefined || others.length > 0) return every;
  const [one, many] = only.keys;
  return only.count === 1 ? messages[one] : formatMessage(messages, many, { count: only.count });
}

function formatValue(value: DeclaredValue, messages: Messages): string {
  if (typeof value === 'string') return value;
  if ('day' in value) return formatDay(value.day, messages);
  if ('every' in value) return formatInterval(value.every, messages);
  if ('minutes' in value) return formatMessage(messages, 'declared.minutes', { minutes: value.minutes });
  return messages[value.word];
}

function formatDeclaration({ label, name = '', values }: Declaration, messages: Messages): string {
  const hasSentences = values.some((value) => typeof value === 'string' && value.includes(' '));
  const text = values.map((value) => formatValue(value, messages)).join(hasSentences ? '; ' : ', ');
  return formatMessage(messages, label, { text, name: formatValue(name, messages) });
}

/** Writes what a declared system says about a practice, one line each; empty if it says nothing. */
export function writeDeclarations(
  system: SystemDocument,
  practice: string,
  messages: Messages,
): readonly string[] {
  return listDeclarations(system, practice).map((one) => formatDeclaration(one, messages));
}
