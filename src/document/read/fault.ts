import { limits } from './limits.ts';

/** Path to a node of a document: keys of maps, and indexes (from 0) of lists. */
export type Path = readonly (string | number)[];

/** A fault at an offset of a text, before the offset is converted to a line and column. */
export interface Fault {
  /** `document/unsafe` if a limit refuses the input, `document/invalid` if it is malformed. */
  readonly check: 'document/unsafe' | 'document/invalid';
  /** Describes the fault and what was expected. */
  readonly message: string;
  /** Says how to fix it. */
  readonly fix: string;
  /** Offset in UTF-16 code units. */
  readonly start: number;
  /** Path of the value; empty if the text could not be parsed that far. */
  readonly path?: Path;
}

/** Makes a fault for input that a limit refuses. */
export function makeUnsafeFault(start: number, message: string, fix: string, path: Path = []): Fault {
  return { check: 'document/unsafe', start, message, fix, path };
}

/** Makes a fault for malformed input. */
export function makeInvalidFault(start: number, message: string, fix: string, path: Path = []): Fault {
  return { check: 'document/invalid', start, message, fix, path };
}

/** Converts a path to a JSON pointer (RFC 6901). */
export function toPointer(path: Path): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/**
 * The faults of a file or a model. Stores the first and counts the others, so that a file full of faults costs little
 * more.
 */
export class FaultList<T = Fault> {
  readonly #faults: T[] = [];
  #count = 0;

  /** The faults that are stored, at most `limits.faults`. */
  get kept(): readonly T[] {
    return this.#faults;
  }

  /** Number of all faults. */
  get count(): number {
    return this.#count;
  }

  /** Adds a fault. Does not make it if there are enough. */
  add(make: () => T): void {
    this.#count += 1;
    if (this.#faults.length < limits.faults) this.#faults.push(make());
  }
}
