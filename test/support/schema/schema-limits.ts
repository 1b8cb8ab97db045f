import type { SchemaNode } from './schema-node.ts';

/** Lower limits, each with the value that has no effect. */
const lowerLimits = [
  ['minLength', 0],
  ['minItems', 0],
  ['minimum', -Infinity],
] as const;

const upperLimits = ['maxLength', 'maxItems', 'maxProperties', 'maximum'] as const;

/** Keywords that can only be compared for equality. */
const wholes = ['pattern', 'format', 'uniqueItems'] as const;

/** Keywords that limit a value itself, not its children. */
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

/** Formats a value as JSON with sorted keys. */
export function formatShape(value: unknown): string {
  const sorted = (_key: string, part: unknown): unknown =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part;
  return JSON.stringify(value, sorted) ?? 'nothing';
}

function listValues({ const: only, enum: several }: SchemaNode): readonly unknown[] | undefined {
  return only === undefined ? several : [only];
}

function getType(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

/** Lists the types that a schema accepts. Returns undefined for any type. */
function listTypes(node: SchemaNode): readonly string[] | undefined {
  return node.type === undefined ? listValues(node)?.map(getType) : [node.type].flat();
}

function hasFewerTypes(before: SchemaNode, after: SchemaNode): boolean {
  if (after.type === undefined) return false;
  const allowed = new Set([after.type].flat());
  if (allowed.has('number')) allowed.add('integer');
  return listTypes(before)?.every((type) => allowed.has(type)) !== true;
}

function hasFewerValues(before: SchemaNode, after: SchemaNode): boolean {
  const allowed = listValues(after)?.map(formatShape);
  return (
    allowed !== undefined &&
    listValues(before)?.every((value) => allowed.includes(formatShape(value))) !== true
  );
}

/** Lists the keywords by which the second schema is narrower, or has another default. */
export function listNarrowedLimits(before: SchemaNode, after: SchemaNode): readonly string[] {
  const number = (node: SchemaNode, keyword: string, none: number): number => Number(node[keyword] ?? none);
  const floor = (node: SchemaNode): number => number(node, 'exclusiveMinimum', -Infinity);
  const narrowed: string[] = [];
  if (hasFewerTypes(before, after)) narrowed.push('type');
  if (hasFewerValues(before, after)) narrowed.push(after.const === undefined ? 'enum' : 'const');
  if (before['default'] !== undefined && formatShape(before['default']) !== formatShape(after['default']))
    narrowed.push('default');
  for (const [keyword, none] of lowerLimits) {
    const was = number(before, keyword, none);
    // "Greater than 2" implies "at least 2".
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
