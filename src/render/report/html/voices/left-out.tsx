import type { JSX } from 'preact';
import type { Voices } from '#domain/types/report.ts';
import { Name, type SectionProps } from '#render/report/html/parts.tsx';
import { listLeftOut } from '#render/report/voices/left-out.ts';
import { QuestionLinks } from './question-links.tsx';

/** What is left out of the answers of sellers, and why. */
export function LeftOut({ voices, ...props }: SectionProps & { readonly voices: Voices }): JSX.Element {
  const { messages } = props.context;
  return (
    <>
      <h3>{messages['voices.leftOut']}</h3>
      <ul>
        {listLeftOut(voices, messages).map(({ text, questions }) => (
          <li>
            <Name>{text}</Name>
            {questions.length > 0 && <QuestionLinks {...props} ids={questions} />}
          </li>
        ))}
      </ul>
    </>
  );
}
