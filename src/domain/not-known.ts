import { claimedFrom, unprovenUpTo } from './scoring/evidence.ts';
import type { Evidence, PracticeResult, QuestionResult, Range, ReportDocument } from './types/report.ts';

/** A question of a report with the practice that it belongs to. */
export interface PlacedQuestion {
  readonly question: QuestionResult;
  readonly practice: PracticeResult;
}

/** Evidence that counts one level less on the day of the report. */
export interface StaleEvidence extends PlacedQuestion {
  readonly evidence: Evidence;
}

/** What a report cannot say, and how much that could change. */
export interface NotKnown {
  /** Share, 0 to 1, of the asked and applicable questions that have a level; null where none applies. */
  readonly coverage: number | null;
  /** Whether too little was answered for a final result. */
  readonly provisional: boolean;
  /** Questions that the respondent does not know the answer to. */
  readonly unknown: readonly PlacedQuestion[];
  /** Questions that were left open. */
  readonly unanswered: readonly PlacedQuestion[];
  readonly notApplicable: readonly PlacedQuestion[];
  /** Evidence that is undated or too old. */
  readonly stale: readonly StaleEvidence[];
  /** Whether any evidence was attached anywhere. */
  readonly hasEvidence: boolean;
  /** Claims of level 3 or 4 whose evidence supports level 1 at most. */
  readonly unproven: readonly PlacedQuestion[];
  /** Whether a declared system was given. */
  readonly hasSystem: boolean;
  /** Where the overall score could lie, 0 to 100; null where that is not known either. */
  readonly range: Range;
}

/** Every question of a report in asking order, with its practice. */
export function findQuestions(report: ReportDocument): readonly PlacedQuestion[] {
  return report.elements.flatMap(({ practices }) =>
    practices.flatMap((practice) => practice.questions.map((question) => ({ question, practice }))),
  );
}

/** What a report does not know, on its own day. */
export function listUnknowns(report: ReportDocument): NotKnown {
  const all = findQuestions(report);
  const inState = (state: QuestionResult['state']): PlacedQuestion[] =>
    all.filter(({ question }) => question.state === state);
  const hasEvidence = all.some(({ question }) => (question.evidence ?? []).length > 0);
  return {
    coverage: report.summary.coverage,
    provisional: report.summary.provisional,
    unknown: inState('unknown'),
    unanswered: inState('unanswered'),
    notApplicable: inState('not-applicable'),
    stale: all.flatMap(({ question, practice }) =>
      (question.evidence ?? [])
        .filter(({ stale }) => stale === true)
        .map((evidence) => ({ question, practice, evidence })),
    ),
    hasEvidence,
    unproven: hasEvidence
      ? all.filter(
          ({ question: { level, shownLevel } }) =>
            level !== null && level >= claimedFrom && (shownLevel ?? 0) <= unprovenUpTo,
        )
      : [],
    hasSystem: report.sources.some(({ kind }) => kind === 'sales-system'),
    range: report.summary.range,
  };
}
