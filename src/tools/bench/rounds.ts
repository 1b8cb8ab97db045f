import type { Block, Case, Measured, RoundSample } from './case.ts';

/** A block that took longer than this altogether takes part no more, in milliseconds. */
const blockBudget = 120_000;
/** But it takes part in so many rounds at least. */
const fewest = 3;

/** Whether a block that takes part in `times` of all rounds takes part in this one, so that they lie evenly. */
export function takesPart(round: number, rounds: number, times: number): boolean {
  const before = (at: number): number => Math.ceil((at * times) / rounds);
  return before(round + 1) > before(round);
}

/** How many rounds a share of them is: at least three, where there are three. */
export function timesOf(share: number, rounds: number): number {
  return Math.min(rounds, Math.max(fewest, Math.round(rounds * share)));
}

/** The same things in a circle, another one first each round, so that none always follows the same one. */
export function rotated<T>(things: readonly T[], by: number): T[] {
  const at = things.length === 0 ? 0 : by % things.length;
  return [...things.slice(at), ...things.slice(0, at)];
}

/** What tells a person how far it is. */
export interface Progress {
  /** Aborted where nobody wants to know any more. */
  readonly signal: AbortSignal;
  readonly starts: (round: number, id: string) => void;
  readonly ended: (round: number, results: readonly Measured[]) => void;
}

/** A case while it is being measured. */
interface Running extends Measured {
  readonly each: Case;
  readonly samples: RoundSample[];
  missing: string | undefined;
}

async function prepared(block: Block, signal: AbortSignal): Promise<Running[]> {
  const running: Running[] = [];
  for (const each of [block.base, ...block.cases]) {
    signal.throwIfAborted();
    const { name, label } = each;
    const missing = await each.prepare?.();
    running.push({
      each,
      id: `${block.name}/${name}`,
      block: block.name,
      name,
      label,
      samples: [],
      missing,
    });
  }
  return running;
}

/** Runs what can be run once, one after the other. */
async function takeTurns(running: readonly Running[], round: number, progress: Progress): Promise<void> {
  for (const one of rotated(running, round)) {
    if (one.missing !== undefined) continue;
    progress.signal.throwIfAborted();
    progress.starts(round, one.id);
    const samples = await one.each.measure();
    if (samples === null) one.missing = 'took too long to wait for';
    else one.samples.push(...samples.map((sample) => ({ ...sample, round })));
  }
}

/** Runs all rounds: in each, every block that takes part, and in it one case after the other. */
export async function runRounds(
  blocks: readonly Block[],
  rounds: number,
  progress: Progress,
): Promise<readonly Measured[]> {
  const running = await Promise.all(
    blocks.map(async (block) => ({
      block,
      cases: await prepared(block, progress.signal),
      time: 0,
      turns: 0,
    })),
  );
  const results = running.flatMap(({ cases }) => cases);
  for (let round = 0; round < rounds; round += 1) {
    for (const one of running) {
      const enough = one.turns >= fewest && one.time >= blockBudget;
      if (enough || !takesPart(round, rounds, timesOf(one.block.share, rounds))) continue;
      const start = performance.now();
      await takeTurns(one.cases, round, progress);
      one.time += performance.now() - start;
      one.turns += 1;
    }
    progress.ended(round, results);
  }
  return results;
}
