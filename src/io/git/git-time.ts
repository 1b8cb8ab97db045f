/** How long a run waits for git: for a call, and for all calls together. After that, git is no longer asked. */

/** Time after which a call is stopped, in milliseconds: a minute, many times what it takes in a large repository. */
export const longestCall = 60_000;

/** Time that the calls of a run may take in all, in milliseconds. Calls at the same time count once. */
const longestRun = 300_000;

let silence: string | undefined;
/** Number of calls that wait for git. */
let waiting = 0;
/** When the first of them began. */
let since = 0;
/** Milliseconds of the waits that have ended. */
let spent = 0;

/** Returns why git is no longer asked; undefined if it answers. */
export function findSilence(): string | undefined {
  return silence;
}

/** Asks git again, for programs that run longer than a command. */
export function clearSilence(): void {
  silence = undefined;
  spent = 0;
}

/** Notes that a call begins. Returns the milliseconds that it may take: what is left of the run, up to a limit. */
export function beginWait(longest: number): number {
  const now = performance.now();
  if (waiting === 0) since = now;
  waiting += 1;
  const left = longestRun - spent - (now - since);
  return Math.max(1, Math.min(longest, Math.ceil(left)));
}

/** Notes that a call has ended. */
export function endWait(): void {
  waiting -= 1;
  if (waiting === 0) spent += performance.now() - since;
}

/**
 * Asks git no more in this run, because a call was stopped. Returns why.
 *
 * @param allowed the milliseconds that the call was allowed to take
 * @param longest the milliseconds that any call may take
 */
export function giveUp(allowed: number, longest: number): string {
  silence ??=
    allowed < longest
      ? `git took more than ${longestRun / 60_000} minutes in all`
      : `git did not answer within ${longest / 1000} seconds`;
  return silence;
}
