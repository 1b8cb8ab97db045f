import { requireDay } from '#domain/dates.ts';
import type { Model } from '#domain/model.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';
import { requireDocument, requireModel, requireOptions, requirePath } from './options.ts';
import { type Sourced, toBytes } from './text.ts';

/** Options of `score`. */
export interface ScoreOptions {
  /** The model that the answers were read with. */
  readonly model: Model;
  /** Answers, from `readAnswers`. */
  readonly answers: Sourced<AnswersDocument>;
  /**
   * Absolute path of the answers. If given, the references of their evidence are resolved, for the findings; if absent,
   * no file is read. Scores do not depend on it.
   */
  readonly answersPath?: string | undefined;
  /** The declared system, from `readSystem`. Without one, every declared score is null. */
  readonly system?: Sourced<SystemDocument> | undefined;
  /**
   * Absolute path of the declared system. If given, its references are resolved and its history in git is
   * read, for the findings; if absent, no file is read. Scores do not depend on it.
   */
  readonly systemPath?: string | undefined;
  /** The date of the report, as YYYY-MM-DD, at which the age of evidence is measured. */
  readonly asOf: string;
}

/**
 * Scores answers and builds the report: scores through three lenses, patterns, gaps, the plan, and the
 * findings of the checks in the sources. Gives the same result as `sales-audit score`. Deterministic.
 *
 * @throws RangeError if `asOf` is not a valid date, TypeError if an option does not exist, if a document is not one that
 *   was read, if its text was replaced, or if it was read with another model
 */
export async function score(options: ScoreOptions): Promise<ReportDocument> {
  requireOptions('options', options, ['model', 'answers', 'answersPath', 'system', 'systemPath', 'asOf']);
  const { model, answers, answersPath, system, systemPath, asOf } = options;
  requireModel(model);
  requireDay(asOf);
  requireDocument('answers', answers, 'answers');
  if (system !== undefined) requireDocument('system', system, 'sales-system');
  requirePath('answersPath', answersPath);
  requirePath('systemPath', systemPath);
  const [{ readAnswersAgainst }, { readDocument }, { scoreSources }] = await Promise.all([
    import('#app/read-document.ts'),
    import('#document/read/read-document.ts'),
    import('#app/report/score-sources.ts'),
  ]);
  // Parse the text again to get positions for findings, since a document of the library is plain data.
  const given = await readAnswersAgainst(answers.file, toBytes(answers.text), model);
  const declared = system && (await readDocument('sales-system', system.file, toBytes(system.text)));
  if (!given.ok || declared?.ok === false)
    throw new TypeError(
      'The text of a document is not the one that was read, or was read with another model.',
    );
  const build = await scoreSources(
    model,
    { document: given.document, counted: answers.value, path: answersPath },
    declared && { document: declared.document, path: systemPath },
    asOf,
  );
  return build(({ file }) => file);
}
