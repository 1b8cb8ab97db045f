import { getBlockKey } from '#domain/scoring/roll-up.ts';
import { type Model, listQuestions } from '#domain/model.ts';

/** An id with a short description. */
export interface NamedId {
  readonly id: string;
  readonly name: string;
}

/** A question id with the levels, 0 to 4, that have a recommendation. */
export interface QuestionId extends NamedId {
  readonly levels: readonly number[];
}

/** Ids of a model that `explain` accepts. */
export interface ModelIds {
  readonly elements: readonly NamedId[];
  readonly blocks: readonly NamedId[];
  readonly practices: readonly NamedId[];
  readonly patterns: readonly NamedId[];
  readonly questions: readonly QuestionId[];
}

const toNamedId = ({ id, name }: NamedId): NamedId => ({ id, name });

/** Lists the ids of an assembled model. */
export function listModelIds(model: Model): ModelIds {
  return {
    elements: model.elements.map(toNamedId),
    blocks: model.elements.flatMap(({ id, blocks }) =>
      blocks.map((block) => ({ id: getBlockKey(id, block.id), name: block.name })),
    ),
    practices: model.practices.map(toNamedId),
    patterns: model.patterns.map(toNamedId),
    questions: listQuestions(model).map(({ id, ask, recommendations }) => ({
      id,
      name: ask.leader,
      levels: recommendations.flatMap(({ levels }) => levels).toSorted(),
    })),
  };
}
