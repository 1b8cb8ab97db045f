import type { JSX } from 'preact';
import { choosePatterns, listPatternReasons } from '#render/report/wording/pattern-phrases.ts';
import { makeCheckNamer } from '#render/report/wording/plain-text.ts';
import { Name, Section, type SectionProps, getLanguage } from './parts.tsx';

/** Matching patterns, each with its reasons. */
export function Patterns({ report, context }: SectionProps): JSX.Element {
  const { messages } = context;
  const { shown, rest } = choosePatterns(report, messages);
  return (
    <Section id="patterns" title={messages['report.patterns']}>
      {report.patterns.length === 0 && <p>{messages['report.noPatterns']}</p>}
      <div class="patterns">
        {shown.map((pattern) => (
          <article class="card">
            <h3>
              <Name>{pattern.name}</Name>
            </h3>
            <p dir="auto" lang={getLanguage(pattern.means, context)}>
              {pattern.means}
            </p>
            {pattern.because.length > 0 && (
              <p class="small">
                {messages['report.setOffBy']}:{' '}
                <Name>
                  {listPatternReasons(pattern, report, messages, makeCheckNamer(context)).join(' ')}
                </Name>
              </p>
            )}
            {pattern.firstMove !== undefined && (
              <p dir="auto">
                <b>{messages['report.firstMove']}:</b>{' '}
                <Name lang={getLanguage(pattern.firstMove, context)}>{pattern.firstMove}</Name>
              </p>
            )}
            {pattern.sources?.map((source) => (
              <p class="small">
                {messages['report.standsBehind']}: <Name lang={getLanguage(source, context)}>{source}</Name>
              </p>
            ))}
          </article>
        ))}
      </div>
      {rest !== undefined && (
        <p class="small">
          <Name>{rest}</Name>
        </p>
      )}
    </Section>
  );
}
