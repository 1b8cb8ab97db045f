import { limits } from './limits.ts';

/** Thrown where a text is to be read by the careful reader. */
class Declined extends Error {}

/** Ends the quick reading of a text. */
export function decline(): never {
  throw new Declined();
}

/** What may follow a value on its line. */
const restOfLine = /[ ]*(?:[ ]#[^\n]*)?\r?(?:\n|$)/y;

/** A text that is being read, from its start to its end. */
export class QuickText {
  readonly text: string;
  /** The place that is read next. */
  at = 0;
  /** Where the line of that place starts. */
  private lineStart = 0;
  /** Where each value and each key starts, in the order of the text; -1 for a value without a text. */
  readonly starts: number[] = [];
  private depth = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Column of the place, from 0. */
  get column(): number {
    return this.at - this.lineStart;
  }

  /** Goes over spaces and line ends, and says how many lines have ended. */
  skipBreaks(): number {
    let breaks = 0;
    for (; ; this.at += 1) {
      const char = this.text.charCodeAt(this.at);
      if (char === 0x0a) {
        breaks += 1;
        this.lineStart = this.at + 1;
      } else if (char !== 0x20 && char !== 0x0d) return breaks;
    }
  }

  /** From the start or the content of a line, goes to the first content there is; false at the end of the text. */
  toContent(): boolean {
    for (this.skipBreaks(); this.text.charCodeAt(this.at) === 0x23; this.skipBreaks()) {
      const end = this.text.indexOf('\n', this.at);
      this.at = end === -1 ? this.text.length : end;
    }
    return this.at < this.text.length;
  }

  /** Goes to the start of a line. */
  toLine(start: number): void {
    this.at = start;
    this.lineStart = start;
  }

  /** Goes behind what a sticky pattern finds here; false where it finds nothing. */
  skip(pattern: RegExp): boolean {
    const end = this.endOf(pattern);
    if (end === -1) return false;
    this.at = end;
    return true;
  }

  /** The text that a sticky pattern finds here, behind which reading goes on; undefined where it finds none. */
  take(pattern: RegExp): string | undefined {
    const start = this.at;
    return this.skip(pattern) ? this.text.slice(start, this.at) : undefined;
  }

  /** Where what a sticky pattern finds here ends; -1 where it finds nothing. */
  endOf(pattern: RegExp): number {
    pattern.lastIndex = this.at;
    return pattern.test(this.text) ? pattern.lastIndex : -1;
  }

  /** Goes to a place of a line, by where both are. */
  toPlace(at: number, lineStart: number): void {
    this.at = at;
    this.lineStart = lineStart;
  }

  /** Goes over the one space before a value that stands on this line; false where it is not as simple as that. */
  toValue(): boolean {
    if (this.text.charCodeAt(this.at) !== 0x20) return false;
    const next = this.text.charCodeAt(this.at + 1);
    if (!(next > 0x20) || next === 0x23) return false;
    this.at += 1;
    return true;
  }

  /** Goes over spaces, and says how many there were. */
  skipSpaces(): number {
    const start = this.at;
    while (this.text.charCodeAt(this.at) === 0x20) this.at += 1;
    return this.at - start;
  }

  /** Goes behind the end of the line where nothing but a comment is left of it; false where there is more. */
  endLine(): boolean {
    if (!this.skip(restOfLine)) return false;
    this.lineStart = this.at;
    return true;
  }

  /** Goes over the space between parts in brackets. Each line has to be indented more than what holds the value. */
  skipGap(parent: number): void {
    if (this.text.charCodeAt(this.at) > 0x20) return;
    if (this.skipBreaks() > 0 && this.column <= parent) decline();
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
