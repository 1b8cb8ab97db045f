import type { JSX } from 'preact';
import {
  type ReasonSentence,
  choosePatterns,
  listPatternPractices,
  listPatternReasons,
} from '#render/report/wording/pattern-phrases.ts';
import { makeCheckNamer } from '#render/report/wording/plain-text.ts';
import { makeCardsAnchor, makeMoveAnchor, makeQuestionAnchor } from './cards/anchors.ts';
import type { Messages } from '#domain/messages.ts';
import type { Pattern } from '#domain/types/report.ts';
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

/** The practices of a pattern that are in the plan, each a link to its move or, for later ones, to its cards. */
function InPlan({
  pattern,
  report,
  messages,
}: Pick<SectionProps, 'report'> & {
  readonly pattern: Pattern;
  readonly messages: Messages;
}): JSX.Element | null {
  const practices = listPatternPractices(pattern, report, messages);
  if (practices.length === 0) return null;
  const moves = [...report.plan.now, ...report.plan.next];
  return (
    <p class="small">
      {messages['report.inPlan']}:{' '}
      {practices.map(({ id, text }, index) => {
        const move = moves.find(({ practice }) => practice === id);
        return (
          <>
            {index > 0 && ', '}
            <a href={`#${move === undefined ? makeCardsAnchor(id) : makeMoveAnchor(move)}`}>
              <Name>{text}</Name>
            </a>
          </>
        );
      })}
    </p>
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
            <InPlan pattern={pattern} report={report} messages={messages} />
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
