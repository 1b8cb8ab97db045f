import { availableParallelism } from 'node:os';
import { type HelperProcess, startHelper } from '#io/helper-process.ts';
import type { CheckedFile, CheckedInput } from '../checked-file.ts';
import { type Answer, type Share, helperCommand, helperFlags, received } from './messages.ts';

/** So few files are checked before a helper would have started. */
const filesForHelper = 125;

/** More helpers than this wait for each other, or for the disk. */
const mostHelpers = 8;

/** Files that a helper is given at a time: few enough that all helpers end together. */
const filesOfShare = 20;

/** Shares that a helper has at a time, so that it never waits for the next one. */
const sharesAtOnce = 2;

/** How many helpers check so many files sooner than this process alone: 0 or at least 2. */
export function helpersFor(files: number, processors: number = availableParallelism()): number {
  const helpers = Math.min(Math.floor(files / filesForHelper), processors, mostHelpers);
  return helpers < 2 ? 0 : helpers;
}

/**
 * Has files checked by other processes.
 *
 * @param script what this process runs: helpers run it too
 * @param count how many helpers there are to be
 * @param asOf the day that the run speaks for, YYYY-MM-DD
 * @param take gets each file that was checked; what it throws ends all
 * @returns what is left to be checked here, in the order of the inputs
 */
export async function shareOut(
  script: string,
  count: number,
  inputs: readonly CheckedInput[],
  asOf: string,
  take: (file: CheckedFile) => Promise<void>,
): Promise<readonly CheckedInput[]> {
  const shared = inputs.filter(({ isStored }) => isStored);
  const done = new Set<CheckedInput>();
  let next = 0;
  const serve = async (helper: HelperProcess): Promise<void> => {
    while (next < shared.length) {
      const files = shared.slice(next, next + filesOfShare);
      next += files.length;
      const share: Share = { asOf, files: files.map(({ path, file }) => ({ path, file })) };
      const answer = (await helper.ask(share)) as Answer | undefined;
      if (answer === undefined) return;
      for (const [index, input] of files.entries()) {
        const file = answer[index];
        if (file === null || file === undefined) continue;
        done.add(input);
        await take(received(file));
      }
    }
  };
  const helpers = await Promise.all(
    Array.from({ length: count }, () => startHelper(script, helperCommand, helperFlags)),
  );
  try {
    await Promise.all(helpers.flatMap((helper) => Array.from({ length: sharesAtOnce }, () => serve(helper))));
  } finally {
    await Promise.all(helpers.map((helper) => helper.end()));
  }
  return inputs.filter((input) => !done.has(input));
}
