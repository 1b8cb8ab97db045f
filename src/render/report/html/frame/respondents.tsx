import type { JSX } from 'preact';
import { listRespondents } from '#render/report/cover.ts';
import { Name, Section, type SectionProps } from '#render/report/html/parts.tsx';
import { People } from '#render/report/html/voices/people.tsx';
import { describeWhoAnswered } from '#render/report/voices/people.ts';

/** One respondent, in which role, and when. */
function Single({ report, context: { messages } }: SectionProps): JSX.Element {
  return (
    <table class="respondents">
      <thead>
        <tr>
          <th scope="col">{messages['report.respondent']}</th>
          <th scope="col">{messages['report.role']}</th>
          <th scope="col">{messages['report.answeredWhen']}</th>
        </tr>
      </thead>
      <tbody>
        {listRespondents(report, messages).map(({ name, role, when }) => (
          <tr>
            <th scope="row">
              <Name>{name}</Name>
            </th>
            <td>{role}</td>
            <td>{when === '' ? '–' : when}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Who answered, in which role, and when; several respondents by role and unit. */
export function Respondents(props: SectionProps): JSX.Element {
  const { report, context } = props;
  const { messages } = context;
  const { voices } = report;
  return (
    <Section
      id="respondents"
      title={messages['report.respondents']}
      about={voices && describeWhoAnswered(voices, messages)}
    >
      {voices === undefined ? <Single {...props} /> : <People voices={voices} context={context} />}
    </Section>
  );
}
