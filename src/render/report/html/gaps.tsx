import type { JSX } from 'preact';
import { formatMessage } from '#domain/messages.ts';
import type { Gap } from '#domain/types/report.ts';
import { splitGaps } from '#render/report/backlog.ts';
import { describeWaits, makeNameLookup, describeNoGaps } from '#render/report/wording/phrases.ts';
import { describeGain, formatWholeScore } from '#render/report/wording/numbers.ts';
import { makeCardsAnchor } from './cards/anchors.ts';
import { Name, Section, type SectionProps, getLanguage } from './parts.tsx';

/** A table of gaps. The script makes it sortable. */
function GapTable({ gaps, report, context }: SectionProps & { readonly gaps: readonly Gap[] }): JSX.Element {
  const { messages } = context;
  const nameOf = makeNameLookup(report);
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
            <th scope="col">{messages['report.recommendation']}</th>
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
                  <Name>{nameOf(gap.practice)}</Name>
                </a>
              </th>
              <td data-label={messages['report.element']}>
                <Name>{nameOf(gap.element)}</Name>
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
              <td data-label={messages['report.recommendation']}>
                <Name lang={getLanguage(gap.recommendation?.do ?? '', context)}>
                  {gap.recommendation?.do ?? ''}
                </Name>{' '}
                <span class="waits">
                  {gap.blockedBy.length > 0 && describeWaits(gap.blockedBy, nameOf, messages)}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Every practice below its target, in the order of the plan: those of now and next, and the rest folded. */
export function Gaps(props: SectionProps): JSX.Element {
  const { report } = props;
  const { messages } = props.context;
  const { shown, folded } = splitGaps(report);
  return (
    <Section
      id="gaps"
      title={messages['report.gaps']}
      about={
        report.gaps.length > 0 ? `${messages['report.gapsAbout']} ${messages['report.addsAbout']}` : undefined
      }
    >
      {report.gaps.length === 0 && <p>{describeNoGaps(report, messages)}</p>}
      {shown.length > 0 && <GapTable {...props} gaps={shown} />}
      {folded.length > 0 && (
        <details>
          <summary>{formatMessage(messages, 'report.moreGaps', { count: folded.length })}</summary>
          <GapTable {...props} gaps={folded} />
        </details>
      )}
    </Section>
  );
}
