import { dirname, relative, sep } from 'node:path';
import type { Model } from '#domain/model.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import { renderReportYaml } from '#render/report/serialize.ts';
import type { CombineRules } from '#domain/voices/combine.ts';
import { isSystemPath } from '#io/write/write-targets.ts';
import type { RespondentSource } from '#app/combine/respondent.ts';
import { scoreVoices } from '#app/combine/score-voices.ts';
import type { Context } from '#app/context.ts';
import { getSchemaUrl } from '#app/version.ts';
import type { AnswersSource, SystemSource } from '#app/answers/source.ts';
import { type NameOf, scoreSources } from './score-sources.ts';

/** The sources, place and day of a report. */
export interface ReportRequest {
  readonly answers: AnswersSource;
  /** The declared system, where there is one. */
  readonly system?: SystemSource | undefined;
  /** Absolute path of the folder that the report is for: its sources are named relative to it. */
  readonly folder: string;
  /** The day that the report speaks for, YYYY-MM-DD. */
  readonly asOf: string;
}

/** Makes a function that names sources relative to a folder, with `/`. */
export function makeNamer(folder: string): NameOf {
  return ({ path, file }) => (path === undefined ? file : relative(folder, path).split(sep).join('/') || '.');
}

/** Scores answers, with the declared system where there is one, and builds the report. */
export async function makeReport(model: Model, request: ReportRequest): Promise<ReportDocument> {
  const { answers, system, folder, asOf } = request;
  const build = await scoreSources(model, answers, system, asOf);
  return build(makeNamer(folder));
}

/** What a report of one or several respondents is made from. */
interface CombinedRequest extends Omit<ReportRequest, 'answers'> {
  readonly respondents: readonly RespondentSource[];
  readonly rules: CombineRules;
}

/** Combines the answers of several respondents and builds the report. */
export async function makeCombinedReport(model: Model, request: CombinedRequest): Promise<ReportDocument> {
  const { respondents, system, folder, asOf, rules } = request;
  const build = await scoreVoices(model, { respondents, system, asOf, rules });
  return build(makeNamer(folder));
}

/** Renders a report file. */
export function renderReportFile(report: ReportDocument): string {
  return renderReportYaml(report, { schema: getSchemaUrl('report') });
}

/**
 * Gets the folder that a report names its sources relative to: the one of its file, or the working folder if it goes
 * to stdout, a pipe of the shell or a device.
 *
 * @param file the file as the person named it; undefined for stdout
 */
export function getReportFolder({ host, resolvePath }: Context, file: string | undefined): string {
  return file === undefined || isSystemPath(resolvePath(file)) ? host.cwd : dirname(resolvePath(file));
}
