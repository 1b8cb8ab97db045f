import {
  type ScalarEvent,
  NOT_RESOLVED,
  SCALAR_STYLE,
  boolCoreTag,
  floatCoreTag,
  intCoreTag,
  nullCoreTag,
} from 'js-yaml';
import type { Span } from './tree.ts';

/** The short name of a core tag such as `!!str`; undefined for any other tag. */
export function getCoreTag(tag: string): string | undefined {
  return /^(?:!!|!<tag:yaml\.org,2002:)(str|int|float|bool|null|seq|map)>?$/.exec(tag)?.[1];
}

/** Where a scalar is written, quotes and the mark of a text block included. */
export function getSpan(text: string, event: ScalarEvent, cursor: number): Span {
  const { valueStart, valueEnd, style } = event;
  if (valueStart === -1) {
    const start = Math.max(event.tagEnd, event.anchorEnd, cursor);
    return { start, end: start };
  }
  if (style === SCALAR_STYLE.PLAIN) return { start: valueStart, end: valueEnd };
  if (style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED)
    return { start: valueStart - 1, end: valueEnd + 1 };
  // A text block starts on the line above its text; it ends with its last character that can be seen.
  const line = text.lastIndexOf('\n', valueStart - 2) + 1;
  const mark = text.slice(line, valueStart).search(/[|>][-+\d]*[ \t]*(?:#.*)?\s*$/);
  const end = text.slice(0, valueEnd).trimEnd().length;
  return { start: line + Math.max(mark, 0), end };
}

/** The value of a scalar of the core schema, by its form or by its tag; text that has no other form is itself. */
export function resolve(source: string, tag: string | undefined): string | number | boolean | null {
  for (const core of [nullCoreTag, boolCoreTag, intCoreTag, floatCoreTag]) {
    if (tag !== undefined && !core.tagName.endsWith(`:${tag}`)) continue;
    const value = core.resolve(source, tag !== undefined, core.tagName);
    if (value !== NOT_RESOLVED) return value as number | boolean | null;
  }
  return source;
}

/** The offset of the next character that is neither space, comma nor part of a comment. */
export function skipSpace(text: string, start: number): number {
  const space = /(?:[\s,]+|(?<=[\s,]|^)#.*)*/y;
  space.lastIndex = start;
  return start + (space.exec(text)?.[0].length ?? 0);
}

/** The offset after the bracket that closes a list or map whose last entry ends at `start`. */
export function findEndOfBrackets(text: string, start: number): number {
  const at = skipSpace(text, start);
  return /[\]}]/.test(text[at] ?? '') ? at + 1 : start;
}
