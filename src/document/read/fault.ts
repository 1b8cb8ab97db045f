/** Part of a path into a document: a key of a map or an index, from 0, of a list. */
export type Path = readonly (string | number)[];

/** Something wrong at a place of a text, before the place is turned into a line and a column. */
export interface Fault {
  /** `document/unsafe` for what the limits refuse, `document/invalid` for what is not well formed. */
  readonly check: 'document/unsafe' | 'document/invalid';
  /** What is wrong and what was expected. */
  readonly message: string;
  /** What to do. */
  readonly fix: string;
  /** Where, as an offset in UTF-16 units. */
  readonly start: number;
  /** Where, as a path; empty where the text has no structure yet. */
  readonly path?: Path;
}

/** A fault that the limits of the tool refuse. */
export function makeUnsafeFault(start: number, message: string, fix: string, path: Path = []): Fault {
  return { check: 'document/unsafe', start, message, fix, path };
}

/** A fault of form. */
export function makeInvalidFault(start: number, message: string, fix: string, path: Path = []): Fault {
  return { check: 'document/invalid', start, message, fix, path };
}

/** A path as a JSON pointer (RFC 6901). */
export function toPointer(path: Path): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
