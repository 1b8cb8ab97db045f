import type { JSX } from 'preact';
import {
  type ReasonSentence,
  choosePatterns,
  listPatternReasons,
} from '#render/report/wording/pattern-phrases.ts';
import { makeCheckNamer } from '#render/report/wording/plain-text.ts';
import { makeCardsAnchor, makeQuestionAnchor } from './cards/anchors.ts';
import { findPractice } from '#render/report/cards.ts';
import { Name, Section, type SectionProps, getLanguage } from './parts.tsx';

/** A reason of a pattern. It leads to the cards that it rests on. */
function Reason({
  reason: { text, id },
  report,
}: Pick<SectionProps, 'report'> & { readonly reason: ReasonSentence }): JSX.Element {
  const practices = report.elements.flatMap((element) => element.practices);
  const isQuestion = practices.some(({ questions }) => questions.some((question) => question.id === id));
  const practice = findPractice(id, report);
  if (!isQuestion && practice === undefined) return <Name>{text}</Name>;
  return (
    <a href={`#${practice === undefined ? makeQuestionAnchor(id) : makeCardsAnchor(practice.id)}`}>
      <Name>{text}</Name>
    </a>
  );
}

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
                {messages['report.setOffBy']}:
                {listPatternReasons(pattern, report, messages, makeCheckNamer(context)).map((reason) => (
                  <>
                    {' '}
                    <Reason reason={reason} report={report} />
                  </>
                ))}
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
