/** Changing a text at several places at once, and finding places in it. */

/** Thrown inside the room where a change cannot be made by splicing. */
export class Unspliceable extends Error {}

/** A text whose changes are collected, then made in one pass. Every line of it ends in a newline. */
export class Splicer {
  readonly text: string;
  readonly eol: string;
  readonly #edits: { start: number; end: number; text: string }[] = [];

  constructor(text: string) {
    this.text = text;
    this.eol = text.includes('\r\n') ? '\r\n' : '\n';
  }

  /** Replaces `start` to `end`. Edits at one place are made in the order in which they were asked for. */
  replace(start: number, end: number, text: string): void {
    if (start !== end || text !== '') this.#edits.push({ start, end, text: text.replaceAll('\n', this.eol) });
  }

  /** Replaces whole lines: both offsets are starts of lines. */
  replaceLines(start: number, end: number, lines: readonly string[]): void {
    this.replace(start, end, lines.map((line) => `${line}\n`).join(''));
  }

  /** The text with all edits made. Throws Unspliceable where they overlap. */
  result(): string {
    const edits = this.#edits
      .map((edit, order) => ({ ...edit, order }))
      .toSorted((a, b) => a.start - b.start || a.order - b.order);
    const parts: string[] = [];
    let done = 0;
    for (const edit of edits) {
      if (edit.start < done) throw new Unspliceable('Two changes overlap.');
      parts.push(this.text.slice(done, edit.start), edit.text);
      done = edit.end;
    }
    return parts.join('') + this.text.slice(done);
  }

  /** Start of the line that holds the offset. */
  lineStart(offset: number): number {
    return offset === 0 ? 0 : this.text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** Column of the offset, from 0. */
  column(offset: number): number {
    return offset - this.lineStart(offset);
  }

  /** Start of the line after something that ends at the offset; the offset itself if that ends in a newline. */
  lineAfter(end: number): number {
    if (this.text[end - 1] === '\n') return end;
    const newline = this.text.indexOf('\n', end);
    return newline < 0 ? this.text.length : newline + 1;
  }

  /** End of the line of something that ends at the offset, without its newline. */
  lineEnd(end: number): number {
    const after = this.lineAfter(end);
    if (this.text[after - 1] !== '\n') return after;
    return this.text[after - 2] === '\r' ? after - 2 : after - 1;
  }

  /** Whether nothing but white space stands between the two offsets. */
  isBlank(start: number, end: number): boolean {
    return this.text.slice(start, end).trim() === '';
  }

  /** The first offset from `start` on that holds no white space. */
  skipSpace(start: number): number {
    let at = start;
    while (at < this.text.length && /\s/.test(this.text.charAt(at))) at += 1;
    return at;
  }

  /** The end of what stands before the offset on its line; the start of the line if only white space does. */
  trimLeft(offset: number): number {
    let at = offset;
    while (at > 0 && /[ \t]/.test(this.text.charAt(at - 1))) at -= 1;
    return at;
  }

  /** Column of the comment that comes next from a start of a line on, or -1 if something else does. */
  commentColumn(line: number): number {
    const at = this.skipSpace(line);
    return this.text[at] === '#' ? this.column(at) : -1;
  }

  /** The start of the line after all comments from here on that stand at that column or deeper. */
  skipComments(line: number, column: number): number {
    let at = line;
    while (this.commentColumn(at) >= column) at = this.lineAfter(this.skipSpace(at) + 1);
    return at;
  }
}
