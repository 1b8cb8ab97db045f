import type { JSX } from 'preact';
import type { Voices } from '#domain/types/report.ts';
import { Name, type SectionProps, getLanguage } from '#render/report/html/parts.tsx';
import { QuestionLinks } from './question-links.tsx';

/** The readings that apply: what each means, the first move, and its questions. */
export function Readings({
  voices,
  ...props
}: SectionProps & { readonly voices: Voices }): JSX.Element | null {
  const { context } = props;
  const { messages } = context;
  if (voices.readings.length === 0) return null;
  return (
    <>
      <h3>{messages['voices.readings']}</h3>
      <div class="patterns">
        {voices.readings.map(({ name, means, firstMove, questions }) => (
          <article class="card">
            <h4>
              <Name lang={getLanguage(name, context)}>{name}</Name>
            </h4>
            <p dir="auto" lang={getLanguage(means, context)}>
              {means}
            </p>
            <p dir="auto">
              <b>{messages['report.firstMove']}:</b>{' '}
              <Name lang={getLanguage(firstMove, context)}>{firstMove}</Name>
            </p>
            <p class="label">{messages['voices.readingHolds']}</p>
            <QuestionLinks {...props} ids={questions} />
          </article>
        ))}
      </div>
    </>
  );
}
