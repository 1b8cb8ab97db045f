import type { JSX } from 'preact';
import { type PlacedQuestion, listUnknowns } from '#domain/answers/not-known.ts';
import { formatMessage } from '#domain/messages.ts';
import { formatWholeRange } from '#render/terminal/element-rows.ts';
import { describeKindOfEvidence } from '#render/report/wording/labels.ts';
import { formatPercent } from '#render/report/wording/numbers.ts';
import { formatDate, describeReason } from '#render/report/wording/phrases.ts';
import { makeQuestionAnchor } from './cards/anchors.ts';
import { Name, Section, type SectionProps } from './parts.tsx';

function Questions({
  title,
  of,
  more,
}: {
  readonly title: string;
  readonly of: readonly PlacedQuestion[];
  readonly more?: (question: PlacedQuestion) => string;
}): JSX.Element | null {
  if (of.length === 0) return null;
  return (
    <>
      <h3>
        {title} ({of.length})
      </h3>
      <ul>
        {of.map((placed) => (
          <li>
            <a href={`#${makeQuestionAnchor(placed.question.id)}`}>
              <Name>{placed.practice.name}</Name>
            </a>
            {': '}
            <Name>{placed.question.ask}</Name>
            {more !== undefined && (
              <>
                {' '}
                <span class="small">
                  <Name>{more(placed)}</Name>
                </span>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What is unknown, and how much it could change the result. */
export function Unknowns({ report, context: { messages, model } }: SectionProps): JSX.Element {
  const known = listUnknowns(report);
  const { summary } = report;
  const whole = formatWholeRange(known.range, messages);
  const open = known.unknown.length + known.unanswered.length;
  return (
    <Section id="unknowns" title={messages['report.unknowns']}>
      <ul class="statements">
        {known.coverage !== null && (
          <li>
            {formatMessage(messages, 'report.coverage', { percent: formatPercent(known.coverage, messages) })}
          </li>
        )}
        {known.provisional && <li class="strong">{messages['summary.provisional']}</li>}
        {summary.scope === 'quick' && (
          <li>
            {formatMessage(messages, 'report.quickAbout', { asked: summary.asked, outOf: summary.outOf })}
          </li>
        )}
        {whole !== undefined && <li>{formatMessage(messages, 'report.rangeAbout', whole)}</li>}
        {open === 0 && <li>{messages['report.nothingUnknown']}</li>}
        {report.elements.map(({ name: element, range }) => {
          const ends = formatWholeRange(range, messages);
          return (
            ends !== undefined && (
              <li>{formatMessage(messages, 'report.rangeElement', { element, ...ends })}</li>
            )
          );
        })}
        {!known.hasEvidence && <li>{messages['report.noEvidence']}</li>}
        {known.unproven.length > 0 && (
          <li>{formatMessage(messages, 'report.unproven', { count: known.unproven.length })}</li>
        )}
        {!known.hasSystem && <li>{messages['report.noSystem']}</li>}
      </ul>
      <Questions title={messages['report.dontKnow']} of={known.unknown} />
      <Questions title={messages['report.leftOpen']} of={known.unanswered} />
      <Questions
        title={messages['report.doesNotApply']}
        of={known.notApplicable}
        more={({ question }) => describeReason(question, model)}
      />
      {known.stale.length > 0 && (
        <>
          <h3>
            {messages['report.stale']} ({known.stale.length})
          </h3>
          <p class="small">{messages['report.staleAbout']}</p>
          <ul>
            {known.stale.map(({ practice, question, evidence }) => (
              <li>
                <a href={`#${makeQuestionAnchor(question.id)}`}>
                  <Name>{practice.name}</Name>
                </a>
                {': '}
                <Name>{evidence.what}</Name>{' '}
                <span class="small">
                  ({describeKindOfEvidence(evidence.kind, messages)}, {formatDate(evidence, messages)})
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
