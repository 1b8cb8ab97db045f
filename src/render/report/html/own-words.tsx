import type { JSX } from 'preact';
import { Facts, Said, Section, type SectionProps } from './parts.tsx';

/** What the respondent said in their own words, unedited: before the questions, after them, and at the end. */
export function OwnWords({ report, context: { words } }: SectionProps): JSX.Element | null {
  const { opening, closing, context } = report;
  const quotes = [
    [words['report.before'], opening?.first, words['opening.question']],
    [words['report.after'], opening?.again, words['opening.question']],
    [words['report.closing'], closing, words['closing.question']],
  ] as const;
  const given = quotes.filter(([, text]) => text !== undefined && text.trim() !== '');
  if (given.length === 0 && context === undefined) return null;
  return (
    <Section id="own-words" title={words['report.ownWords']}>
      {given.map(([label, text = '', question]) => (
        <figure class="quote">
          <figcaption>
            {label}: <i>{question}</i>
          </figcaption>
          <blockquote>
            <Said>{text}</Said>
          </blockquote>
        </figure>
      ))}
      {context !== undefined && (
        <>
          <h3>{words['report.context']}</h3>
          <Facts
            of={[
              [
                words['report.contextSellers'],
                context.sellers === undefined ? undefined : String(context.sellers),
              ],
              [words['report.contextSpread'], context.spread],
              [words['report.contextRevenue'], context.baseline?.revenue],
              [words['report.contextProfit'], context.baseline?.profit],
              [words['report.contextShare'], context.baseline?.share],
            ]}
          />
        </>
      )}
    </Section>
  );
}
