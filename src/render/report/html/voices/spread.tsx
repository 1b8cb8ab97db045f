import type { JSX } from 'preact';
import { findQuestions } from '#domain/answers/not-known.ts';
import type { Voices } from '#domain/types/report.ts';
import { makeQuestionAnchor } from '#render/report/html/cards/anchors.ts';
import { Name, type SectionProps, getLanguage } from '#render/report/html/parts.tsx';
import { formatDistance } from '#render/report/voices/answers.ts';
import { describeSpread, listSpreads } from '#render/report/voices/spread.ts';

/** The questions that the units answer most differently. Nothing if no units may be shown or are apart. */
export function Spread({
  voices,
  report,
  context,
}: SectionProps & { readonly voices: Voices }): JSX.Element | null {
  const { messages } = context;
  const rows = listSpreads(voices, messages);
  if (rows.length === 0) return null;
  const asked = new Map(findQuestions(report).map(({ question }) => [question.id, question.ask]));
  return (
    <>
      <h3>{messages['voices.spread']}</h3>
      <p class="about">{describeSpread(rows, messages)}</p>
      <table class="spread">
        <thead>
          <tr>
            <th scope="col">{messages['report.question']}</th>
            <th scope="col">{messages['voices.units']}</th>
            <th scope="col">{messages['voices.apartBy']}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, units, spread }) => (
            <tr>
              <th scope="row">
                <a href={`#${makeQuestionAnchor(id)}`}>
                  <Name lang={getLanguage(asked.get(id) ?? '', context)}>{asked.get(id) ?? id}</Name>
                </a>
              </th>
              <td>
                <Name>{units}</Name>
              </td>
              <td>{formatDistance(spread, messages)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
