import { isDate } from '#domain/calendar.ts';

/** Text of a document, YAML or JSON: a string, or the bytes of a file. At most 1 MiB, in UTF-8. */
export type Text = string | Uint8Array;

/** A document with its source text. */
export interface Sourced<T> {
  /** Name of the file in findings and reports. */
  readonly file: string;
  /** The whole text, including a byte order mark. */
  readonly text: string;
  /** The parsed value, valid against its schema. */
  readonly value: T;
}

/** Encodes a text as UTF-8. */
export function toBytes(text: Text): Uint8Array {
  return typeof text === 'string' ? new TextEncoder().encode(text) : text;
}

/** Throws a RangeError unless `asOf` is a valid date, as YYYY-MM-DD. */
export function requireDay(asOf: string): void {
  if (typeof asOf === 'string' && isDate(asOf)) return;
  throw new RangeError(`asOf takes a date that exists, as YYYY-MM-DD, not ${JSON.stringify(asOf)}.`);
}
