/** Chooses whose answer to a question counts, by the rules of the model (docs/scoring.md, "Several respondents"). */
import type { Question, Role, ScoringRules, Voice } from '#domain/model.ts';
import { computeSupportedLevel, isStale } from '#domain/scoring/evidence.ts';
import type { Answer, Evidence } from '#domain/types/answers.ts';
import { type Audience, getAnswerOf, listAsked } from './respondents.ts';
import type { ShownSellers } from './protect-sellers.ts';
import { getLowerMedian, listLevels, tally } from './tally.ts';

/** What someone who is no seller was asked and answered. */
export interface GivenAnswer {
  readonly role: Role;
  readonly unit: string | undefined;
  readonly name: string | undefined;
  /** undefined if they did not answer. */
  readonly answer: Answer | undefined;
}

/** Whose answer counts for a question. */
export interface Governing {
  /** null if nobody's answer has a level. */
  readonly by: Voice | 'agreed' | null;
  /** Role whose answer it is; undefined for answers that a team agreed on, and without one. */
  readonly role: Role | undefined;
  /** The answer that is scored; undefined if the question is open. */
  readonly answer: Answer | undefined;
  /** Number of levels that it represents. */
  readonly count: number;
}

/** What a question is judged with. */
export interface Circumstances {
  readonly audience: Audience;
  readonly given: readonly GivenAnswer[];
  readonly sellers: ShownSellers;
  readonly rules: ScoringRules;
  /** The day at which the age of evidence is measured, YYYY-MM-DD. */
  readonly asOf: string;
}

/** Everyone but sellers, whose single answers are never shown, in the order in which ties are decided. */
const named = ['customer', 'manager', 'enablement', 'leader'] as const satisfies readonly Role[];

/** Lists what everyone but sellers who was asked a question answered. */
export function listNamedAnswers(audience: Audience, question: Question): readonly GivenAnswer[] {
  return named.flatMap((role) =>
    listAsked(audience, role, question).map((respondent): GivenAnswer => {
      const { unit, name } = respondent.answers.respondent;
      return { role, unit, name, answer: getAnswerOf(respondent, question) };
    }),
  );
}

/** A level, and whose it is. */
interface Choice {
  readonly role: Role;
  readonly level: number;
  readonly count: number;
}

/** Returns the lower median of a role, if it may govern. */
function chooseMedian(given: readonly GivenAnswer[], role: Role): Choice | undefined {
  const own = tally(given.filter((each) => each.role === role).map(({ answer }) => answer));
  const level = getLowerMedian(own);
  return level === null ? undefined : { role, level, count: listLevels(own).length };
}

/** Returns the lower median of the sellers, if enough of them gave a level. */
function chooseSellers({ sellers: { all } }: Circumstances): Choice | undefined {
  return all === null || all.lowerMedian === null
    ? undefined
    : { role: 'seller', level: all.lowerMedian, count: listLevels(all.tally).length };
}

/** Lists the evidence of answers that claim at least a level. */
function listEvidence(given: readonly GivenAnswer[], level: number): readonly Evidence[] {
  return given.flatMap(({ answer }) => ((answer?.level ?? -1) >= level ? (answer?.evidence ?? []) : []));
}

/** Returns the leader's answer, if evidence that came with it supports it. */
function chooseSupportedLeader(
  given: readonly GivenAnswer[],
  question: Question,
  { rules, asOf }: Circumstances,
): Choice | undefined {
  const leaders = given.filter(({ role }) => role === 'leader');
  const chosen = chooseMedian(leaders, 'leader');
  if (chosen === undefined) return undefined;
  const evidence = listEvidence(leaders, chosen.level);
  return computeSupportedLevel(evidence, question, rules, asOf) >= chosen.level ? chosen : undefined;
}

/**
 * Returns the answer with the strongest fresh evidence. Ties: customers before managers, enablement and the leader, then
 * the lower level.
 */
function chooseStrongestEvidence(
  given: readonly GivenAnswer[],
  question: Question,
  { rules, asOf }: Circumstances,
): Choice | undefined {
  let strongest = 0;
  let chosen: Choice | undefined;
  for (const { role, answer } of given) {
    if (answer?.level === undefined) continue;
    const fresh = (answer.evidence ?? []).filter((piece) => !isStale(piece, question, asOf));
    if (fresh.length === 0) continue;
    const strength = computeSupportedLevel(fresh, question, rules, asOf);
    const isTie = strength === strongest && chosen?.role === role && answer.level < chosen.level;
    if (strength > strongest || isTie) {
      strongest = strength;
      chosen = { role, level: answer.level, count: 1 };
    }
  }
  return chosen;
}

function choose(
  voice: Voice,
  given: readonly GivenAnswer[],
  question: Question,
  circumstances: Circumstances,
): Choice | undefined {
  switch (voice) {
    case 'sellers':
      return chooseSellers(circumstances);
    case 'managers':
      return chooseMedian(given, 'manager');
    case 'leader':
      return chooseMedian(given, 'leader');
    case 'enablement':
      return chooseMedian(given, 'enablement');
    case 'customers':
      return chooseMedian(given, 'customer');
    case 'supported-leader':
      return chooseSupportedLeader(given, question, circumstances);
    case 'strongest-evidence':
      return chooseStrongestEvidence(given, question, circumstances);
  }
}

/** Returns the lowest place below a level that anyone names. */
function findLowest(given: readonly GivenAnswer[], level: number): Answer['lowest'] {
  return given
    .flatMap(({ answer }) => answer?.lowest ?? [])
    .filter((each) => each.level < level)
    .toSorted((a, b) => a.level - b.level)[0];
}

/** Makes the answer that is scored: the level, with the evidence for it and the lowest place that anyone names. */
function makeGoverningAnswer(given: readonly GivenAnswer[], { role, level, count }: Choice): Answer {
  const evidence = listEvidence(given, level);
  const lowest = findLowest(given, level);
  const alone = given.filter((each) => each.role === role && each.answer?.level === level);
  const note = role !== 'seller' && count === 1 && alone.length === 1 ? alone[0]?.answer?.note : undefined;
  return {
    level,
    ...(lowest !== undefined && { lowest }),
    ...(evidence.length > 0 && { evidence: [...evidence] }),
    ...(note !== undefined && { note }),
  };
}

/** Returns an answer without a level: the leader's, else that of the first other role that gave one. */
function findWithoutLevel(given: readonly GivenAnswer[]): Answer | undefined {
  return given.toReversed().find(({ answer }) => answer !== undefined && answer.level === undefined)?.answer;
}

/** Adds to an answer that a team agreed on the evidence that its people had for that level, and their lowest place. */
function addGiven(given: readonly GivenAnswer[], agreed: Answer): Answer {
  if (agreed.level === undefined) return agreed;
  const evidence = [...(agreed.evidence ?? []), ...listEvidence(given, agreed.level)];
  const lowest = agreed.lowest ?? findLowest(given, agreed.level);
  return {
    ...agreed,
    ...(lowest !== undefined && { lowest }),
    ...(evidence.length > 0 && { evidence }),
  };
}

/** Chooses whose answer to a question counts. What a team agreed on comes first, also that it is unknown or does not apply. */
export function govern(question: Question, circumstances: Circumstances): Governing {
  const { audience, given, rules } = circumstances;
  const agreed = audience.agreed?.answers;
  const settled = agreed && Object.hasOwn(agreed, question.id) ? agreed[question.id] : undefined;
  if (settled !== undefined) {
    const answer = addGiven(given, settled);
    return { by: 'agreed', role: undefined, answer, count: audience.respondents.length };
  }
  for (const by of rules.voices.governs[question.kind]) {
    const choice = choose(by, given, question, circumstances);
    if (choice !== undefined)
      return { by, role: choice.role, answer: makeGoverningAnswer(given, choice), count: choice.count };
  }
  return { by: null, role: undefined, answer: findWithoutLevel(given), count: 0 };
}
