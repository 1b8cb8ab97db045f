/** Links to the cards of questions, for the sections that rest on answers. */
import type { JSX } from 'preact';
import type { Move, PlannedMove, QuestionResult } from '#domain/types/report.ts';
import { listMoveQuestions } from '#render/report/cards.ts';
import { describeState } from '#render/report/wording/labels.ts';
import { Name, type SectionProps, getLanguage } from '#render/report/html/parts.tsx';
import { makeQuestionAnchor } from './anchors.ts';

/** The answers that a move rests on, each a link to its card. */
export function AnswersBehind({
  move,
  report,
  context,
}: SectionProps & { readonly move: Move | PlannedMove }): JSX.Element | null {
  const { messages } = context;
  const questions = listMoveQuestions(move, report);
  if (questions.length === 0) return null;
  const nameAnswer = ({ label, state }: QuestionResult): string => label ?? describeState(state, messages);
  return (
    <p class="small behind">
      {messages['report.behind']}:{' '}
      {questions.map((question, index) => (
        <>
          {index > 0 && ', '}
          <a href={`#${makeQuestionAnchor(question.id)}`}>
            <Name lang={getLanguage(question.label ?? '', context)}>{nameAnswer(question)}</Name>
          </a>
        </>
      ))}
    </p>
  );
}
