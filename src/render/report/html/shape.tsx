import type { JSX } from 'preact';
import { BalanceScale, balanceSize } from '#render/report/charts/balance.tsx';
import { LegendList, listLensSigns } from '#render/report/charts/legend.tsx';
import { Radar, listRadarAxes, radarSize } from '#render/report/charts/radar.tsx';
import { describeBalance, describeLenses } from '#render/report/numbers.ts';
import { Chart, Section, type SectionProps } from './parts.tsx';

/** The radar of elements or blocks, and the balance. */
export function Shape({ report, context: { words }, palette }: SectionProps): JSX.Element {
  const axes = listRadarAxes(report);
  const { balance } = report.summary;
  return (
    <Section id="shape" title={words['report.shape']} about={words['report.radarAbout']}>
      <div class="shape">
        <figure>
          <Chart
            {...radarSize}
            description={`${words['chart.radar']}. ${axes.map((axis) => describeLenses(axis, words)).join(' ')}`}
          >
            <Radar report={report} palette={palette} />
          </Chart>
          <LegendList
            signs={listLensSigns(report).filter((sign) => sign !== 'range')}
            words={words}
            palette={palette}
          />
        </figure>
        <figure class="balance">
          <h3>{words['report.balance']}</h3>
          <p>{describeBalance(balance, words)}</p>
          <Chart
            {...balanceSize}
            description={`${words['chart.balance']}. ${describeBalance(balance, words)}`}
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
