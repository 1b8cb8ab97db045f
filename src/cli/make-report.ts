import { createHash } from 'node:crypto';
import { dirname, relative, sep } from 'node:path';
import { assess } from '#domain/assess.ts';
import type { Model } from '#domain/model.ts';
import { buildReport } from '#domain/report.ts';
import type { GatedFinding } from '#domain/check-report.ts';
import { roundTo } from '#domain/numbers.ts';
import { digits } from '#domain/report-digits.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { Finding, ReportDocument, Source } from '#domain/types/report.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';
import type { CheckOutcome } from '#domain/written.ts';
import { renderReportYaml } from '#render/report/yaml.ts';
import type { CheckedFile } from './check-files.ts';
import { schemaUrl, version } from './schemas.ts';

/** SHA-256 of bytes or text, as `sha256:` and hex digits. */
export function digestOf(content: string | Uint8Array): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

/** A file as a source of a report. */
export interface ReportSource<T> {
  readonly document: T;
  readonly bytes: Uint8Array;
  /** Absolute path, or `-` for standard input. */
  readonly path: string;
}

/** A file of answers as a source of a report. */
export type AnswersSource = ReportSource<AnswersDocument>;

/** A declared system as a source of a report. */
export type SystemSource = ReportSource<SystemDocument>;

/** Path of a source as the report names it: relative to the folder of the report, with `/`. */
function sourcePath(path: string, folder: string): string {
  return path === '-' ? path : relative(folder, path).split(sep).join('/');
}

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

/** A finding as the report writes it. */
function findingOf(finding: GatedFinding): Finding {
  const { check, severity, message, file, path, line, column, points, fix } = finding;
  return {
    check,
    severity,
    message,
    file,
    path,
    line,
    column,
    points: points === null ? null : roundTo(points, digits.score),
    ...(fix !== undefined && { fix }),
  };
}

/** Runs the checks over the sources of a report: what they found, and the outcomes that give the written score. */
async function checkSources(
  model: Model,
  { answers, system, folder, asOf, withFindings }: ReportRequest,
): Promise<{ findings: Finding[]; outcomes: readonly CheckOutcome[] | undefined }> {
  if (system === undefined && !withFindings) return { findings: [], outcomes: undefined };
  // Loaded only where something is checked: the interview starts without the checks.
  const { checkFile } = await import('./check-files.ts');
  const check = (source: ReportSource<unknown>, failing?: ReadonlySet<string>): Promise<CheckedFile> =>
    checkFile(
      {
        path: source.path === '-' ? undefined : source.path,
        file: sourcePath(source.path, folder),
        bytes: source.bytes,
      },
      { model, asOf, failingChecksOf: () => failing },
    );
  const declared = system === undefined ? undefined : await check(system);
  const failing = declared && new Set(declared.findings.map(({ check: id }) => id));
  const given = withFindings ? await check(answers, failing) : undefined;
  return {
    findings: withFindings ? [...(given?.findings ?? []), ...(declared?.findings ?? [])].map(findingOf) : [],
    outcomes: declared?.outcomes,
  };
}

/** Scores answers, with the declared system where there is one, and builds the report. */
export async function makeReport(model: Model, request: ReportRequest): Promise<ReportDocument> {
  const { answers, system, folder, asOf } = request;
  const { document, bytes, path } = answers;
  const { role, name } = document.respondent;
  const sources: Source[] = [
    {
      kind: 'answers',
      path: sourcePath(path, folder),
      digest: digestOf(bytes),
      role,
      ...(name !== undefined && { respondent: name }),
    },
  ];
  if (system !== undefined) {
    sources.push({
      kind: 'sales-system',
      path: sourcePath(system.path, folder),
      digest: digestOf(system.bytes),
    });
  }
  const { findings, outcomes } = await checkSources(model, request);
  return buildReport({
    assessment: assess(model, document, outcomes, asOf),
    answers: document,
    sources,
    findings,
    ...(outcomes !== undefined && { outcomes }),
    version,
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
