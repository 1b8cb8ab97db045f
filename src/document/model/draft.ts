import type {
  Claim,
  Element,
  Model,
  ModelReference,
  NotApplicableReason,
  Pattern,
  Practice,
  Question,
  Reading,
  RetiredId,
  Scale,
  ScoringRules,
  Source,
  Term,
  WordingRules,
} from '#domain/model.ts';
import { groupBy } from '#domain/groups.ts';
import type {
  ElementDefinition,
  ModelDocument,
  PracticeDefinition,
  QuestionDefinition,
} from '#domain/types/model.ts';
import type { Finding } from '#domain/types/report.ts';
import type { Path } from '#document/read/fault.ts';
import { type Sourced, makeFindingAt } from '#document/read/read-document.ts';

/** One file of a model. */
export type Part = Sourced<ModelDocument>;

/** Where a part of a model is written. */
export interface Spot {
  readonly part: Part;
  readonly path: Path;
}

/** A part of a model with its position; `spot` is undefined if it comes from the extended model. */
export interface Placed<T> {
  readonly value: T;
  readonly spot: Spot | undefined;
}

/** A practice without its questions, which are collected separately. */
export type BarePractice = Omit<Practice, 'questions'>;

/** Returns the ids of entries. */
export function listIds<T extends string | number>(entries: readonly Placed<{ readonly id: T }>[]): Set<T> {
  return new Set(entries.map(({ value }) => value.id));
}

/** Everything that the files of a model define, before it is checked and sorted. */
export interface Draft {
  readonly identity: Pick<Model, 'id' | 'version' | 'title' | 'language'>;
  /** The extended models, nearest first. */
  readonly extends: readonly ModelReference[];
  /** The model that the files change or translate; undefined for a complete model. */
  readonly base: Model | undefined;
  /** Whether the files only translate their base. */
  readonly isTranslation: boolean;
  readonly scoring: ScoringRules;
  readonly scale: Scale;
  readonly elements: readonly Placed<Element>[];
  readonly practices: readonly Placed<BarePractice>[];
  readonly questions: readonly Placed<Question>[];
  readonly patterns: readonly Placed<Pattern>[];
  readonly readings: readonly Placed<Reading>[];
  readonly terms: readonly Placed<Term>[];
  readonly reasons: readonly Placed<NotApplicableReason>[];
  readonly sources: readonly Placed<Source>[];
  readonly claims: readonly Placed<Claim>[];
  readonly retired: readonly Placed<RetiredId>[];
  readonly messages: ReadonlyMap<string, Placed<string>>;
  readonly wording: Readonly<Record<string, WordingRules>>;
  /** Ids of questions that the extended models removed before. */
  readonly removedBefore: readonly string[];
  /** Ids that an overlay removes, with the position of the removal. */
  readonly removed: ReadonlyMap<string, Spot>;
  /** Where to report faults of parts without a spot: in the file that identifies the model. */
  readonly home: Spot;
}

/** Makes the finding for a fault that the schema of a model file cannot see. */
export function makeFaultAt(
  { part, path }: Spot,
  message: string,
  fix: string,
  what?: 'key' | 'value',
): Finding {
  return makeFindingAt(part, path, { check: 'document/invalid', severity: 'error', message, fix }, what);
}

/** Returns the spot of a node below another one. */
export function putBeneath({ part, path }: Spot, ...more: Path): Spot {
  return { part, path: [...path, ...more] };
}

/** Fills in the defaults of an element's blocks. */
export function assembleElement(element: ElementDefinition): Element {
  return {
    ...element,
    blocks: (element.blocks ?? []).map((block) => ({ ...block, weight: block.weight ?? 1 })),
  };
}

/** Fills in the defaults of a practice. */
export function assemblePractice(
  { questions: _questions, ...practice }: PracticeDefinition,
  rules: ScoringRules,
): BarePractice {
  return {
    ...practice,
    block: practice.block ?? null,
    weight: practice.weight ?? 1,
    target: practice.target ?? rules.target,
    dependsOn: practice.dependsOn ?? [],
  };
}

/** Fills in the defaults and the full id of a question. */
export function assembleQuestion(
  { element, id, block }: Pick<BarePractice, 'element' | 'id' | 'block'>,
  question: QuestionDefinition,
  rules: ScoringRules,
): Question {
  return {
    ...question,
    id: `${element}.${id}.${question.id}`,
    element,
    block,
    practice: id,
    quick: question.quick ?? false,
    weight: question.weight ?? 1,
    mayNotApply: question.mayNotApply ?? false,
    notApplicableReasons: question.notApplicableReasons ?? [],
    evidenceMaxAge: question.evidenceMaxAge ?? rules.evidenceMaxAge,
    disprovedBy: question.disprovedBy ?? [],
    guessFor: question.guessFor ?? [],
    changedIn: question.changedIn ?? '1.0.0',
  };
}

function sortPractices(
  elements: readonly Element[],
  practices: readonly BarePractice[],
): readonly BarePractice[] {
  const getPlace = ({ element, block }: BarePractice): number => {
    const index = elements.findIndex(({ id }) => id === element);
    return index * 1000 + (elements[index]?.blocks.findIndex(({ id }) => id === block) ?? 0);
  };
  return practices.toSorted(
    (a, b) => getPlace(a) - getPlace(b) || a.order - b.order || (a.id < b.id ? -1 : 1),
  );
}

/** Writes a value as JSON with sorted keys, so that the order of keys does not affect the digest. */
function toCanonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** Builds the model from a draft that passed all checks. */
export function assembleModel(draft: Draft, hash: (text: string) => string): Model {
  const listValues = <T>(placed: readonly Placed<T>[]): T[] => placed.map(({ value }) => value);
  const elements = listValues(draft.elements);
  const questions = groupBy(listValues(draft.questions), ({ practice }) => practice);
  const content = {
    ...draft.identity,
    extends: draft.extends,
    scoring: draft.scoring,
    scale: draft.scale,
    terms: listValues(draft.terms),
    elements,
    practices: sortPractices(elements, listValues(draft.practices)).map((practice) => ({
      ...practice,
      questions: questions.get(practice.id) ?? [],
    })),
    notApplicableReasons: listValues(draft.reasons),
    patterns: listValues(draft.patterns),
    readings: listValues(draft.readings),
    sources: listValues(draft.sources),
    claims: listValues(draft.claims),
    retired: listValues(draft.retired),
    removed: [...draft.removedBefore, ...[...draft.removed.keys()].filter((id) => id.includes('.'))],
    wording: draft.wording,
    messages: Object.fromEntries(
      [...draft.messages].map(([key, { value }]) => [key, value]),
    ) as Model['messages'],
  };
  const digest = draft.isTranslation ? draft.base?.digest : undefined;
  return { ...content, digest: digest ?? hash(toCanonicalJson(content)) };
}
