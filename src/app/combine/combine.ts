import { type CombineRules, smallestMinGroup } from '#domain/voices/combine.ts';
import { UsageError } from '#domain/errors.ts';
import type { Model } from '#domain/model.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import type { SystemSource } from '#app/answers/source.ts';
import { readAnswersSource, readInput } from '#app/answers/input.ts';
import type { Context } from '#app/context.ts';
import { makeCombinedReport, makeReport } from '#app/report/make-report.ts';
import { findAnswersFiles } from './find-answers-files.ts';
import { readRespondents } from './read-respondents.ts';

/** Options of `combine` for the respondents. */
export interface VoicesOptions {
  /** Smallest number of sellers whose answers are shown together. */
  readonly minGroup?: string;
  /** Whether names and notes of sellers are part of the report. */
  readonly withNames?: boolean;
}

/** Reads `--min-group`. Throws a UsageError unless it is a whole number from 3 on. */
export function parseRules({ minGroup, withNames }: VoicesOptions): CombineRules {
  if (minGroup === undefined) return { withNames };
  const number = /^\d{1,6}$/.test(minGroup) ? Number(minGroup) : 0;
  if (number < smallestMinGroup) {
    throw new UsageError(
      `--min-group takes a whole number from ${smallestMinGroup} up, not ${JSON.stringify(minGroup)}.`,
      'In a group of two, each seller would know what the other one said.',
    );
  }
  return { minGroup: number, withNames };
}

/** Answers of one respondent or of several, ready to be scored. */
export interface Voiced {
  /** Absolute paths of the files. */
  readonly paths: readonly string[];
  makeReport(system: SystemSource | undefined, folder: string): Promise<ReportDocument>;
}

/**
 * Reads the answers of files, folders and patterns. One file, or several of which one has answers, is scored by itself.
 */
export async function readVoices(
  context: Context,
  given: readonly string[],
  model: Model,
  rules: CombineRules,
): Promise<Voiced> {
  const { asOf } = context;
  const files = await findAnswersFiles(context, given);
  const [first = '-'] = files;
  const respondents = files.length === 1 ? [] : await readRespondents(context, files, model);
  const [only] = respondents;
  if (files.length > 1 && respondents.length > 1) {
    return {
      paths: respondents.flatMap(({ path }) => (path === undefined ? [] : [path])),
      makeReport: (system, folder) => makeCombinedReport(model, { respondents, system, folder, asOf, rules }),
    };
  }
  const answers = await readAnswersSource(context, await readInput(context, only?.file ?? first), model);
  return {
    paths: answers.path === undefined ? [] : [answers.path],
    makeReport: (system, folder) => makeReport(model, { answers, system, folder, asOf }),
  };
}
