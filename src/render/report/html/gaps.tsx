import type { JSX } from 'preact';
import { describeWaits, makeNameLookup, describeNoGaps } from '#render/report/phrases.ts';
import { describeGain, formatWholeScore } from '#render/report/numbers.ts';
import { Name, Section, type SectionProps, getLanguage } from './parts.tsx';

/** Every practice below its target, in working order. The script makes the table sortable. */
export function Gaps({ report, context }: SectionProps): JSX.Element {
  const { messages } = context;
  const nameOf = makeNameLookup(report);
  return (
    <Section
      id="gaps"
      title={messages['report.gaps']}
      about={
        report.gaps.length > 0 ? `${messages['report.gapsAbout']} ${messages['report.addsAbout']}` : undefined
      }
    >
      {report.gaps.length === 0 ? (
        <p>{describeNoGaps(report, messages)}</p>
      ) : (
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
              {report.gaps.map((gap) => (
                <tr>
                  <td data-label={messages['report.rank']} class="number">
                    {gap.rank}
                  </td>
                  <th scope="row">
                    <Name>{nameOf(gap.practice)}</Name>
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
      )}
    </Section>
  );
}
