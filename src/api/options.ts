/** What the functions of the library refuse, for programs that no type checker saw. */
import type { Model } from '#domain/model.ts';
import type { Sourced } from './text.ts';

/** Throws a TypeError unless an option is a model. */
export function requireModel(given: Model): void {
  if (Array.isArray((given as Partial<Model> | null | undefined)?.practices)) return;
  throw new TypeError(
    '`model` takes a model: pass `await loadShippedModel()`, or what `loadModel` returned.',
  );
}

/** Throws a RangeError unless an option is one of its choices. */
export function requireChoice(option: string, given: unknown, choices: readonly string[]): void {
  if (given === undefined || choices.includes(given as string)) return;
  throw new RangeError(`\`${option}\` is ${JSON.stringify(given)}, but takes ${choices.join(', ')}.`);
}

/** Throws a TypeError for an option that does not exist, such as a misspelt one. */
export function requireKnownOptions(given: object, known: readonly string[]): void {
  const unknown = Object.keys(given ?? {}).find((key) => !known.includes(key));
  if (unknown !== undefined)
    throw new TypeError(`There is no option \`${unknown}\`, but ${known.join(', ')}.`);
}

/** Throws a TypeError unless an option is a document, and not, for example, the result of reading one. */
export function requireDocument(option: string, given: Sourced<unknown>): void {
  const { text, value } = (given as Partial<Sourced<unknown>> | null) ?? {};
  if (typeof text === 'string' && value !== undefined) return;
  throw new TypeError(
    `\`${option}\` takes the \`document\` of what was read: pass \`unwrap(read)\`, or \`read.document\` if \`read.ok\`.`,
  );
}
