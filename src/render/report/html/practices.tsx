import type { JSX } from 'preact';
import { makeNumberer } from '#render/report/backlog.ts';
import type { PracticeResult } from '#domain/types/report.ts';
import { LegendList, listBandEntries } from '#render/report/charts/legend.tsx';
import { drawCellSign } from '#render/report/charts/signs.tsx';
import { describeMap, getMapScores } from '#render/report/charts/map-scores.ts';
import { writePracticesTitle } from '#render/report/wording/chart-titles.ts';
import { defineLenses, listLenses } from '#render/report/wording/lenses.ts';
import { groupPractices } from '#render/report/wording/phrases.ts';
import { formatWholeScore } from '#render/report/wording/numbers.ts';
import { getBand } from '#render/report/wording/verdicts.ts';
import { makeCardsAnchor, makePracticeAnchor } from './cards/anchors.ts';
import { Name, Section, type SectionProps } from './parts.tsx';

/** A score on the color of its band, with the sign of the band. */
function Cell({
  score,
  practice,
  report,
  context: { messages },
  palette,
}: SectionProps & {
  /** The score to show; null for a dash. */
  readonly score: number | null;
  readonly practice: string;
}): JSX.Element {
  const band = getBand(score, report.thresholds);
  const sign = drawCellSign(band, palette);
  return (
    <td class={`heat ${band}`}>
      {sign !== null && (
        <svg class="chart" width={14} height={14} viewBox="0 0 14 14" aria-hidden="true">
          {sign}
        </svg>
      )}
      {score === null ? (
        '–'
      ) : (
        <a href={`#${makeCardsAnchor(practice)}`}>{formatWholeScore(score, messages)}</a>
      )}
    </td>
  );
}

function HeatRow({
  practice,
  name,
  ...props
}: SectionProps & {
  readonly practice: PracticeResult;
  /** Name with the number in the plan, if it has one. */
  readonly name: string;
}): JSX.Element {
  const { report } = props;
  const scores = getMapScores(practice);
  return (
    <tr id={makePracticeAnchor(practice.id)}>
      <th scope="row">
        <Name>{name}</Name>
      </th>
      {listLenses(report).map((lens) => (
        <Cell practice={practice.id} {...props} score={scores[lens]} />
      ))}
    </tr>
  );
}

/** The heat map of the practices as a table: a row per practice, a cell per lens. */
export function Practices(props: SectionProps): JSX.Element {
  const { report, context, palette } = props;
  const { messages } = context;
  const number = makeNumberer(report, messages);
  const lenses = defineLenses(report, messages);
  return (
    <Section
      id="practices"
      topic={messages['report.practices']}
      title={writePracticesTitle(report, messages)}
    >
      <LegendList entries={listBandEntries(report, messages)} palette={palette} />
      {describeMap(report, messages).map((line) => (
        <p class="small">{line}</p>
      ))}
      <table class="heatmap">
        <thead>
          <tr>
            <th scope="col">{messages['report.practice']}</th>
            {lenses.map(({ name }) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        {groupPractices(report).map(({ name, practices }) => (
          <tbody>
            <tr class="group">
              <th scope="rowgroup" colSpan={lenses.length + 1}>
                <Name>{name}</Name>
              </th>
            </tr>
            {practices.map((practice) => (
              <HeatRow {...props} practice={practice} name={number(practice)} />
            ))}
          </tbody>
        ))}
      </table>
    </Section>
  );
}
