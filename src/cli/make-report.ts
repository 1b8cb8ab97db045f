import { dirname, relative, sep } from 'node:path';
import type { Model } from '#domain/model.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';
import { renderReportYaml } from '#render/report/yaml.ts';
import { schemaUrl } from './schemas.ts';
import { type ScoredSource, scoreSources } from './score-sources.ts';

/** A file as a source of a report. */
interface ReportSource<T> {
  readonly document: T;
  readonly bytes: Uint8Array;
  /** Absolute path, or `-` for standard input. */
  readonly path: string;
}

/** A file of answers as a source of a report. */
export type AnswersSource = ReportSource<AnswersDocument>;

/** A declared system as a source of a report. */
export type SystemSource = ReportSource<SystemDocument>;

/** What a report is made from. */
export interface ReportRequest {
  readonly answers: AnswersSource;
  /** The declared system, where there is one. */
  readonly system?: SystemSource | undefined;
  /** Folder that the report is to lie in. */
  readonly folder: string;
  /** The day that the report speaks for, YYYY-MM-DD. */
  readonly asOf: string;
  /** Whether to run the checks over the answers too. The score does not depend on them. */
  readonly withFindings: boolean;
}

/** A source as the report names it: relative to the folder of the report, with `/`. */
function sourceIn(folder: string, { path, bytes }: ReportSource<unknown>): ScoredSource {
  if (path === '-') return { file: path, path: undefined, bytes };
  return { file: relative(folder, path).split(sep).join('/'), path, bytes };
}

/** Scores answers, with the declared system where there is one, and builds the report. */
export async function makeReport(model: Model, request: ReportRequest): Promise<ReportDocument> {
  const { answers, system, folder, asOf, withFindings } = request;
  return scoreSources(model, {
    answers: { ...sourceIn(folder, answers), document: answers.document },
    system: system === undefined ? undefined : sourceIn(folder, system),
    asOf,
    withFindings,
  });
}

/** Text of a report file. */
export function reportYaml(report: ReportDocument): string {
  return renderReportYaml(report, { schema: schemaUrl('report') });
}

/** Folder that a file lies in. */
export function folderOf(path: string): string {
  return dirname(path);
}
