import type { Path } from '#document/read/fault.ts';
import { type Schema, findSchemaAt } from './schema.ts';
import type { Parsed } from '#document/read/parse.ts';

/** What stands at a path of a document. */
export interface Place {
  /** The path, with numbers for the entries of lists. */
  readonly path: Path;
  readonly value: unknown;
  /** How the value is written in the file. */
  readonly source: string;
  /** Whether the value is written without quotes. */
  readonly plain: boolean;
  /** Whether the place is a key that its map may do without. */
  readonly optional: boolean;
}

/** Looks up what stands at a path; in the path that is asked for, the entries of lists may be text. */
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
      source: whole ? source.sourceOf(node) : shown(value),
      plain: whole && node.kind === 'scalar' && node.plain,
      optional: typeof key === 'string' && !needed.includes(key),
    };
  };
}

/** Below an alias nothing is written: the value itself has to do. */
function shown(value: unknown): string {
  return typeof value === 'object' || value === undefined ? '' : String(value);
}
