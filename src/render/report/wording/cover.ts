/** What the cover and the last lines of a report say besides the result. */
import { type Messages, formatMessage } from '#domain/messages.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import type { ReportContext } from '#render/report/context.ts';

/** A person who answered: role, name, and when. */
export interface Respondent {
  readonly role: string;
  readonly name: string;
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
          ? messages['report.undated']
          : from === to
            ? from
            : formatMessage(messages, 'report.answeredFromTo', { from, to }),
    }));
}

/** Lists the last lines of a report: the next meeting and the line of confidentiality. */
export function listFootLines({
  messages,
  brand,
  commentary,
}: Pick<ReportContext, 'messages' | 'brand' | 'commentary'>): readonly string[] {
  const when = commentary?.nextMeeting;
  return [
    ...(when === undefined ? [] : [formatMessage(messages, 'report.nextMeeting', { when })]),
    ...(brand.confidential === undefined ? [] : [brand.confidential]),
  ];
}
