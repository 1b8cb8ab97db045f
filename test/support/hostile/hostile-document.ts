import { readFileSync } from 'node:fs';
import { type Schema, type SchemaNode, resolve } from '../schema/schema-node.ts';
import { readYamlFile } from '../report/read-yaml.ts';

/** Sequences that clear a screen, write the clipboard, set a title, ring and reorder, with C0, C1 and bidi controls. */
export const controls = '\u001b[2J\u001b]52;c;aGk=\u0007\u009b2J\u0000\u007f\r\u202egnp\u2066\u200b';

/** Controls that no output of ours contains. Line breaks and tabs are our own. */
const raw = /[^\P{Cc}\n\t]|[\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f]/u;

/** Controls of ours: the byte order mark and line ends of CSV, and what breaks references in Markdown. */
const own = /^\ufeff|\r(?=\n)|(?<=[@[#!&^%~*:wA-Z\d_/{-])\u2060/gu;

/** Returns the first raw control of an output, with what surrounds it; undefined if there is none. */
export function findRawControl(output: string): string | undefined {
  const text = output.replace(own, '');
  const place = text.search(raw);
  return place === -1 ? undefined : JSON.stringify(text.slice(Math.max(0, place - 60), place + 40));
}

/** Whether a schema leaves a string free: people write it, and not an id, date or choice. */
function isFree({ type, pattern, format, ...rest }: SchemaNode): boolean {
  return type === 'string' && pattern === undefined && format === undefined && rest.enum === undefined;
}

/** Puts controls into every string of a value that its schema leaves free. */
function spoil(root: SchemaNode, schema: Schema | undefined, value: unknown): unknown {
  const node = resolve(root, schema ?? true);
  if (typeof node === 'boolean') return value;
  if (typeof value === 'string') {
    const room = Number(node['maxLength'] ?? Infinity) - controls.length;
    return isFree(node) ? value.slice(0, room) + controls : value;
  }
  if (Array.isArray(value)) return value.map((each) => spoil(root, node.items, each));
  if (typeof value !== 'object' || value === null) return value;
  const { properties = {}, additionalProperties, oneOf = [] } = node;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      // Conditions name ids and values: text there is a fault, not content.
      if (key === 'when') return [key, each];
      const branches = [node, ...oneOf.map((branch) => resolve(root, branch) as SchemaNode)];
      const owner = branches.find((branch) => Object.hasOwn(branch.properties ?? {}, key));
      return [key, spoil(root, owner?.properties?.[key] ?? properties[key] ?? additionalProperties, each)];
    }),
  );
}

/** Makes a document with controls in every free text. */
export function spoilDocument(kind: string, document: object): object {
  const schema = JSON.parse(readFileSync(`schemas/${kind}.schema.json`, 'utf8')) as SchemaNode;
  return spoil(schema, schema, document) as object;
}

/** Reads a fixture with every key of its kind. */
export function readFullFixture(name: string): Record<string, unknown> {
  return readYamlFile(`test/fixtures/documents/${name}`) as Record<string, unknown>;
}
