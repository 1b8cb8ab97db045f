import type { JSX } from 'preact';
import { describeRange } from '#render/terminal/element-rows.ts';
import { InlineSign, LegendList, listRangeEntries } from '#render/report/charts/legend.tsx';
import { getLenses } from '#render/report/charts/lenses.ts';
import { describeAnswered } from '#render/report/wording/answer-counts.ts';
import { writeElementsTitle } from '#render/report/wording/chart-titles.ts';
import { defineLenses } from '#render/report/wording/lenses.ts';
import { describeMarks } from '#render/report/wording/verdicts.ts';
import { Commentary } from '#render/report/html/frame/commentary.tsx';
import { Section, type SectionProps } from '#render/report/html/parts.tsx';
import { BarRow } from './bar-row.tsx';

/** What each lens means, a line each, with its sign in the bars. */
function Definitions({ report, context: { messages }, palette }: SectionProps): JSX.Element {
  return (
    <dl class="definitions">
      {defineLenses(report, messages).map(({ lens, name, means }) => (
        <div>
          <dt>
            <InlineSign sign={lens} palette={palette} />
            {name}
          </dt>
          <dd>{means}</dd>
        </div>
      ))}
    </dl>
  );
}

/**
 * The elements with all lenses: the first chart, so it defines the lenses and the lines on the bars. A summary leaves out
 * how many questions were answered.
 */
export function Elements(props: SectionProps): JSX.Element {
  const { report, context, palette } = props;
  const { messages } = context;
  const ranges = listRangeEntries(report, messages);
  return (
    <Section id="elements" topic={messages['report.elements']} title={writeElementsTitle(report, messages)}>
      <Definitions {...props} />
      <p class="about">{describeMarks(report.thresholds, messages)}</p>
      <div class="elements">
        {report.elements.map((element) => (
          <BarRow
            {...props}
            element={element}
            lenses={getLenses(element, element.practices)}
            range={element.range}
            facts={
              context.length === 'summary'
                ? []
                : [...describeAnswered(element, messages), ...describeRange(element.range, messages)]
            }
          >
            <Commentary of={context.commentary?.elements.get(element.id)} context={context} />
          </BarRow>
        ))}
      </div>
      {ranges.length > 0 && <LegendList entries={ranges} palette={palette} />}
    </Section>
  );
}
