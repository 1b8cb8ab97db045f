import type { JSX } from 'preact';
import { findQuestions } from '#domain/answers/not-known.ts';
import { makeQuestionAnchor } from '#render/report/html/cards/anchors.ts';
import { Name, type SectionProps, getLanguage } from '#render/report/html/parts.tsx';

/** Questions by id, each as asked and a link to its card, after the name of its practice. */
export function QuestionLinks({
  ids,
  report,
  context,
}: Pick<SectionProps, 'report' | 'context'> & { readonly ids: readonly string[] }): JSX.Element {
  const wanted = new Set(ids);
  return (
    <ul class="question-links">
      {findQuestions(report)
        .filter(({ question }) => wanted.has(question.id))
        .map(({ question: { id, ask }, practice }) => (
          <li>
            <Name>{practice.name}</Name>:{' '}
            <a href={`#${makeQuestionAnchor(id)}`}>
              <Name lang={getLanguage(ask, context)}>{ask}</Name>
            </a>
          </li>
        ))}
    </ul>
  );
}
