import type { Sourced } from '#document/sourced.ts';
import { assess } from '#domain/assess.ts';
import { type GatedFinding, statementOf } from '#domain/check-report.ts';
import type { Model } from '#domain/model.ts';
import { roundTo } from '#domain/numbers.ts';
import { buildReport } from '#domain/report.ts';
import { digits } from '#domain/report-digits.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { Finding, ReportDocument, Source } from '#domain/types/report.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';
import { findInAnswers } from './check-answers.ts';
import { checkSystem } from './check-system.ts';
import { digestOf } from './digest.ts';
import { version } from './schemas.ts';

/** A document that a report is made from. */
export interface ReportSource<T> {
  /** The document as it stands in its file. */
  readonly document: Sourced<T>;
  /** Absolute path of the file; undefined for standard input, and where checks may not look around the file. */
  readonly path: string | undefined;
}

/** Answers that a report is made from. */
export interface AnswersSource extends ReportSource<AnswersDocument> {
  /** The answers that count: those to questions that changed since are left out. */
  readonly counted: AnswersDocument;
}

/** A declared system that a report is made from. */
export type SystemSource = ReportSource<SystemDocument>;

/** Gives the name by which a report speaks of a source. */
export type NameOf = (source: ReportSource<unknown>) => string;

/** A finding as the report writes it. */
function findingOf(finding: GatedFinding, file: string): Finding {
  const { points, fix } = finding;
  return {
    ...statementOf(finding),
    file,
    points: points === null ? null : roundTo(points, digits.score),
    ...(fix !== undefined && { fix }),
  };
}

/**
 * Checks and scores answers, with the declared system where there is one.
 *
 * @param asOf the day that the report speaks for, YYYY-MM-DD
 * @returns a function that builds the report. It can be called for several places of the report: only the names
 *   of the sources differ
 */
export async function scoreSources(
  model: Model,
  answers: AnswersSource,
  system: SystemSource | undefined,
  asOf: string,
): Promise<(nameOf: NameOf) => ReportDocument> {
  const declared =
    system === undefined ? undefined : await checkSystem(system.document, system.path, model, asOf);
  const failing = declared && new Set(declared.findings.map(({ check }) => check));
  const found = findInAnswers(answers.document, model, asOf, failing);
  const assessment = assess(model, answers.counted, declared?.outcomes, asOf);
  const { role, name } = answers.counted.respondent;

  return (nameOf) => {
    const answersFile = nameOf(answers);
    const sources: Source[] = [
      {
        kind: 'answers',
        path: answersFile,
        digest: digestOf(answers.document.text),
        role,
        ...(name !== undefined && { respondent: name }),
      },
    ];
    const findings = found.map((finding) => findingOf(finding, answersFile));
    if (system !== undefined && declared !== undefined) {
      const path = nameOf(system);
      sources.push({ kind: 'sales-system', path, digest: digestOf(system.document.text) });
      findings.push(...declared.findings.map((finding) => findingOf(finding, path)));
    }
    return buildReport({
      assessment,
      answers: answers.counted,
      sources,
      findings,
      ...(declared !== undefined && { outcomes: declared.outcomes }),
      version,
    });
  };
}
