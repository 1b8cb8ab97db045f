import type { JSX } from 'preact';
import { becauseInWords } from '#render/report/view.ts';
import { Name, Section, type SectionProps } from './parts.tsx';

/** Named diagnoses, each with what set it off. */
export function Patterns({ report, context: { words } }: SectionProps): JSX.Element {
  return (
    <Section id="patterns" title={words['report.patterns']}>
      {report.patterns.length === 0 && <p>{words['report.noPatterns']}</p>}
      <div class="patterns">
        {report.patterns.map((pattern) => (
          <article class="card">
            <h3>
              <Name>{pattern.name}</Name>
            </h3>
            <p dir="auto">{pattern.means}</p>
            <p dir="auto">
              <b>{words['report.firstMove']}:</b> <Name>{pattern.firstMove}</Name>
            </p>
            <p class="small">
              {words['report.setOffBy']}:{' '}
              <Name>{pattern.because.map((each) => becauseInWords(each, report, words)).join('; ')}</Name>
            </p>
            {pattern.sources?.map((source) => (
              <p class="small">
                {words['report.standsBehind']}: <Name>{source}</Name>
              </p>
            ))}
          </article>
        ))}
      </div>
    </Section>
  );
}
