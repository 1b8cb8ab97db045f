import contradictsSystem from '#checks/answers/contradicts-system.ts';
import disputed from '#checks/answers/disputed.ts';
import { checks } from '#checks/index.ts';
import type { AnswersCheck, Facts } from '#checks/define-check.ts';
import { findEvidenceReferences } from '#checks/queries/references.ts';
import { findCutTexts } from './cut-text.ts';
import type { Sourced } from '#document/read/sourced.ts';
import { assess } from '#domain/scoring/assess.ts';
import { countAnswers } from '#domain/answers/not-known.ts';
import type { Model } from '#domain/model.ts';
import type { GatedFinding } from '#domain/gate/check-report.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { Finding } from '#domain/types/report.ts';
import { dropOutdated } from '#app/answers/read-answers.ts';
import type { CheckedFile, CheckedInput } from './checked-file.ts';
import { lookUpReferences } from './look-up-references.ts';
import { toFinding, toGatedFinding } from './to-finding.ts';

/**
 * Runs the checks over answers.
 *
 * @param path absolute path of the file; undefined where nothing around it may be looked at
 * @param failingChecks ids of the checks that fail over the declared system of their organization; undefined without one
 * @param sellers median of the sellers, 0..4, by question, for the answers of a leader among several respondents
 */
export async function findInAnswers(
  document: Sourced<AnswersDocument>,
  path: string | undefined,
  model: Model,
  asOf: string,
  failingChecks: ReadonlySet<string> | undefined,
  sellers?: ReadonlyMap<string, number>,
): Promise<GatedFinding[]> {
  const paths = await lookUpReferences(findEvidenceReferences(document.value), path);
  const facts: Facts = { asOf, paths, history: undefined };
  const own = checks.filter((check): check is AnswersCheck => check.over === 'answers');
  return own.flatMap((check) =>
    check
      .run(document.value, { model, facts, failingChecks, sellers })
      .failures.map((failure) => toFinding(document, check, failure, undefined)),
  );
}

/** What answers are compared with. */
export interface Compared {
  /** Ids of the checks that fail over the declared system of their organization; undefined without one. */
  readonly failingChecks: ReadonlySet<string> | undefined;
  /** Median of the sellers, 0..4, by question, for the answers of a leader; undefined without sellers. */
  readonly sellers: ReadonlyMap<string, number> | undefined;
}

/**
 * Checks answers and scores them, without those to questions that changed since.
 *
 * @param faults findings of reading the answers, which are not reported twice
 */
export async function checkAnswers(
  document: Sourced<AnswersDocument>,
  input: CheckedInput,
  model: Model,
  asOf: string,
  { failingChecks, sellers }: Compared,
  faults: readonly Finding[] = [],
): Promise<CheckedFile> {
  // Reading reports every fault of a check that it applies.
  const applied = new Set(faults.map(({ check }) => check));
  const found = await findInAnswers(document, input.path, model, asOf, failingChecks, sellers);
  const findings = [
    ...faults.map((fault) => toGatedFinding(fault, document.file)),
    ...found.filter(({ check }) => !applied.has(check)),
  ];
  const { counted } = dropOutdated(document, model);
  const assessment = assess(model, counted, undefined, asOf);
  return {
    file: input.file,
    path: input.path,
    text: document.text,
    findings,
    notes: findCutTexts(document),
    scores: {
      file: input.file,
      kind: 'answers',
      score: assessment.score,
      scoreWithoutSuppressed: null,
      shown: assessment.shown.overall,
      coverage: assessment.coverage,
      counts: countAnswers(assessment.asked),
      inPlace: assessment.inPlace,
      elements: model.elements.map(({ id, name }) => ({
        id,
        name,
        score: assessment.said.elements.get(id) ?? null,
        ...(assessment.status.get(id) === 'not-asked' && { isAsked: false as const }),
      })),
    },
    outcomes: [],
    waivers: [],
    // Whether an entry of a baseline is still needed takes the system, or the sellers, to tell.
    unjudged: new Set([
      ...(failingChecks === undefined ? [contradictsSystem.id] : []),
      ...(sellers === undefined ? [disputed.id] : []),
    ]),
    unusedWaivers: [],
    kind: 'answers',
    organization: undefined,
    document: { kind: 'answers', value: counted },
  };
}
