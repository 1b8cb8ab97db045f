import { applyWaivers } from '#checks/queries/waivers.ts';
import { assess } from '#domain/scoring/assess.ts';
import { type GatedFinding, getStatement } from '#domain/gate/check-report.ts';
import type { Model } from '#domain/model.ts';
import { settleKnown } from '#domain/scoring/numbers.ts';
import { buildReport } from '#domain/report/report.ts';
import type { Finding, ReportDocument, Source } from '#domain/types/report.ts';
import type { AnswersSource, ReportSource, SystemSource } from '#app/answers/source.ts';
import { findInAnswers } from '#app/findings/check-answers.ts';
import { checkSystem } from '#app/findings/check-system.ts';
import type { CheckedFile } from '#app/findings/checked-file.ts';
import { computeDigest } from '#app/digest.ts';
import { findDeclaredNames, nameIds } from './declared-names.ts';
import { version } from '#app/version.ts';

/** Returns the name of a source in a report. */
export type NameOf = (source: ReportSource<unknown>) => string;

/** Lists the findings in a declared system for the report, those that a waiver accepts with the waiver. */
function listSystemFindings(
  file: CheckedFile,
  names: ReadonlyMap<string, string>,
  path: string,
  asOf: string,
): Finding[] {
  const { waived } = applyWaivers(file.findings, file.waivers, asOf);
  const waiverOf = new Map(waived.map(({ finding, waiver }) => [finding, waiver]));
  return [...file.findings, ...file.unusedWaivers].map((finding) => {
    const { owner = '', reason = '', until = '' } = waiverOf.get(finding) ?? {};
    return {
      ...toReportFinding(finding, path),
      ...nameIds(finding, names),
      ...(waiverOf.has(finding) && { waiver: { owner, reason, until } }),
    };
  });
}

/** Converts a finding for the report. */
function toReportFinding(finding: GatedFinding, file: string): Finding {
  const { points, element, fix } = finding;
  return {
    ...getStatement(finding),
    file,
    points: settleKnown(points),
    ...(element !== null && { element }),
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
  const found = await findInAnswers(answers.document, answers.path, model, asOf, failing);
  const assessment = assess(model, answers.counted, declared?.outcomes, asOf);
  const { role, name } = answers.counted.respondent;
  const inAnswers = found.map((finding) => toReportFinding(finding, answers.document.file));
  const inSystem =
    system === undefined || declared === undefined
      ? []
      : listSystemFindings(declared, findDeclaredNames(system.document.value), system.document.file, asOf);
  // Places differ only in the names of the sources: the rest is built once.
  const report = buildReport({
    assessment,
    answers: answers.counted,
    sources: [],
    findings: [...inAnswers, ...inSystem],
    ...(declared !== undefined && { outcomes: declared.outcomes }),
    version,
  });

  return (nameOf) => {
    const answersFile = nameOf(answers);
    const systemFile = system === undefined ? '' : nameOf(system);
    const sources: Source[] = [
      {
        kind: 'answers',
        path: answersFile,
        digest: computeDigest(answers.document.text),
        role,
        ...(name !== undefined && { respondent: name }),
      },
    ];
    if (system !== undefined)
      sources.push({ kind: 'sales-system', path: systemFile, digest: computeDigest(system.document.text) });
    const findings = [
      ...inAnswers.map((finding) => ({ ...finding, file: answersFile })),
      ...inSystem.map((finding) => ({ ...finding, file: systemFile })),
    ];
    return { ...report, sources, findings };
  };
}
