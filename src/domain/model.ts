import type {
  ClaimDefinition,
  Condition,
  ElementDefinition,
  ModelIdentity,
  NotApplicableReason,
  PatternDefinition,
  PracticeDefinition,
  QuestionDefinition,
  RecommendationDefinition,
  RetiredId,
  Role,
  ScoringRules,
  SourceDefinition,
} from './types/model.ts';
import type { Messages } from './messages.ts';

export type { Condition, NotApplicableReason, RetiredId, Role, ScoringRules };

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

/** A named diagnosis derived from scores and answers. */
export type Pattern = PatternDefinition;

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

/** The assembled, validated content of an audit: questions, scoring rules and recommendations. */
export interface Model extends Omit<ModelIdentity, 'extends'> {
  /** The model that this one extends; null if there is none. */
  readonly extends: { readonly id: string; readonly version: string } | null;
  /** SHA-256 of the content, as `sha256:` and hex digits. */
  readonly digest: string;
  readonly scoring: ScoringRules;
  /** In sequence. */
  readonly elements: readonly Element[];
  /** In asking order: by element, block, and position of the practice. */
  readonly practices: readonly Practice[];
  readonly notApplicableReasons: readonly NotApplicableReason[];
  readonly patterns: readonly Pattern[];
  readonly sources: readonly Source[];
  readonly claims: readonly Claim[];
  readonly retired: readonly RetiredId[];
  /** Ids of the questions that an overlay removed from the model that it extends. */
  readonly removed: readonly string[];
  readonly messages: Messages;
}

/** Returns every question of a model in asking order. */
export function listQuestions(model: Model): readonly Question[] {
  return model.practices.flatMap((practice) => practice.questions);
}

/** Returns the recommendation of a question for a level, 0..4, if the model has one. */
export function selectRecommendation(question: Question, level: number): Recommendation | undefined {
  return question.recommendations.find((recommendation) => recommendation.levels.includes(level));
}
