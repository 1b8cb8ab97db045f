import { requireDay } from '#domain/dates.ts';
import type { Read, Sourced as ParsedDocument } from '#document/read/sourced.ts';
import type { Model } from '#domain/model.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';
import {
  requireDocument,
  requireList,
  requireModel,
  requireOptions,
  requirePath,
  requireType,
} from './options.ts';
import { score } from './score.ts';
import { type Sourced, toBytes } from './text.ts';

/** Options of `combine`. */
export interface CombineOptions {
  /** The model that the answers were read with. */
  readonly model: Model;
  /** The declared system, from `readSystem`. Without one, every declared score is null. */
  readonly system?: Sourced<SystemDocument> | undefined;
  /**
   * Absolute path of the declared system. If given, its references are resolved and its history in git is
   * read, for the findings; if absent, no file is read. Scores do not depend on it.
   */
  readonly systemPath?: string | undefined;
  /** The date of the report, as YYYY-MM-DD, at which the age of evidence is measured. */
  readonly asOf: string;
  /** Smallest number of sellers whose answers are shown together, at least 3. Default: that of the model, 5. */
  readonly minGroup?: number | undefined;
  /** Whether names and notes of sellers are part of the report. Default: false. */
  readonly withNames?: boolean | undefined;
}

/** Parses a document again, to get positions for findings: a document of the library is plain data. */
async function parseAgain<T>(reading: Promise<Read<T>>): Promise<ParsedDocument<T>> {
  const read = await reading;
  if (read.ok) return read.document;
  throw new TypeError('The text of a document is not the one that was read, or was read with another model.');
}

/**
 * Combines the answers of several respondents of one organization into one report, as `sales-audit combine` does: for
 * each question the answer of those who know best counts, and `voices` says what every role and unit answered. Sellers
 * appear as groups only. Does not depend on the order of the answers. Copies of the same text count once, and answers without
 * a single one are left out. The report of one respondent is that of `score`.
 *
 * @param answers answers of each respondent, from `readAnswers`
 * @throws RangeError if `asOf` is not a valid date or `minGroup` is below 3; TypeError if there are no answers, if they are of different organizations, if an option does not exist, or if a document is not one that was read
 */
export async function combine(
  answers: readonly Sourced<AnswersDocument>[],
  options: CombineOptions,
): Promise<ReportDocument> {
  requireList('answers', answers, 'answers, from `unwrap(await readAnswers(…))`');
  requireOptions('options', options, ['model', 'system', 'systemPath', 'asOf', 'minGroup', 'withNames']);
  const { model, system, systemPath, asOf, minGroup, withNames } = options;
  requireModel(model);
  requireDay(asOf);
  for (const each of answers) requireDocument('answers', each, 'answers');
  if (system !== undefined) requireDocument('system', system, 'sales-system');
  requirePath('systemPath', systemPath);
  requireType('withNames', withNames, 'boolean');
  const given = [...new Map(answers.map((each) => [each.text, each])).values()].filter(
    ({ value }) => Object.keys(value.answers).length > 0,
  );
  const [first] = given;
  if (first === undefined) throw new TypeError('`answers` has no answers to combine.');
  if (given.length === 1) return score({ model, answers: first, system, systemPath, asOf });
  const [{ readAnswersAgainst }, { readDocument }, { scoreVoices }, { normalizeName }, { computeDigest }] =
    await Promise.all([
      import('#app/read-document.ts'),
      import('#document/read/read-document.ts'),
      import('#app/combine/score-voices.ts'),
      import('#domain/answers/normalize-name.ts'),
      import('#app/digest.ts'),
    ]);
  const names = new Map(
    given.map(({ value: { organization } }) => [normalizeName(organization.name), organization.name]),
  );
  if (names.size > 1)
    throw new TypeError(`The answers are about different organizations: ${[...names.values()].join(', ')}.`);
  const respondents = [];
  for (const { file, text, value } of given) {
    const document = await parseAgain(readAnswersAgainst(file, toBytes(text), model));
    respondents.push({
      file,
      path: undefined,
      digest: computeDigest(text),
      counted: value,
      source: { document, counted: value, path: undefined },
    });
  }
  const declared =
    system && (await parseAgain(readDocument('sales-system', system.file, toBytes(system.text))));
  const build = await scoreVoices(model, {
    respondents,
    system: declared && { document: declared, path: systemPath },
    asOf,
    rules: { minGroup, withNames },
  });
  return build(({ file }) => file);
}
