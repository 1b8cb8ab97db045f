import type { JSX } from 'preact';
import { describeWaits, makeNameLookup, describeNoGaps } from '#render/report/phrases.ts';
import { describeGain, formatWholeScore } from '#render/report/numbers.ts';
import { Name, Section, type SectionProps, getLanguage } from './parts.tsx';

/** Every practice below its target, in working order. The script makes the table sortable. */
export function Gaps({ report, context }: SectionProps): JSX.Element {
  const { words } = context;
  const nameOf = makeNameLookup(report);
  return (
    <Section
      id="gaps"
      title={words['report.gaps']}
      about={report.gaps.length > 0 ? `${words['report.gapsAbout']} ${words['report.addsAbout']}` : undefined}
    >
      {report.gaps.length === 0 ? (
        <p>{describeNoGaps(report, words)}</p>
      ) : (
        <div class="wide" role="group" aria-labelledby="gaps-title" tabIndex={0}>
          <table class="gaps" data-sort={words['report.sortBy']}>
            <thead>
              <tr>
                <th scope="col" data-number>
                  {words['report.rank']}
                </th>
                <th scope="col">{words['report.practice']}</th>
                <th scope="col">{words['report.element']}</th>
                <th scope="col" data-number>
                  {words['report.today']}
                </th>
                <th scope="col" data-number>
                  {words['report.target']}
                </th>
                <th scope="col" data-number>
                  {words['report.adds']}
                </th>
                <th scope="col">{words['report.recommendation']}</th>
              </tr>
            </thead>
            <tbody>
              {report.gaps.map((gap) => (
                <tr>
                  <td data-label={words['report.rank']} class="number">
                    {gap.rank}
                  </td>
                  <th scope="row">
                    <Name>{nameOf(gap.practice)}</Name>
                  </th>
                  <td data-label={words['report.element']}>
                    <Name>{nameOf(gap.element)}</Name>
                  </td>
                  <td data-label={words['report.today']} class="number">
                    {formatWholeScore(gap.score, words)}
                  </td>
                  <td data-label={words['report.target']} class="number">
                    {formatWholeScore(gap.target, words)}
                  </td>
                  <td data-label={words['report.adds']} class="number">
                    {describeGain(gap, report, words)}
                  </td>
                  <td data-label={words['report.recommendation']}>
                    <Name lang={getLanguage(gap.recommendation?.do ?? '', context)}>
                      {gap.recommendation?.do ?? ''}
                    </Name>{' '}
                    <span class="waits">
                      {gap.blockedBy.length > 0 && describeWaits(gap.blockedBy, nameOf, words)}
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
