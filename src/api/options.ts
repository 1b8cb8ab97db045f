/** What the functions of the library refuse, for programs that no type checker saw. */
import type { Model } from '#domain/model.ts';
import type { Sourced } from './text.ts';

/** Describes what was given instead, in a word or two. */
function describe(given: unknown): string {
  if (given === null || given === undefined) return String(given);
  if (given instanceof Promise) return 'a promise: write `await` before it';
  if (Array.isArray(given)) return 'a list';
  if (typeof given === 'object') return 'an object';
  return typeof given === 'string' ? JSON.stringify(given.slice(0, 80)) : `${typeof given} ${String(given)}`;
}

/** Makes the error of an argument of another type. */
function makeTypeError(argument: string, takes: string, given: unknown): TypeError {
  return new TypeError(`\`${argument}\` takes ${takes}, not ${describe(given)}.`);
}

/** Throws a TypeError unless an argument is an object with known keys, of which one may be misspelled. */
export function requireOptions(argument: string, given: unknown, known: readonly string[]): void {
  const isPlain = typeof given === 'object' && given !== null && !Array.isArray(given);
  if (!isPlain || given instanceof Promise)
    throw makeTypeError(argument, `an object with ${known.join(', ')}`, given);
  const unknown = Object.keys(given).find((key) => !known.includes(key));
  if (unknown !== undefined)
    throw new TypeError(`There is no option \`${unknown}\`, but ${known.join(', ')}.`);
}

/** Throws a TypeError unless an option is a model. */
export function requireModel(given: Model, option = 'model'): void {
  if (Array.isArray((given as Partial<Model> | null | undefined)?.practices)) return;
  throw new TypeError(
    `\`${option}\` takes a model: pass \`await loadShippedModel()\`, or \`loaded.model\` of what \`loadModel\` returned.`,
  );
}

/** Throws a RangeError unless an option is one of its choices. */
export function requireChoice(option: string, given: unknown, choices: readonly string[]): void {
  if (choices.includes(given as string)) return;
  throw new RangeError(
    `\`${option}\` is ${JSON.stringify(given) ?? 'undefined'}, but takes ${choices.join(', ')}.`,
  );
}

/** Throws a TypeError unless an argument is a list. */
export function requireList(argument: string, given: unknown, of: string): void {
  if (!Array.isArray(given)) throw makeTypeError(argument, `a list of ${of}`, given);
}

/** Throws a TypeError unless an argument is the text of a document. */
export function requireText(argument: string, given: unknown): void {
  if (typeof given === 'string' || given instanceof Uint8Array) return;
  throw makeTypeError(argument, 'the text of a document, a string or the bytes of a file', given);
}

/** Throws a TypeError unless an option is of a type, or absent. */
export function requireType(option: string, given: unknown, type: 'string' | 'boolean'): void {
  // The type is known only at run time.
  // oxlint-disable-next-line valid-typeof
  if (given === undefined || typeof given === type) return;
  throw makeTypeError(option, type === 'string' ? 'a string' : 'true or false', given);
}

/** The start of an absolute path on any system. */
const absolute = /^(?:[/\\]|[a-z]:[/\\])/i;

/** Throws a TypeError unless an option is an absolute path, or absent. */
export function requirePath(option: string, given: unknown): void {
  if (given === undefined || (typeof given === 'string' && absolute.test(given))) return;
  throw makeTypeError(option, 'an absolute path', given);
}

/** Kinds of documents that functions take. */
type Kind = 'answers' | 'sales-system' | 'report';

/** Throws a TypeError unless an option is a document, and not, for example, the result of reading one. */
export function requireDocument(option: string, given: Sourced<unknown>, kind?: Kind): void {
  const { text, value } = (given as Partial<Sourced<unknown>> | null) ?? {};
  if (typeof text !== 'string' || value === undefined) {
    throw new TypeError(
      `\`${option}\` takes the \`document\` of what was read: pass \`unwrap(read)\`, or \`read.document\` if \`read.ok\`.`,
    );
  }
  if (kind !== undefined) requireKind(option, value, kind);
}

const readers: Readonly<Record<Kind, string>> = {
  answers: 'unwrap(await readAnswers(text, { model })).value',
  'sales-system': 'unwrap(await readSystem(text)).value',
  report: 'await score(…), or unwrap(await readReport(text)).value',
};

/** Throws a TypeError unless an argument is the value of a document of a kind. */
export function requireKind(argument: string, given: unknown, kind: Kind): void {
  const found = (given as { readonly kind?: unknown } | null | undefined)?.kind;
  if (found === kind) return;
  const instead = typeof found === 'string' ? `one of kind ${JSON.stringify(found)}` : describe(given);
  throw new TypeError(
    `\`${argument}\` takes a document of kind "${kind}", not ${instead}. Pass \`${readers[kind]}\`.`,
  );
}
