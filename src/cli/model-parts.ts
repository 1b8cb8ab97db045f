import type { Model, Practice } from '#domain/model.ts';

/** What of a model only asking, explaining and reporting need: nine tenths of it. */
interface Content extends Pick<Model, 'patterns' | 'sources' | 'claims' | 'words'> {
  /** The questions of each practice, in their order. */
  readonly questions: readonly Practice['questions'][];
}

/** What is left of a model: all that scoring a declared system needs. */
interface Outline extends Omit<Model, Exclude<keyof Content, 'questions'> | 'practices'> {
  readonly practices: readonly Omit<Practice, 'questions'>[];
}

/** A model in the two parts in which it is kept. */
export interface ModelParts {
  readonly outline: Outline;
  readonly content: Content;
}

/** Takes a model apart. */
export function partsOf(model: Model): ModelParts {
  const { patterns, sources, claims, words, practices, ...rest } = model;
  return {
    outline: { ...rest, practices: practices.map(({ questions: _questions, ...practice }) => practice) },
    content: { patterns, sources, claims, words, questions: practices.map(({ questions }) => questions) },
  };
}

/** Gives a thing more properties, whose values are made when one of them is first asked for. */
function withLater<T extends object, K extends string>(
  thing: T,
  keys: readonly K[],
  valueOf: (key: K) => unknown,
): void {
  for (const key of keys) {
    Object.defineProperty(thing, key, {
      configurable: true,
      enumerable: true,
      get: () => {
        const value = valueOf(key);
        Object.defineProperty(thing, key, { value, configurable: true, enumerable: true, writable: true });
        return value;
      },
    });
  }
}

/**
 * Puts a model together again.
 *
 * @param outline becomes the model
 * @param readContent called once, and only where something of the content is asked for
 */
export function assembled(outline: Outline, readContent: () => Content): Model {
  let read: Content | undefined;
  const content = (): Content => (read ??= readContent());
  withLater(outline, ['patterns', 'sources', 'claims', 'words'], (key) => content()[key]);
  for (const [index, practice] of outline.practices.entries())
    withLater(practice, ['questions'], () => content().questions[index]);
  return outline as Model;
}
