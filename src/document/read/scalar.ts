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

/** Returns the short name of a core tag such as `!!str`; undefined for any other tag. */
export function getCoreTag(tag: string): string | undefined {
  return /^(?:!!|!<tag:yaml\.org,2002:)(str|int|float|bool|null|seq|map)>?$/.exec(tag)?.[1];
}

/** Returns the span of a scalar, including its quotes or the indicator (`|`, `>`) of a block. */
export function getSpan(text: string, event: ScalarEvent, cursor: number): Span {
  const { valueStart, valueEnd, style } = event;
  if (valueStart === -1) {
    const start = Math.max(event.tagEnd, event.anchorEnd, cursor);
    return { start, end: start };
  }
  if (style === SCALAR_STYLE.PLAIN) return { start: valueStart, end: valueEnd };
  if (style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED)
    return { start: valueStart - 1, end: valueEnd + 1 };
  // A block starts on the line above its text, and ends with its last visible character.
  const line = text.lastIndexOf('\n', valueStart - 2) + 1;
  const mark = text.slice(line, valueStart).search(/[|>][-+\d]*[ \t]*(?:#.*)?\s*$/);
  const end = text.slice(0, valueEnd).trimEnd().length;
  return { start: line + Math.max(mark, 0), end };
}

/**
 * Finds an escape beyond Unicode in a text in double quotes: the parser makes another character of it.
 *
 * @param source the text between the quotes
 * @returns the offset in the source
 */
export function findFalseEscape(source: string): number | undefined {
  for (const { 1: code, index } of source.matchAll(/\\(?:U([\da-f]{8})|[^])/gi))
    if (code !== undefined && Number.parseInt(code, 16) > 0x10_ff_ff) return index;
  return undefined;
}

const coreTags = [nullCoreTag, boolCoreTag, intCoreTag, floatCoreTag];

/** Resolves a scalar by the core schema: by its tag if it has one, else by its form. Anything else is text. */
export function resolve(source: string, tag: string | undefined): string | number | boolean | null {
  for (const core of coreTags) {
    if (tag !== undefined && !core.tagName.endsWith(`:${tag}`)) continue;
    const value = core.resolve(source, tag !== undefined, core.tagName);
    if (value !== NOT_RESOLVED) return value as number | boolean | null;
  }
  return source;
}

/** Matches white space, commas and comments; also nothing. */
const space = /(?:[\s,]+|(?<=[\s,]|^)#.*)*/y;

/** Returns the offset of the next character that is not white space, a comma or part of a comment. */
export function skipSpace(text: string, start: number): number {
  space.lastIndex = start;
  space.test(text);
  return space.lastIndex;
}

/** Returns the offset after the closing bracket of a list or map whose last entry ends at `start`. */
export function findEndOfBrackets(text: string, start: number): number {
  const at = skipSpace(text, start);
  return text[at] === ']' || text[at] === '}' ? at + 1 : start;
}
