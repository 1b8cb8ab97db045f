import type { Path } from './fault.ts';
import { type Node, type Span, createFinder } from './tree.ts';

/**
 * A range in a file. Lines and columns start at 1; columns are UTF-16 code units; the end is exclusive.
 * A byte order mark has no column, as in every editor.
 */
export interface Position {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** Creates a function that converts offsets to lines and columns. Indexes the lines on first use. */
export function createLineIndex(text: string): (span: Span) => Position {
  let starts: number[] | undefined;
  const locatePoint = (offset: number): [line: number, column: number] => {
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
    const [line, column] = locatePoint(Math.min(start, text.length));
    const [endLine, endColumn] = locatePoint(Math.min(Math.max(start, end), text.length));
    return { line, column, endLine, endColumn };
  };
}

/**
 * Creates a function that returns the position of the value or key at a path. An empty value has the
 * position of its key. A missing path has that of its nearest parent: of the parent's key if it has one.
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
