import type { Source } from '#domain/types/report.ts';
import { type Words, formatMessage } from '#domain/messages.ts';

/** What a report was made from: a declared system by its path, answers by whose they are, as far as that is said. */
export function describeSource({ kind, path, role, respondent }: Source, words: Words): string {
  if (kind === 'sales-system') return formatMessage(words, 'report.sourceSystem', { path });
  const seat = role === undefined ? undefined : words[`role.${role}`];
  return seat !== undefined && respondent !== undefined
    ? formatMessage(words, 'report.sourcesNamed', { role: seat, name: respondent })
    : formatMessage(words, 'report.sources', { role: seat ?? respondent ?? path });
}
