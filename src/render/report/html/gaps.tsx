import type { JSX } from 'preact';
import { formatMessage } from '#domain/messages.ts';
import type { Gap } from '#domain/types/report.ts';
import { describePlanned, splitGaps } from '#render/report/backlog.ts';
import { listGapQuestions } from '#render/report/cards.ts';
import { describeWaits, makeNameLookup, describeNoGaps } from '#render/report/wording/phrases.ts';
import { describeGain, formatWholeScore } from '#render/report/wording/numbers.ts';
import { makeCardsAnchor } from './cards/anchors.ts';
import { AnswerLinks } from './cards/links.tsx';
import { Name, Section, type SectionProps } from './parts.tsx';

/** A table of gaps. The script makes it sortable. */
function GapTable({ gaps, ...props }: SectionProps & { readonly gaps: readonly Gap[] }): JSX.Element {
  const { report, context } = props;
  const { messages } = context;
  const getName = makeNameLookup(report);
  return (
    <div class="wide" role="group" aria-labelledby="gaps-title" tabIndex={0}>
      <table class="gaps" data-sort={messages['report.sortBy']}>
        <thead>
          <tr>
            <th scope="col" data-number>
              {messages['report.rank']}
            </th>
            <th scope="col">{messages['report.practice']}</th>
            <th scope="col">{messages['report.element']}</th>
            <th scope="col" data-number>
              {messages['report.today']}
            </th>
            <th scope="col" data-number>
              {messages['report.target']}
            </th>
            <th scope="col" data-number>
              {messages['report.adds']}
            </th>
            <th scope="col">{messages['report.behind']}</th>
          </tr>
        </thead>
        <tbody>
          {gaps.map((gap) => (
            <tr>
              <td data-label={messages['report.rank']} class="number">
                {gap.rank}
              </td>
              <th scope="row">
                <a href={`#${makeCardsAnchor(gap.practice)}`}>
                  <Name>{getName(gap.practice)}</Name>
                </a>
              </th>
              <td data-label={messages['report.element']}>
                <Name>{getName(gap.element)}</Name>
              </td>
              <td data-label={messages['report.today']} class="number">
                {formatWholeScore(gap.score, messages)}
              </td>
              <td data-label={messages['report.target']} class="number">
                {formatWholeScore(gap.target, messages)}
              </td>
              <td data-label={messages['report.adds']} class="number">
                {describeGain(gap, report, messages)}
              </td>
              <td data-label={messages['report.behind']}>
                <AnswerLinks {...props} questions={listGapQuestions(gap, report)} />{' '}
                <span class="waits">
                  {gap.blockedBy.length > 0 && describeWaits(gap.blockedBy, getName, messages)}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The practices below their target that the plan leaves for later, with its numbers, folded. */
export function Gaps(props: SectionProps): JSX.Element {
  const { report } = props;
  const { messages } = props.context;
  const { rest } = splitGaps(report);
  const planned = describePlanned(report, messages);
  return (
    <Section
      id="gaps"
      title={messages['report.gaps']}
      about={
        report.gaps.length > 0 ? `${messages['report.gapsAbout']} ${messages['report.addsAbout']}` : undefined
      }
    >
      {report.gaps.length === 0 && <p>{describeNoGaps(report, messages)}</p>}
      {planned !== undefined && (
        <p>
          <a href="#first">{planned}</a>
        </p>
      )}
      {rest.length > 0 && (
        <details>
          <summary>{formatMessage(messages, 'report.moreGaps', { count: rest.length })}</summary>
          <GapTable {...props} gaps={rest} />
        </details>
      )}
    </Section>
  );
}
