import { countDaysBetween } from './calendar.ts';
import type { Messages } from './messages.ts';

const millisecondsPerDay = 86_400_000;

/** Formats by language. Making one takes a hundred times as long as using it, and a report has hundreds of dates. */
const formats = new Map<string, Intl.DateTimeFormat>();

function findFormat(locale: string): Intl.DateTimeFormat {
  const format =
    formats.get(locale) ?? new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  formats.set(locale, format);
  return format;
}

/** Formats a day, YYYY-MM-DD: `December 23, 2026`. Unchanged where the messages name no language that can be formatted. */
export function formatDay(day: string, messages: Messages): string {
  try {
    return findFormat(messages['report.locale']).format(
      countDaysBetween('1970-01-01', day) * millisecondsPerDay,
    );
  } catch (error) {
    // A translation may hold any text, and a report any date.
    if (error instanceof RangeError) return day;
    throw error;
  }
}
