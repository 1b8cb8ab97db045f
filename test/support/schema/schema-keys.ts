import { type Schema, type SchemaNode, resolve } from './schema-node.ts';

/** Nodes of a schema that declare keys, with the first path to each. */
type Places = ReadonlyMap<SchemaNode, string>;

function collectPlaces(root: SchemaNode): Places {
  const places = new Map<SchemaNode, string>();
  const visit = (schema: Schema | undefined, path: string): void => {
    const node = resolve(root, schema ?? true);
    if (typeof node === 'boolean' || places.has(node)) return;
    places.set(node, path);
    for (const [key, child] of Object.entries(node.properties ?? {})) visit(child, `${path}/${key}`);
    visit(node.additionalProperties, `${path}/*`);
    visit(node.items, `${path}/*`);
    for (const branch of node.oneOf ?? []) visit(branch, path);
  };
  visit(root, '');
  return places;
}

/** Lists the paths of all declared keys of a schema. A definition with several paths has the first. */
export function listDeclaredKeys(root: SchemaNode): readonly string[] {
  return [...collectPlaces(root)].flatMap(([node, path]) =>
    Object.keys(node.properties ?? {}).map((key) => `${path}/${key}`),
  );
}

/** Checks whether a map has the constant values of a branch. */
function fits(branch: Schema, value: object): boolean {
  return Object.entries((typeof branch === 'object' && branch.properties) || {}).every(
    ([key, property]) =>
      typeof property !== 'object' ||
      property.const === undefined ||
      property.const === (value as Record<string, unknown>)[key],
  );
}

/** Lists the keys, as in `listDeclaredKeys`, that a valid document uses. */
export function listUsedKeys(root: SchemaNode, document: unknown): ReadonlySet<string> {
  const places = collectPlaces(root);
  const used = new Set<string>();
  const visit = (schema: Schema | undefined, value: unknown): void => {
    const node = resolve(root, schema ?? true);
    if (typeof node === 'boolean' || typeof value !== 'object' || value === null) return;
    for (const branch of node.oneOf ?? []) if (fits(branch, value)) visit(branch, value);
    if (Array.isArray(value)) {
      for (const entry of value) visit(node.items, entry);
      return;
    }
    for (const [key, entry] of Object.entries(value)) {
      const declared = Object.hasOwn(node.properties ?? {}, key);
      if (declared) used.add(`${places.get(node)}/${key}`);
      visit(declared ? node.properties?.[key] : node.additionalProperties, entry);
    }
  };
  visit(root, document);
  return used;
}
