import { dirname, relative, resolve, sep } from 'node:path';
import { type AnyDocument, type Sourced, findingAt } from '#document/read/read-document.ts';
import type { Model } from '#domain/model.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { Finding, ReportDocument, Source } from '#domain/types/report.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';
import { UsageError } from '#domain/errors.ts';
import { readBytes } from '#io/files.ts';
import { findRepositoryRoot } from '#io/git/git.ts';
import { findReferenceStates } from '#io/references.ts';
import type { Surroundings } from '#app/findings/check-document.ts';
import { type CheckedFile, type CheckedInput, makeUnscoredFile } from '#app/findings/checked-file.ts';
import { findReportDates } from '#app/findings/report-dates.ts';
import { makeReport } from '#app/report/make-report.ts';
import { findTranslation } from '#app/report/report-context.ts';
import { dropOutdated } from '#app/answers/read-answers.ts';
import { readAnyAgainst } from '#app/read-document.ts';
import type { AnswersSource, SystemSource } from '#app/answers/source.ts';

const check = 'report/out-of-date';

/** Sections that are recomputed and compared. The others may differ in a correct report. */
const compared = ['thresholds', 'summary', 'elements', 'patterns', 'gaps', 'plan'] as const;

/** Finds the path to the first difference of two values. Returns undefined if they are equal. */
function findDifference(
  left: unknown,
  right: unknown,
  path: readonly (string | number)[] = [],
): readonly (string | number)[] | undefined {
  if (Object.is(left, right)) return undefined;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return path;
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  for (const key of keys) {
    const step = Array.isArray(left) ? Number(key) : key;
    const found = findDifference(
      (left as Record<string, unknown>)[key],
      (right as Record<string, unknown>)[key],
      [...path, step],
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Returns a document that the run has already read, or undefined. */
export type ReadBefore = (path: string) => AnyDocument | undefined;

/** Reads a source. Returns undefined if it is missing or outside the repository of the report. */
async function readSource(
  { path: name }: Source,
  path: string,
  folder: string,
  model: Model,
  readBefore: ReadBefore,
): Promise<AnyDocument | undefined> {
  // A report is as little to be trusted as any file: it may not have others read for it.
  const root = (await findRepositoryRoot(folder)) ?? dirname(folder);
  const inside = relative(root, path).split(sep).join('/');
  if ((await findReferenceStates([inside], root)).get(inside) !== 'there') return undefined;
  const before = readBefore(path);
  if (before !== undefined) return before;
  try {
    return await readAnyAgainst(name, await readBytes(path), model);
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

/** The sources of a report that were found, and the missing ones. */
interface FoundSources {
  readonly answers: AnswersSource | undefined;
  readonly system: SystemSource | undefined;
  /** An info for each missing source. */
  readonly missing: readonly Finding[];
}

/**
 * Reads the sources that a report names. One that cannot be read, or is of another kind, counts as found: it is checked
 * on its own.
 *
 * @param folder absolute path of the folder of the report; undefined where no file may be looked at
 */
async function findSources(
  document: Sourced<ReportDocument>,
  folder: string | undefined,
  model: Model,
  readBefore: ReadBefore,
): Promise<FoundSources> {
  let answers: AnswersSource | undefined;
  let system: SystemSource | undefined;
  const missing: Finding[] = [];
  for (const [index, source] of document.value.sources.entries()) {
    const place = folder === undefined || source.path === '-' ? undefined : resolve(folder, source.path);
    const opened =
      place === undefined || folder === undefined
        ? undefined
        : await readSource(source, place, folder, model, readBefore);
    if (place === undefined || opened === undefined) {
      missing.push(
        findingAt(document, ['sources', index, 'path'], {
          check,
          severity: 'info',
          message: `The source \`${source.path}\` is missing, so the report could not be recomputed.`,
          fix: 'Restore the source, or score again.',
        }),
      );
      continue;
    }
    const { kind, read } = opened;
    if (!read.ok || kind !== source.kind) continue;
    if (source.kind === 'answers') {
      const given = read.document as Sourced<AnswersDocument>;
      answers = { ...dropOutdated(given, model), path: place };
    } else system = { document: read.document as Sourced<SystemDocument>, path: place };
  }
  return { answers, system, missing };
}

/** Checks whether the dates of a report can be right, and whether it still follows from its sources. */
export async function checkReportFile(
  document: Sourced<ReportDocument>,
  input: CheckedInput,
  { model, asOf }: Pick<Surroundings, 'model' | 'asOf'>,
  readBefore: ReadBefore,
): Promise<CheckedFile> {
  const { findings, isJudged } = await checkReport(document, input.path, model, readBefore);
  return {
    ...makeUnscoredFile(input, [...findReportDates(document, asOf), ...findings], document.text),
    unjudged: new Set(isJudged ? [] : [check]),
    kind: 'report',
    document: { kind: 'report', value: document.value },
  };
}

/** Findings of a report, and whether it could be compared with its sources. */
interface ReportFindings {
  readonly findings: readonly Finding[];
  readonly isJudged: boolean;
}

/**
 * Recomputes a report at its own date, with this model, and compares. A missing source is an info, not an error.
 *
 * @param path absolute path of the report; undefined where no file may be looked at
 */
async function checkReport(
  document: Sourced<ReportDocument>,
  path: string | undefined,
  given: Model,
  readBefore: ReadBefore,
): Promise<ReportFindings> {
  const report = document.value;
  const { id, version } = report.model;
  if (id !== given.id) {
    const finding = findingAt(document, ['model', 'id'], {
      check,
      severity: 'error',
      message: `The report was scored with the model \`${id}\`, and cannot be recomputed with \`${given.id}\`.`,
      fix: 'Give the model that it was scored with, with `--model` or in the settings.',
    });
    return { findings: [finding], isJudged: false };
  }
  const { language } = report.model;
  const model = await findTranslation(given, language);
  if (language !== model.language) {
    const finding = findingAt(document, ['model', 'language'], {
      check,
      severity: 'error',
      message: `The report is in the language \`${language}\`, and cannot be recomputed in \`${model.language}\`.`,
      fix: 'Give the translation that it was scored with, with `--model` or in the settings.',
    });
    return { findings: [finding], isJudged: false };
  }
  const folder = path === undefined ? undefined : dirname(path);
  const { answers, system, missing } = await findSources(document, folder, model, readBefore);
  if (answers === undefined || missing.length > 0 || folder === undefined)
    return { findings: missing, isJudged: false };
  const again = await makeReport(model, { answers, system, folder, asOf: report.asOf });
  for (const section of compared) {
    const difference = findDifference(report[section], again[section], [section]);
    if (difference === undefined) continue;
    const cause =
      version === model.version
        ? 'a source changed, or the report was edited by hand'
        : `the model went from ${version} to ${model.version}, a source changed, or the report was edited by hand`;
    const finding = findingAt(document, difference, {
      check,
      severity: 'error',
      message: `The report differs from its sources at \`${difference.join('.')}\`: ${cause}.`,
      fix: 'Score the sources again and replace the report.',
    });
    return { findings: [finding], isJudged: true };
  }
  return { findings: [], isJudged: true };
}
