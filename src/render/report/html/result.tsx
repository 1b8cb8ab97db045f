import type { JSX } from 'preact';
import { describeRange } from '#render/terminal/element-rows.ts';
import { listActions, listMissingProofs, writeActionsTitle } from '#render/report/wording/actions.ts';
import { describeOverall, renderCounts } from '#render/report/wording/headline.ts';
import { describeLimits } from '#render/report/wording/phrases.ts';
import { Name, type SectionProps } from './parts.tsx';
import { Cards } from './scores/cards.tsx';

/**
 * The finding, the score, the status of each element, the actions, the biggest contradiction, and the limits. A brief
 * summary has the first step only where it describes the action.
 */
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
          <h3 class="named">{writeActionsTitle(report, messages)}</h3>
          <ol class="actions">
            {actions.map(({ element, act, firstStep }) => (
              <li>
                <strong>
                  <Name>{element}</Name>:
                </strong>{' '}
                <Name>{act}</Name>
                {firstStep !== undefined && context.isBrief !== true && (
                  <span class="first-step">
                    <Name>{firstStep}</Name>
                  </span>
                )}
              </li>
            ))}
          </ol>
        </>
      )}
      {listMissingProofs(report, messages).map((lack) => (
        <p class="named count">
          <Name>{lack}</Name>
        </p>
      ))}
      {surprise !== undefined && (
        <p class="named surprise">
          <strong>{messages['summary.surprise']}:</strong> <Name>{surprise.sentence}</Name>
        </p>
      )}
      <p class="named count">
        <Name>{renderCounts(report, messages).join(' ')}</Name>
      </p>
      {describeLimits(report, messages).map((line) => (
        <p class="limits count">{line}</p>
      ))}
    </section>
  );
}
