import { join } from 'node:path';
import { makeReference } from '#domain/answers/migrate-answers.ts';
import { UsageError } from '#domain/errors.ts';
import type { Model } from '#domain/model.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { Voices } from '#domain/types/report.ts';
import { buildVoices } from '#domain/voices/build-voices.ts';
import { type CombineRules, combineAnswers } from '#domain/voices/combine.ts';
import { findAnswersFiles } from '#app/combine/find-answers-files.ts';
import { findCommonFolder } from '#app/combine/common-folder.ts';
import { normalizeName } from '#domain/answers/normalize-name.ts';
import { readRespondents } from '#app/combine/read-respondents.ts';
import { type Context, formatPath } from '#app/context.ts';

/** A team whose members have answered, each by themselves. */
export interface Team {
  /** Their answers as far as they may be shown. */
  readonly voices: Voices;
  /** The files of their answers, as the person called them. */
  readonly files: readonly string[];
  /** The file with what they agree on, as the person would call it. It may not exist. */
  readonly agreedFile: string;
  /** The beginning of that file. */
  readonly begun: AnswersDocument;
}

/** The usual name of the file with what a team agrees on. */
const agreedName = 'agreed.answers.yaml';

/** Returns the file of what was agreed: the one named, the one among the answers, else one beside the answers. */
function chooseAgreedFile(
  context: Context,
  named: string | undefined,
  among: readonly string[],
  paths: readonly string[],
): string {
  if (named !== undefined) return named;
  const [first, ...others] = among;
  if (first === undefined) return formatPath(context.host, join(findCommonFolder(paths) ?? '', agreedName));
  if (others.length === 0) return first;
  throw new UsageError(
    `Several files contain answers that a team agreed on: ${among.join(', ')}.`,
    'Name the one to continue with --agreed FILE.',
  );
}

/**
 * Reads the answers of a team.
 *
 * @param given files, folders and patterns
 * @param agreed the file with what the team agrees on, if it was named
 * @throws UsageError if they are not of two people or more
 */
export async function readTeam(
  context: Context,
  given: readonly string[],
  model: Model,
  rules: CombineRules,
  agreed: string | undefined,
): Promise<Team> {
  if (given.includes('-')) {
    throw new UsageError(
      'A session reads what the team types, so no answers can come from standard input.',
      'Name files.',
    );
  }
  const all = await readRespondents(context, await findAnswersFiles(context, given), model);
  const people = all.filter(({ counted }) => counted.agreed === undefined);
  const [first] = people;
  if (first === undefined || people.length < 2) {
    throw new UsageError(
      'A session needs the answers of at least two people.',
      'Name the answers files of everyone who answered.',
    );
  }
  const counted = people.map((each) => each.counted);
  const agreedFile = chooseAgreedFile(
    context,
    agreed,
    all.filter((each) => each.counted.agreed !== undefined).map(({ file }) => file),
    people.flatMap(({ path }) => path ?? []),
  );
  return {
    voices: buildVoices(model, combineAnswers(model, counted, context.asOf, rules)),
    files: people.map(({ file }) => file),
    agreedFile,
    begun: {
      kind: 'answers',
      schemaVersion: 1,
      model: makeReference(model, first.counted.model.id),
      organization: first.counted.organization,
      respondent: { role: 'leader' },
      agreed: { on: context.asOf, voices: people.length },
      startedOn: context.asOf,
      answers: {},
    },
  };
}

/** Throws a UsageError if a file is not what this team agreed on: another client's, or the answers of one person. */
export function requireAgreed({ agreed, organization }: AnswersDocument, { agreedFile, begun }: Team): void {
  const hint = 'Name another file with --agreed FILE. Nothing was changed.';
  if (agreed === undefined) {
    throw new UsageError(
      `${agreedFile} contains the answers of one person, not what a team agreed on.`,
      hint,
    );
  }
  if (normalizeName(organization.name) === normalizeName(begun.organization.name)) return;
  throw new UsageError(
    `${agreedFile} is about the organization ${JSON.stringify(organization.name)}, and the answers are about ${JSON.stringify(begun.organization.name)}.`,
    hint,
  );
}
