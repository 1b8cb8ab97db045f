import { quote, quoteAll } from '#document/read/quote.ts';
import {
  type Schema,
  describePurpose,
  getExample,
  describeExpected,
  resolve,
  findSchemaAt,
  getTypes,
} from './schema.ts';
import type { Place } from './node-at.ts';
import { type Problem, getName } from './value-messages.ts';
import { few, suggest } from './suggest.ts';

function describePlace({ path }: Place): string {
  return path.length === 0 ? 'at the top of the file' : `in ${getName(path).replace(/^E/, 'e')}`;
}

function hasKey({ value }: Place, key: string): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key);
}

/** Describes an unknown key, and suggests the key that was probably meant. */
export function describeUnknownKey(
  root: Schema,
  place: Place,
  key: string,
): { problem: Problem; suggestion: string | undefined } {
  const allowed = Object.keys(findSchemaAt(root, place.path).properties ?? {}).filter(
    (name) => !hasKey(place, name),
  );
  const suggestion = suggest(key, allowed);
  const fix =
    suggestion !== undefined
      ? `Did you mean ${quote(suggestion)}? Rename it.`
      : allowed.length === 0 || allowed.length > few
        ? 'Remove it; `sales-audit schema KIND` lists the keys of each kind of file.'
        : `Remove it, or use ${allowed.length === 1 ? '' : 'one of '}${quoteAll(allowed)}.`;
  const message = `There is no key ${quote(key)} ${describePlace(place)}.`;
  return { problem: { path: [...place.path, key], what: 'key', message, fix }, suggestion };
}

/** Writes a key with an example of its value. */
function writeExample(root: Schema, place: Place, key: string): string {
  const schema = findSchemaAt(root, [...place.path, key]);
  const example = getExample(schema);
  if (example !== undefined) return quote(`${key}: ${example}`);
  return getTypes(schema).length === 0 ? quote(key) : `${quote(key)} with ${describeExpected(schema)}`;
}

/** Describes a missing key. */
export function describeMissingKey(root: Schema, place: Place, key: string): Problem {
  const purpose = describePurpose(findSchemaAt(root, [...place.path, key]));
  const message = `The key ${quote(key)} is missing ${describePlace(place)}.${purpose === undefined ? '' : ` What it is for: ${purpose}`}`;
  return { path: place.path, what: 'key', message, fix: `Add ${writeExample(root, place, key)}.` };
}

/**
 * Describes a map that needs exactly one of some keys. Returns undefined if one of them is misspelled,
 * because that has a problem of its own.
 */
export function describeOneOfProblem(
  root: Schema,
  place: Place,
  isMeant: (key: string) => boolean,
): Problem | undefined {
  const branches = (findSchemaAt(root, place.path).oneOf ?? []).map((branch) => resolve(root, branch));
  const keys = branches.flatMap(({ required }) => required ?? []);
  const present = typeof place.value === 'object' && place.value !== null ? Object.keys(place.value) : [];
  const found = present.filter((key) => keys.includes(key));
  const path = place.path;
  if (keys.length === 0) {
    const message = `${getName(path)} matches none of its possible forms, or more than one.`;
    return {
      path,
      what: 'value',
      message,
      fix: 'Compare it with the description of the format: `sales-audit schema KIND`.',
    };
  }
  if (found.length > 1) {
    const message = `${getName(path)} has ${quoteAll(found, 'and')}; only one of ${quoteAll(keys)} is allowed.`;
    return {
      path: [...path, found[1] ?? ''],
      what: 'key',
      message,
      fix: 'Keep the one that is true, and remove the rest.',
    };
  }
  if (found.length === 0 && keys.some(isMeant)) return undefined;
  const message = `${getName(path)} has none of ${quoteAll(keys)}; exactly one is needed.`;
  const lines = keys.map((key) => writeExample(root, place, key));
  return { path, what: 'key', message, fix: `Add one of them: ${lines.join('; ')}.` };
}

/** Describes a key whose name does not match the schema. */
export function describeKeyNameProblem(root: Schema, place: Place, key: string): Problem {
  const schema = resolve(root, findSchemaAt(root, place.path).propertyNames);
  const wanted = describeExpected({ type: 'string', ...schema });
  const example = getExample(schema);
  const message = `The key ${quote(key)} ${describePlace(place)} does not have the expected form: ${wanted}.`;
  const fix = `Rename it${example === undefined ? '' : `, for example to ${quote(example)}`}.`;
  return { path: [...place.path, key], what: 'key', message, fix };
}
