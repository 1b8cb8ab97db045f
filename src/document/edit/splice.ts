/** Changes a text at several places at once, and finds places in it. */

/** Thrown within this folder if a change cannot be made by splicing. */
export class Unspliceable extends Error {}

/** Collects changes of a text, then makes them in one pass. Every line of the text must end in a newline. */
export class Splicer {
  readonly text: string;
  readonly eol: string;
  readonly #edits: { start: number; end: number; text: string }[] = [];

  constructor(text: string) {
    this.text = text;
    this.eol = text.includes('\r\n') ? '\r\n' : '\n';
  }

  /** Replaces `start` to `end`. Edits at the same place are made in the order of the calls. */
  replace(start: number, end: number, text: string): void {
    if (start !== end || text !== '') this.#edits.push({ start, end, text: text.replaceAll('\n', this.eol) });
  }

  /** Replaces whole lines: both offsets must be starts of lines. */
  replaceLines(start: number, end: number, lines: readonly string[]): void {
    this.replace(start, end, lines.map((line) => `${line}\n`).join(''));
  }

  /** Returns the text with all edits made. Throws Unspliceable if they overlap. */
  getResult(): string {
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

  /** Returns the start of the line with the offset. */
  findLineStart(offset: number): number {
    return offset === 0 ? 0 : this.text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** Returns the column of the offset, from 0. */
  findColumn(offset: number): number {
    return offset - this.findLineStart(offset);
  }

  /** Returns the start of the line after text that ends at `end`; `end` itself if the text ends in a newline. */
  findLineAfter(end: number): number {
    if (this.text[end - 1] === '\n') return end;
    const newline = this.text.indexOf('\n', end);
    return newline < 0 ? this.text.length : newline + 1;
  }

  /** Returns the end of the line of text that ends at `end`, without the newline. */
  findLineEnd(end: number): number {
    const after = this.findLineAfter(end);
    if (this.text[after - 1] !== '\n') return after;
    return this.text[after - 2] === '\r' ? after - 2 : after - 1;
  }

  /** Whether there is only white space between the two offsets. */
  isBlank(start: number, end: number): boolean {
    return this.text.slice(start, end).trim() === '';
  }

  /** Returns the first offset from `start` on that is not white space. */
  skipSpace(start: number): number {
    let at = start;
    while (at < this.text.length && /\s/.test(this.text.charAt(at))) at += 1;
    return at;
  }

  /** Moves the offset left over spaces and tabs. */
  trimLeft(offset: number): number {
    let at = offset;
    while (at > 0 && /[ \t]/.test(this.text.charAt(at - 1))) at -= 1;
    return at;
  }

  /** Returns the column of the comment that comes next from the start of a line; -1 if other content does. */
  findCommentColumn(line: number): number {
    const at = this.skipSpace(line);
    return this.text[at] === '#' ? this.findColumn(at) : -1;
  }

  /** Skips comments at that column or deeper, and returns the start of the line after them. */
  skipComments(line: number, column: number): number {
    let at = line;
    while (this.findCommentColumn(at) >= column) at = this.findLineAfter(this.skipSpace(at) + 1);
    return at;
  }
}
