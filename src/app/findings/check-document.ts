import type { AnyDocument } from '#document/read/read-document.ts';
import type { Sourced } from '#document/read/sourced.ts';
import type { Model } from '#domain/model.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { Finding } from '#domain/types/report.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';
import { checkAnswers } from './check-answers.ts';
import { checkSystem } from './check-system.ts';
import { type CheckedFile, type CheckedInput, makeUnscoredFile } from './checked-file.ts';

/** What a file is checked with. */
export interface Surroundings {
  readonly model: Model;
  readonly asOf: string;
  /** Finds the checks that fail over the one declared system of an organization; undefined without one. */
  readonly findFailingChecks: (
    organization: string,
    path: string | undefined,
  ) => Promise<ReadonlySet<string> | undefined>;
  /** Finds what the sellers of the same organization answered, for the answers of a leader; undefined without any. */
  readonly findSellers: (answers: AnswersDocument) => ReadonlyMap<string, number> | undefined;
}

/** Checks one document that was read, with the checks for its kind. */
export async function checkOpened(
  input: CheckedInput,
  { kind, read }: AnyDocument,
  { model, asOf, findFailingChecks, findSellers }: Surroundings,
): Promise<CheckedFile> {
  const checkGiven = async (
    answers: Sourced<AnswersDocument>,
    faults?: readonly Finding[],
  ): Promise<CheckedFile> => {
    const failingChecks = await findFailingChecks(answers.value.organization.name, input.path);
    const compared = { failingChecks, sellers: findSellers(answers.value) };
    return checkAnswers(answers, input, model, asOf, compared, faults);
  };
  if (!read.ok) {
    const { partial, findings, text } = read;
    // Without a fault of the document itself it fits the schema, and only checks over answers fail.
    const isScored = partial !== undefined && findings.every(({ check }) => check.startsWith('answers/'));
    if (kind !== 'answers' || !isScored) return makeUnscoredFile(input, findings, text, kind ?? 'unknown');
    return checkGiven(partial as Sourced<AnswersDocument>, findings);
  }
  const { document } = read;
  if (kind === 'sales-system')
    return checkSystem(document as Sourced<SystemDocument>, input.path, model, asOf);
  if (kind === 'answers') return checkGiven(document as Sourced<AnswersDocument>);
  return makeUnscoredFile(input, [], document.text);
}
