import type { JSX } from 'preact';
import { findQuestions } from '#domain/answers/not-known.ts';
import { formatMessage } from '#domain/messages.ts';
import { makeQuestionAnchor } from '#render/report/html/cards/anchors.ts';
import { Name, type SectionProps, getLanguage } from '#render/report/html/parts.tsx';

/** Most questions that are listed unfolded. */
const mostShown = 4;

/** Questions by id, each as asked and a link to its card, after the name of its practice. Many are folded but for the first ones. */
export function QuestionLinks({
  ids,
  report,
  context,
}: Pick<SectionProps, 'report' | 'context'> & { readonly ids: readonly string[] }): JSX.Element {
  const wanted = new Set(ids);
  const found = findQuestions(report).filter(({ question }) => wanted.has(question.id));
  const list = (some: typeof found): JSX.Element => (
    <ul class="question-links">
      {some.map(({ question: { id, ask }, practice }) => (
        <li>
          <Name>{practice.name}</Name>:{' '}
          <a href={`#${makeQuestionAnchor(id)}`}>
            <Name lang={getLanguage(ask, context)}>{ask}</Name>
          </a>
        </li>
      ))}
    </ul>
  );
  // One more is not worth a fold.
  if (found.length <= mostShown + 1) return list(found);
  return (
    <>
      {list(found.slice(0, mostShown))}
      <details>
        <summary>
          {formatMessage(context.messages, 'report.moreGaps', { count: found.length - mostShown })}
        </summary>
        {list(found.slice(mostShown))}
      </details>
    </>
  );
}
