/** The actions of a plan as the rows of a tracker: who does what by when. */
import { addDaysTo } from '#domain/calendar.ts';
import type { Messages } from '#domain/messages.ts';
import type { Move, PlannedMove, ReportDocument } from '#domain/types/report.ts';
import { lastPlanDay, writeDates, writeDaysAfterStart } from '#render/report/wording/recommendations.ts';
import { describeOwner, describeTask, firstStepDays } from '#render/report/wording/actions.ts';
import { describeMove } from '#render/report/wording/labels.ts';
import { makeNameLookup } from '#render/report/wording/phrases.ts';

/** An action with its owner and dates. Texts are empty, and dates undefined, where the plan does not know them. */
export interface TrackedAction {
  /** Place in the plan, from 1: for a practice, that of its gap. */
  readonly number: number;
  /** Whether the action is for now, next or later, in words. */
  readonly when: string;
  readonly action: string;
  readonly firstStep: string;
  readonly owner: string;
  /** Day until which the first step is done, YYYY-MM-DD. */
  readonly firstStepBy: string | undefined;
  /** Day until which the action is done, YYYY-MM-DD. */
  readonly due: string | undefined;
  readonly practice: string;
  readonly element: string;
  readonly doneWhen: string;
  /** Practices that come first. */
  readonly after: string;
}

/** Returns a function that makes the row of an action of now. Days that its recommendation counts become dates. */
function makeTrackNow({ asOf }: ReportDocument, getName: (id: string) => string, messages: Messages) {
  return (move: Move, index: number): TrackedAction => {
    const { recommendation, ask = [], attach = [] } = move;
    const firstStepBy = addDaysTo(asOf, firstStepDays);
    const about = {
      number: index + 1,
      when: messages['report.first'],
      firstStepBy,
      practice: move.practice === null ? '' : move.name,
      element: getName(move.element),
      after: '',
    };
    if (recommendation !== undefined)
      return {
        ...about,
        action: recommendation.do,
        firstStep: writeDates(recommendation.days30, asOf, messages),
        owner: recommendation.owner,
        due: addDaysTo(asOf, lastPlanDay),
        doneWhen: writeDates(recommendation.evidenceOfDone, asOf, messages),
      };
    return {
      ...about,
      action: describeTask(move, messages),
      firstStep: [...ask.map((each) => each.ask), ...attach.map(({ what }) => what)].join('\n'),
      owner: describeOwner(move, messages),
      due: firstStepBy,
      doneWhen: '',
    };
  };
}

/** Lists all actions of the plan in order, numbered as in the report. Only those of now have dates. */
export function listTrackedActions(report: ReportDocument, messages: Messages): readonly TrackedAction[] {
  const { now, next, later } = report.plan;
  const getName = makeNameLookup(report);
  const track =
    (when: string, before: number) =>
    (move: PlannedMove, index: number): TrackedAction => {
      const advice = report.gaps.find(({ practice }) => practice === move.practice)?.recommendation;
      return {
        number: before + index + 1,
        when,
        action: move.do ?? `${describeMove(move.move, messages)}: ${move.name}`,
        firstStep: writeDaysAfterStart(advice?.days30 ?? '', messages),
        owner: advice?.owner ?? '',
        firstStepBy: undefined,
        due: undefined,
        practice: move.name,
        element: getName(move.element),
        doneWhen: writeDaysAfterStart(advice?.evidenceOfDone ?? '', messages),
        after: move.blockedBy.map(getName).join(', '),
      };
    };
  return [
    ...now.map(makeTrackNow(report, getName, messages)),
    ...next.map(track(messages['report.next'], now.length)),
    ...later.map(track(messages['office.later'], now.length + next.length)),
  ];
}
