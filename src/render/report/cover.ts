/** What the cover and the last lines of a report say besides the result. */
import { type Messages, formatMessage } from '#domain/messages.ts';
import type { ReportDocument, Source } from '#domain/types/report.ts';
import type { ReportContext } from '#render/report/context.ts';
import { describeWhoAnswered } from '#render/report/voices/people.ts';
import { formatDay } from '#domain/format-day.ts';

/** A person who answered: role, name, and when. */
export interface Respondent {
  readonly role: string;
  readonly name: string;
  /** Empty if it is not known. */
  readonly when: string;
}

/** Lists who answered, and when, as far as the report knows. */
export function listRespondents({ sources }: ReportDocument, messages: Messages): readonly Respondent[] {
  return sources
    .filter(({ kind }) => kind === 'answers')
    .map(({ role, respondent, answeredFrom: from, answeredTo: to }) => ({
      role: role === undefined ? '' : messages[`role.${role}`],
      name: respondent ?? messages['report.noName'],
      when:
        from === undefined || to === undefined
          ? ''
          : from === to
            ? formatDay(from, messages)
            : formatMessage(messages, 'report.answeredFromTo', {
                from: formatDay(from, messages),
                to: formatDay(to, messages),
              }),
    }));
}

/** Writes a text that is a day, YYYY-MM-DD, in words. Any other text stays. */
function writeDay(text: string, messages: Messages): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDay(text, messages) : text;
}

/** Lists the last lines of a report: the next meeting and the line of confidentiality. */
export function listFootLines({
  messages,
  brand,
  commentary,
}: Pick<ReportContext, 'messages' | 'brand' | 'commentary'>): readonly string[] {
  const when = commentary?.nextMeeting;
  return [
    ...(when === undefined
      ? []
      : [formatMessage(messages, 'report.nextMeeting', { when: writeDay(when, messages) })]),
    ...(brand.confidential === undefined ? [] : [brand.confidential]),
  ];
}

/** Describes a source: a declared system, answers by role and respondent if known. Only experts see paths. */
export function describeSource(
  { kind, path, role, respondent }: Source,
  messages: Messages,
  isTechnical: boolean,
): string {
  if (kind === 'sales-system') {
    return isTechnical
      ? formatMessage(messages, 'report.sourceSystem', { path })
      : messages['report.sourceSystemPlain'];
  }
  const seat = role === undefined ? undefined : messages[`role.${role}`];
  return seat !== undefined && respondent !== undefined
    ? formatMessage(messages, 'report.sourcesNamed', { role: seat, name: respondent })
    : formatMessage(messages, 'report.sources', {
        role: seat ?? respondent ?? (isTechnical ? path : messages['report.noName']),
      });
}

/** Lists what a report is made from, a line each. Several respondents are counted by role instead of listed. */
export function listSourceLines(
  { sources, voices }: ReportDocument,
  messages: Messages,
  isTechnical: boolean,
): readonly string[] {
  const shown =
    voices === undefined || isTechnical ? sources : sources.filter(({ kind }) => kind !== 'answers');
  return [
    ...(voices === undefined ? [] : [describeWhoAnswered(voices, messages)]),
    ...shown.map((source) => describeSource(source, messages, isTechnical)),
  ];
}

/** Names what made the report; to experts also the model. */
export function describeMaker(
  { model: { id, version }, generator: { name: tool, version: toolVersion } }: ReportDocument,
  messages: Messages,
  isTechnical: boolean,
): string {
  return isTechnical
    ? formatMessage(messages, 'report.methodModel', { id, version, tool, toolVersion })
    : formatMessage(messages, 'report.madeWith', { tool, toolVersion });
}
