/** Writes values as lines of block-style YAML at any indentation, for whole documents and for splicing. */
import { hasHidden, isPlainSafe, quoteYaml } from './quoting.ts';
import { formatNumber } from './format-number.ts';
import { isRecord } from './json-value.ts';
import { writeFlowText, yamlStyle } from './write-flow.ts';

/** Layout of a document. */
export interface Layout {
  /** Columns by which a map is indented below its key, 1 to 9. */
  readonly step: number;
  /** Columns by which the dashes of a list are indented below its key: 0, or the step. */
  readonly listOffset: number;
  /** False if a block scalar (`|`, `>-`) would swallow what follows; strings then stay on one line. */
  readonly blocks: boolean;
  /** Keys of maps below which a collection is written on one line where it fits. */
  readonly compactBelow?: ReadonlySet<string>;
  /** Whether a collection is written on one line where it fits. */
  readonly isCompact?: true;
}

/** The text of a value: `head` goes on the line of its key or dash, `body` on whole lines below. */
export interface Tail {
  readonly head: string;
  readonly body: readonly string[];
}

/** Where a value goes: the column of its key or dash, and the columns of its line that are already used. */
export interface Place {
  readonly owner: 'pair' | 'item' | 'root';
  readonly column: number;
  readonly used: number;
}

/** Maximum columns of a line whose text can be broken. */
export const lineWidth = 110;
/** YAML allows 1024 characters up to the colon of a key without a question mark. */
const longestImplicitKey = 1000;

const pad = (column: number): string => ' '.repeat(column);

/**
 * Writes a multi-line string as a literal block. Returns undefined if the block would not be exact, or would not
 * survive editors, which remove white space from blank lines and blank lines from the end.
 */
function writeLiteral(text: string, column: number, indicator: number): Tail | undefined {
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

/** Writes a long line of prose as a folded block, broken at single spaces. Returns undefined if it has none. */
function writeFolded(text: string, column: number): Tail | undefined {
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

function writeString(text: string, place: Place, layout: Layout): Tail {
  const flat = { head: isPlainSafe(text) ? text : quoteYaml(text), body: [] };
  if (!layout.blocks) return flat;
  const deeper = place.owner === 'item' ? 2 : layout.step;
  const column = place.column + deeper;
  // At the root, an indentation indicator would count from one column further left, so none is used.
  if (text.includes('\n')) return writeLiteral(text, column, place.owner === 'root' ? 0 : deeper) ?? flat;
  return (place.used + flat.head.length > lineWidth ? writeFolded(text, column) : undefined) ?? flat;
}

/** Puts the first line on the line of the dash of the list around it. */
function moveUpToDash(lines: readonly string[], column: number): Tail {
  const [first = '', ...rest] = lines;
  return { head: first.slice(column), body: rest };
}

/** Writes a collection on the line of its key or dash. Returns undefined if it does not fit. */
function writeOnOneLine(value: unknown, { used }: Place): Tail | undefined {
  const head = writeFlowText(value, yamlStyle);
  return used + head.length <= lineWidth ? { head, body: [] } : undefined;
}

/** Writes a writable value (see `toWritableValue`) at its place. */
export function writeValue(value: unknown, place: Place, layout: Layout): Tail {
  const isCollection = Array.isArray(value) || isRecord(value);
  const onOneLine = layout.isCompact && isCollection ? writeOnOneLine(value, place) : undefined;
  if (onOneLine !== undefined) return onOneLine;
  if (typeof value === 'string') return writeString(value, place, layout);
  if (typeof value === 'number') return { head: formatNumber(value), body: [] };
  if (Array.isArray(value)) {
    if (value.length === 0) return { head: '[]', body: [] };
    if (place.owner === 'item')
      return moveUpToDash(writeListLines(value, place.column + 2, layout), place.column + 2);
    return {
      head: '',
      body: writeListLines(value, place.column + (place.owner === 'root' ? 0 : layout.listOffset), layout),
    };
  }
  if (isRecord(value)) {
    if (Object.keys(value).length === 0) return { head: '{}', body: [] };
    if (place.owner === 'item')
      return moveUpToDash(writeMapLines(value, place.column + 2, layout), place.column + 2);
    return {
      head: '',
      body: writeMapLines(value, place.column + (place.owner === 'root' ? 0 : layout.step), layout),
    };
  }
  return { head: String(value), body: [] };
}

/** Writes the pairs of a map as lines, with the keys at `column`. */
export function writeMapLines(map: Record<string, unknown>, column: number, layout: Layout): string[] {
  const lines: string[] = [];
  for (const [key, value] of Object.entries(map)) {
    const name = isPlainSafe(key) ? key : quoteYaml(key);
    const explicit = name.length > longestImplicitKey;
    if (explicit) lines.push(`${pad(column)}? ${name}`);
    const start = `${pad(column)}${explicit ? '' : name}:`;
    const place = { owner: 'pair', column, used: start.length + 1 } as const;
    const below = layout.compactBelow?.has(key) ? { ...layout, isCompact: true as const } : layout;
    const { head, body } = writeValue(value, place, below);
    lines.push(head === '' ? start : `${start} ${head}`);
    for (const line of body) lines.push(line);
  }
  return lines;
}

/** Writes the items of a list as lines, with the dashes at `column`. */
export function writeListLines(list: readonly unknown[], column: number, layout: Layout): string[] {
  return list.flatMap((value) => {
    const place = { owner: 'item', column, used: column + 2 } as const;
    const { head, body } = writeValue(value, place, layout);
    return [`${pad(column)}- ${head}`, ...body];
  });
}
