/** Durations of ISO 8601 in English, the language of the checks and of `explain`. */

const units: Readonly<Record<string, string>> = { D: 'day', W: 'week', M: 'month', Y: 'year' };

/** Returns a duration of one unit in words: `12 months` for `P12M`. Others are unchanged. */
export function describeDuration(duration: string): string {
  const [, count, unit = ''] = /^P(\d+)([DWMY])$/.exec(duration) ?? [];
  const name = units[unit];
  if (count === undefined || name === undefined) return duration;
  return `${count} ${name}${count === '1' ? '' : 's'}`;
}
