import { type Messages, formatMessage } from '#domain/messages.ts';

/** Joins names to a list: `Process, Method and Execution`. */
export function joinNames(names: readonly string[], messages: Messages): string {
  const last = names.at(-1) ?? '';
  if (names.length < 2) return last;
  return formatMessage(messages, 'report.and', { names: names.slice(0, -1).join(', '), last });
}
