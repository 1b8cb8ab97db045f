import { assess } from '#domain/assess.ts';
import { type GatedFinding, statementOf } from '#domain/check-report.ts';
import type { Model } from '#domain/model.ts';
import { roundTo } from '#domain/numbers.ts';
import { buildReport } from '#domain/report.ts';
import { digits } from '#domain/report-digits.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { Finding, ReportDocument, Source } from '#domain/types/report.ts';
import type { CheckOutcome } from '#domain/written.ts';
import type { CheckedFile } from './checked-file.ts';
import { version } from './schemas.ts';

/** A document that a report is made from. */
export interface ScoredSource {
  /** The file as the report names it. */
  readonly file: string;
  /** Absolute path, where checks may look at what lies around the file; undefined where they may not. */
  readonly path: string | undefined;
  readonly bytes: Uint8Array;
}

/** What a report is made from. */
export interface ScoreRequest {
  /** Answers, with the document that counts: it may lack some of those in the bytes. */
  readonly answers: ScoredSource & { readonly document: AnswersDocument };
  /** The declared system, where there is one. */
  readonly system: ScoredSource | undefined;
  /** The day that the report speaks for, YYYY-MM-DD. */
  readonly asOf: string;
  /** Whether to run the checks over the answers too. The score does not depend on them. */
  readonly withFindings: boolean;
}

/** A finding as the report writes it. */
function findingOf(finding: GatedFinding): Finding {
  const { points, fix } = finding;
  return {
    ...statementOf(finding),
    points: points === null ? null : roundTo(points, digits.score),
    ...(fix !== undefined && { fix }),
  };
}

/** Runs the checks over the sources of a report: what they found, and the outcomes that give the written score. */
async function checkSources(
  model: Model,
  { answers, system, asOf, withFindings }: ScoreRequest,
): Promise<{ findings: Finding[]; outcomes: readonly CheckOutcome[] | undefined }> {
  if (system === undefined && !withFindings) return { findings: [], outcomes: undefined };
  // Loaded only where something is checked: the interview starts without the checks.
  const { checkFile } = await import('./check-files.ts');
  const check = (source: ScoredSource, failing?: ReadonlySet<string>): Promise<CheckedFile> =>
    checkFile({ ...source, read: async () => source.bytes }, { model, asOf, failingChecksOf: () => failing });
  const declared = system === undefined ? undefined : await check(system);
  const failing = declared && new Set(declared.findings.map(({ check: id }) => id));
  const given = withFindings ? await check(answers, failing) : undefined;
  return {
    findings: withFindings ? [...(given?.findings ?? []), ...(declared?.findings ?? [])].map(findingOf) : [],
    outcomes: declared?.outcomes,
  };
}

/** Scores answers, with the declared system where there is one, and builds the report. */
export async function scoreSources(model: Model, request: ScoreRequest): Promise<ReportDocument> {
  const { answers, system, asOf } = request;
  // Loaded only where something is scored: the interview starts without it.
  const { digestOf } = await import('./digest.ts');
  const { role, name } = answers.document.respondent;
  const sources: Source[] = [
    {
      kind: 'answers',
      path: answers.file,
      digest: digestOf(answers.bytes),
      role,
      ...(name !== undefined && { respondent: name }),
    },
  ];
  if (system !== undefined) {
    sources.push({ kind: 'sales-system', path: system.file, digest: digestOf(system.bytes) });
  }
  const { findings, outcomes } = await checkSources(model, request);
  return buildReport({
    assessment: assess(model, answers.document, outcomes, asOf),
    answers: answers.document,
    sources,
    findings,
    ...(outcomes !== undefined && { outcomes }),
    version,
  });
}
