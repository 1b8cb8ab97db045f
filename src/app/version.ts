import manifest from '../../package.json' with { type: 'json' };

/** Version of the tool. */
export const version: string = manifest.version;

/** Kinds of documents that have a public schema. */
export const schemaKinds = [
  'answers',
  'model',
  'report',
  'sales-system',
  'config',
  'baseline',
  'questions',
  'check',
] as const;

/** A kind of document that has a public schema. */
export type SchemaKind = (typeof schemaKinds)[number];

/** Returns the URL of a public schema, for editors. It names the major version only, so that it stays valid. */
export function getSchemaUrl(kind: SchemaKind): string {
  return `https://unpkg.com/sales-audit@1/schemas/${kind}.schema.json`;
}
