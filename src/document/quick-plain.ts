import type { EventType, State } from 'js-yaml';
import { forbiddenKeys } from './limits.ts';

declare module 'js-yaml' {
  interface State {
    readonly tag: string | null;
    readonly anchor: string | null;
  }
}

/** Thrown where a text is to be read by the careful reader. */
class Declined extends Error {}

/** Ends the quick reading of a text. */
export function decline(): never {
  throw new Declined();
}

/** The tag of scalars without quotes that are no text. */
export const plainTag = 'plain';

/** Kinds of js-yaml; null for a value that has no text of its own. */
export type Kind = 'scalar' | 'sequence' | 'mapping' | null;

/** What of a line is not the text of its entry: indentation, and the dashes of lists that begin in it. */
const indentation = /[ ]*(?:-[ ]+)*/y;

const blanks = /[ ]*/y;

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

/** Declines quotes and brackets whose later lines are not indented more than their first; empty ones may be. */
function checkIndents(text: string, start: number, end: number): void {
  const first = lengthAt(indentation, text, text.lastIndexOf('\n', start) + 1);
  for (
    let line = text.indexOf('\n', start) + 1;
    line !== 0 && line <= end;
    line = text.indexOf('\n', line) + 1
  ) {
    const indent = lengthAt(blanks, text, line);
    if (indent <= first && !/[\r\n]/.test(text.charAt(line + indent))) decline();
  }
}

/** The first place from here on that is neither space nor comment. */
export function skipSpace(text: string, from: number): number {
  for (let at = from; at !== -1;) {
    const char = text.charCodeAt(at);
    if (char === 0x20 || char === 0x0a || char === 0x0d) at += 1;
    else if (char === 0x23) at = text.indexOf('\n', at);
    else return at;
  }
  return text.length;
}

/** Whether a key stands for itself alone. */
function isPlainKey(key: unknown): boolean {
  return typeof key === 'string' && key !== '<<' && !forbiddenKeys.has(key);
}

/** A value that is being read. One for each depth, used again and again. */
class Level {
  from = 0;
  line = 0;
  /** How many parts were read inside it: items, or keys and values in turn. */
  count = 0;
  /** Kind and value of the last part. */
  kind: Kind = null;
  value: unknown = undefined;
  /** Whether it has parts that a map cannot have, and that a list cannot have. */
  noMap = false;
  noList = false;

  open(from: number, line: number): void {
    this.from = from;
    this.line = line;
    this.count = 0;
    this.kind = null;
    this.noMap = false;
    this.noList = false;
  }

  add(kind: Kind, value: unknown): void {
    const isKey = this.count % 2 === 0;
    if (kind === null) this.noList = true;
    if (isKey ? kind !== null && !isPlainKey(value) : this.kind === null) this.noMap = true;
    this.count += 1;
    this.kind = kind;
    this.value = value;
  }
}

/**
 * Follows js-yaml through a text, and declines what is no plain data.
 */
export function plainOnly(): (event: EventType, state: State) => void {
  const levels: Level[] = [new Level()];
  let depth = 0;
  return (event, state) => {
    if (event === 'open') {
      depth += 1;
      (levels[depth] ??= new Level()).open(state.position, state.line);
      return;
    }
    const { tag } = state;
    if (state.anchor !== null || (tag !== null && tag !== '?' && tag !== plainTag)) decline();
    const level = levels[depth] ?? decline();
    const kind = state.kind as Kind;
    const value: unknown = state.result;
    // What could have been a key was none: the value is what was read for it.
    const same = level.count === 1 && kind !== null && level.kind === kind && level.value === value;
    if (!same) {
      if (kind === 'sequence') {
        if (level.noList || level.count !== (value as unknown[]).length) decline();
      } else if (kind === 'mapping') {
        // Behind the last entry of a block, one more key was looked for.
        const count = level.count - (level.count % 2 === 1 && level.kind === null ? 1 : 0);
        // A key without a colon has no part for its value.
        if (level.noMap || count !== 2 * Object.keys(value as object).length) decline();
      }
      if (state.line !== level.line) {
        const start = skipSpace(state.input, level.from);
        if ('"\'[{'.includes(state.input.charAt(start))) checkIndents(state.input, start, state.position);
      }
    }
    depth -= 1;
    levels[depth]?.add(kind, value);
  };
}
