import { dirname } from 'node:path';
import { type Sourced, makeFindingAt } from '#document/read/read-document.ts';
import disputed from '#checks/answers/disputed.ts';
import { describeDispute } from '#checks/queries/answers.ts';
import type { Model } from '#domain/model.ts';
import type { Finding, ReportDocument } from '#domain/types/report.ts';
import type { Surroundings } from '#app/findings/check-document.ts';
import { type CheckedFile, type CheckedInput, makeUnscoredFile } from '#app/findings/checked-file.ts';
import { findReportDates } from '#app/findings/report-dates.ts';
import { makeCombinedReport, makeReport } from '#app/report/make-report.ts';
import { findTranslation } from '#app/report/report-context.ts';
import { type FoundSources, type ReadBefore, findSources, outOfDate as check } from './find-sources.ts';

/** Sections that are recomputed and compared. The others may differ in a correct report. */
const compared = ['thresholds', 'summary', 'elements', 'patterns', 'gaps', 'plan', 'voices'] as const;

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

/** Checks whether the dates of a report can be right, and whether it still follows from its sources. */
export async function checkReportFile(
  document: Sourced<ReportDocument>,
  input: CheckedInput,
  { model, asOf }: Pick<Surroundings, 'model' | 'asOf'>,
  readBefore: ReadBefore,
): Promise<CheckedFile> {
  const { findings, isJudged } = await checkReport(document, input.path, model, readBefore);
  return {
    ...makeUnscoredFile(
      input,
      [...findReportDates(document, asOf), ...findings, ...findDisputes(document)],
      document.text,
    ),
    unjudged: new Set(isJudged ? [] : [check]),
    kind: 'report',
    document: { kind: 'report', value: document.value },
  };
}

/** Computes a report again from its sources, at its own date. Undefined if it has no answers to be computed from. */
async function recompute(
  { asOf, voices }: ReportDocument,
  { respondents, system }: FoundSources,
  folder: string,
  model: Model,
): Promise<ReportDocument | undefined> {
  const [first] = respondents;
  if (first?.source === undefined) return undefined;
  const request = { system, folder, asOf };
  if (voices === undefined) return makeReport(model, { ...request, answers: first.source });
  const { minGroup, withNames } = voices;
  return makeCombinedReport(model, { ...request, respondents, rules: { minGroup, withNames } });
}

/** Lists the questions that the leader and the sellers of a report answer very differently. */
function findDisputes(document: Sourced<ReportDocument>): Finding[] {
  return (document.value.voices?.questions ?? []).flatMap(({ id, gapReading, byRole }, index) => {
    const [leader, sellers] = [byRole.leader?.median, byRole.seller?.median];
    if (gapReading !== 'disputed' || typeof leader !== 'number' || typeof sellers !== 'number') return [];
    return [
      makeFindingAt(document, ['voices', 'questions', index, 'gap'], {
        check: disputed.id,
        severity: disputed.severity,
        ...describeDispute(id, leader, sellers),
      }),
    ];
  });
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
    const finding = makeFindingAt(document, ['model', 'id'], {
      check,
      severity: 'error',
      message: `The report was scored with the model \`${id}\`, and cannot be recomputed with \`${given.id}\`.`,
      fix: 'Use `--model` or the settings to select the model it was scored with.',
    });
    return { findings: [finding], isJudged: false };
  }
  const { language } = report.model;
  const model = await findTranslation(given, language);
  if (language !== model.language) {
    const finding = makeFindingAt(document, ['model', 'language'], {
      check,
      severity: 'error',
      message: `The report is in the language \`${language}\`, and cannot be recomputed in \`${model.language}\`.`,
      fix: 'Use `--model` or the settings to select the translation it was scored with.',
    });
    return { findings: [finding], isJudged: false };
  }
  const folder = path === undefined ? undefined : dirname(path);
  const sources = await findSources(document, { folder, model, readBefore });
  if (sources.changed.length > 0) return { findings: sources.changed, isJudged: true };
  const again =
    folder === undefined || sources.missing.length > 0
      ? undefined
      : await recompute(report, sources, folder, model);
  if (again === undefined) return { findings: sources.missing, isJudged: false };
  for (const section of compared) {
    const difference = findDifference(report[section], again[section], [section]);
    if (difference === undefined) continue;
    const cause =
      version === model.version
        ? 'a source changed, or the report was edited by hand'
        : `the model went from ${version} to ${model.version}, a source changed, or the report was edited by hand`;
    const finding = makeFindingAt(document, difference, {
      check,
      severity: 'error',
      message: `The report differs from its sources at \`${difference.join('.')}\`: ${cause}.`,
      fix: 'Score the sources again and replace the report.',
    });
    return { findings: [finding], isJudged: true };
  }
  return { findings: [], isJudged: true };
}
