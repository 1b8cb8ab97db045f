import type { JSX } from 'preact';
import { describeBecause } from '#render/report/phrases.ts';
import { Name, Section, type SectionProps, getLanguage } from './parts.tsx';

/** Matching patterns, each with its reasons. */
export function Patterns({ report, context }: SectionProps): JSX.Element {
  const { messages } = context;
  return (
    <Section id="patterns" title={messages['report.patterns']}>
      {report.patterns.length === 0 && <p>{messages['report.noPatterns']}</p>}
      <div class="patterns">
        {report.patterns.map((pattern) => (
          <article class="card">
            <h3>
              <Name>{pattern.name}</Name>
            </h3>
            <p dir="auto" lang={getLanguage(pattern.means, context)}>
              {pattern.means}
            </p>
            <p dir="auto">
              <b>{messages['report.firstMove']}:</b>{' '}
              <Name lang={getLanguage(pattern.firstMove, context)}>{pattern.firstMove}</Name>
            </p>
            <p class="small">
              {messages['report.setOffBy']}:{' '}
              <Name>{pattern.because.map((each) => describeBecause(each, report, messages)).join('; ')}</Name>
            </p>
            {pattern.sources?.map((source) => (
              <p class="small">
                {messages['report.standsBehind']}: <Name lang={getLanguage(source, context)}>{source}</Name>
              </p>
            ))}
          </article>
        ))}
      </div>
    </Section>
  );
}
