import type { JSX } from 'preact';
import type { ElementResult, ReportDocument } from '#domain/types/report.ts';
import { type Messages, formatMessage } from '#domain/messages.ts';
import { LegendList, listLensEntries } from '#render/report/charts/legend.tsx';
import { type Lenses, computeMeanLenses, getLenses } from '#render/report/charts/lenses.ts';
import { writePartsTitle } from '#render/report/wording/chart-titles.ts';
import { describeBalance, listElementsAt } from '#render/report/wording/pattern-phrases.ts';
import { Section, type SectionProps } from '#render/report/html/parts.tsx';
import { BarRow } from './bar-row.tsx';

/** A section with a bar for each part, on the scale of all charts. */
function Bars({
  id,
  topic,
  title,
  bars,
  ...props
}: SectionProps & {
  readonly id: string;
  readonly topic: string;
  readonly title: string;
  readonly bars: readonly Lenses[];
}): JSX.Element {
  const { report, context, palette } = props;
  return (
    <Section id={id} topic={topic} title={title}>
      <div class="elements">
        {bars.map((lenses) => (
          <BarRow {...props} lenses={lenses} range={null} facts={[]} />
        ))}
      </div>
      <LegendList entries={listLensEntries(report, context.messages)} palette={palette} />
    </Section>
  );
}

/** Lists the elements that have parts. */
function listDivided({ elements }: ReportDocument): readonly ElementResult[] {
  return elements.filter(({ blocks }) => blocks.length > 0);
}

/** Lists the sections of this file with their names, for the contents. */
export function listBreakdownEntries(
  report: ReportDocument,
  messages: Messages,
): readonly (readonly [id: string, name: string])[] {
  return [
    ...listDivided(report).map(
      ({ id, name }) => [`parts-${id}`, formatMessage(messages, 'chart.parts', { name })] as const,
    ),
    ['balance', messages['report.balance']],
  ];
}

/** Compares the elements in the middle of the sequence with those at its ends. */
function listBalanceBars(report: ReportDocument, messages: Messages): readonly Lenses[] {
  return (['middle', 'bookend'] as const).flatMap((position) => {
    const elements = report.elements.filter((element) => element.position === position);
    return elements.length === 0
      ? []
      : [computeMeanLenses(listElementsAt(position, report, messages), elements)];
  });
}

/** The parts of each element that has any, and the balance. */
export function Breakdown(props: SectionProps): JSX.Element {
  const { report, context } = props;
  const { messages } = context;
  return (
    <>
      {listDivided(report).map((element) => (
        <Bars
          {...props}
          id={`parts-${element.id}`}
          topic={formatMessage(messages, 'chart.parts', { name: element.name })}
          title={writePartsTitle(element, report, messages)}
          bars={element.blocks.map((block) =>
            getLenses(
              block,
              element.practices.filter((practice) => practice.block === block.id),
            ),
          )}
        />
      ))}
      <Bars
        {...props}
        id="balance"
        topic={messages['report.balance']}
        title={describeBalance(report.summary.balance, report, messages)}
        bars={listBalanceBars(report, messages)}
      />
    </>
  );
}
