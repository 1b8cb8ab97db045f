import { assess } from '#domain/scoring/assess.ts';
import { type Model, roles } from '#domain/model.ts';
import { buildReport } from '#domain/report/report.ts';
import type { Finding, ReportDocument, Source } from '#domain/types/report.ts';
import { buildVoices } from '#domain/voices/build-voices.ts';
import { type CombineRules, combineAnswers, getVoices } from '#domain/voices/combine.ts';
import { wordForSeveral } from '#domain/voices/several-messages.ts';
import type { SystemSource } from '#app/answers/source.ts';
import { computeDigest } from '#app/digest.ts';
import { findInAnswers } from '#app/findings/check-answers.ts';
import { type NameOf, checkDeclared, describeSystem, toReportFinding } from '#app/report/score-sources.ts';
import { version } from '#app/version.ts';
import { findCommonFolder } from './common-folder.ts';
import { type RespondentSource, isSeller } from './respondent.ts';
import { getSellersMedians, isLeader } from './sellers-medians.ts';

/** What a report of several respondents is made from. */
export interface VoicesRequest {
  /** Answers of several respondents, of one organization. */
  readonly respondents: readonly RespondentSource[];
  readonly system: SystemSource | undefined;
  /** The day that the report speaks for, YYYY-MM-DD. */
  readonly asOf: string;
  readonly rules: CombineRules;
}

/** Computes one digest of several files, whatever their order. */
function combineDigests(files: readonly Pick<RespondentSource, 'digest'>[]): string {
  return computeDigest(
    files
      .map(({ digest }) => digest)
      .toSorted()
      .join('\n'),
  );
}

/**
 * Describes the files of all sellers as one source. The digest of a single file would give its answers away: there are
 * few enough answers to a form to try them all.
 */
function describeSellers(sellers: readonly RespondentSource[], getName: NameOf): Source[] {
  const [first] = sellers;
  if (first === undefined) return [];
  const folder = findCommonFolder(sellers.map(({ path }) => path));
  return [
    {
      kind: 'answers',
      path: getName({ path: folder, file: findCommonFolder(sellers.map(({ file }) => file)) ?? '-' }),
      digest: combineDigests(sellers),
      role: 'seller',
      files: sellers.length,
    },
  ];
}

function describeSource({ counted, digest }: RespondentSource, path: string): Source {
  const { respondent, agreed } = counted;
  return {
    kind: 'answers',
    path,
    digest,
    role: respondent.role,
    ...(respondent.name !== undefined && { respondent: respondent.name }),
    ...(agreed !== undefined && { agreed: true as const }),
  };
}

/** Sorts respondents by role, unit and name, whatever their order: answers that a team agreed on come last. */
function sortRespondents(respondents: readonly RespondentSource[]): readonly RespondentSource[] {
  const rank = ({ counted: { agreed, respondent } }: RespondentSource): number =>
    agreed === undefined ? roles.indexOf(respondent.role) : roles.length;
  const label = ({ counted: { respondent }, digest }: RespondentSource): string =>
    [respondent.unit ?? '', respondent.name ?? '', digest].join('\0');
  return respondents.toSorted((a, b) => rank(a) - rank(b) || (label(a) < label(b) ? -1 : 1));
}

/**
 * Combines and scores the answers of several respondents. Does not depend on their order.
 *
 * @returns a function that builds the report, as `scoreSources` does
 */
export async function scoreVoices(
  given: Model,
  { respondents, system, asOf, rules }: VoicesRequest,
): Promise<(getName: NameOf) => ReportDocument> {
  const model = wordForSeveral(given);
  const declared = await checkDeclared(system, model, asOf);
  const combination = combineAnswers(
    model,
    respondents.map(({ counted }) => counted),
    asOf,
    rules,
  );
  const sorted = sortRespondents(respondents);
  const sellers = sorted.filter(isSeller);
  const others = sorted.filter((each) => !isSeller(each));
  const medians = getSellersMedians(combination);
  const found = new Map<RespondentSource, readonly Finding[]>();
  for (const each of others) {
    const { source, counted, path } = each;
    if (source === undefined) continue;
    const compared = isLeader(counted) ? medians : undefined;
    const findings = await findInAnswers(source.document, path, model, asOf, declared.failing, compared);
    found.set(
      each,
      findings.map((finding) => toReportFinding(finding, each.file)),
    );
  }
  const assessment = assess(model, combination.answers, declared.outcomes, asOf, getVoices(combination));
  const report = buildReport({
    assessment,
    answers: combination.answers,
    sources: [],
    findings: [...[...found.values()].flat(), ...declared.findings],
    ...(declared.outcomes !== undefined && { outcomes: declared.outcomes }),
    voices: buildVoices(model, combination),
    version,
  });
  return (getName) => {
    const systemFile = system === undefined ? '' : getName({ path: system.path, file: system.document.file });
    return {
      ...report,
      sources: [
        ...others.map((each) => describeSource(each, getName(each))),
        ...describeSellers(sellers, getName),
        ...(system === undefined ? [] : [describeSystem(system, systemFile)]),
      ],
      findings: [
        ...[...found].flatMap(([each, findings]) =>
          findings.map((finding) => ({ ...finding, file: getName(each) })),
        ),
        ...declared.findings.map((finding) => ({ ...finding, file: systemFile })),
      ],
    };
  };
}
