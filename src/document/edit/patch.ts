/** Rewriting a file that a person edits, touching only what changes. */
import { isMap } from 'yaml';
import { type FlowStyle, writeFlowText, yamlStyle } from './write-flow.ts';
import { patchBlockMap } from './patch-block.ts';
import { patchFlow } from './patch-flow.ts';
import { rewriteWhole } from './patch-whole.ts';
import { areEqual, isRecord, toWritableValue } from './json-value.ts';
import { parseText } from '#document/read/parse.ts';
import { Splicer, Unspliceable } from './splice.ts';
import { detectIndentation, isBlock, isBracketed, parseTree } from './ranges.ts';

/** The text could not be changed safely. Nothing is lost: the caller still has the old text. */
export class PatchError extends Error {
  override readonly name = 'PatchError';
}

/**
 * The value of a text that holds exactly one YAML map; undefined for any other text. It comes from the reader, not
 * from the library that edits: the two can disagree about a value, and the reader is who reads the file next.
 */
function valueOf(text: string): Record<string, unknown> | undefined {
  const source = parseText(text);
  return source.ok && source.faults.length === 0 && isRecord(source.value) ? source.value : undefined;
}

function jsonValueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The spelling of a JSON text: its indentation, or its white space where it stands on one line. */
function jsonStyle(text: string): FlowStyle {
  const unit = /^\s*\{\s*?\n([ \t]+)\S/.exec(text)?.[1];
  const tight = /^\s*\{\s*"(?:[^"\\]|\\.)*":\S/.test(text);
  return { json: true, comma: tight ? ',' : ', ', colon: tight ? ':' : ': ', unit };
}

/** The text with the differences between the two values spliced in. Not yet proved to be right. */
function spliced(
  text: string,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  json: FlowStyle | undefined,
): string {
  const { contents } = parseTree(text);
  const splicer = new Splicer(text);
  if (isBracketed(contents)) {
    if (!patchFlow(splicer, contents, before, after, json ?? yamlStyle))
      throw new Unspliceable('The root is not a map.');
  } else if (isBlock(contents) && isMap(contents)) {
    patchBlockMap(
      { splicer, layout: { ...detectIndentation(contents), blocks: true } },
      contents,
      undefined,
      before,
      after,
    );
  } else {
    throw new Unspliceable('The root is not a map.');
  }
  return splicer.result();
}

/** The candidates, best first, each made only when the one before it was not right. */
function* candidates(
  text: string,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  json: FlowStyle | undefined,
): Generator<string> {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const open = !text.endsWith('\n');
  try {
    const changed = spliced(open ? text + eol : text, before, after, json);
    if (open && changed.endsWith(eol)) yield changed.slice(0, -eol.length);
    yield changed;
  } catch (error) {
    if (!(error instanceof Unspliceable)) throw error;
  }
  const whole = json ? `${writeFlowText(after, json)}\n` : rewriteWhole(text, before, after);
  if (whole !== undefined) yield whole.replaceAll(/\r?\n/g, eol);
}

/**
 * Text that parses to `next`, changed as little as possible from `text`: comments, key order, quoting, indentation,
 * blank lines, line ends and a byte order mark stay byte for byte wherever nothing changes. New keys come at the end
 * of their map, in the order of `next`; undefined values count as absent. A JSON text stays JSON.
 *
 * Throws PatchError if `text` is not a single YAML map or no safe change was found, RangeError and TypeError for
 * values that cannot be written (see `writeYaml`). The text must have passed the limits of the reader.
 */
export function patchYaml(text: string, next: Record<string, unknown>): string {
  const after = toWritableValue(next) as Record<string, unknown>;
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const old = text.slice(mark.length);
  const before = valueOf(old);
  if (!before) {
    throw new PatchError(
      'The text is not a single YAML map, so it cannot be changed in place. Mend or replace the file.',
    );
  }
  if (areEqual(before, after)) return text;
  const json = old.trimStart().startsWith('{') && isRecord(jsonValueOf(old)) ? jsonStyle(old) : undefined;
  for (const candidate of candidates(old, before, after, json)) {
    const right = areEqual(valueOf(candidate), after) && (!json || areEqual(jsonValueOf(candidate), after));
    if (right) return mark + candidate;
  }
  throw new PatchError(
    'No safe way was found to change the text in place. Keep the old file and write a new one.',
  );
}
