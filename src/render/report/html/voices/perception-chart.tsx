import type { JSX } from 'preact';
import type { Perception, Voices } from '#domain/types/report.ts';
import { makeNumberer } from '#render/report/backlog.ts';
import { Dumbbell, DumbbellAxis, axisHeight, dumbbellHeight } from '#render/report/charts/dumbbell.tsx';
import { LegendList } from '#render/report/charts/legend.tsx';
import { makeCardsAnchor } from '#render/report/html/cards/anchors.ts';
import { Name, type SectionProps } from '#render/report/html/parts.tsx';
import { formatGap, listSides, nameSide } from '#render/report/voices/perception.ts';
import { makeNameLookup } from '#render/report/wording/phrases.ts';
import { formatWholeScore } from '#render/report/wording/numbers.ts';

/** Returns the position of a score in a chart that stretches. */
const formatPosition = (score: number): string => `${score}%`;

/** The name of a practice with its number in the plan; a link to its cards where the page has them. */
function Practice({ id, report, context }: SectionProps & { readonly id: string }): JSX.Element {
  const name = (
    <Name>{makeNumberer(report, context.messages)({ id, name: makeNameLookup(report)(id) })}</Name>
  );
  return context.length === 'summary' ? name : <a href={`#${makeCardsAnchor(id)}`}>{name}</a>;
}

/** Practices as rows: the chart, and beside it the same scores as numbers. */
export function PerceptionChart({
  rows,
  voices,
  ...props
}: SectionProps & { readonly rows: readonly Perception[]; readonly voices: Voices }): JSX.Element {
  const { report, context, palette } = props;
  const { messages } = context;
  const { thresholds } = report;
  const shown = listSides(voices).map((side) => ({ side, name: nameSide(side, voices, messages) }));
  return (
    <>
      <LegendList entries={shown.map(({ side, name }) => ({ sign: side, label: name }))} palette={palette} />
      <table class="perception">
        <thead>
          <tr>
            <th scope="col">{messages['report.practice']}</th>
            <th scope="col" class="dumbbell">
              <span class="unseen">{messages['voices.scale']}</span>
              <svg class="chart" height={axisHeight} aria-hidden="true">
                <DumbbellAxis
                  thresholds={thresholds}
                  at={formatPosition}
                  palette={palette}
                  messages={messages}
                />
              </svg>
            </th>
            {shown.map(({ name }) => (
              <th scope="col" class="number">
                {name}
              </th>
            ))}
            <th scope="col" class="number">
              {messages['voices.gap']}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              <th scope="row">
                <Practice {...props} id={row.id} />
              </th>
              <td class="dumbbell">
                <svg class="chart" height={dumbbellHeight} aria-hidden="true">
                  <Dumbbell perception={row} thresholds={thresholds} at={formatPosition} palette={palette} />
                </svg>
              </td>
              {shown.map(({ side, name }) => (
                <td class="number" data-label={name}>
                  {formatWholeScore(row[side], messages)}
                </td>
              ))}
              <td class="number gap" data-label={messages['voices.gap']}>
                {formatGap(row.gap, messages)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
