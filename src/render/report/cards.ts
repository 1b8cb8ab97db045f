/** The cards of the questions: which need no more than a line, and what leads to them and back. */
import { type PlacedQuestion, listUnknowns } from '#domain/answers/not-known.ts';
import { isClaim } from '#domain/scoring/evidence.ts';
import type {
  ElementResult,
  Gap,
  Move,
  PlannedMove,
  PracticeResult,
  QuestionResult,
  QuestionVoices,
  ReportDocument,
  Voices,
} from '#domain/types/report.ts';
import { hasText } from './wording/own-words.ts';

/** A move with its number in the plan, from 1. */
export interface NumberedMove {
  readonly number: number;
  readonly move: Move | PlannedMove;
}

/** A question with everything that its card needs to be understood alone. */
export interface Card extends PlacedQuestion {
  /** Whether a check found that the declared system contradicts the answer. */
  readonly isContradicted: boolean;
  /** Whether nothing has to be said: a high level without a note, a lower place, a contradiction or weak evidence. */
  readonly isFolded: boolean;
  /** The move that concerns the question; undefined without one. */
  readonly move: NumberedMove | undefined;
  /** What several respondents answered; undefined in a report of one. */
  readonly heard: Heard | undefined;
}

/** What several respondents answered to a question. */
export interface Heard {
  readonly question: QuestionVoices;
  readonly voices: Voices;
}

/** Lists the moves of now and next with their numbers. A page shows no others as moves. */
function numberMoves({ plan }: ReportDocument): readonly NumberedMove[] {
  return [...plan.now, ...plan.next].map((move, index) => ({ number: index + 1, move }));
}

/** Returns the ids of the questions whose answers a check of the declared system contradicts. */
function findContradicted({ findings }: ReportDocument): ReadonlySet<string> {
  return new Set(
    findings
      .filter(({ check }) => check === 'answers/contradicts-system')
      .map(({ path = '' }) => path.split('/')[2] ?? ''),
  );
}

/** Whether what several respondents answered needs words: they differ, or named places or reasons. */
function needsWords({ question: { gapReading, byRole, lowest, dissent, notes } }: Heard): boolean {
  return (
    gapReading === 'talk' ||
    gapReading === 'disputed' ||
    Object.values(byRole).some((cell) => cell?.agreement?.reading === 'split') ||
    lowest !== undefined ||
    dissent !== undefined ||
    notes !== undefined
  );
}

/** Returns a function that makes the card of a question of an element. */
export function makeCardMaker(
  report: ReportDocument,
): (placed: PlacedQuestion, element: ElementResult) => Card {
  const contradicted = findContradicted(report);
  const { unproven, stale } = listUnknowns(report);
  const weak = new Set([...unproven, ...stale].map(({ question }) => question.id));
  const moves = numberMoves(report);
  const { voices } = report;
  return ({ question, practice }, element) => {
    const { id, level, note, lowest } = question;
    const isContradicted = contradicted.has(id);
    const said = voices?.questions.find((each) => each.id === id);
    const heard = voices === undefined || said === undefined ? undefined : { question: said, voices };
    return {
      question,
      practice,
      isContradicted,
      isFolded:
        isClaim(level) &&
        !hasText(note) &&
        lowest === undefined &&
        !isContradicted &&
        !weak.has(id) &&
        (heard === undefined || !needsWords(heard)),
      heard,
      move: moves.find(({ move }) =>
        move.practice === null ? move.element === element.id : move.practice === practice.id,
      ),
    };
  };
}

/** Lists the questions with some ids, in report order. */
function selectQuestions(
  { elements }: ReportDocument,
  ids: readonly { readonly question: string }[],
): readonly QuestionResult[] {
  const wanted = new Set(ids.map(({ question }) => question));
  return elements
    .flatMap(({ practices }) => practices.flatMap(({ questions }) => questions))
    .filter(({ id }) => wanted.has(id));
}

/** Lists the questions whose answers make a gap. */
export function listGapQuestions({ drivers }: Gap, report: ReportDocument): readonly QuestionResult[] {
  return selectQuestions(report, drivers);
}

/** Lists the questions that a move rests on: what drives the gap, has to be found out or lacks evidence. */
export function listMoveQuestions(
  move: Move | PlannedMove,
  report: ReportDocument,
): readonly QuestionResult[] {
  const { ask = [], attach = [] } = 'because' in move ? move : {};
  const drivers = report.gaps.find(({ practice }) => practice === move.practice)?.drivers ?? [];
  return selectQuestions(report, [...drivers, ...ask, ...attach]);
}

/** Returns the practice that an id of a report names, or the first one with questions of the block or the element. */
export function findPractice(id: string, { elements }: ReportDocument): PracticeResult | undefined {
  const placed = elements.flatMap((element) =>
    element.practices
      .filter(({ questions }) => questions.length > 0)
      .map((practice) => ({ element, practice })),
  );
  return (
    placed.find(({ practice }) => practice.id === id) ??
    placed.find(({ element, practice }) => `${element.id}.${practice.block ?? ''}` === id) ??
    placed.find(({ element }) => element.id === id)
  )?.practice;
}
