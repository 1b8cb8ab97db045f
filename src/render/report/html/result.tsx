import type { JSX } from 'preact';
import { describeRange } from '#render/terminal/element-rows.ts';
import { renderHeadline, describeOverall, listActions } from '#render/report/wording/headline.ts';
import { describeLimits } from '#render/report/wording/phrases.ts';
import { Name, type SectionProps } from './parts.tsx';
import { Cards } from './scores/cards.tsx';

/** The headline, the status of each element, and the limits. */
export function Result(props: SectionProps): JSX.Element {
  const { report, context } = props;
  const { messages } = context;
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
      <Cards {...props} />
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
