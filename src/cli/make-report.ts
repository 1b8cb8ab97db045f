import { createHash } from 'node:crypto';
import { dirname, relative, sep } from 'node:path';
import { writeYaml } from '#document/write.ts';
import { assess } from '#domain/assess.ts';
import type { Model } from '#domain/model.ts';
import { buildReport, decimalsInReport } from '#domain/report.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { ReportDocument, Source } from '#domain/types/report.ts';
import { schemaUrl, version } from './schemas.ts';

/** SHA-256 of bytes or text, as `sha256:` and hex digits. */
export function digestOf(content: string | Uint8Array): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

/** A file of answers as a source of a report. */
export interface AnswersSource {
  readonly document: AnswersDocument;
  readonly bytes: Uint8Array;
  /** Absolute path, or `-` for standard input. */
  readonly path: string;
}

/** Path of a source as the report names it: relative to the folder of the report, with `/`. */
function sourcePath(path: string, folder: string): string {
  return path === '-' ? path : relative(folder, path).split(sep).join('/');
}

/** Scores answers and builds the report that is to lie in `folder`. */
export function makeReport(
  model: Model,
  source: AnswersSource,
  folder: string,
  asOf: string,
): ReportDocument {
  const { document, bytes, path } = source;
  const { role, name } = document.respondent;
  const described: Source = {
    kind: 'answers',
    path: sourcePath(path, folder),
    digest: digestOf(bytes),
    role,
    ...(name !== undefined && { respondent: name }),
  };
  return buildReport({
    assessment: assess(model, document, undefined, asOf),
    answers: document,
    sources: [described],
    findings: [],
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
