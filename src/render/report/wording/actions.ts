/** The actions of the plan in a line each, and what an element lacks that is only claimed. */
import { addDaysTo } from '#domain/calendar.ts';
import { type Messages, formatMessage, joinNames } from '#domain/messages.ts';
import { isClaim } from '#domain/scoring/evidence.ts';
import type { ElementResult, Move, QuestionResult, ReportDocument } from '#domain/types/report.ts';
import { formatDay } from '#domain/format-day.ts';
import { makeNameLookup } from './phrases.ts';
import { listRecommendationFacts, writeDates } from './recommendations.ts';
import { getVerdict } from './verdicts.ts';

/** Days from the report until the first step of an action is done. */
export const firstStepDays = 30;

/** Most practices that are named where proof is lacking. */
const mostNamed = 3;

/** A line about an action. */
export interface ActionLine {
  /** Name of the element that the action works on. */
  readonly element: string;
  /** What to do and who does it, in sentences. */
  readonly act: string;
  /** The first step in a sentence. Only the first action has one. */
  readonly firstStep: string | undefined;
}

/** Returns a text that ends like a sentence. */
function endSentence(text: string): string {
  return /[.?!…]$/u.test(text) ? text : `${text}.`;
}

/** Joins the people whom the open questions of a move are for: `sellers and the sales leader`. */
function joinPeople({ ask = [] }: Move, messages: Messages): string {
  const people = ask.map(({ bestAnsweredBy }) => messages[`people.${bestAnsweredBy}`]);
  return joinNames([...new Set(people)], messages);
}

/** Says what a move asks for, in a sentence. */
export function describeTask(move: Move, messages: Messages): string {
  const { recommendation, name, ask = [], attach = [] } = move;
  if (recommendation !== undefined) return recommendation.do;
  switch (move.move) {
    case 'close':
      return formatMessage(messages, 'plan.closeTask', { name });
    case 'find-out':
      return formatMessage(messages, ask.length === 1 ? 'plan.findOutTaskOne' : 'plan.findOutTask', {
        people: joinPeople(move, messages),
        count: ask.length,
      });
    case 'prove':
      return attach[0] === undefined
        ? formatMessage(messages, 'plan.proveTask', { name })
        : formatMessage(messages, 'plan.proveTaskWith', { name, what: attach[0].what });
  }
}

/** Names who is responsible for a move. */
export function describeOwner({ recommendation }: Move, messages: Messages): string {
  return recommendation?.owner ?? messages['plan.usualOwner'];
}

/** Lists the details of a move with their labels: those of its recommendation or, without one, who does it by when. */
export function listMoveFacts(
  move: Move,
  asOf: string,
  messages: Messages,
): readonly (readonly [label: string, text: string])[] {
  if (move.recommendation !== undefined) return listRecommendationFacts(move.recommendation, asOf, messages);
  return [
    [messages['report.owner'], describeOwner(move, messages)],
    [messages['office.due'], formatDay(addDaysTo(asOf, firstStepDays), messages)],
  ];
}

/** Describes the actions of the plan, a line each. Only the first has its first step: the day is the same for all. */
export function listActions(report: ReportDocument, messages: Messages): readonly ActionLine[] {
  const getName = makeNameLookup(report);
  return report.plan.now.map((move, index) => ({
    element: getName(move.element),
    act: [
      endSentence(describeTask(move, messages)),
      endSentence(`${messages['report.owner']}: ${describeOwner(move, messages)}`),
    ].join(' '),
    firstStep:
      index === 0 && move.recommendation !== undefined
        ? formatMessage(messages, 'plan.firstStep', {
            step: writeDates(move.recommendation.days30, report.asOf, messages),
          })
        : undefined,
  }));
}

/** Lists the actions as texts without emphasis, the first one with its first step. */
export function listActionTexts(report: ReportDocument, messages: Messages): readonly string[] {
  return listActions(report, messages).map(({ element, act, firstStep }) => {
    const action = `${element}: ${act}`;
    return firstStep === undefined ? action : `${action} ${firstStep}`;
  });
}

/** Writes the title of the actions, with the day on which all first steps are due. */
export function writeActionsTitle({ plan, asOf }: ReportDocument, messages: Messages): string {
  const date = formatDay(addDaysTo(asOf, firstStepDays), messages);
  return formatMessage(messages, plan.now.length === 1 ? 'plan.actionsTitleOne' : 'plan.actionsTitle', {
    date,
  });
}

/** Whether an answer says more than its evidence supports. */
function lacksProof({ level, shownLevel }: QuestionResult): boolean {
  return level !== null && isClaim(level) && (shownLevel ?? 0) < level;
}

/** Says which proof each element lacks that is claimed but not proven, unless an action brings it. */
export function listMissingProofs({ elements, plan }: ReportDocument, messages: Messages): readonly string[] {
  const isProvedBy = ({ id }: ElementResult): boolean =>
    plan.now.some(({ move, element }) => move === 'prove' && element === id);
  return elements
    .filter((element) => getVerdict(element) === 'claimed' && !isProvedBy(element))
    .flatMap(({ name, practices }) => {
      const lacking = practices.filter(({ questions }) => questions.some(lacksProof));
      if (lacking.length === 0) return [];
      return [
        lacking.length > mostNamed
          ? formatMessage(messages, 'plan.lacksProofMany', { name, count: lacking.length })
          : formatMessage(messages, 'plan.lacksProof', {
              name,
              practices: joinNames(
                lacking.map((practice) => formatMessage(messages, 'plan.quoted', { name: practice.name })),
                messages,
              ),
            }),
      ];
    });
}
