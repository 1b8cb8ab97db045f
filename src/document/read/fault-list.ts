import type { Fault } from './fault.ts';
import { limits } from './limits.ts';

/** The faults of a file. Keeps the first and counts the others, so that a file full of faults costs little more. */
export class FaultList {
  readonly #faults: Fault[] = [];
  #count = 0;

  /** The faults that are kept, at most `limits.faults`. */
  get kept(): readonly Fault[] {
    return this.#faults;
  }

  /** Number of all faults. */
  get count(): number {
    return this.#count;
  }

  /** Adds a fault. Does not make it if there are enough. */
  add(make: () => Fault): void {
    this.#count += 1;
    if (this.#faults.length < limits.faults) this.#faults.push(make());
  }
}
