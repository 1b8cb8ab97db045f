import { groupBy } from '#domain/groups.ts';
import type { Element, Model, Practice, Question } from '#domain/model.ts';
import { computeMean, settle } from './numbers.ts';

/** Settled scores, 0..100, of every practice, block and element, and overall. null = unknown. */
export interface Lens {
  readonly practices: ReadonlyMap<string, number | null>;
  /** By `element.block`. */
  readonly blocks: ReadonlyMap<string, number | null>;
  readonly elements: ReadonlyMap<string, number | null>;
  readonly overall: number | null;
}

/** Returns the key of a block in a lens. A block id is unique only within its element. */
export function getBlockKey(element: string, block: string): string {
  return `${element}.${block}`;
}

/** Cache: the practices of each model by element, and by `element.block`. */
const groupCache = new WeakMap<Model, ReadonlyMap<string, readonly Practice[]>>();

function groupPractices(model: Model): ReadonlyMap<string, readonly Practice[]> {
  const known = groupCache.get(model);
  if (known !== undefined) return known;
  const groups = new Map([
    ...groupBy(model.practices, ({ element }) => element),
    ...groupBy(model.practices, ({ element, block }) =>
      block === null ? undefined : getBlockKey(element, block),
    ),
  ]);
  groupCache.set(model, groups);
  return groups;
}

/** Returns the practices of an element, or of one of its blocks. */
export function listPractices(model: Model, element: string, block?: string): readonly Practice[] {
  return groupPractices(model).get(block === undefined ? element : getBlockKey(element, block)) ?? [];
}

/** Scores by id, or by block key. */
type Scores = ReadonlyMap<string, number | null>;

const getWeight = ({ weight }: { readonly weight: number }): number => weight;

function averagePractices(practices: readonly Practice[], scores: Scores): number | null {
  return computeMean(practices, ({ id }) => scores.get(id) ?? null, getWeight);
}

/** Computes the mean of an element. Writes the means of its blocks into `blocks`. */
function rollUpElement(
  model: Model,
  { id, blocks: own }: Element,
  practices: Scores,
  blocks: Map<string, number | null>,
): number | null {
  if (own.length === 0) return averagePractices(listPractices(model, id), practices);
  for (const block of own) {
    blocks.set(getBlockKey(id, block.id), averagePractices(listPractices(model, id, block.id), practices));
  }
  return computeMean(own, (block) => blocks.get(getBlockKey(id, block.id)) ?? null, getWeight);
}

/** Settles all scores in place. */
function settleAll(scores: Map<string, number | null>): Scores {
  scores.forEach((score, id) => {
    if (score !== null) scores.set(id, settle(score));
  });
  return scores;
}

/**
 * Rolls up practice scores: a block is the mean of its practices, an element the mean of its blocks or
 * practices. Scores are settled once, at the end, so that thresholds compare with the exact mean.
 */
export function rollUpPractices(model: Model, getScore: (practice: Practice) => number | null): Lens {
  const practices = new Map<string, number | null>();
  const blocks = new Map<string, number | null>();
  const elements = new Map<string, number | null>();
  for (const practice of model.practices) practices.set(practice.id, getScore(practice));
  for (const element of model.elements) {
    elements.set(element.id, rollUpElement(model, element, practices, blocks));
  }
  const overall = computeMean(
    model.elements,
    ({ id }) => elements.get(id) ?? null,
    () => 1,
  );
  return {
    practices: settleAll(practices),
    blocks: settleAll(blocks),
    elements: settleAll(elements),
    overall: overall === null ? null : settle(overall),
  };
}

/** Computes the score that `rollUpPractices` gives one element, without computing the others. */
export function rollUpOne(
  model: Model,
  element: Element,
  getScore: (practice: Practice) => number | null,
): number | null {
  const practices = new Map<string, number | null>();
  for (const practice of listPractices(model, element.id)) practices.set(practice.id, getScore(practice));
  const score = rollUpElement(model, element, practices, new Map());
  return score === null ? null : settle(score);
}

/** Rolls up levels of questions, 0..4 or null, to scores: practice = 25 x mean of its questions. */
export function rollUpLevels(model: Model, levelOf: (question: Question) => number | null): Lens {
  return rollUpPractices(model, (practice) => {
    const level = computeMean(practice.questions, levelOf, getWeight);
    return level === null ? null : level * 25;
  });
}
