import { measureWidth } from './layout.ts';
import { safeWrap } from './safe-wrap.ts';

/** A piece of text of anybody, laid out on its own: a paragraph, or an item behind a marker. */
export interface Piece {
  readonly text: string;
  readonly paint?: (line: string) => string;
  /** Stands before the first line; further lines are indented beneath the text. */
  readonly marker?: string;
}

/** Pieces in lines of at most `width` columns, the indentation included. The text is escaped here; a piece without any is left out. */
export function write(pieces: readonly (string | Piece)[], indent: number, width: number): string[] {
  return pieces.flatMap((each) => {
    const { text, paint, marker = '' }: Piece = typeof each === 'string' ? { text: each } : each;
    const markerWidth = measureWidth(marker);
    const lines = safeWrap(text, width - indent - markerWidth);
    if (lines.length === 1 && lines[0] === '' && marker.trim() === '') return [];
    return lines.map((line, index) => {
      const before = ' '.repeat(indent) + (index === 0 ? marker : ' '.repeat(markerWidth));
      return line === '' ? before.trimEnd() : before + (paint === undefined ? line : paint(line));
    });
  });
}
