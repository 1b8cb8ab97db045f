import { measureWidth } from './layout.ts';
import { escapeAndWrap } from './safe-wrap.ts';

/** A paragraph, or an item after a marker. The text may come from anyone. */
export interface Piece {
  readonly text: string;
  readonly paint?: (line: string) => string;
  /** Precedes the first line; further lines are indented to its width. */
  readonly marker?: string;
}

/**
 * Writes pieces in lines of at most `width` columns, indentation included. Escapes the text. Skips empty
 * pieces.
 */
export function write(pieces: readonly (string | Piece)[], indent: number, width: number): string[] {
  return pieces.flatMap((each) => {
    const { text, paint, marker = '' }: Piece = typeof each === 'string' ? { text: each } : each;
    const markerWidth = measureWidth(marker);
    const lines = escapeAndWrap(text, width - indent - markerWidth);
    if (lines.length === 1 && lines[0] === '' && marker.trim() === '') return [];
    return lines.map((line, index) => {
      const before = ' '.repeat(indent) + (index === 0 ? marker : ' '.repeat(markerWidth));
      return line === '' ? before.trimEnd() : before + (paint === undefined ? line : paint(line));
    });
  });
}
