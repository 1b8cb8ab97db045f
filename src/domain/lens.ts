import { groupedBy } from './groups.ts';
import type { Element, Model, Practice, Question } from './model.ts';
import { meanOf, settle } from './numbers.ts';

/** A settled score, 0 to 100, for every practice, block and element, and overall. null means unknown. */
export interface Lens {
  readonly practices: ReadonlyMap<string, number | null>;
  /** By `element.block`. */
  readonly blocks: ReadonlyMap<string, number | null>;
  readonly elements: ReadonlyMap<string, number | null>;
  readonly overall: number | null;
}

/** Key of a block in a lens: a block id is permanent only inside its element. */
export function blockKey(element: string, block: string): string {
  return `${element}.${block}`;
}

/** Practices by element, and by `element.block`, of each model. */
const grouped = new WeakMap<Model, ReadonlyMap<string, readonly Practice[]>>();

function groupsOf(model: Model): ReadonlyMap<string, readonly Practice[]> {
  const known = grouped.get(model);
  if (known !== undefined) return known;
  const groups = new Map([
    ...groupedBy(model.practices, ({ element }) => element),
    ...groupedBy(model.practices, ({ element, block }) =>
      block === null ? undefined : blockKey(element, block),
    ),
  ]);
  grouped.set(model, groups);
  return groups;
}

/** Practices of an element, or of one of its blocks. */
export function practicesIn(model: Model, element: string, block?: string): readonly Practice[] {
  return groupsOf(model).get(block === undefined ? element : blockKey(element, block)) ?? [];
}

function meanOfPractices(
  practices: readonly Practice[],
  scores: ReadonlyMap<string, number | null>,
): number | null {
  return meanOf(practices.map(({ id, weight }) => ({ value: scores.get(id) ?? null, weight })));
}

function meanOfElement(
  model: Model,
  element: Element,
  practices: ReadonlyMap<string, number | null>,
  blocks: ReadonlyMap<string, number | null>,
): number | null {
  if (element.blocks.length === 0) return meanOfPractices(practicesIn(model, element.id), practices);
  return meanOf(
    element.blocks.map(({ id, weight }) => ({ value: blocks.get(blockKey(element.id, id)) ?? null, weight })),
  );
}

function settled(scores: ReadonlyMap<string, number | null>): ReadonlyMap<string, number | null> {
  const all = new Map<string, number | null>();
  scores.forEach((score, id) => all.set(id, score === null ? null : settle(score)));
  return all;
}

/**
 * Rolls scores of practices up: block = mean of its practices, element = mean of its blocks or practices.
 * Scores are settled once, at the end, so that a threshold compares with the exact mean.
 */
export function rollUpPractices(model: Model, scoreOf: (practice: Practice) => number | null): Lens {
  const practices = new Map(model.practices.map((practice) => [practice.id, scoreOf(practice)]));
  const blocks = new Map(
    model.elements.flatMap((element) =>
      element.blocks.map(({ id }) => [
        blockKey(element.id, id),
        meanOfPractices(practicesIn(model, element.id, id), practices),
      ]),
    ),
  );
  const elements = new Map(
    model.elements.map((element) => [element.id, meanOfElement(model, element, practices, blocks)]),
  );
  const overall = meanOf([...elements.values()].map((value) => ({ value, weight: 1 })));
  return {
    practices: settled(practices),
    blocks: settled(blocks),
    elements: settled(elements),
    overall: overall === null ? null : settle(overall),
  };
}

/** Rolls levels of questions, 0 to 4 or null, up to scores: practice = 25 x mean of its questions. */
export function rollUpLevels(model: Model, levelOf: (question: Question) => number | null): Lens {
  return rollUpPractices(model, (practice) => {
    const level = meanOf(
      practice.questions.map((question) => ({ value: levelOf(question), weight: question.weight })),
    );
    return level === null ? null : level * 25;
  });
}
