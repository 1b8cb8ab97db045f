import type { JSX } from 'preact';
import { describeRange } from '#render/terminal/element-rows.ts';
import { describeOverall, listActions, renderCounts } from '#render/report/wording/headline.ts';
import { describeLimits } from '#render/report/wording/phrases.ts';
import { Name, type SectionProps } from './parts.tsx';
import { Cards } from './scores/cards.tsx';

/** The finding, the score, the status of each element, the actions, the biggest contradiction, and the limits. */
export function Result(props: SectionProps): JSX.Element {
  const { report, context } = props;
  const { messages } = context;
  const actions = listActions(report, messages);
  const { sentence, surprise } = report.summary;
  const overall = [describeOverall(report, messages), ...describeRange(report.summary.range, messages)];
  return (
    <section id="result" aria-labelledby="result-title">
      <h2 id="result-title" class="unseen">
        {messages['report.result']}
      </h2>
      <p class="headline">{sentence}</p>
      <p class="named">
        <strong>{overall.join(' · ')}</strong>
      </p>
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
      {surprise !== undefined && (
        <p class="named surprise">
          <strong>{messages['summary.surprise']}:</strong> <Name>{surprise.sentence}</Name>
        </p>
      )}
      {renderCounts(report, messages).map((count) => (
        <p class="named count">
          <Name>{count}</Name>
        </p>
      ))}
      {describeLimits(report, messages).map((line) => (
        <p class="limits">{line}</p>
      ))}
    </section>
  );
}
