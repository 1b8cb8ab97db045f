import { applyWaivers } from '#checks/queries/waivers.ts';
import { assess } from '#domain/scoring/assess.ts';
import { type GatedFinding, getStatement } from '#domain/gate/check-report.ts';
import type { Model } from '#domain/model.ts';
import { settleKnown } from '#domain/scoring/numbers.ts';
import type { CheckOutcome } from '#domain/scoring/declared-lens.ts';
import { buildReport } from '#domain/report/report.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { Finding, ReportDocument, Source } from '#domain/types/report.ts';
import type { AnswersSource, ReportSource, SystemSource } from '#app/answers/source.ts';
import { findInAnswers } from '#app/findings/check-answers.ts';
import { checkSystem } from '#app/findings/check-system.ts';
import type { CheckedFile } from '#app/findings/checked-file.ts';
import { computeDigest } from '#app/digest.ts';
import { findDeclaredNames, nameIds } from './declared-names.ts';
import { version } from '#app/version.ts';

/** Returns the name of a source in a report. */
export type NameOf = (source: Pick<ReportSource<unknown>, 'path'> & { readonly file: string }) => string;

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

/** Finds the first and the last day of the answers that have one. */
function findAnsweredDays({ answers }: AnswersDocument): Pick<Source, 'answeredFrom' | 'answeredTo'> {
  const days = Object.values(answers)
    .flatMap(({ answeredOn }) => answeredOn ?? [])
    .toSorted();
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? {} : { answeredFrom: first, answeredTo: last };
}

/** Converts a finding for the report. */
export function toReportFinding(finding: GatedFinding, file: string): Finding {
  const { points, element, fix } = finding;
  return {
    ...getStatement(finding),
    file,
    points: settleKnown(points),
    ...(element !== null && { element }),
    ...(fix !== undefined && { fix }),
  };
}

/** What the checks say of a declared system. */
export interface DeclaredSystem {
  /** Outcomes of the checks; undefined without a declared system. */
  readonly outcomes: readonly CheckOutcome[] | undefined;
  /** Ids of the checks that fail; undefined without a declared system. */
  readonly failing: ReadonlySet<string> | undefined;
  readonly findings: readonly Finding[];
}

/** Checks the declared system of a report, where there is one. */
export async function checkDeclared(
  system: SystemSource | undefined,
  model: Model,
  asOf: string,
): Promise<DeclaredSystem> {
  if (system === undefined) return { outcomes: undefined, failing: undefined, findings: [] };
  const { document, path } = system;
  const declared = await checkSystem(document, path, model, asOf);
  return {
    outcomes: declared.outcomes,
    failing: new Set(declared.findings.map(({ check }) => check)),
    findings: listSystemFindings(declared, findDeclaredNames(document.value), document.file, asOf),
  };
}

/** Describes a declared system as a source of a report. */
export function describeSystem(system: SystemSource, path: string): Source {
  return { kind: 'sales-system', path, digest: computeDigest(system.document.text) };
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
): Promise<(getName: NameOf) => ReportDocument> {
  const declared = await checkDeclared(system, model, asOf);
  const found = await findInAnswers(answers.document, answers.path, model, asOf, declared.failing);
  const assessment = assess(model, answers.counted, declared.outcomes, asOf);
  const { role, name } = answers.counted.respondent;
  const inAnswers = found.map((finding) => toReportFinding(finding, answers.document.file));
  // Places differ only in the names of the sources: the rest is built once.
  const report = buildReport({
    assessment,
    answers: answers.counted,
    sources: [],
    findings: [...inAnswers, ...declared.findings],
    ...(declared.outcomes !== undefined && { outcomes: declared.outcomes }),
    ...(system !== undefined && { system: system.document.value }),
    version,
  });

  return (getName) => {
    const answersFile = getName({ path: answers.path, file: answers.document.file });
    const systemFile = system === undefined ? '' : getName({ path: system.path, file: system.document.file });
    const sources: Source[] = [
      {
        kind: 'answers',
        path: answersFile,
        digest: computeDigest(answers.document.text),
        role,
        ...(name !== undefined && { respondent: name }),
        ...findAnsweredDays(answers.counted),
      },
    ];
    if (system !== undefined) sources.push(describeSystem(system, systemFile));
    const findings = [
      ...inAnswers.map((finding) => ({ ...finding, file: answersFile })),
      ...declared.findings.map((finding) => ({ ...finding, file: systemFile })),
    ];
    return { ...report, sources, findings };
  };
}
