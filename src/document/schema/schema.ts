import type { Path } from '#document/read/fault.ts';
import { findPatternHint } from './pattern-hints.ts';
import { quote, quoteAll, makeVisible } from '#document/read/quote.ts';

/** The part of JSON Schema (draft-07) that messages are made from. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly propertyNames?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly required?: readonly string[];
  readonly items?: Schema | readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
}

/** The pattern of every text that must not be blank: with it, the schemas of all kinds have the same rule. */
export const notBlank = '\\S';

/** Follows a reference into a schema: `#/definitions/NAME`, or further down in a definition. */
function follow(root: Schema, reference: string): Schema | undefined {
  let found: unknown = root;
  for (const key of reference.split('/').slice(1))
    found = (found as Record<string, unknown> | undefined)?.[key];
  return found as Schema | undefined;
}

/** Resolves the `$ref` of a schema. Its own keywords override those of the definition. */
export function resolve(root: Schema, schema: Schema | undefined): Schema {
  let resolved = schema ?? {};
  while (resolved.$ref !== undefined) {
    const { $ref, ...own } = resolved;
    resolved = { ...follow(root, $ref), ...own };
  }
  return resolved;
}

/** Finds the schema of the value at a path; empty if there is none. */
export function findSchemaAt(root: Schema, path: Path): Schema {
  let schema = resolve(root, root);
  for (const part of path) {
    const { properties = {}, additionalProperties, items } = schema;
    const named = typeof part === 'string' && Object.hasOwn(properties, part) ? properties[part] : undefined;
    const other = typeof additionalProperties === 'object' ? additionalProperties : undefined;
    const item = Array.isArray(items)
      ? (items as readonly Schema[])[Number(part)]
      : (items as Schema | undefined);
    schema = resolve(root, typeof part === 'number' ? item : (named ?? other));
  }
  return schema;
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'a map of `key: value` entries',
  null: '`null`',
};

/** Describes the value that a schema expects: "a whole number from 0 to 4", "one of `a` or `b`". */
export function describeExpected(schema: Schema): string {
  if (schema.const !== undefined) return quote(String(schema.const));
  if (schema.enum !== undefined) return `one of ${quoteAll(schema.enum.map(String))}`;
  const types = getTypes(schema).map((type) => {
    const name = typeNames[type] ?? makeVisible(type);
    if (type === 'string')
      return (
        findPatternHint(schema)?.description ??
        (schema.pattern === undefined || schema.pattern === notBlank ? name : describePattern(schema))
      );
    return type === 'integer' || type === 'number' ? name + describeBounds(schema) : name;
  });
  return types.length === 0 ? 'another value' : types.join(' or ');
}

/** Returns the types that a schema allows. */
export function getTypes({ type }: Schema): readonly string[] {
  if (type === undefined) return [];
  return typeof type === 'string' ? [type] : type;
}

/** Returns an example of a value; undefined if the schema suggests none. */
export function getExample(schema: Schema): string | undefined {
  const given: unknown = schema.const ?? schema.examples?.[0] ?? schema.enum?.[0];
  if (typeof given === 'string' || typeof given === 'number' || typeof given === 'boolean')
    return String(given);
  return findPatternHint(schema)?.example;
}

/** Returns the purpose of a value: the first sentence of its description. */
export function describePurpose(schema: Schema): string | undefined {
  return schema.description?.split(/(?<=\.)\s/)[0]?.replace(/\.?$/, '.');
}

function describePattern({ pattern = '' }: Schema): string {
  return `text of the form ${quote(pattern)}`;
}

function describeBounds({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Schema): string {
  if (minimum !== undefined && maximum !== undefined) return ` from ${minimum} to ${maximum}`;
  const parts = [
    exclusiveMinimum === undefined ? '' : ` greater than ${exclusiveMinimum}`,
    minimum === undefined ? '' : ` of at least ${minimum}`,
    exclusiveMaximum === undefined ? '' : ` below ${exclusiveMaximum}`,
    maximum === undefined ? '' : ` of at most ${maximum}`,
  ].filter(Boolean);
  return parts.join(' and');
}
