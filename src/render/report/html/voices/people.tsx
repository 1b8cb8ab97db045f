import type { JSX } from 'preact';
import type { Voices } from '#domain/types/report.ts';
import { Name, type SectionProps } from '#render/report/html/parts.tsx';
import { listPeople } from '#render/report/voices/people.ts';

/** Who answered, by role and unit, with the names that the report has. */
export function People({
  voices,
  context: { messages },
}: Pick<SectionProps, 'context'> & { readonly voices: Voices }): JSX.Element {
  return (
    <table class="respondents">
      <thead>
        <tr>
          <th scope="col">{messages['report.role']}</th>
          <th scope="col">{messages['voices.unit']}</th>
          <th scope="col">{messages['voices.people']}</th>
          <th scope="col">{messages['voices.names']}</th>
        </tr>
      </thead>
      <tbody>
        {listPeople(voices, messages).map(({ role, unit, count, names }) => (
          <tr>
            <th scope="row">{role}</th>
            <td>
              <Name>{unit === '' ? '–' : unit}</Name>
            </td>
            <td>{count}</td>
            <td>
              <Name>{names.length === 0 ? '–' : names.join(', ')}</Name>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
