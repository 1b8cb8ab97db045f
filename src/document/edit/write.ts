/** Writes values as the text of a YAML or JSON file. */
import { type Layout, writeValue } from './write-block.ts';
import { escapeComment, escapeJson } from './quoting.ts';
import { toWritableValue } from './json-value.ts';

/** Options of `writeYaml`. */
export interface WriteOptions {
  /** Comment lines above the document, without their `#`. */
  readonly header?: readonly string[];
  /** URL of the document's JSON Schema, for editors. */
  readonly schema?: string;
  /** Keys at the top below which a list or map is written on one line where it fits. */
  readonly compactBelow?: readonly string[];
}

function writeComment(text: string): string[] {
  return text.split(/\r?\n/).map((line) => (line === '' ? '#' : `# ${escapeComment(line)}`));
}

/**
 * Writes a value as YAML in its own key order, in block style, ending in a newline. Quotes strings that YAML 1.1 or 1.2
 * would read as something else, so that both read an equal value. Leaves out undefined values. Throws RangeError for
 * NaN and infinite numbers, TypeError for values that are not data.
 */
export function writeYaml(value: unknown, options: WriteOptions = {}): string {
  const compactBelow = new Set(options.compactBelow);
  const layout: Layout = { step: 2, listOffset: 2, blocks: true, compactBelow };
  const { head, body } = writeValue(toWritableValue(value), { owner: 'root', column: 0, used: 0 }, layout);
  const lines = head === '' ? body : [head, ...body];
  const schema = options.schema?.replace(/\s/gu, (space) => encodeURIComponent(space));
  const above = [
    ...(schema === undefined ? [] : writeComment(`yaml-language-server: $schema=${schema}`)),
    ...(options.header ?? []).flatMap(writeComment),
  ];
  return `${[...above, ...lines].join('\n')}\n`;
}

/**
 * Writes a value as JSON with an indentation of two spaces and a final newline. Escapes hidden characters (control,
 * bidi, zero-width ...). Throws like `writeYaml`.
 */
export function writeJson(value: unknown): string {
  const lines = JSON.stringify(toWritableValue(value), undefined, 2).split('\n');
  return `${lines.map(escapeJson).join('\n')}\n`;
}
