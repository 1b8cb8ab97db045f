import { groupBy } from '#domain/groups.ts';
import type { Element, Model, Practice, Question } from '#domain/model.ts';
import { computeMean, settle } from './numbers.ts';

/** A settled score, 0 to 100, for every practice, block and element, and overall. null means unknown. */
export interface Lens {
  readonly practices: ReadonlyMap<string, number | null>;
  /** By `element.block`. */
  readonly blocks: ReadonlyMap<string, number | null>;
  readonly elements: ReadonlyMap<string, number | null>;
  readonly overall: number | null;
}

/** Key of a block in a lens: a block id is permanent only inside its element. */
export function getBlockKey(element: string, block: string): string {
  return `${element}.${block}`;
}

/** Practices by element, and by `element.block`, of each model. */
const grouped = new WeakMap<Model, ReadonlyMap<string, readonly Practice[]>>();

function groupsOf(model: Model): ReadonlyMap<string, readonly Practice[]> {
  const known = grouped.get(model);
  if (known !== undefined) return known;
  const groups = new Map([
    ...groupBy(model.practices, ({ element }) => element),
    ...groupBy(model.practices, ({ element, block }) =>
      block === null ? undefined : getBlockKey(element, block),
    ),
  ]);
  grouped.set(model, groups);
  return groups;
}

/** Practices of an element, or of one of its blocks. */
export function practicesIn(model: Model, element: string, block?: string): readonly Practice[] {
  return groupsOf(model).get(block === undefined ? element : getBlockKey(element, block)) ?? [];
}

/** Scores by id, or by key of a block. */
type Scores = ReadonlyMap<string, number | null>;

const weightOf = ({ weight }: { readonly weight: number }): number => weight;

function meanOfPractices(practices: readonly Practice[], scores: Scores): number | null {
  return computeMean(practices, ({ id }) => scores.get(id) ?? null, weightOf);
}

/** The mean of an element; puts those of its blocks into `blocks`. */
function rollUpElement(
  model: Model,
  { id, blocks: own }: Element,
  practices: Scores,
  blocks: Map<string, number | null>,
): number | null {
  if (own.length === 0) return meanOfPractices(practicesIn(model, id), practices);
  for (const block of own) {
    blocks.set(getBlockKey(id, block.id), meanOfPractices(practicesIn(model, id, block.id), practices));
  }
  return computeMean(own, (block) => blocks.get(getBlockKey(id, block.id)) ?? null, weightOf);
}

/** The same map, its scores settled. */
function settled(scores: Map<string, number | null>): Scores {
  scores.forEach((score, id) => {
    if (score !== null) scores.set(id, settle(score));
  });
  return scores;
}

/**
 * Rolls scores of practices up: block = mean of its practices, element = mean of its blocks or practices.
 * Scores are settled once, at the end, so that a threshold compares with the exact mean.
 */
export function rollUpPractices(model: Model, scoreOf: (practice: Practice) => number | null): Lens {
  const practices = new Map<string, number | null>();
  const blocks = new Map<string, number | null>();
  const elements = new Map<string, number | null>();
  for (const practice of model.practices) practices.set(practice.id, scoreOf(practice));
  for (const element of model.elements) {
    elements.set(element.id, rollUpElement(model, element, practices, blocks));
  }
  const overall = computeMean(
    model.elements,
    ({ id }) => elements.get(id) ?? null,
    () => 1,
  );
  return {
    practices: settled(practices),
    blocks: settled(blocks),
    elements: settled(elements),
    overall: overall === null ? null : settle(overall),
  };
}

/** The settled score that `rollUpPractices` gives one element, without looking at any other. */
export function rollUpOne(
  model: Model,
  element: Element,
  scoreOf: (practice: Practice) => number | null,
): number | null {
  const practices = new Map<string, number | null>();
  for (const practice of practicesIn(model, element.id)) practices.set(practice.id, scoreOf(practice));
  const score = rollUpElement(model, element, practices, new Map());
  return score === null ? null : settle(score);
}

/** Rolls levels of questions, 0 to 4 or null, up to scores: practice = 25 x mean of its questions. */
export function rollUpLevels(model: Model, levelOf: (question: Question) => number | null): Lens {
  return rollUpPractices(model, (practice) => {
    const level = computeMean(practice.questions, levelOf, weightOf);
    return level === null ? null : level * 25;
  });
}
