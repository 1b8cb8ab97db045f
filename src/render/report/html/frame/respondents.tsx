import type { JSX } from 'preact';
import { listRespondents } from '#render/report/wording/cover.ts';
import { Name, Section, type SectionProps } from '#render/report/html/parts.tsx';

/** Who answered, in which role, and when. */
export function Respondents({ report, context: { messages } }: SectionProps): JSX.Element {
  return (
    <Section id="respondents" title={messages['report.respondents']}>
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
    </Section>
  );
}
