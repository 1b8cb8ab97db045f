/** Links to the cards of questions, for the sections that rest on answers. */
import type { JSX } from 'preact';
import type { Move, PlannedMove, QuestionResult } from '#domain/types/report.ts';
import { listMoveQuestions } from '#render/report/cards.ts';
import { describeState } from '#render/report/wording/labels.ts';
import { Name, type SectionProps, getLanguage } from '#render/report/html/parts.tsx';
import { makeQuestionAnchor } from './anchors.ts';

/** Answers by their labels, each a link to its card. */
export function AnswerLinks({
  questions,
  context,
}: SectionProps & { readonly questions: readonly QuestionResult[] }): JSX.Element {
  const { messages } = context;
  const nameAnswer = ({ label, state }: QuestionResult): string => label ?? describeState(state, messages);
  return (
    <>
      {questions.map((question, index) => (
        <>
          {index > 0 && ', '}
          <a href={`#${makeQuestionAnchor(question.id)}`}>
            <Name lang={getLanguage(question.label ?? '', context)}>{nameAnswer(question)}</Name>
          </a>
        </>
      ))}
    </>
  );
}

/** The answers that a move rests on, each a link to its card. */
export function AnswersBehind({
  move,
  ...props
}: SectionProps & { readonly move: Move | PlannedMove }): JSX.Element | null {
  const questions = listMoveQuestions(move, props.report);
  if (questions.length === 0) return null;
  return (
    <p class="small behind">
      {props.context.messages['report.behind']}: <AnswerLinks {...props} questions={questions} />
    </p>
  );
}
