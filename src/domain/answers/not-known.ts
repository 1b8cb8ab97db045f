import { claimLevel, maxUnprovenLevel } from '#domain/scoring/evidence.ts';
import type {
  Evidence,
  PracticeResult,
  QuestionResult,
  Range,
  ReportDocument,
} from '#domain/types/report.ts';

/** A question of a report with its practice. */
export interface PlacedQuestion {
  readonly question: QuestionResult;
  readonly practice: PracticeResult;
}

/** Evidence that counts for one level less on the date of the report. */
export interface StaleEvidence extends PlacedQuestion {
  readonly evidence: Evidence;
}

/** Open questions and weak evidence of a report, and how much they could change the score. */
export interface NotKnown {
  /** Share, 0..1, of the asked and applicable questions that have a level; null if none applies. */
  readonly coverage: number | null;
  /** Whether too few questions were answered for a final result. */
  readonly provisional: boolean;
  /** Questions answered with "I don't know". */
  readonly unknown: readonly PlacedQuestion[];
  /** Questions without an answer. */
  readonly unanswered: readonly PlacedQuestion[];
  readonly notApplicable: readonly PlacedQuestion[];
  /** Evidence that is undated or out of date. */
  readonly stale: readonly StaleEvidence[];
  /** Whether any evidence was attached anywhere. */
  readonly hasEvidence: boolean;
  /** Claims of level 3 or 4 whose evidence supports level 1 at most. */
  readonly unproven: readonly PlacedQuestion[];
  /** Whether a declared system was given. */
  readonly hasSystem: boolean;
  /** Possible range of the overall score, 0..100; null if unknown. */
  readonly range: Range;
}

/** Number of questions in each state. */
export interface AnswerCounts {
  readonly answered: number;
  /** Answered with "I don't know". */
  readonly unknown: number;
  /** Without an answer. */
  readonly open: number;
  readonly notApplicable: number;
}

/** Counts questions by the state of their answers. */
export function countAnswers(questions: readonly Pick<QuestionResult, 'state'>[]): AnswerCounts {
  const count = (wanted: QuestionResult['state']): number =>
    questions.filter(({ state }) => state === wanted).length;
  return {
    answered: count('answered'),
    unknown: count('unknown'),
    open: count('unanswered'),
    notApplicable: count('not-applicable'),
  };
}

/** Returns whether any question of some practices of a report was asked. If none was, they have no score to know. */
export function isAsked(practices: readonly PracticeResult[]): boolean {
  return practices.some(({ questions }) => questions.length > 0);
}

/** Returns every question of a report in asking order, with its practice. */
export function findQuestions(report: ReportDocument): readonly PlacedQuestion[] {
  return report.elements.flatMap(({ practices }) =>
    practices.flatMap((practice) => practice.questions.map((question) => ({ question, practice }))),
  );
}

/** Lists what a report does not know, as of its date. */
export function listUnknowns(report: ReportDocument): NotKnown {
  const all = findQuestions(report);
  const filterByState = (state: QuestionResult['state']): PlacedQuestion[] =>
    all.filter(({ question }) => question.state === state);
  const hasEvidence = all.some(({ question }) => (question.evidence ?? []).length > 0);
  return {
    coverage: report.summary.coverage,
    provisional: report.summary.provisional,
    unknown: filterByState('unknown'),
    unanswered: filterByState('unanswered'),
    notApplicable: filterByState('not-applicable'),
    stale: all.flatMap(({ question, practice }) =>
      (question.evidence ?? [])
        .filter(({ stale }) => stale === true)
        .map((evidence) => ({ question, practice, evidence })),
    ),
    hasEvidence,
    unproven: hasEvidence
      ? all.filter(
          ({ question: { level, shownLevel } }) =>
            level !== null && level >= claimLevel && (shownLevel ?? 0) <= maxUnprovenLevel,
        )
      : [],
    hasSystem: report.sources.some(({ kind }) => kind === 'sales-system'),
    range: report.summary.range,
  };
}
