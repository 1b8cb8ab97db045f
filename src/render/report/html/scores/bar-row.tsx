import type { ComponentChildren, JSX } from 'preact';
import type { ElementResult, Range } from '#domain/types/report.ts';
import type { Lenses } from '#render/report/charts/lenses.ts';
import { StatusSign, signSize } from '#render/report/charts/status-sign.tsx';
import { Track, trackHeight } from '#render/report/charts/track.tsx';
import { describeStatus } from '#render/report/wording/labels.ts';
import { listLenses } from '#render/report/wording/lenses.ts';
import { describeLenses, renderLensNumbers } from '#render/report/wording/numbers.ts';
import { getVerdict } from '#render/report/wording/verdicts.ts';
import { Name, type SectionProps } from '#render/report/html/parts.tsx';

/** The status of an element in a line of text: sign and word in the color of the status. */
function StatusLabel({
  element,
  context: { messages },
  palette,
}: Omit<SectionProps, 'report'> & { readonly element: ElementResult }): JSX.Element {
  const verdict = getVerdict(element);
  return (
    <span class={`status-label ${verdict}`}>
      <svg class="chart" width={18} height={18} viewBox={`0 0 ${signSize} ${signSize}`} aria-hidden="true">
        <StatusSign verdict={verdict} palette={palette} />
      </svg>
      {describeStatus(element, messages)}
    </span>
  );
}

/** A bar with its name above and the numbers of its lenses below. */
export function BarRow({
  lenses,
  range,
  element,
  facts,
  children,
  ...props
}: SectionProps & {
  readonly lenses: Lenses;
  readonly range: Range;
  /** The element that the bar is of, for its status; undefined for another part. */
  readonly element?: ElementResult;
  readonly facts: readonly string[];
  /** What follows the numbers, over the whole width. */
  readonly children?: ComponentChildren;
}): JSX.Element {
  const { report, context, palette } = props;
  const { messages } = context;
  return (
    <div class="element-row">
      <h3>
        <Name>{lenses.name}</Name>
        {element !== undefined && <StatusLabel element={element} context={context} palette={palette} />}
      </h3>
      {facts.length > 0 && <p class="facts-line">{facts.join(' · ')}</p>}
      <svg
        class="chart track-chart"
        height={trackHeight}
        role="img"
        aria-label={describeLenses(lenses, listLenses(report), messages)}
      >
        <Track
          lenses={lenses}
          range={range}
          thresholds={report.thresholds}
          at={(score) => `${score}%`}
          palette={palette}
          messages={messages}
        />
      </svg>
      <ul class="lenses">
        {renderLensNumbers(lenses, messages).map(({ number, name }) => (
          <li>
            {number !== undefined && <b>{number} </b>}
            {name}
          </li>
        ))}
      </ul>
      {children}
    </div>
  );
}
