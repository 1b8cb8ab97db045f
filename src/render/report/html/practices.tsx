import type { JSX } from 'preact';
import type { PracticeResult } from '#domain/types/report.ts';
import { LegendList } from '#render/report/charts/legend.tsx';
import { getHeat } from '#render/report/charts/palette.ts';
import { groupPractices } from '#render/report/wording/phrases.ts';
import { formatWholeScore } from '#render/report/wording/numbers.ts';
import { makeCardsAnchor, makePracticeAnchor } from './cards/anchors.ts';
import { Name, Section, type SectionProps } from './parts.tsx';

function HeatRow({
  practice,
  first,
  messages,
}: {
  readonly practice: PracticeResult;
  /** Rank among the moves to make first, from 1. */
  readonly first: number | undefined;
  readonly messages: SectionProps['context']['messages'];
}): JSX.Element {
  const renderCell = (score: number | null): JSX.Element =>
    score === null ? (
      <td class="heat none">–</td>
    ) : (
      <td class={`heat heat${getHeat(score)}`}>
        <a href={`#${makeCardsAnchor(practice.id)}`}>{formatWholeScore(score, messages)}</a>
      </td>
    );
  return (
    <tr id={makePracticeAnchor(practice.id)}>
      <th scope="row">
        <Name>{practice.name}</Name>
        {first !== undefined && (
          <>
            {' '}
            <span class="chip">
              {messages['summary.do']}: {first}
            </span>
          </>
        )}
      </th>
      {renderCell(practice.score)}
      {renderCell(practice.declared)}
      {renderCell(practice.shown)}
    </tr>
  );
}

/** The heat map of the practices as a table: a row per practice, a cell per lens. */
export function Practices({ report, context: { messages }, palette }: SectionProps): JSX.Element {
  const first = new Map(report.plan.now.map(({ practice }, index) => [practice, index + 1]));
  return (
    <Section id="practices" title={messages['report.practices']} about={messages['report.practicesAbout']}>
      <LegendList signs={['heat']} messages={messages} palette={palette} />
      <table class="heatmap">
        <thead>
          <tr>
            <th scope="col">{messages['report.practice']}</th>
            <th scope="col">{messages['summary.said']}</th>
            <th scope="col">{messages['summary.declared']}</th>
            <th scope="col">{messages['summary.shown']}</th>
          </tr>
        </thead>
        {groupPractices(report).map(({ name, practices }) => (
          <tbody>
            <tr class="group">
              <th scope="rowgroup" colSpan={4}>
                <Name>{name}</Name>
              </th>
            </tr>
            {practices.map((practice) => (
              <HeatRow practice={practice} first={first.get(practice.id)} messages={messages} />
            ))}
          </tbody>
        ))}
      </table>
    </Section>
  );
}
