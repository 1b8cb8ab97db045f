import type {
  ClaimDefinition,
  Condition,
  ElementDefinition,
  ModelIdentity,
  NotApplicableReason,
  PatternDefinition,
  PracticeDefinition,
  QuestionDefinition,
  ReadingDefinition,
  RecommendationDefinition,
  RetiredId,
  Role,
  ScaleDefinition,
  ScoringRules,
  SourceDefinition,
  TermDefinition,
  Voice,
  VoiceRules,
  WordingRules,
} from './types/model.ts';
import type { Messages } from './messages.ts';

export type {
  Condition,
  NotApplicableReason,
  RetiredId,
  Role,
  ScoringRules,
  Voice,
  VoiceRules,
  WordingRules,
};

/** Roles that a respondent can have. The first one is asked every question. */
export const roles = [
  'leader',
  'manager',
  'seller',
  'enablement',
  'customer',
] as const satisfies readonly Role[];

/** What to do at certain levels of a question. */
export type Recommendation = RecommendationDefinition;

/** The one scale of five levels that all questions share, and the spans of time that they may name. */
export type Scale = ScaleDefinition;

/** A word that people count differently, with what counts and what does not. */
export type Term = TermDefinition;

/** A named diagnosis derived from scores and answers. */
export type Pattern = PatternDefinition;

/** What it means when roles or units answer a question differently. */
export type Reading = ReadingDefinition;

/** A publication that a figure or finding comes from. */
export type Source = SourceDefinition;

/** A claim of the founding essay, in our own words. */
export type Claim = ClaimDefinition;

/** A group of practices inside an element. */
export interface Block {
  readonly id: string;
  readonly name: string;
  /** Weight in the mean of the element, greater than 0. */
  readonly weight: number;
}

/** One of the elements of the sales system, in the sequence in which they are asked and built. */
export interface Element extends Omit<ElementDefinition, 'blocks'> {
  /** Empty if the element has no blocks. */
  readonly blocks: readonly Block[];
}

/** A question with all defaults of the model applied. */
export interface Question extends Omit<QuestionDefinition, 'id'> {
  /** The full permanent id: element.practice.question. */
  readonly id: string;
  readonly element: string;
  readonly block: string | null;
  readonly practice: string;
  readonly quick: boolean;
  /** Weight in the mean of the practice, greater than 0. */
  readonly weight: number;
  readonly mayNotApply: boolean;
  /** Ids of the accepted reasons. Empty unless `mayNotApply`. */
  readonly notApplicableReasons: string[];
  /** ISO 8601 duration after which evidence is stale. */
  readonly evidenceMaxAge: string;
  readonly disprovedBy: string[];
  /** Roles whose answer is a guess at what others would say. */
  readonly guessFor: Role[];
  /** Version of the model in which the meaning of the question last changed. */
  readonly changedIn: string;
}

/** A practice with all defaults of the model applied. */
export interface Practice extends Omit<PracticeDefinition, 'block' | 'questions'> {
  readonly block: string | null;
  /** Weight in the mean of its block or element, greater than 0. */
  readonly weight: number;
  /** Score, 0..100, from which the practice is not a gap. */
  readonly target: number;
  readonly dependsOn: string[];
  readonly questions: readonly Question[];
}

/** Id and version of a model. */
export interface ModelReference {
  readonly id: string;
  readonly version: string;
}

/**
 * The assembled, validated content of an audit: questions, scoring rules and recommendations. A translation is the
 * same model in another language: it has the id, version and digest of the model that it translates.
 */
export interface Model extends Omit<ModelIdentity, 'extends' | 'language'> {
  /** BCP 47 tag. */
  readonly language: string;
  /** The models that this one extends, nearest first. Empty if there are none. */
  readonly extends: readonly ModelReference[];
  /** SHA-256 of the content, as `sha256:` and hex digits. That of a translation is of the model that it translates. */
  readonly digest: string;
  readonly scoring: ScoringRules;
  readonly scale: Scale;
  readonly terms: readonly Term[];
  /** In sequence. */
  readonly elements: readonly Element[];
  /** In asking order: by element, block, and position of the practice. */
  readonly practices: readonly Practice[];
  readonly notApplicableReasons: readonly NotApplicableReason[];
  readonly patterns: readonly Pattern[];
  readonly readings: readonly Reading[];
  readonly sources: readonly Source[];
  readonly claims: readonly Claim[];
  readonly retired: readonly RetiredId[];
  /** Ids of the questions that overlays removed from the models that they extend. */
  readonly removed: readonly string[];
  /** What to look for in the wording of texts, by language. */
  readonly wording: Readonly<Record<string, WordingRules>>;
  readonly messages: Messages;
}

/** Returns the primary part of a language tag: `de` of `de-AT`. */
export function getPrimaryLanguage(tag: string): string {
  return tag.split('-')[0] ?? tag;
}

/** Returns every question of a model in asking order. */
export function listQuestions(model: Model): readonly Question[] {
  return model.practices.flatMap((practice) => practice.questions);
}

/**
 * Returns the recommendation of a question for a level, 0..4, if the model has one.
 *
 * @param isOneTeam whether to use what the recommendation says to sellers who are one team
 */
export function selectRecommendation(
  question: Question,
  level: number,
  isOneTeam = false,
): Recommendation | undefined {
  const found = question.recommendations.find(({ levels }) => levels.includes(level));
  return isOneTeam && found?.inOneTeam !== undefined ? { ...found, ...found.inOneTeam } : found;
}
