/** Values as lines of block-style YAML, at any indentation: for whole documents and for splicing into one. */
import type { Path } from '#document/read/fault.ts';
import { hasHidden, isPlainSafe, quoted } from './quoting.ts';
import { isRecord } from './json-value.ts';

/** How a document is laid out. */
export interface Layout {
  /** Columns by which a map lies deeper than its key, 1 to 9. */
  readonly step: number;
  /** Columns by which the dashes of a list lie deeper than its key: 0, or the step. */
  readonly listOffset: number;
  /** False where a block scalar (`|`, `>-`) would swallow what follows it, so that strings stay on one line. */
  readonly blocks: boolean;
  /** Digits after the point that the number at a path has at least. */
  readonly decimals?: ((path: Path) => number | undefined) | undefined;
}

/** The text of a value: `head` stands on the line of its key or dash, `body` is whole lines below it. */
export interface Tail {
  readonly head: string;
  readonly body: readonly string[];
}

/** Where a value goes: the column of its key or dash, and the column at which its line is already filled. */
export interface Place {
  readonly owner: 'pair' | 'item' | 'root';
  readonly column: number;
  readonly used: number;
}

/** Columns that a line of ours has at most, where its text can be broken. */
export const lineWidth = 110;
/** YAML allows 1024 characters up to the colon of a key without a question mark. */
const longestImplicitKey = 1000;

const pad = (column: number): string => ' '.repeat(column);

/** A finite number with at least that many digits after the point, in a form that YAML 1.1 reads as a number too. */
export function formatNumber(value: number, digits = 0): string {
  const text = Object.is(value, -0) ? '-0' : String(value);
  const [mantissa = '', exponent] = text.split('e');
  const [whole, fraction = ''] = mantissa.split('.');
  if (exponent !== undefined) return `${whole}.${fraction === '' ? '0' : fraction}e${exponent}`;
  const padded = fraction.padEnd(digits, '0');
  return padded === '' ? text : `${whole}.${padded}`;
}

/**
 * A multi-line string as a literal block. Undefined where it would not be exact, or would not stay so for long:
 * white space alone on a line and empty lines at the end do not survive editors.
 */
function literal(text: string, column: number, indicator: number): Tail | undefined {
  if (
    hasHidden(text.replaceAll('\n', '')) ||
    /^[^\S\n]+$/m.test(text) ||
    text.endsWith('\n\n') ||
    !/\S/.test(text)
  ) {
    return undefined;
  }
  const indented = /^\n*[^\S\n]/.test(text);
  if (indented && indicator === 0) return undefined;
  const ends = text.endsWith('\n');
  const lines = (ends ? text.slice(0, -1) : text).split('\n');
  return {
    head: `|${indented ? indicator : ''}${ends ? '' : '-'}`,
    body: lines.map((line) => (line === '' ? '' : pad(column) + line)),
  };
}

/** A long line of prose as a folded block, broken only at single spaces. Undefined where there is none to break at. */
function folded(text: string, column: number): Tail | undefined {
  if (hasHidden(text) || /^\s|\s$/.test(text)) return undefined;
  const width = Math.max(lineWidth - column, 40);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<=\S) (?=\S)/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  if (lines.length === 0) return undefined;
  return { head: '>-', body: [...lines, line].map((part) => pad(column) + part) };
}

function stringTail(text: string, place: Place, layout: Layout): Tail {
  const flat = { head: isPlainSafe(text) ? text : quoted(text), body: [] };
  if (!layout.blocks) return flat;
  const deeper = place.owner === 'item' ? 2 : layout.step;
  const column = place.column + deeper;
  // At the root the indicator would count from one column to the left, so it is not used there.
  if (text.includes('\n')) return literal(text, column, place.owner === 'root' ? 0 : deeper) ?? flat;
  return (place.used + flat.head.length > lineWidth ? folded(text, column) : undefined) ?? flat;
}

function compact(lines: readonly string[], column: number): Tail {
  const [first = '', ...rest] = lines;
  return { head: first.slice(column), body: rest };
}

/** The text of a writable value (see `writableValue`) at its place. `path` is handed to `layout.decimals`. */
export function findValueTail(value: unknown, place: Place, layout: Layout, path: Path = []): Tail {
  if (typeof value === 'string') return stringTail(value, place, layout);
  if (typeof value === 'number') return { head: formatNumber(value, layout.decimals?.(path)), body: [] };
  if (Array.isArray(value)) {
    if (value.length === 0) return { head: '[]', body: [] };
    if (place.owner === 'item')
      return compact(listLines(value, place.column + 2, layout, path), place.column + 2);
    return {
      head: '',
      body: listLines(value, place.column + (place.owner === 'root' ? 0 : layout.listOffset), layout, path),
    };
  }
  if (isRecord(value)) {
    if (Object.keys(value).length === 0) return { head: '{}', body: [] };
    if (place.owner === 'item')
      return compact(writeMapLines(value, place.column + 2, layout, path), place.column + 2);
    return {
      head: '',
      body: writeMapLines(value, place.column + (place.owner === 'root' ? 0 : layout.step), layout, path),
    };
  }
  return { head: String(value), body: [] };
}

/** The pairs of a map as lines, its keys at that column. */
export function writeMapLines(
  map: Record<string, unknown>,
  column: number,
  layout: Layout,
  path: Path = [],
): string[] {
  const lines: string[] = [];
  for (const [key, value] of Object.entries(map)) {
    const name = isPlainSafe(key) ? key : quoted(key);
    const explicit = name.length > longestImplicitKey;
    if (explicit) lines.push(`${pad(column)}? ${name}`);
    const start = `${pad(column)}${explicit ? '' : name}:`;
    const place = { owner: 'pair', column, used: start.length + 1 } as const;
    const { head, body } = findValueTail(value, place, layout, [...path, key]);
    lines.push(head === '' ? start : `${start} ${head}`);
    for (const line of body) lines.push(line);
  }
  return lines;
}

/** The items of a list as lines, its dashes at that column. */
export function listLines(
  list: readonly unknown[],
  column: number,
  layout: Layout,
  path: Path = [],
): string[] {
  return list.flatMap((value, index) => {
    const place = { owner: 'item', column, used: column + 2 } as const;
    const { head, body } = findValueTail(value, place, layout, [...path, index]);
    return [`${pad(column)}- ${head}`, ...body];
  });
}
