/** What one run of something cost. */
export interface Sample {
  /** From its start to its end, in milliseconds. */
  readonly wall: number;
  /** Work of the processor, for itself and for the system, child processes included, in milliseconds; null = unknown. */
  readonly cpu: number | null;
  /** The most memory that it held at once (its largest process), in MiB; null = unknown. */
  readonly memory: number | null;
}

/** Something that is measured. */
export interface Case {
  /** Names it within its block. */
  readonly name: string;
  readonly label: string;
  /** Makes everything ready, once, before anything is measured; returns why it cannot be measured, if so. */
  readonly prepare?: () => Promise<string | undefined>;
  /** Runs it; null where it took too long to be waited for. Throws where it does not do what it should. */
  readonly measure: () => Promise<readonly Sample[] | null>;
}

/** Cases that are measured side by side, each as a ratio to the first one, an empty process. */
export interface Block {
  readonly name: string;
  /** In which share of the rounds it takes part, 0..1: large ones would take all the time. */
  readonly share: number;
  readonly base: Case;
  readonly cases: readonly Case[];
}

/** A sample with the round that it was taken in. */
export interface RoundSample extends Sample {
  readonly round: number;
}

/** Everything that was measured of a case. */
export interface Measured {
  /** `block/name`. */
  readonly id: string;
  readonly block: string;
  readonly name: string;
  readonly label: string;
  readonly samples: readonly RoundSample[];
  /** Why there are no samples, or no more. */
  readonly missing: string | undefined;
}

/** One of the three things that are measured of a run. */
export type Quantity = keyof Sample;

/** What was measured of a quantity, run by run, without what is unknown. */
export function valuesOf(measured: Measured | undefined, quantity: Quantity): number[] {
  return (measured?.samples ?? []).flatMap((sample) => sample[quantity] ?? []);
}

/** One case as ratios to another, each to the run of the same round. */
export function ratiosOf(
  measured: Measured | undefined,
  base: Measured | undefined,
  quantity: Quantity,
): number[] {
  const bases = new Map((base?.samples ?? []).map((sample) => [sample.round, sample[quantity]]));
  return (measured?.samples ?? []).flatMap((sample) => {
    const of = bases.get(sample.round);
    const value = sample[quantity];
    return value === null || !of ? [] : [value / of];
  });
}
