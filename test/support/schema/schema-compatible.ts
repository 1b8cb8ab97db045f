import { limits, listNarrowedLimits, formatShape } from './schema-limits.ts';
import { type Schema, type SchemaNode, annotations, resolve } from './schema-node.ts';

/** Options for comparing schemas. */
interface Comparison {
  /** Whether the second schema refuses keys that it does not declare. */
  readonly newKeys?: 'refused' | 'accepted';
}

const compared: ReadonlySet<string> = new Set([
  ...annotations,
  ...limits,
  'properties',
  'propertyNames',
  'additionalProperties',
  'required',
  'items',
  'oneOf',
]);

/** Finds the key with a different value in each branch of a `oneOf`. Returns undefined if there is none. */
function findMark(branches: readonly Schema[]): string | undefined {
  const nodes = branches.filter((branch) => typeof branch === 'object');
  return nodes[0]?.required?.find((key) => {
    const values = nodes.flatMap(({ required, properties }) => {
      const property = required?.includes(key) ? properties?.[key] : undefined;
      return typeof property === 'object' && property.const !== undefined ? [property.const] : [];
    });
    return values.length === branches.length && new Set(values).size === values.length;
  });
}

/** Checks whether a branch requires a key that earlier documents cannot have. */
function requiresNewKey(before: SchemaNode, branch: Schema): boolean {
  if (typeof branch !== 'object' || before.additionalProperties !== false) return false;
  return branch.required?.some((key) => !Object.hasOwn(before.properties ?? {}, key)) === true;
}

/**
 * Finds positions where the second schema refuses documents that the first one accepts, or has another default. Returns
 * one line each. Anything that cannot be compared, such as two patterns or an unknown keyword, counts as refused.
 */
export function findNarrowings(
  first: SchemaNode,
  second: SchemaNode,
  { newKeys = 'refused' }: Comparison = {},
): readonly string[] {
  const found: string[] = [];
  const seen = new Map<SchemaNode, Set<SchemaNode>>();
  const tell = (path: string, what: string): void => void found.push(`${path || '/'} ${what}`);

  function compare(path: string, earlier: Schema, later: Schema): void {
    const before = resolve(first, earlier);
    const after = resolve(second, later);
    if (before === false || after === true) return;
    if (after === false) tell(path, 'is not accepted');
    else if (before === true) compareNodes(path, {}, after);
    // Visit each pair once, because a definition can contain itself.
    else if (seen.get(before)?.has(after) !== true) {
      seen.set(before, (seen.get(before) ?? new Set()).add(after));
      compareNodes(path, before, after);
    }
  }

  function compareNodes(path: string, before: SchemaNode, after: SchemaNode): void {
    for (const keyword of new Set([...Object.keys(before), ...Object.keys(after)]))
      if (!compared.has(keyword)) tell(path, `${keyword} cannot be compared`);
    for (const keyword of listNarrowedLimits(before, after))
      tell(path, `${keyword}: ${formatShape(before[keyword])} → ${formatShape(after[keyword])}`);
    compareKeys(path, before, after);
    compare(`${path}/*`, before.items ?? true, after.items ?? true);
    compareBranches(path, before, after);
  }

  function compareKeys(path: string, before: SchemaNode, after: SchemaNode): void {
    for (const key of after.required ?? [])
      if (before.required?.includes(key) !== true) tell(path, `required: ${key}`);
    const { properties: keysBefore = {}, additionalProperties: restBefore = true } = before;
    const { properties: keysAfter = {}, additionalProperties: restAfter = true } = after;
    const rest = newKeys === 'accepted' && restAfter === false ? true : restAfter;
    for (const key of new Set([...Object.keys(keysBefore), ...Object.keys(keysAfter)]))
      compare(`${path}/${key}`, keysBefore[key] ?? restBefore, keysAfter[key] ?? rest);
    compare(`${path}/*`, restBefore, rest);
    compare(`${path}/(key)`, before.propertyNames ?? true, after.propertyNames ?? true);
  }

  /** With a new or wider branch, a document could match two branches, which `oneOf` refuses. */
  function compareBranches(path: string, before: SchemaNode, after: SchemaNode): void {
    if (after.oneOf === undefined || formatShape(after.oneOf) === formatShape(before.oneOf)) return;
    const { oneOf: earlier = [] } = before;
    const mark = findMark(earlier);
    const marked = (branches: readonly Schema[]): ReadonlyMap<unknown, Schema> =>
      new Map(
        branches.map((branch) => [formatShape((branch as SchemaNode).properties?.[mark ?? '']), branch]),
      );
    if (mark !== undefined && findMark(after.oneOf) === mark) {
      const later = marked(after.oneOf);
      for (const [value, branch] of marked(earlier)) compare(path, branch, later.get(value) ?? false);
      return;
    }
    const added = after.oneOf.filter(
      (branch) => !earlier.some((other) => formatShape(other) === formatShape(branch)),
    );
    const kept = after.oneOf.length - added.length === earlier.length && earlier.length > 0;
    if (!kept || !added.every((branch) => requiresNewKey(before, branch)))
      tell(path, `oneOf: ${formatShape(before.oneOf)} → ${formatShape(after.oneOf)}`);
  }

  compare('', first, second);
  return found;
}
