/** A JSON Schema (draft-07) with the keywords that ours use. `true` accepts every value, `false` none. */
export type Schema = boolean | SchemaNode;

/** A schema other than `true` and `false`. */
export interface SchemaNode {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly propertyNames?: Schema;
  readonly additionalProperties?: Schema;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly [keyword: string]: unknown;
}

/** Keywords that do not affect validation. */
export const annotations: ReadonlySet<string> = new Set([
  '$schema',
  '$id',
  'title',
  'description',
  'examples',
  'definitions',
]);

/** Resolves a `$ref`. Throws if other keywords next to it would affect validation. */
export function resolve(root: SchemaNode, schema: Schema): Schema {
  let found = schema;
  while (typeof found === 'object' && found.$ref !== undefined) {
    const { $ref, ...beside } = found;
    const strange = Object.keys(beside).filter((keyword) => !annotations.has(keyword));
    if (strange.length > 0) throw new Error(`${strange.join()} beside ${$ref} would be left out.`);
    let target: unknown = root;
    for (const part of $ref.split('/').slice(1))
      target = (target as Record<string, unknown> | undefined)?.[part];
    if (target === undefined) throw new Error(`${$ref} leads nowhere.`);
    found = target as Schema;
  }
  return found;
}
