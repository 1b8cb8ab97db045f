/**
 * The range that each date of a document has to lie in, by what the date means. All dates of answers, declared systems
 * and reports are listed here, so that every command judges them alike. They are judged by the day that the run speaks
 * for, which has a range of its own.
 */
import { isDate, isOlderThan } from './calendar.ts';
import type { AnswersDocument, Evidence } from './types/answers.ts';
import type { ReportDocument } from './types/report.ts';
import type { SystemDocument } from './types/sales-system.ts';

/** What a date means: something that happened, a deadline, something past or planned, or the end of a waiver. */
type Meaning = 'happened' | 'deadline' | 'past-or-planned' | 'waiver';

/** Why a date cannot be right: the day has not come yet, or it is too long ago or too far ahead; or it has passed. */
type DateFault = 'not-yet' | 'too-long-ago' | 'too-far-ahead' | 'passed';

/** The oldest date that does not count as a typing error. */
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

/**
 * The days that a run or a report can speak for. Nothing that is earlier was audited with this tool, and what is later
 * is a typing error. The bounds are fixed, because the same inputs give the same result on every day. The schema of
 * the report has them too.
 */
const spokenFor = { first: '2000-01-01', last: '2099-12-31' } as const;

/** Describes what is wrong with the day that a run speaks for, after its name; undefined if nothing is. */
export function describeDayFault(asOf: unknown): string | undefined {
  if (typeof asOf !== 'string' || !isDate(asOf))
    return `takes a date that exists, as YYYY-MM-DD, not ${JSON.stringify(asOf)}`;
  const { first, last } = spokenFor;
  if (asOf >= first && asOf <= last) return undefined;
  return `takes a day from ${first} to ${last}, not ${asOf}: every other date is judged by it`;
}

/** Throws a RangeError unless `asOf` is a day that a run can speak for, as YYYY-MM-DD. */
export function requireDay(asOf: string): void {
  const fault = describeDayFault(asOf);
  if (fault !== undefined) throw new RangeError(`asOf ${fault}.`);
}

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
function listDate(date: string | undefined, meaning: Meaning, ...path: DatedKey['path']): DatedKey[] {
  return date === undefined ? [] : [{ path, date, meaning }];
}

/** Lists every date in answers, in the order of the schema. */
export function listAnswersDates({ agreed, startedOn, answers }: AnswersDocument): readonly DatedKey[] {
  return [
    ...listDate(agreed?.on, 'happened', 'agreed', 'on'),
    ...listDate(startedOn, 'happened', 'startedOn'),
    ...Object.entries(answers).flatMap(([id, { answeredOn, evidence = [] }]) => [
      ...evidence.flatMap(({ date }: Evidence, index) =>
        listDate(date, 'happened', 'answers', id, 'evidence', index, 'date'),
      ),
      ...listDate(answeredOn, 'happened', 'answers', id, 'answeredOn'),
    ]),
  ];
}

function listMeasurementDates({ execution }: SystemDocument): DatedKey[] {
  const { goal, segments = [] } = execution?.measurement ?? {};
  const path = ['execution', 'measurement'];
  return [
    ...listDate(goal?.due, 'deadline', ...path, 'goal', 'due'),
    ...segments.flatMap(({ leads = [] }, segment) =>
      leads.flatMap(({ since, status }, lead) => {
        const meaning = status === 'planned' ? 'past-or-planned' : 'happened';
        return listDate(since, meaning, ...path, 'segments', segment, 'leads', lead, 'since');
      }),
    ),
  ];
}

function listLeadershipDates({ execution }: SystemDocument): DatedKey[] {
  const { changes = [], initiatives = [] } = execution?.leadership ?? {};
  const path = ['execution', 'leadership'];
  return [
    ...changes.flatMap(({ date }, index) =>
      listDate(date, 'past-or-planned', ...path, 'changes', index, 'date'),
    ),
    ...initiatives.flatMap(({ start, end }, index) => [
      ...listDate(start, 'past-or-planned', ...path, 'initiatives', index, 'start'),
      ...listDate(end, 'past-or-planned', ...path, 'initiatives', index, 'end'),
    ]),
  ];
}

/** Lists every date in a declared system, in the order of the schema. */
export function listSystemDates(system: SystemDocument): readonly DatedKey[] {
  const { reviewedOn, philosophy, process, method, execution, waivers = [] } = system;
  return [
    ...listDate(reviewedOn, 'happened', 'reviewedOn'),
    ...listDate(philosophy?.purpose?.askedSellersOn, 'happened', 'philosophy', 'purpose', 'askedSellersOn'),
    ...(process?.changes ?? []).flatMap(({ date }, index) =>
      listDate(date, 'past-or-planned', 'process', 'changes', index, 'date'),
    ),
    ...listDate(method?.since, 'happened', 'method', 'since'),
    ...(method?.replaced ?? []).flatMap(({ on }, index) =>
      listDate(on, 'happened', 'method', 'replaced', index, 'on'),
    ),
    ...(method?.insights ?? []).flatMap((insight, index) =>
      listDate(insight.reviewedOn, 'happened', 'method', 'insights', index, 'reviewedOn'),
    ),
    ...listMeasurementDates(system),
    ...listLeadershipDates(system),
    ...(execution?.coaching?.playbooks ?? []).flatMap((playbook, index) =>
      listDate(playbook.reviewedOn, 'happened', 'execution', 'coaching', 'playbooks', index, 'reviewedOn'),
    ),
    ...waivers.flatMap(({ until }, index) => listDate(until, 'waiver', 'waivers', index, 'until')),
  ];
}

/** Lists every date in a report, in the order of the schema. */
export function listReportDates({
  asOf,
  sources,
  voices,
  elements,
  findings,
}: ReportDocument): readonly DatedKey[] {
  return [
    ...listDate(asOf, 'happened', 'asOf'),
    ...sources.flatMap(({ answeredFrom, answeredTo }, index) => [
      ...listDate(answeredFrom, 'happened', 'sources', index, 'answeredFrom'),
      ...listDate(answeredTo, 'happened', 'sources', index, 'answeredTo'),
    ]),
    ...listDate(voices?.agreed?.on, 'happened', 'voices', 'agreed', 'on'),
    ...elements.flatMap(({ practices }, element) =>
      practices.flatMap(({ questions }, practice) =>
        questions.flatMap(({ evidence = [] }, question) =>
          evidence.flatMap(({ date }, index) =>
            listDate(
              date,
              'happened',
              ...['elements', element, 'practices', practice, 'questions', question],
              ...['evidence', index, 'date'],
            ),
          ),
        ),
      ),
    ),
    ...findings.flatMap(({ waiver }, index) =>
      listDate(waiver?.until, 'waiver', 'findings', index, 'waiver', 'until'),
    ),
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
