/** A middle value and how far the runs lie apart: the 10th and the 90th percentile. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

/**
 * The value below which a share of all values lies, between two values by a straight line.
 *
 * @param share 0..1
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) throw new Error('There is nothing to take a quantile of.');
  return below + (above - below) * (place - Math.floor(place));
}

/** null where there is nothing to speak of. */
export function spreadOf(values: readonly number[]): Spread | null {
  if (values.length === 0) return null;
  return {
    median: quantile(values, 0.5),
    low: quantile(values, 0.1),
    high: quantile(values, 0.9),
    count: values.length,
  };
}

/** A cost (time or memory) at a size. */
export interface Point {
  readonly size: number;
  readonly cost: number;
}

/** cost = factor × size^exponent, and by how much the points miss it. */
export interface PowerLaw {
  readonly exponent: number;
  readonly factor: number;
  /** The typical miss as a share of the cost (root mean square of the logarithms): 0.05 is 5 %. */
  readonly residual: number;
  readonly points: number;
}

/** Least squares on the logarithms of sizes and costs, which have to be above 0. null for fewer than two sizes. */
export function fitPowerLaw(points: readonly Point[]): PowerLaw | null {
  const logs = points.map(({ size, cost }) => ({ x: Math.log(size), y: Math.log(cost) }));
  const count = logs.length;
  const meanX = logs.reduce((sum, { x }) => sum + x, 0) / count;
  const meanY = logs.reduce((sum, { y }) => sum + y, 0) / count;
  const spreadX = logs.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  if (count < 2 || spreadX === 0) return null;
  const exponent = logs.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) / spreadX;
  const start = meanY - exponent * meanX;
  const squares = logs.reduce((sum, { x, y }) => sum + (y - start - exponent * x) ** 2, 0);
  return {
    exponent,
    factor: Math.exp(start),
    residual: Math.expm1(Math.sqrt(squares / count)),
    points: count,
  };
}

/** Costs at a size, of all runs. */
export interface SizedCosts {
  readonly size: number;
  readonly costs: readonly number[];
}

/** How a cost grows with size, without what it costs to start at all. */
export interface Growth {
  /** null where the cost does not grow clearly at two sizes or more. */
  readonly fit: PowerLaw | null;
  /** The exponent of the last step alone: what grows faster than the rest shows itself there first. */
  readonly lastStep: number | null;
  /** The same from the low end of the last size and the high end of the one before: what noise cannot explain. */
  readonly lastStepAtLeast: number | null;
}

/** How much more than the smallest a size has to cost to say anything: memory grows by the page and the heap. */
const clearly = 1.05;

/**
 * Fits the growth of a cost. The start of a program costs the same for any size and would make every growth look
 * flat, so the cost at the smallest size is taken off, and its size too: what grows in a straight line then has the
 * exponent 1 exactly. Sizes whose cost cannot be told from that of the smallest (their spreads overlap, or it is
 * less than 5 % above) say nothing, and are left out.
 */
export function growthOf(series: readonly SizedCosts[]): Growth {
  const [first, ...larger] = series
    .flatMap(({ size, costs }) => {
      const spread = spreadOf(costs);
      return spread === null ? [] : [{ size, spread }];
    })
    .toSorted((a, b) => a.size - b.size);
  if (first === undefined) return { fit: null, lastStep: null, lastStepAtLeast: null };
  const points = larger
    .filter(({ spread }) => spread.low > first.spread.high && spread.median >= first.spread.median * clearly)
    .map(({ size, spread: { low, median, high } }) => {
      const above = (cost: number): number => cost - first.spread.median;
      return { size: size - first.size, cost: above(median), low: above(low), high: above(high) };
    });
  const step = (two: readonly Point[]): number | null => fitPowerLaw(two)?.exponent ?? null;
  const last = points.slice(-2);
  return {
    fit: fitPowerLaw(points),
    lastStep: step(last),
    lastStepAtLeast: step(
      last.map(({ size, low, high }, index) => ({ size, cost: index === 0 ? high : low })),
    ),
  };
}
