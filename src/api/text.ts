import { isDate } from '#domain/calendar.ts';

/** Text of a document, YAML or JSON: a string, or the bytes of a file. At most 1 MiB, in UTF-8. */
export type Text = string | Uint8Array;

/** A document that was read, with the text that it was read from. */
export interface Sourced<T> {
  /** The file as findings and reports name it. */
  readonly file: string;
  /** The whole text, a byte order mark included. */
  readonly text: string;
  /** What the text holds, as its schema says. */
  readonly value: T;
}

/** The bytes of a text. */
export function toBytes(text: Text): Uint8Array {
  return typeof text === 'string' ? new TextEncoder().encode(text) : text;
}

/** Throws a RangeError where a day is not one that exists, as YYYY-MM-DD. */
export function requireDay(asOf: string): void {
  if (typeof asOf === 'string' && isDate(asOf)) return;
  throw new RangeError(`asOf takes a date that exists, as YYYY-MM-DD, not ${JSON.stringify(asOf)}.`);
}
