import type { SchemaNode } from './schema-node.ts';

/** Lower limits, each with the value that says nothing. */
const lowerLimits = [
  ['minLength', 0],
  ['minItems', 0],
  ['minimum', -Infinity],
] as const;

const upperLimits = ['maxLength', 'maxItems', 'maxProperties', 'maximum'] as const;

/** Keywords of which it can only be told whether they are the same. */
const wholes = ['pattern', 'format', 'uniqueItems'] as const;

/** The keywords of a schema that speak of the value itself, and not of what is inside it. */
export const limits: readonly string[] = [
  'type',
  'const',
  'enum',
  'default',
  'exclusiveMinimum',
  ...lowerLimits.map(([keyword]) => keyword),
  ...upperLimits,
  ...wholes,
];

/** A value as JSON, the keys of its maps in one order. */
export function shape(value: unknown): string {
  const sorted = (_key: string, part: unknown): unknown =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part;
  return JSON.stringify(value, sorted) ?? 'nothing';
}

function valuesOf({ const: only, enum: several }: SchemaNode): readonly unknown[] | undefined {
  return only === undefined ? several : [only];
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

/** The types of the values that a schema lets through; undefined for any. */
function typesOf(node: SchemaNode): readonly string[] | undefined {
  return node.type === undefined ? valuesOf(node)?.map(typeOf) : [node.type].flat();
}

function hasFewerTypes(before: SchemaNode, after: SchemaNode): boolean {
  if (after.type === undefined) return false;
  const allowed = new Set([after.type].flat());
  if (allowed.has('number')) allowed.add('integer');
  return typesOf(before)?.every((type) => allowed.has(type)) !== true;
}

function hasFewerValues(before: SchemaNode, after: SchemaNode): boolean {
  const allowed = valuesOf(after)?.map(shape);
  return allowed !== undefined && valuesOf(before)?.every((value) => allowed.includes(shape(value))) !== true;
}

/** The keywords by which the second schema refuses what the first one lets through, or reads its absence otherwise. */
export function narrowedLimits(before: SchemaNode, after: SchemaNode): readonly string[] {
  const number = (node: SchemaNode, keyword: string, none: number): number => Number(node[keyword] ?? none);
  const floor = (node: SchemaNode): number => number(node, 'exclusiveMinimum', -Infinity);
  const narrowed: string[] = [];
  if (hasFewerTypes(before, after)) narrowed.push('type');
  if (hasFewerValues(before, after)) narrowed.push(after.const === undefined ? 'enum' : 'const');
  if (before['default'] !== undefined && shape(before['default']) !== shape(after['default']))
    narrowed.push('default');
  for (const [keyword, none] of lowerLimits) {
    const was = number(before, keyword, none);
    // "Greater than 2" says "at least 2" too.
    const least = keyword === 'minimum' ? Math.max(was, floor(before)) : was;
    if (number(after, keyword, none) > least) narrowed.push(keyword);
  }
  if (floor(after) > floor(before) && floor(after) >= number(before, 'minimum', -Infinity))
    narrowed.push('exclusiveMinimum');
  for (const keyword of upperLimits)
    if (number(after, keyword, Infinity) < number(before, keyword, Infinity)) narrowed.push(keyword);
  for (const keyword of wholes) {
    const asks = after[keyword] !== undefined && after[keyword] !== false;
    if (asks && after[keyword] !== before[keyword]) narrowed.push(keyword);
  }
  return narrowed;
}
