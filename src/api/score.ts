import type { Model } from '#domain/model.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';
import { type Sourced, bytesOf, requireDay } from './text.ts';

/** What a report is made from. */
export interface ScoreOptions {
  /** The model that the answers were read with. */
  readonly model: Model;
  /** Answers, as `readAnswers` gives them. */
  readonly answers: Sourced<AnswersDocument>;
  /** The declared system, as `readSystem` gives it. Without one, every written score is null. */
  readonly system?: Sourced<SystemDocument> | undefined;
  /**
   * Absolute path of the declared system. With it the references of the system are looked up and its history in
   * git is read, for the findings; without it no file is looked at. Scores do not depend on it.
   */
  readonly systemPath?: string | undefined;
  /** The day that the report speaks for, as YYYY-MM-DD: the age of evidence is counted to it. */
  readonly asOf: string;
}

/**
 * Scores answers and builds the report: scores through three lenses, patterns, gaps, the plan, and what the checks
 * find in the sources. The same as `sales-audit score`. The same options give the same report.
 *
 * @throws RangeError where `asOf` is no date that exists
 */
export async function score(options: ScoreOptions): Promise<ReportDocument> {
  const { model, answers, system, systemPath, asOf } = options;
  requireDay(asOf);
  const { scoreSources } = await import('#cli/score-sources.ts');
  return scoreSources(model, {
    answers: {
      file: answers.file,
      path: undefined,
      bytes: bytesOf(answers.text),
      document: answers.value,
    },
    system: system && { file: system.file, path: systemPath, bytes: bytesOf(system.text) },
    asOf,
    withFindings: true,
  });
}
