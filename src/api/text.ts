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
