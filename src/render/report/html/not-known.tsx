import type { JSX } from 'preact';
import { type PlacedQuestion, whatIsNotKnown } from '#domain/not-known.ts';
import { say } from '#domain/messages.ts';
import { wholeRange } from '#render/terminal/element-rows.ts';
import { kindInWords } from '#render/report/labels.ts';
import { percent } from '#render/report/numbers.ts';
import { dateInWords, reasonInWords } from '#render/report/phrases.ts';
import { Name, Section, type SectionProps, anchorOf } from './parts.tsx';

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
            <a href={`#${anchorOf(placed.question.id)}`}>
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

/** What the report cannot say, and how much that could change. */
export function Unknowns({ report, context: { words, model } }: SectionProps): JSX.Element {
  const known = whatIsNotKnown(report);
  const { summary } = report;
  const whole = wholeRange(known.range, words);
  const open = known.unknown.length + known.unanswered.length;
  return (
    <Section id="unknowns" title={words['report.unknowns']}>
      <ul class="statements">
        {known.coverage !== null && (
          <li>{say(words, 'report.coverage', { percent: percent(known.coverage) })}</li>
        )}
        {known.provisional && <li class="strong">{words['summary.provisional']}</li>}
        {summary.scope === 'quick' && (
          <li>{say(words, 'report.quickAbout', { asked: summary.asked, outOf: summary.outOf })}</li>
        )}
        {whole !== undefined && <li>{say(words, 'report.rangeAbout', whole)}</li>}
        {open === 0 && <li>{words['report.nothingUnknown']}</li>}
        {report.elements.map(({ name: element, range }) => {
          const ends = wholeRange(range, words);
          return ends !== undefined && <li>{say(words, 'report.rangeElement', { element, ...ends })}</li>;
        })}
        {!known.hasEvidence && <li>{words['report.noEvidence']}</li>}
        {known.unproven.length > 0 && (
          <li>{say(words, 'report.unproven', { count: known.unproven.length })}</li>
        )}
        {!known.hasSystem && <li>{words['report.noSystem']}</li>}
      </ul>
      <Questions title={words['report.dontKnow']} of={known.unknown} />
      <Questions title={words['report.leftOpen']} of={known.unanswered} />
      <Questions
        title={words['report.doesNotApply']}
        of={known.notApplicable}
        more={({ question }) => reasonInWords(question, model)}
      />
      {known.stale.length > 0 && (
        <>
          <h3>
            {words['report.stale']} ({known.stale.length})
          </h3>
          <p class="small">{words['report.staleAbout']}</p>
          <ul>
            {known.stale.map(({ practice, question, evidence }) => (
              <li>
                <a href={`#${anchorOf(question.id)}`}>
                  <Name>{practice.name}</Name>
                </a>
                {': '}
                <Name>{evidence.what}</Name>{' '}
                <span class="small">
                  ({kindInWords(evidence.kind, words)}, {dateInWords(evidence, words)})
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
