import type { JSX } from 'preact';
import type { Voices } from '#domain/types/report.ts';
import { Name, type SectionProps } from '#render/report/html/parts.tsx';
import { listLeftOut } from '#render/report/voices/left-out.ts';
import { QuestionLinks } from './question-links.tsx';

/** Most questions that are listed: where nearly all are concerned, a list says no more than their number. */
const mostLinks = 10;

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
            {questions.length > 0 && questions.length <= mostLinks && (
              <QuestionLinks {...props} ids={questions} />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
