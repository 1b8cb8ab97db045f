import type { JSX } from 'preact';
import { formatMessage } from '#domain/messages.ts';
import type { Evidence, QuestionResult } from '#domain/types/report.ts';
import type { Card } from '#render/report/cards.ts';
import { describeAnswerLevel, describeKindOfEvidence, describeState } from '#render/report/wording/labels.ts';
import { describeReason, formatDate, makeLinkable } from '#render/report/wording/phrases.ts';
import { Name, Said, type SectionProps, getLanguage } from '#render/report/html/parts.tsx';
import { GapReading, HeardAnswers } from '#render/report/html/voices/heard.tsx';
import { makeMoveAnchor, makePracticeAnchor, makeQuestionAnchor } from './anchors.ts';

type CardProps = Pick<SectionProps, 'context'> & { readonly card: Card };

function EvidenceItem({
  evidence,
  context: { messages, isTechnical },
}: Pick<SectionProps, 'context'> & { readonly evidence: Evidence }): JSX.Element {
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
      {address !== undefined && (
        <>
          {' '}
          <a href={address} rel="noopener noreferrer nofollow">
            <Name>{address}</Name>
          </a>
        </>
      )}
      {ref !== undefined && address === undefined && isTechnical && (
        <>
          {' '}
          <code>{ref}</code>
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

/** The level as squares and in words with what the evidence supports; without a level, the reason. */
function Level({ card: { question }, context }: CardProps): JSX.Element {
  const { messages, model } = context;
  const { state, level, shownLevel, evidence = [] } = question;
  if (level === null)
    return (
      <span class="level">
        <b>{describeState(state, messages)}</b>
        {state === 'not-applicable' && <Name>{describeReason(question, model)}</Name>}
      </span>
    );
  return (
    <span class="level">
      <span class="pips" aria-hidden="true">
        {[1, 2, 3, 4].map((each) => (
          <span class={each <= level ? (each <= (shownLevel ?? 0) ? 'pip proven' : 'pip on') : 'pip'} />
        ))}
      </span>
      <b>
        <Name>{describeAnswerLevel(question, messages).join(', ')}</Name>
      </b>{' '}
      ·{' '}
      {shownLevel === null || evidence.length === 0
        ? messages['report.supportsNothing']
        : formatMessage(messages, 'report.supports', { level: shownLevel })}
    </span>
  );
}

/** What the card says below the question: the answer, the next level, evidence and note. */
function Body({ card: { question, isContradicted, heard }, context }: CardProps): JSX.Element {
  const { messages, isTechnical } = context;
  const { id, answer, next, evidence = [], note } = question;
  // The same note, with who wrote it.
  const isHeard = heard?.question.notes?.some((each) => each.note === note) === true;
  return (
    <>
      {answer !== null && (
        <p class="answer" dir="auto" lang={getLanguage(answer, context)}>
          {answer}
        </p>
      )}
      {heard !== undefined && <GapReading heard={heard} context={context} />}
      {isContradicted && (
        <p class="contradicted">
          <a href="#findings">{messages['report.contradicted']}</a>
        </p>
      )}
      {next !== undefined && (
        <p class="next" dir="auto">
          <b>{formatMessage(messages, 'report.toReach', { level: next.level })}:</b>{' '}
          <Name lang={getLanguage(next.means, context)}>{next.means}</Name>
        </p>
      )}
      {evidence.length > 0 && (
        <>
          <p class="label">{messages['report.evidence']}</p>
          <ul class="evidence">
            {evidence.map((piece) => (
              <EvidenceItem evidence={piece} context={context} />
            ))}
          </ul>
        </>
      )}
      {heard !== undefined && <HeardAnswers heard={heard} context={context} />}
      {note !== undefined && !isHeard && (
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
    </>
  );
}

/** Links from a card back to the row of its practice and to the move that concerns it. */
function Back({ card: { practice, move }, context: { messages } }: CardProps): JSX.Element {
  return (
    <p class="back">
      <a href={`#${makePracticeAnchor(practice.id)}`}>
        <Name>{practice.name}</Name>
      </a>
      {move !== undefined && (
        <>
          {' · '}
          <a href={`#${makeMoveAnchor(move.move)}`}>
            {formatMessage(messages, 'report.action', { number: move.number })}
          </a>
        </>
      )}
    </p>
  );
}

/** A question with its answer. One that needs no words is folded; in a PDF it then stays one line. */
export function QuestionCard({ card, context }: CardProps): JSX.Element {
  const { question, isFolded } = card;
  const { id, ask } = question;
  const asked = <Name lang={getLanguage(ask, context)}>{ask}</Name>;
  return (
    <article class="question" id={makeQuestionAnchor(id)} data-tags={getTags(question)}>
      {isFolded ? (
        <details data-line={context.paper === undefined ? undefined : ''}>
          <summary>
            <Level card={card} context={context} />
            <span class="ask">{asked}</span>
          </summary>
          <Body card={card} context={context} />
          <Back card={card} context={context} />
        </details>
      ) : (
        <>
          <Level card={card} context={context} />
          <h4>{asked}</h4>
          <Body card={card} context={context} />
          <Back card={card} context={context} />
        </>
      )}
    </article>
  );
}
