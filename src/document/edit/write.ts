/** Values as the text of a YAML or JSON file. */
import { type Layout, findValueTail } from './write-block.ts';
import type { Path } from '#document/read/fault.ts';
import { writeFlowText } from './write-flow.ts';
import { spellOut } from './quoting.ts';
import { toWritableValue } from './json-value.ts';

/** What stands above a document, and how its numbers are written. */
export interface WriteOptions {
  /** Comment lines above the document, without their `#`. */
  readonly header?: readonly string[];
  /** Digits after the point that the number at a path has at least: `31` with 1 is written `31.0`. Never rounds. */
  readonly decimals?: (path: Path) => number | undefined;
  /** Address of the document's JSON Schema, for editors. */
  readonly schema?: string;
}

function comment(text: string): string[] {
  return text.split(/\r?\n/).map((line) => (line === '' ? '#' : `# ${spellOut(line)}`));
}

/**
 * YAML text of a value, in the key order of the value and block style, ending in a newline. Strings that YAML 1.1
 * or 1.2 would read as something else are quoted, so parsing the text gives back an equal value with either;
 * undefined values are left out. Throws RangeError for NaN and infinite numbers, TypeError for what is not data.
 */
export function writeYaml(value: unknown, options: WriteOptions = {}): string {
  const layout: Layout = { step: 2, listOffset: 2, blocks: true, decimals: options.decimals };
  const { head, body } = findValueTail(toWritableValue(value), { owner: 'root', column: 0, used: 0 }, layout);
  const lines = head === '' ? body : [head, ...body];
  const schema = options.schema?.replace(/\s/gu, (space) => encodeURIComponent(space));
  const above = [
    ...(schema === undefined ? [] : comment(`yaml-language-server: $schema=${schema}`)),
    ...(options.header ?? []).flatMap(comment),
  ];
  return `${[...above, ...lines].join('\n')}\n`;
}

/**
 * The same value as JSON with two spaces and a final newline, hidden characters (control, bidi, zero-width ...) as
 * escapes. Throws like `writeYaml`.
 */
export function writeJson(value: unknown): string {
  return `${writeFlowText(toWritableValue(value), { json: true, comma: ', ', colon: ': ', unit: '  ' })}\n`;
}
