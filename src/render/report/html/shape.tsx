import type { JSX } from 'preact';
import { BalanceScale, balanceSize } from '#render/report/charts/balance.tsx';
import { LegendList, listLensSigns } from '#render/report/charts/legend.tsx';
import { Radar, listRadarAxes, radarSize } from '#render/report/charts/radar.tsx';
import { describeLenses } from '#render/report/wording/numbers.ts';
import { describeBalance } from '#render/report/wording/pattern-phrases.ts';
import { Chart, Section, type SectionProps } from './parts.tsx';

/** The radar of elements or blocks, and the balance. */
export function Shape({ report, context: { messages }, palette }: SectionProps): JSX.Element {
  const axes = listRadarAxes(report);
  const { balance } = report.summary;
  return (
    <Section id="shape" title={messages['report.shape']} about={messages['report.radarAbout']}>
      <div class="shape">
        <figure>
          <Chart
            {...radarSize}
            description={`${messages['chart.radar']}. ${axes.map((axis) => describeLenses(axis, messages)).join(' ')}`}
          >
            <Radar report={report} palette={palette} />
          </Chart>
          <LegendList
            signs={listLensSigns(report).filter((sign) => sign !== 'range')}
            messages={messages}
            palette={palette}
          />
        </figure>
        <figure class="balance">
          <h3>{messages['report.balance']}</h3>
          <p>{describeBalance(balance, report, messages)}</p>
          <Chart
            {...balanceSize}
            description={`${messages['chart.balance']}. ${describeBalance(balance, report, messages)}`}
          >
            <BalanceScale
              balance={balance}
              left={messages['report.bookends']}
              right={messages['report.middle']}
              palette={palette}
            />
          </Chart>
        </figure>
      </div>
    </Section>
  );
}
