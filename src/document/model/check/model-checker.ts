import type { Finding } from '#domain/types/report.ts';
import type { FaultList, Path } from '#document/read/fault.ts';
import { type Draft, type Placed, type Spot, putBeneath, makeFaultAt } from '#document/model/draft.ts';
import { describeUnknownFix } from '#document/schema/suggest.ts';

/** Collects the faults of a draft, each with its position. */
export class Checker {
  readonly #draft: Draft;
  /** Takes all faults, of which only the first are made. */
  readonly faults: FaultList<Finding>;

  constructor(draft: Draft, faults: FaultList<Finding>) {
    this.#draft = draft;
    this.faults = faults;
  }

  /**
   * Adds a fault. Without a spot, it is reported in the file that identifies the model.
   *
   * @param fix a text, or a function that makes it if looking for a similar name takes long
   */
  addFault(
    spot: Spot | undefined,
    path: Path,
    message: string,
    fix: string | (() => string),
    what?: 'key',
  ): void {
    const place = spot === undefined ? this.#draft.home : putBeneath(spot, ...path);
    this.faults.add(() =>
      makeFaultAt(place, message, typeof fix === 'string' ? fix : fix(), spot === undefined ? 'key' : what),
    );
  }

  /** Reports a dangling reference. If the overlay removed its target, reports it at the removal. */
  addDangling(
    owner: Placed<{ id: string }>,
    path: Path,
    what: string,
    id: string,
    known: Iterable<string>,
  ): void {
    const removed = this.#draft.removed.get(id);
    if (removed !== undefined && owner.spot === undefined) {
      const message = `\`${id}\` is removed, but \`${owner.value.id}\` still names it.`;
      this.faults.add(() => makeFaultAt(removed, message, `Change or remove \`${owner.value.id}\` too.`));
      return;
    }
    this.addFault(owner.spot, path, `There is no ${what} \`${id}\`.`, () =>
      describeUnknownFix(id, [...known]),
    );
  }

  /** Reports ids that are used twice, removed by the overlay, or retired. */
  checkUnique(entries: readonly Placed<{ id: string | number }>[], what: string): void {
    const seen = new Map<string | number, Placed<{ id: string | number }>>();
    const retired = new Map(this.#draft.retired.map(({ value }) => [value.id, value]));
    for (const entry of entries) {
      const { id } = entry.value;
      const first = seen.get(id);
      if (first === undefined) seen.set(id, entry);
      else {
        const where = first.spot === undefined ? 'by the extended model' : `in ${first.spot.part.file}`;
        this.addFault(
          entry.spot,
          ['id'],
          `The ${what} id \`${id}\` is already used ${where}.`,
          'Give each its own id, or change the other one.',
        );
      }
      const removed = this.#draft.removed.get(String(id));
      if (removed !== undefined && ['practice', 'question', 'pattern'].includes(what)) {
        this.addFault(
          entry.spot,
          ['id'],
          `The ${what} id \`${id}\` is removed in ${removed.part.file} and used again.`,
          'Choose an id that was never used: answers to the other one would count for it.',
        );
      }
      const gone = retired.get(String(id));
      if (gone !== undefined) {
        this.addFault(
          entry.spot,
          ['id'],
          `The ${what} id \`${id}\` was retired in ${gone.since}: ${gone.why}`,
          'Choose an id that was never used.',
        );
      }
    }
  }
}
