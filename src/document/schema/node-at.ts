import type { Path } from '#document/read/fault.ts';
import { type Schema, findSchemaAt } from './schema.ts';
import type { Parsed } from '#document/read/parse.ts';

/** A value at a path of a document. */
export interface Place {
  /** The path, with numbers as indexes of lists. */
  readonly path: Path;
  readonly value: unknown;
  /** Source text of the value. */
  readonly source: string;
  /** Whether the value is written without quotes. */
  readonly plain: boolean;
  /** Whether the place is an optional key of its map. */
  readonly optional: boolean;
}

/** Creates a function that looks up the value at a path. Its indexes of lists may be text. */
export function createNodeAt(schema: Schema, source: Parsed): (path: Path) => Place {
  return (asked) => {
    let value: unknown = source.value;
    const path = asked.map((part) => {
      const isIndex = Array.isArray(value);
      const isThere = typeof value === 'object' && value !== null && Object.hasOwn(value, part);
      value = isThere ? (value as Readonly<Record<string, unknown>>)[part] : undefined;
      return isIndex ? Number(part) : part;
    });
    const key = path.at(-1);
    const { required = [], oneOf = [] } = findSchemaAt(schema, path.slice(0, -1));
    const needed = [...required, ...oneOf.flatMap((branch) => branch.required ?? [])];
    const { node, whole } = source.find(path);
    return {
      path,
      value,
      source: whole ? source.getSource(node) : formatValue(value),
      plain: whole && node.kind === 'scalar' && node.plain,
      optional: typeof key === 'string' && !needed.includes(key),
    };
  };
}

/** Formats a value below an alias, which has no source text of its own. */
function formatValue(value: unknown): string {
  return typeof value === 'object' || value === undefined ? '' : String(value);
}
