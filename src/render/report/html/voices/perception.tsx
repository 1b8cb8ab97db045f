import type { JSX } from 'preact';
import { formatMessage } from '#domain/messages.ts';
import type { ReportContext } from '#render/report/context.ts';
import { Section, type SectionProps } from '#render/report/html/parts.tsx';
import { describeAgreed, describeWhoAnswered } from '#render/report/voices/people.ts';
import { sortByGap, writePerceptionTitle } from '#render/report/voices/perception.ts';
import { describeScale } from '#render/report/wording/verdicts.ts';
import { LeftOut } from './left-out.tsx';
import { PerceptionChart } from './perception-chart.tsx';
import { Readings } from './readings.tsx';
import { Spread } from './spread.tsx';

/** Most rows of the chart in a summary. */
const mostRows = 3;

/** Whether a commentary takes the room of this section on the two pages of a summary. */
function isCrowdedOut({ isBrief, commentary }: ReportContext): boolean {
  return isBrief === true && (commentary?.overall.length ?? 0) > 0;
}

/** How the leader, the managers and the sellers see each practice, in a summary only the largest gaps. Nothing for one respondent. */
export function Perception(props: SectionProps): JSX.Element | null {
  const { report, context } = props;
  const { voices } = report;
  const { messages } = context;
  if (voices === undefined || isCrowdedOut(context)) return null;
  const rows = sortByGap(voices.practices);
  const isSummary = context.length === 'summary';
  const shown = isSummary ? rows.slice(0, mostRows) : rows;
  const agreed = describeAgreed(voices, messages);
  return (
    <Section
      id="perception"
      topic={messages['voices.title']}
      title={writePerceptionTitle(report, voices, messages)}
    >
      <p class="about">
        {[describeWhoAnswered(voices, messages), ...(agreed === undefined ? [] : [agreed])].join(' ')}
      </p>
      {rows.length > 0 && (
        <>
          {!isSummary && (
            <p class="about">
              {describeScale(report.thresholds, messages)} {messages['voices.gapAbout']}
            </p>
          )}
          <PerceptionChart {...props} rows={shown} voices={voices} />
          {shown.length < rows.length && (
            <p class="small">
              {formatMessage(messages, 'voices.moreRows', { count: rows.length - shown.length })}
            </p>
          )}
        </>
      )}
      {!isSummary && (
        <>
          <Readings {...props} voices={voices} />
          <Spread {...props} voices={voices} />
          <LeftOut {...props} voices={voices} />
        </>
      )}
    </Section>
  );
}
