/**
 * The range that each date of a document has to lie in, by what the date means. All dates of answers and declared
 * systems are listed here, so that every command judges them alike.
 */
import { isOlderThan } from './calendar.ts';
import type { AnswersDocument, Evidence } from './types/answers.ts';
import type { SystemDocument } from './types/sales-system.ts';

/** What a date means: something that happened, a deadline, something past or planned, or the end of a waiver. */
type Meaning = 'happened' | 'deadline' | 'past-or-planned' | 'waiver';

/** Why a date cannot be right: the day has not come yet, or it is too long ago or too far ahead; or it has passed. */
type DateFault = 'not-yet' | 'too-long-ago' | 'too-far-ahead' | 'passed';

/** The oldest date that is not taken for a typing error. */
const longestPast = 'P100Y';

/** A date of another time zone can be a day ahead. */
const timeZones = 'P1D';

/** How far ahead a date may be, by its meaning. */
const ahead: Readonly<Record<Meaning, string>> = {
  happened: timeZones,
  deadline: 'P10Y',
  'past-or-planned': 'P10Y',
  waiver: 'P2Y',
};

/** A date in a document. */
export interface DatedKey {
  readonly path: readonly (string | number)[];
  readonly date: string;
  readonly meaning: Meaning;
}

/** Formats how far ahead a date may be, in words. */
export function describeFurthest(meaning: Meaning): string {
  return `${ahead[meaning].slice(1, -1)} years`;
}

/** Returns why a date is outside the range of its meaning; undefined if it is inside. */
export function findDateFault(date: string, meaning: Meaning, asOf: string): DateFault | undefined {
  if (isOlderThan(date, longestPast, asOf)) return 'too-long-ago';
  if (meaning === 'deadline' && date < asOf) return 'passed';
  if (!isOlderThan(asOf, ahead[meaning], date)) return undefined;
  return meaning === 'happened' ? 'not-yet' : 'too-far-ahead';
}

/** Returns the date of something that happened; undefined if there is none, or if that day cannot be right. */
export function getPastDate(date: string | undefined, asOf: string): string | undefined {
  return date !== undefined && findDateFault(date, 'happened', asOf) === undefined ? date : undefined;
}

/** Adds the path and the meaning to a date, if there is one. */
function at(date: string | undefined, meaning: Meaning, ...path: DatedKey['path']): DatedKey[] {
  return date === undefined ? [] : [{ path, date, meaning }];
}

/** Lists every date in answers, in the order of the schema. */
export function listAnswersDates({ startedOn, answers }: AnswersDocument): readonly DatedKey[] {
  return [
    ...at(startedOn, 'happened', 'startedOn'),
    ...Object.entries(answers).flatMap(([id, { answeredOn, evidence = [] }]) => [
      ...evidence.flatMap(({ date }: Evidence, index) =>
        at(date, 'happened', 'answers', id, 'evidence', index, 'date'),
      ),
      ...at(answeredOn, 'happened', 'answers', id, 'answeredOn'),
    ]),
  ];
}

function listMeasurementDates({ execution }: SystemDocument): DatedKey[] {
  const { goal, segments = [] } = execution?.measurement ?? {};
  const path = ['execution', 'measurement'];
  return [
    ...at(goal?.due, 'deadline', ...path, 'goal', 'due'),
    ...segments.flatMap(({ leads = [] }, segment) =>
      leads.flatMap(({ since, status }, lead) => {
        const meaning = status === 'planned' ? 'past-or-planned' : 'happened';
        return at(since, meaning, ...path, 'segments', segment, 'leads', lead, 'since');
      }),
    ),
  ];
}

function listLeadershipDates({ execution }: SystemDocument): DatedKey[] {
  const { changes = [], initiatives = [] } = execution?.leadership ?? {};
  const path = ['execution', 'leadership'];
  return [
    ...changes.flatMap(({ date }, index) => at(date, 'past-or-planned', ...path, 'changes', index, 'date')),
    ...initiatives.flatMap(({ start, end }, index) => [
      ...at(start, 'past-or-planned', ...path, 'initiatives', index, 'start'),
      ...at(end, 'past-or-planned', ...path, 'initiatives', index, 'end'),
    ]),
  ];
}

/** Lists every date in a declared system, in the order of the schema. */
export function listSystemDates(system: SystemDocument): readonly DatedKey[] {
  const { reviewedOn, philosophy, process, method, execution, waivers = [] } = system;
  return [
    ...at(reviewedOn, 'happened', 'reviewedOn'),
    ...at(philosophy?.purpose?.askedSellersOn, 'happened', 'philosophy', 'purpose', 'askedSellersOn'),
    ...(process?.changes ?? []).flatMap(({ date }, index) =>
      at(date, 'past-or-planned', 'process', 'changes', index, 'date'),
    ),
    ...at(method?.since, 'happened', 'method', 'since'),
    ...(method?.replaced ?? []).flatMap(({ on }, index) =>
      at(on, 'happened', 'method', 'replaced', index, 'on'),
    ),
    ...(method?.insights ?? []).flatMap((insight, index) =>
      at(insight.reviewedOn, 'happened', 'method', 'insights', index, 'reviewedOn'),
    ),
    ...listMeasurementDates(system),
    ...listLeadershipDates(system),
    ...(execution?.coaching?.playbooks ?? []).flatMap((playbook, index) =>
      at(playbook.reviewedOn, 'happened', 'execution', 'coaching', 'playbooks', index, 'reviewedOn'),
    ),
    ...waivers.flatMap(({ until }, index) => at(until, 'waiver', 'waivers', index, 'until')),
  ];
}

/** Returns the last day, up to `asOf`, on which something in a document happened; `asOf` if there is none. */
export function findLastDay(dates: readonly DatedKey[], asOf: string): string {
  const past = dates.filter(({ date, meaning }) => meaning === 'happened' && date <= asOf);
  return (
    past
      .map(({ date }) => date)
      .toSorted()
      .at(-1) ?? asOf
  );
}
