import { createHash } from 'node:crypto';
import { dirname, relative, sep } from 'node:path';
import { writeYaml } from '#document/write.ts';
import { assess } from '#domain/assess.ts';
import type { Model } from '#domain/model.ts';
import { buildReport } from '#domain/report.ts';
import { decimalsInReport } from '#domain/report-digits.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { ReportDocument, Source } from '#domain/types/report.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';
import type { CheckOutcome } from '#domain/written.ts';
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

async function outcomesOf({ document, path }: SystemSource, asOf: string): Promise<readonly CheckOutcome[]> {
  // Loaded only where there is a declared system: the interview and `score` start without the checks.
  const [{ checks }, { runChecks }, { factsFor }] = await Promise.all([
    import('#checks/index.ts'),
    import('#checks/run-checks.ts'),
    import('./check-files.ts'),
  ]);
  return runChecks(checks, document, await factsFor(document, path, asOf)).outcomes;
}

/** Scores answers, with the declared system where there is one, and builds the report that is to lie in `folder`. */
export async function makeReport(
  model: Model,
  { document, bytes, path }: AnswersSource,
  folder: string,
  asOf: string,
  system?: SystemSource,
): Promise<ReportDocument> {
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
  const outcomes = system === undefined ? undefined : await outcomesOf(system, asOf);
  return buildReport({
    assessment: assess(model, document, outcomes, asOf),
    answers: document,
    sources,
    findings: [],
    ...(outcomes !== undefined && { outcomes }),
    version,
  });
}

/** Text of a report file. */
export function reportYaml(report: ReportDocument): string {
  return writeYaml(report, { schema: schemaUrl('report'), decimals: decimalsInReport });
}

/** Folder that a file lies in. */
export function folderOf(path: string): string {
  return dirname(path);
}
