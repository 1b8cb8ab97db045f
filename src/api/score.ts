import type { Model } from '#domain/model.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';
import { type Sourced, toBytes, requireDay } from './text.ts';

/** What a report is made from. */
export interface ScoreOptions {
  /** The model that the answers were read with. */
  readonly model: Model;
  /** Answers, as `readAnswers` gives them. */
  readonly answers: Sourced<AnswersDocument>;
  /** The declared system, as `readSystem` gives it. Without one, every declared score is null. */
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
 * @throws RangeError where `asOf` is no date that exists, TypeError where the text of a document was exchanged for another
 */
export async function score(options: ScoreOptions): Promise<ReportDocument> {
  const { model, answers, system, systemPath, asOf } = options;
  requireDay(asOf);
  const [{ readDocument }, { scoreSources }] = await Promise.all([
    import('#document/read/read-document.ts'),
    import('#app/report/score-sources.ts'),
  ]);
  // The text is read again for the places of what the checks find: a document of the library is plain data.
  const given = await readDocument('answers', answers.file, toBytes(answers.text));
  const declared = system && (await readDocument('sales-system', system.file, toBytes(system.text)));
  if (!given.ok || declared?.ok === false)
    throw new TypeError('The text of a document is not the one that it was read from.');
  const build = await scoreSources(
    model,
    { document: given.document, counted: answers.value, path: undefined },
    declared && { document: declared.document, path: systemPath },
    asOf,
  );
  return build(({ document }) => document.file);
}
