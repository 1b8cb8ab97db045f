import type { JSX } from 'preact';
import type { ElementResult, Status } from '#domain/types/report.ts';
import { describeRange } from '#render/terminal/element-rows.ts';
import { renderHeadline, describeOverall, listActions } from '#render/report/wording/headline.ts';
import { Track, trackHeight } from '#render/report/charts/track.tsx';
import { LegendList, listLensSigns } from '#render/report/charts/legend.tsx';
import { getLenses } from '#render/report/charts/lenses.ts';
import { describeStatus } from '#render/report/wording/labels.ts';
import { renderLensNumbers, describeLenses } from '#render/report/wording/numbers.ts';
import { describeAnswered } from '#render/report/wording/answer-counts.ts';
import { describeLimits } from '#render/report/wording/phrases.ts';
import { Commentary } from './commentary.tsx';
import { Name, Section, type SectionProps } from './parts.tsx';

/** A sign for each status, so that color is never the only cue. */
const signs = {
  'in-place': '●',
  partial: '◐',
  neglected: '○',
  unknown: '?',
  'not-asked': '–',
} satisfies Record<Status, string>;

/** The sign of an element that is in place by the answers only. */
const claimedSign = '◎';

/** The headline, the status of each element, and the limits. */
export function Result({ report, context: { messages } }: SectionProps): JSX.Element {
  const [count = '', ...named] = renderHeadline(report, messages);
  const actions = listActions(report, messages);
  const overall = [describeOverall(report, messages), ...describeRange(report.summary.range, messages)];
  return (
    <section id="result" aria-labelledby="result-title">
      <h2 id="result-title" class="unseen">
        {messages['report.result']}
      </h2>
      <p class="headline">{count}</p>
      {named.map((line) => (
        <p class="named">{line}</p>
      ))}
      <ul class="tiles">
        {report.elements.map((element) => (
          <li class={`tile ${element.status}`}>
            <span class="sign" aria-hidden="true">
              {element.status === 'in-place' && element.proven !== true ? claimedSign : signs[element.status]}
            </span>
            <strong>
              <Name>{element.name}</Name>
            </strong>
            <span class="asks">
              <Name>{element.asks}</Name>
            </span>
            <span class="status">{describeStatus(element, messages)}</span>
          </li>
        ))}
      </ul>
      {actions.length > 0 && (
        <>
          <h3 class="named">{messages['summary.do']}</h3>
          <ol class="actions">
            {actions.map((action) => (
              <li>
                <Name>{action}</Name>
              </li>
            ))}
          </ol>
        </>
      )}
      <p class="limits">{overall.join(' · ')}</p>
      {describeLimits(report, messages).map((line) => (
        <p class="limits">{line}</p>
      ))}
    </section>
  );
}

function ElementRow({
  element,
  context,
  palette,
}: Omit<SectionProps, 'report'> & { readonly element: ElementResult }): JSX.Element {
  const { messages } = context;
  const lenses = getLenses(element, element.practices);
  const { range } = element;
  const facts = [
    describeStatus(element, messages),
    ...describeAnswered(element, messages),
    ...describeRange(range, messages),
  ];
  return (
    <div class="element-row">
      <h3>
        <Name>{element.name}</Name>
      </h3>
      <p class="facts-line">{facts.join(' · ')}</p>
      <svg
        class="chart track-chart"
        height={trackHeight}
        role="img"
        aria-label={describeLenses(lenses, messages)}
      >
        <Track lenses={lenses} range={range} at={(score) => `${score}%`} palette={palette} />
      </svg>
      <ul class="lenses">
        {renderLensNumbers(lenses, messages).map(({ number, name }) => (
          <li>
            {number !== undefined && <b>{number} </b>}
            {name}
          </li>
        ))}
      </ul>
      <Commentary of={context.commentary?.elements.get(element.id)} context={context} />
    </div>
  );
}

/** The elements with all three lenses. */
export function Elements(props: SectionProps): JSX.Element {
  const { report, context, palette } = props;
  const { messages } = context;
  return (
    <Section id="elements" title={messages['report.elements']} about={messages['report.elementsAbout']}>
      <div class="elements">
        {report.elements.map((element) => (
          <ElementRow element={element} context={context} palette={palette} />
        ))}
      </div>
      <LegendList signs={listLensSigns(report)} messages={messages} palette={palette} />
    </Section>
  );
}
