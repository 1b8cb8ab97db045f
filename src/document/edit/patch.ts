/** Changes a file that people edit, touching only what differs. */
import { isMap } from 'yaml';
import { type FlowStyle, writeFlowText, yamlStyle } from './write-flow.ts';
import { patchBlockMap } from './patch-block.ts';
import { patchFlow } from './patch-flow.ts';
import { rewriteWhole } from './patch-whole.ts';
import { areEqual, isRecord, toWritableValue } from './json-value.ts';
import { parseText } from '#document/read/parse.ts';
import { Splicer, Unspliceable } from './splice.ts';
import { detectIndentation, isBlock, isBracketed, parseTree } from './ranges.ts';

/** The text could not be changed safely. The caller still has the old text. */
export class PatchError extends Error {
  override readonly name = 'PatchError';
}

/**
 * Reads the value of a text that is exactly one YAML map; returns undefined for any other text. Uses the reader, not
 * the library that edits: the two can disagree about a value, and the reader will read the file next.
 */
function readMap(text: string): Record<string, unknown> | undefined {
  const source = parseText(text);
  return source.ok && source.faults.length === 0 && isRecord(source.value) ? source.value : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Detects the spelling of a JSON text: its indentation, or its white space if it is on one line. */
function detectJsonStyle(text: string): FlowStyle {
  const unit = /^\s*\{\s*?\n([ \t]+)\S/.exec(text)?.[1];
  const tight = /^\s*\{\s*"(?:[^"\\]|\\.)*":\S/.test(text);
  return { json: true, comma: tight ? ',' : ', ', colon: tight ? ':' : ': ', unit };
}

/** Splices the differences between two values into the text. The caller verifies the result. */
function spliceChanges(
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
  return splicer.getResult();
}

/** Yields the candidates, best first. Each is made only if the caller rejects the one before. */
function* makeCandidates(
  text: string,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  json: FlowStyle | undefined,
): Generator<string> {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const open = !text.endsWith('\n');
  try {
    const changed = spliceChanges(open ? text + eol : text, before, after, json);
    if (open && changed.endsWith(eol)) yield changed.slice(0, -eol.length);
    yield changed;
  } catch (error) {
    if (!(error instanceof Unspliceable)) throw error;
  }
  const whole = json ? `${writeFlowText(after, json)}\n` : rewriteWhole(text, before, after);
  if (whole !== undefined) yield whole.replaceAll(/\r?\n/g, eol);
}

/**
 * Changes `text` as little as possible, so that it parses to `next`. Comments, key order, quoting, indentation, blank
 * lines, line endings and a byte order mark stay byte for byte where nothing changes. New keys go to the end of their
 * map, in the order of `next`. Undefined values count as absent. JSON stays JSON.
 *
 * Throws PatchError if `text` is not a single YAML map or no safe change was found, RangeError and TypeError for
 * values that cannot be written (see `writeYaml`). `text` must have passed the limits of the reader.
 */
export function patchYaml(text: string, next: Record<string, unknown>): string {
  const after = toWritableValue(next) as Record<string, unknown>;
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const old = text.slice(mark.length);
  const before = readMap(old);
  if (!before) {
    throw new PatchError(
      'The text is not a single YAML map, so it cannot be changed in place. Repair or replace the file.',
    );
  }
  if (areEqual(before, after)) return text;
  const json = old.trimStart().startsWith('{') && isRecord(parseJson(old)) ? detectJsonStyle(old) : undefined;
  for (const candidate of makeCandidates(old, before, after, json)) {
    const right = areEqual(readMap(candidate), after) && (!json || areEqual(parseJson(candidate), after));
    if (right) return mark + candidate;
  }
  throw new PatchError(
    'No safe way was found to change the text in place. Keep the old file and write a new one.',
  );
}
