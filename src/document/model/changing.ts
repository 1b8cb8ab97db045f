import type { FaultList } from '#document/read/fault.ts';
import type { Finding } from '#domain/types/report.ts';
import { type Draft, type Spot, makeFaultAt } from './draft.ts';
import { describeUnknownFix } from '#document/schema/suggest.ts';

/** A draft while the changes of an overlay are applied to it. */
export interface Changing {
  draft: Draft;
  /** Takes all faults. */
  readonly faults: FaultList<Finding>;
  /** Where each entry was changed, by list and id. */
  readonly changed: Map<string, Spot>;
}

/** Makes the finding for a change whose target never existed, or was removed before. */
export function findUnknownTarget(
  { removed }: Draft,
  spot: Spot,
  what: string,
  id: string,
  known: readonly string[],
): Finding {
  const before = removed.get(id);
  if (before !== undefined)
    return makeFaultAt(
      spot,
      `\`${id}\` is already removed in ${before.part.file}.`,
      'Keep one of the two.',
      'key',
    );
  const message = `There is no ${what} \`${id}\` in the extended model.`;
  return makeFaultAt(spot, message, describeUnknownFix(id, known), 'key');
}

/** Records the first change of an entry and returns true; reports a further one and returns false. */
export function recordChange({ faults, changed }: Changing, key: string, id: string, spot: Spot): boolean {
  const before = changed.get(key);
  if (before === undefined) {
    changed.set(key, spot);
    return true;
  }
  faults.add(() =>
    makeFaultAt(
      spot,
      `\`${id}\` is already changed in ${before.part.file}.`,
      'Change it in one place.',
      'key',
    ),
  );
  return false;
}
