import type { Path } from './fault.ts';
import { type Node, type Span, createFinder } from './tree.ts';

/**
 * Where something stands in a file. Lines and columns count from 1, columns in UTF-16 units; the end is
 * exclusive. A byte order mark at the start of a file has no column, as in every editor.
 */
export interface Position {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** Turns offsets of a text into lines and columns. The lines are counted when first asked for. */
export function createLineIndex(text: string): (span: Span) => Position {
  let starts: number[] | undefined;
  const place = (offset: number): [line: number, column: number] => {
    if (starts === undefined) {
      starts = [0];
      for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
    }
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return [low + 1, offset - (starts[low] ?? 0) + 1];
  };
  return ({ start, end }) => {
    const [line, column] = place(Math.min(start, text.length));
    const [endLine, endColumn] = place(Math.min(Math.max(start, end), text.length));
    return { line, column, endLine, endColumn };
  };
}

/**
 * Looks up where the node at a path stands: its value or its key. An empty value stands where its key
 * does; something absent where its nearest parent does (the key of it, where it has one).
 */
export function createLocator(
  root: Node,
  places: (span: Span) => Position,
): (path: Path, what?: 'key' | 'value') => Position {
  let find: ReturnType<typeof createFinder> | undefined;
  return (path, what = 'value') => {
    find ??= createFinder(root);
    const { node, entry, whole } = find(path);
    const empty = node.start === node.end;
    const atKey = entry !== undefined && (what === 'key' || empty || (!whole && node.kind !== 'alias'));
    return places(atKey ? entry.key : node);
  };
}
