import type { JSX } from 'preact';
import { hasOwnWords } from '#render/report/html/own-words.tsx';
import type { SectionProps } from '#render/report/html/parts.tsx';
import { listBreakdownEntries } from '#render/report/html/scores/breakdown.tsx';

/** Links to the sections of the whole report. Browsers cannot print the page of a link, so there are no page numbers. */
export function Contents(props: SectionProps): JSX.Element {
  const { messages } = props.context;
  const entries = [
    ['elements', messages['report.elements']],
    ['first', messages['summary.do']],
    ...(props.report.voices === undefined ? [] : [['perception', messages['voices.title']] as const]),
    ['patterns', messages['report.patterns']],
    ...listBreakdownEntries(props.report, messages),
    ['practices', messages['report.practices']],
    ...(hasOwnWords(props) ? [['own-words', messages['report.ownWords']] as const] : []),
    ['unknowns', messages['report.unknowns']],
    ['gaps', messages['report.gaps']],
    ['answers', messages['report.answers']],
    ['respondents', messages['report.respondents']],
    ['method', messages['report.method']],
    ['findings', messages['report.findings']],
  ] as const;
  return (
    <nav class="contents" aria-label={messages['report.contents']}>
      <p class="contents-title">{messages['report.contents']}</p>
      <ol>
        {entries.map(([id, name]) => (
          <li>
            <a href={`#${id}`}>{name}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
