import type { JSX } from 'preact';
import type { Heard } from '#render/report/cards.ts';
import { Name, Said, type SectionProps } from '#render/report/html/parts.tsx';
import {
  type GroupRow,
  describeAgreement,
  describeGap,
  formatLevels,
  listGroups,
  listLowest,
  nameAuthor,
} from '#render/report/voices/answers.ts';

type HeardProps = Pick<SectionProps, 'context'> & { readonly heard: Heard };

/** The answers of a group as cells: how many at each level, how many without one, and the median. */
function Cells({
  row: { levels, withoutLevel, median, answers },
  hasOthers,
  context: { messages },
}: Pick<SectionProps, 'context'> & { readonly row: GroupRow; readonly hasOthers: boolean }): JSX.Element {
  if (levels === undefined)
    return (
      <>
        <td colSpan={hasOthers ? 6 : 5} class="left-out">
          {answers}
        </td>
        <td>{median === null ? '–' : formatLevels(median, messages)}</td>
      </>
    );
  return (
    <>
      {[...levels, ...(hasOthers ? [withoutLevel ?? 0] : [])].map((count) => (
        <td class={count === 0 ? undefined : 'some'}>{count === 0 ? '' : count}</td>
      ))}
      <td>{median === null ? '–' : formatLevels(median, messages)}</td>
    </>
  );
}

/** Who chose which level, a row per role and unit. */
function Distribution({ heard: { question, voices }, context }: HeardProps): JSX.Element {
  const { messages } = context;
  const rows = listGroups(question, voices, messages);
  const hasOthers = rows.some(({ withoutLevel = 0 }) => withoutLevel > 0);
  return (
    <table class="distribution">
      <thead>
        <tr>
          <th scope="col">{messages['report.level']}</th>
          {[0, 1, 2, 3, 4].map((level) => (
            <th scope="col">{level}</th>
          ))}
          {hasOthers && (
            <th scope="col">
              <span aria-hidden="true">?</span>
              <span class="unseen">{messages['voices.other']}</span>
            </th>
          )}
          <th scope="col">{messages['voices.median']}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr class={row.isUnit ? 'unit' : undefined}>
            <th scope="row">
              <Name>
                {row.count === undefined || row.count === 1 ? row.name : `${row.name} (${row.count})`}
              </Name>
            </th>
            <Cells row={row} hasOthers={hasOthers} context={context} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How far each group with several answers agrees. */
function Agreements({ heard: { question, voices }, context }: HeardProps): JSX.Element | null {
  const { messages, isTechnical } = context;
  const rows = listGroups(question, voices, messages).flatMap(({ name, agreement, isUnit }) =>
    agreement === null || isUnit ? [] : [`${name}: ${describeAgreement(agreement, messages, isTechnical)}.`],
  );
  return rows.length === 0 ? null : (
    <p class="small">
      <Name>{rows.join(' ')}</Name>
    </p>
  );
}

/** What the leader and the sellers answered to a question, and what their distance means. Nothing without both. */
export function GapReading({ heard: { question }, context }: HeardProps): JSX.Element | null {
  const gap = describeGap(question, context.messages);
  return gap === undefined ? null : <p class={`gap-reading ${question.gapReading ?? ''}`}>{gap}</p>;
}

/** What several respondents answered to a question: places and notes, then who answered what and whose answer counts. */
export function HeardAnswers({ heard, context }: HeardProps): JSX.Element {
  const { messages } = context;
  const { question } = heard;
  const { because, dissent, notes = [] } = question;
  const lowest = listLowest(question, messages);
  return (
    <>
      {dissent !== undefined && (
        <>
          <p class="label">{messages['voices.dissent']}</p>
          <Said class="note">{dissent}</Said>
        </>
      )}
      {lowest.length > 0 && (
        <>
          <p class="label">{messages['voices.lowest']}</p>
          <ul class="evidence">
            {lowest.map((line) => (
              <li>
                <Name>{line}</Name>
              </li>
            ))}
          </ul>
        </>
      )}
      {notes.map((note) => (
        <>
          <p class="label">
            <Name>{`${messages['report.note']}: ${nameAuthor(note, messages)}`}</Name>
          </p>
          <Said class="note">{note.note}</Said>
        </>
      ))}
      <details class="heard">
        <summary>{messages['voices.whoSaidWhat']}</summary>
        <Distribution heard={heard} context={context} />
        <Agreements heard={heard} context={context} />
        <p class="small">
          <b>{messages['voices.governs']}:</b> {because}
        </p>
      </details>
    </>
  );
}
