import type { ErrorObject } from 'ajv';
import type { Path } from '#document/read/fault.ts';
import { findPatternHint } from './pattern-hints.ts';
import type { Place } from './node-at.ts';
import { quote, quoteAll, shorten } from '#document/read/quote.ts';
import {
  type Schema,
  notBlank,
  describePurpose,
  getExample,
  describeExpected,
  findSchemaAt,
  getTypes,
} from './schema.ts';
import { suggest } from './suggest.ts';

/** A problem at a path, with its message and fix. */
export interface Problem {
  readonly path: Path;
  readonly what: 'key' | 'value';
  readonly message: string;
  readonly fix: string;
}

/** Names a place at the start of a sentence: its key, its number in a list, or the file. */
export function getName(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'The file';
  if (typeof last === 'string') return quote(last);
  const list = path.findLast((part) => typeof part === 'string');
  return list === undefined ? `Entry ${last + 1}` : `Entry ${last + 1} of ${quote(String(list))}`;
}

function describeGiven({ value, source, plain }: Place): string {
  if (value === null) return source === '' ? 'has no value' : `is ${quote(source)}, which is not a value`;
  if (Array.isArray(value)) return 'is a list';
  if (typeof value === 'object') return 'is a map';
  if (value === '') return 'is empty';
  const kind = typeof value === 'string' ? 'text' : typeof value === 'number' ? 'number' : 'value';
  return `is the ${kind} ${quote(typeof value === 'string' ? value : plain ? source : String(value))}`;
}

/** Describes an error of a value itself. */
export function describeValueProblem(root: Schema, place: Place, error: ErrorObject): Problem {
  const schema = findSchemaAt(root, place.path);
  const { path } = place;
  const name = getName(path);
  const limit = Number(error.params['limit']);
  const makeProblem = (message: string, fix: string): Problem => ({ path, what: 'value', message, fix });
  switch (error.keyword) {
    case 'type':
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return makeProblem(
        `${name} ${describeGiven(place)}; ${describeExpected(schema)} was expected.`,
        fixType(schema, place),
      );
    case 'enum':
    case 'const':
      return makeProblem(
        `${name} ${describeGiven(place)}; ${describeExpected(schema)} was expected.`,
        fixChoice(schema, place),
      );
    case 'pattern':
      if (schema.pattern === notBlank) {
        const fix = place.optional ? 'Write a text, or remove the key.' : 'Write a text.';
        return makeProblem(`${name} is ${place.value === '' ? 'empty' : 'blank'}.`, fix);
      }
      return describeFormProblem(schema, place, error.keyword);
    case 'format':
      return describeFormProblem(schema, place, error.keyword);
    case 'maxLength': {
      const length = [...String(place.value)].length;
      return makeProblem(
        `${name} has ${length} characters; at most ${limit} are allowed.`,
        `Shorten it to ${limit} characters.`,
      );
    }
    case 'minItems':
    case 'maxItems':
    case 'minProperties':
    case 'maxProperties':
      return describeCountProblem(place, error.keyword, limit);
    case 'uniqueItems': {
      const [first, second] = [Number(error.params['j']), Number(error.params['i'])].toSorted(
        (a, b) => a - b,
      );
      const message = `Entries ${(first ?? 0) + 1} and ${(second ?? 0) + 1} of ${name} are the same.`;
      return { path: [...path, second ?? 0], what: 'value', message, fix: 'Remove one of them.' };
    }
    default: {
      const purpose = describePurpose(schema);
      const message = `${name} does not fit the format of the file.${purpose === undefined ? '' : ` Expected: ${purpose}`}`;
      return makeProblem(
        message,
        'Compare it with the description of the format: `sales-audit schema KIND`.',
      );
    }
  }
}

function offerRemoval({ optional }: Place): string {
  return optional ? ', or remove the key' : '';
}

function describeExample(schema: Schema): string {
  const example = getExample(schema);
  return example === undefined ? '' : `, such as ${quote(example)}`;
}

function fixType(schema: Schema, place: Place): string {
  const { value, source, plain } = place;
  const types = getTypes(schema);
  const scalar = typeof value === 'number' || typeof value === 'boolean';
  if (types.includes('string') && scalar && plain) {
    const form = findPatternHint(schema);
    if (form === undefined) return `Put it in quotes: "${shorten(source)}".`;
    return `Put it in quotes and write ${form.description}, such as "${form.example}".`;
  }
  if (typeof value === 'string') {
    const number = value.trim() !== '' && Number.isFinite(Number(value));
    if (!plain && number && (types.includes('integer') || types.includes('number'))) {
      return `Write it without quotes: ${shorten(value.trim())}.`;
    }
    const choice = /^(?:(true|yes|on|y)|(false|no|off|n))$/i.exec(value);
    if (choice !== null && types.includes('boolean')) {
      return `Write \`${choice[1] === undefined ? 'false' : 'true'}\`, without quotes.`;
    }
  }
  if (types.length === 1 && types[0] === 'array')
    return `Write each entry after \`- \` on its own line${offerRemoval(place)}.`;
  if (types.length === 1 && types[0] === 'object')
    return `Write its \`key: value\` entries on lines below it${offerRemoval(place)}.`;
  return `Write ${describeExpected(schema)}${describeExample(schema)}${offerRemoval(place)}.`;
}

function fixChoice(schema: Schema, place: Place): string {
  const allowed = (schema.enum ?? [schema.const]).map(String);
  const text = String(place.value);
  if (allowed.includes(text)) {
    const verb = typeof place.value === 'string' ? 'without quotes' : 'in quotes';
    return `Write it ${verb}.`;
  }
  const near = typeof place.value === 'string' && allowed.length > 1 ? suggest(text, allowed) : undefined;
  if (near !== undefined) return `Did you mean ${quote(near)}? Write that.`;
  return `Write ${allowed.length === 1 ? quote(allowed[0] ?? '') : `one of ${quoteAll(allowed)}`}${offerRemoval(place)}.`;
}

function describeFormProblem(schema: Schema, place: Place, keyword: 'pattern' | 'format'): Problem {
  const { path, value } = place;
  const name = getName(path);
  const fix = `Write ${describeExpected(schema)}${describeExample(schema)}${offerRemoval(place)}.`;
  const isDay = keyword === 'format' && schema.format === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(String(value));
  const message = isDay
    ? `${name} is ${quote(String(value))}, a date that does not exist.`
    : `${name} ${describeGiven(place)}; ${describeExpected(schema)} was expected.`;
  return { path, what: 'value', message, fix };
}

function describeCountProblem({ path, value }: Place, keyword: string, limit: number): Problem {
  const count = typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
  const few = keyword.startsWith('min');
  const countEntries = (number: number): string => (number === 1 ? '1 entry' : `${number} entries`);
  const message = `${getName(path)} has ${countEntries(count)}; ${few ? 'at least' : 'at most'} ${limit} ${few ? 'are needed' : 'are allowed'}.`;
  const fix = few ? `Add ${countEntries(limit - count)}.` : `Remove ${countEntries(count - limit)}.`;
  return { path, what: 'key', message, fix };
}
