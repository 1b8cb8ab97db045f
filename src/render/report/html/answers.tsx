import type { JSX } from 'preact';
import { findQuestions } from '#domain/answers/not-known.ts';
import type { Evidence, QuestionResult } from '#domain/types/report.ts';
import { formatMessage } from '#domain/messages.ts';
import { describeAnswerLevel, describeKindOfEvidence, describeState } from '#render/report/wording/labels.ts';
import { formatDate, makeLinkable, describeReason } from '#render/report/wording/phrases.ts';
import { Name, Said, Section, type SectionProps, makeAnchor, getLanguage } from './parts.tsx';

function EvidenceItem({
  evidence,
  messages,
}: {
  readonly evidence: Evidence;
  readonly messages: SectionProps['context']['messages'];
}): JSX.Element {
  const { kind, what, ref, seenBy, stale } = evidence;
  const address = ref === undefined ? undefined : makeLinkable(ref);
  return (
    <li>
      <Name>{what}</Name>
      {' ('}
      {describeKindOfEvidence(kind, messages)}, {formatDate(evidence, messages)}
      {seenBy !== undefined && (
        <>
          {', '}
          <Name>{formatMessage(messages, 'report.seenBy', { name: seenBy })}</Name>
        </>
      )}
      {')'}
      {ref !== undefined && (
        <>
          {' '}
          {address === undefined ? (
            <code>{ref}</code>
          ) : (
            <a href={address} rel="noopener noreferrer nofollow">
              <Name>{ref}</Name>
            </a>
          )}
        </>
      )}
      {stale === true && <span class="chip">{messages['report.countsLess']}</span>}
    </li>
  );
}

/** Returns the filters that a question matches, for the script. */
function getTags({ state, level, shownLevel }: QuestionResult): string {
  return [
    ...(state === 'unknown' || state === 'unanswered' ? ['open'] : []),
    ...(level !== null && level <= 2 ? ['low'] : []),
    ...(level !== null && level > (shownLevel ?? 0) ? ['unproven'] : []),
  ].join(' ');
}

function Question({
  question,
  context,
}: Pick<SectionProps, 'context'> & { readonly question: QuestionResult }): JSX.Element {
  const { messages, model, isTechnical } = context;
  const { id, ask, state, level, shownLevel, answer, evidence, note } = question;
  const support =
    shownLevel === null || (evidence ?? []).length === 0
      ? messages['report.supportsNothing']
      : formatMessage(messages, 'report.supports', { level: shownLevel });
  return (
    <article class="question" id={makeAnchor(id)} data-tags={getTags(question)}>
      <p class="level">
        {level === null ? (
          <b>{describeState(state, messages)}</b>
        ) : (
          <>
            <span class="pips" aria-hidden="true">
              {[1, 2, 3, 4].map((each) => (
                <span class={each <= level ? (each <= (shownLevel ?? 0) ? 'pip proven' : 'pip on') : 'pip'} />
              ))}
            </span>
            <b>
              <Name>{describeAnswerLevel(question, messages).join(', ')}</Name>
            </b>{' '}
            · {support}
          </>
        )}
        {state === 'not-applicable' && (
          <>
            {': '}
            <Name>{describeReason(question, model)}</Name>
          </>
        )}
      </p>
      <h4>
        <Name lang={getLanguage(ask, context)}>{ask}</Name>
      </h4>
      {answer !== null && (
        <p class="answer" dir="auto" lang={getLanguage(answer, context)}>
          {answer}
        </p>
      )}
      {evidence !== undefined && evidence.length > 0 && (
        <>
          <p class="label">{messages['report.evidence']}</p>
          <ul class="evidence">
            {evidence.map((piece) => (
              <EvidenceItem evidence={piece} messages={messages} />
            ))}
          </ul>
        </>
      )}
      {note !== undefined && (
        <>
          <p class="label">{messages['report.note']}</p>
          <Said class="note">{note}</Said>
        </>
      )}
      {isTechnical && (
        <p class="id">
          <code>{id}</code>
        </p>
      )}
    </article>
  );
}

/** Every question with its answer, evidence and note. The script reveals the filters. */
export function Answers({ report, context }: SectionProps): JSX.Element {
  const { messages } = context;
  const count = findQuestions(report).length;
  return (
    <Section id="answers" title={messages['report.answers']}>
      <div class="tools" hidden>
        <span>
          <label for="filter">{messages['report.filter']}</label>{' '}
          <select id="filter">
            <option value="">{messages['report.filterAll']}</option>
            <option value="open">{messages['report.filterOpen']}</option>
            <option value="low">{messages['report.filterLow']}</option>
            <option value="unproven">{messages['report.filterUnproven']}</option>
          </select>
        </span>{' '}
        <span>
          <label for="search">{messages['report.search']}</label> <input id="search" type="search" />
        </span>{' '}
        <output id="matches" for="filter search" data-text={messages['report.matches']}>
          {formatMessage(messages, 'report.matches', { count, of: count })}
        </output>
      </div>
      {report.elements.map((element) => (
        <div class="element" data-group>
          <h3>
            <Name>{element.name}</Name>
          </h3>
          {element.practices
            .filter(({ questions }) => questions.length > 0)
            .map((practice) => (
              <div class="practice" data-group>
                <p class="practice-name">
                  <Name>{practice.name}</Name>
                </p>
                <div class="questions">
                  {practice.questions.map((question) => (
                    <Question question={question} context={context} />
                  ))}
                </div>
              </div>
            ))}
        </div>
      ))}
    </Section>
  );
}
