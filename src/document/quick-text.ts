import { limits } from './limits.ts';

/** Thrown where a text is to be read by the careful reader. */
class Declined extends Error {}

/** Ends the quick reading of a text. */
export function decline(): never {
  throw new Declined();
}

/** Lines without content up to the next one with it, and its indentation. */
const toContent = /(?:[ ]*(?:#[^\n]*)?\r?\n)*[ ]*(?:#[^\n]*$)?/y;

/** What may follow a value on its line. */
const restOfLine = /[ ]*(?:[ ]#[^\n]*)?\r?(?:\n|$)/y;

/** Space between the parts of a value in brackets, which may go on in the next line. */
const gap = /[ ]*(?:\r?\n[ ]*)*/y;

/** A text that is being read, from its start to its end. */
export class QuickText {
  readonly text: string;
  /** The place that is read next. */
  at = 0;
  /** Column of the content that was found last, from 0. */
  indent = 0;
  /** Where each value and each key starts, in the order of the text; -1 for a value without a text. */
  readonly starts: number[] = [];
  private depth = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** From the start or the content of a line, goes to the first content there is; false at the end of the text. */
  toContent(): boolean {
    this.skip(toContent);
    this.indent = this.at === 0 ? 0 : this.at - this.text.lastIndexOf('\n', this.at - 1) - 1;
    return this.at < this.text.length;
  }

  /** Goes behind what a sticky pattern finds here; false where it finds nothing. */
  skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return false;
    this.at = pattern.lastIndex;
    return true;
  }

  /** The text that a sticky pattern finds here, behind which reading goes on; undefined where it finds none. */
  take(pattern: RegExp): string | undefined {
    const start = this.at;
    return this.skip(pattern) ? this.text.slice(start, this.at) : undefined;
  }

  /** Goes over spaces, and says how many there were. */
  skipSpaces(): number {
    const start = this.at;
    while (this.text.charCodeAt(this.at) === 0x20) this.at += 1;
    return this.at - start;
  }

  /** Goes behind the end of the line, on which there may only be a comment any more. */
  endLine(): void {
    if (!this.skip(restOfLine)) decline();
  }

  /** Goes over the space between parts in brackets. Each line has to be indented more than what holds the value. */
  skipGap(parent: number): void {
    if (this.text.charCodeAt(this.at) > 0x20) return;
    const from = this.at;
    this.skip(gap);
    const line = this.text.lastIndexOf('\n', this.at - 1);
    if (line >= from && this.at - line - 1 <= parent) decline();
  }

  /** Whether the place has a character, and behind it space or the end of the line. */
  isMark(code: number): boolean {
    if (this.text.charCodeAt(this.at) !== code) return false;
    const next = this.text.charCodeAt(this.at + 1);
    return next === 0x20 || next === 0x0a || next === 0x0d || Number.isNaN(next);
  }

  /** One list or map deeper. */
  enter(): void {
    this.depth += 1;
    if (this.depth > limits.depth) decline();
  }

  leave(): void {
    this.depth -= 1;
  }
}
