import type { JSX } from 'preact';
import type { PracticeResult } from '#domain/types/report.ts';
import { BalanceScale, balanceSize } from '#render/report/charts/balance.tsx';
import { LegendList, lensSigns } from '#render/report/charts/legend.tsx';
import { Radar, radarAxes, radarSize } from '#render/report/charts/radar.tsx';
import { heatOf } from '#render/report/palette.ts';
import { balanceInWords, becauseInWords, lensSentence, wholeScore } from '#render/report/view.ts';
import { Chart, Name, Section, type SectionProps } from './parts.tsx';

/** Named diagnoses, each with what set it off. */
export function Patterns({ report, context: { words } }: SectionProps): JSX.Element {
  return (
    <Section id="patterns" title={words['report.patterns']}>
      {report.patterns.length === 0 && <p>{words['report.noPatterns']}</p>}
      <div class="patterns">
        {report.patterns.map((pattern) => (
          <article class="card">
            <h3>
              <Name>{pattern.name}</Name>
            </h3>
            <p dir="auto">{pattern.means}</p>
            <p dir="auto">
              <b>{words['report.firstMove']}:</b> <Name>{pattern.firstMove}</Name>
            </p>
            <p class="small">
              {words['report.setOffBy']}:{' '}
              <Name>{pattern.because.map((each) => becauseInWords(each, report, words)).join('; ')}</Name>
            </p>
            {pattern.sources?.map((source) => (
              <p class="small">
                {words['report.standsBehind']}: <Name>{source}</Name>
              </p>
            ))}
          </article>
        ))}
      </div>
    </Section>
  );
}

/** The radar of the parts, and the balance between the middle and the bookends. */
export function Shape({ report, context: { words }, palette }: SectionProps): JSX.Element {
  const axes = radarAxes(report);
  const { balance } = report.summary;
  return (
    <Section id="shape" title={words['report.shape']} about={words['report.radarAbout']}>
      <div class="shape">
        <figure>
          <Chart
            {...radarSize}
            description={`${words['chart.radar']}. ${axes.map((axis) => lensSentence(axis, words)).join(' ')}`}
          >
            <Radar report={report} palette={palette} />
          </Chart>
          <LegendList
            signs={lensSigns(report).filter((sign) => sign !== 'range')}
            words={words}
            palette={palette}
          />
        </figure>
        <figure class="balance">
          <h3>{words['report.balance']}</h3>
          <p>{balanceInWords(balance, words)}</p>
          <Chart
            {...balanceSize}
            description={`${words['chart.balance']}. ${balanceInWords(balance, words)}`}
          >
            <BalanceScale
              balance={balance}
              left={words['report.bookends']}
              right={words['report.middle']}
              palette={palette}
            />
          </Chart>
        </figure>
      </div>
    </Section>
  );
}

function HeatRow({
  practice,
  first,
  words,
}: {
  readonly practice: PracticeResult;
  /** Place among the things to do first, from 1. */
  readonly first: number | undefined;
  readonly words: SectionProps['context']['words'];
}): JSX.Element {
  const cell = (score: number | null): JSX.Element =>
    score === null ? (
      <td class="heat none">–</td>
    ) : (
      <td class={`heat heat${heatOf(score)}`}>{wholeScore(score, words)}</td>
    );
  return (
    <tr>
      <th scope="row">
        <Name>{practice.name}</Name>
        {first !== undefined && (
          <>
            {' '}
            <span class="chip">
              {words['summary.do']}: {first}
            </span>
          </>
        )}
      </th>
      {cell(practice.score)}
      {cell(practice.written)}
      {cell(practice.shown)}
    </tr>
  );
}

/** The heat map of the practices, as a table: a row each, a cell for each lens. */
export function Practices({ report, context: { words }, palette }: SectionProps): JSX.Element {
  const first = new Map(report.plan.now.map(({ practice }, index) => [practice, index + 1]));
  const groups = report.elements.flatMap((element) =>
    element.blocks.length > 0
      ? element.blocks.map((block) => ({
          name: `${element.name}: ${block.name}`,
          practices: element.practices.filter((practice) => practice.block === block.id),
        }))
      : [{ name: element.name, practices: element.practices }],
  );
  return (
    <Section id="practices" title={words['report.practices']} about={words['report.practicesAbout']}>
      <LegendList signs={['heat']} words={words} palette={palette} />
      <table class="heatmap">
        <thead>
          <tr>
            <th scope="col">{words['report.practice']}</th>
            <th scope="col">{words['summary.said']}</th>
            <th scope="col">{words['summary.written']}</th>
            <th scope="col">{words['summary.shown']}</th>
          </tr>
        </thead>
        {groups
          .filter(({ practices }) => practices.length > 0)
          .map(({ name, practices }) => (
            <tbody>
              <tr class="group">
                <th scope="rowgroup" colSpan={4}>
                  <Name>{name}</Name>
                </th>
              </tr>
              {practices.map((practice) => (
                <HeatRow practice={practice} first={first.get(practice.id)} words={words} />
              ))}
            </tbody>
          ))}
      </table>
    </Section>
  );
}
