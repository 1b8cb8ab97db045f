/** How many times more cases than usual each property takes: `RUNS=10 npm test` looks longer, as before a release. */
const times = Number(process.env['RUNS'] ?? 1);

/** Returns the settings of a property that takes a number of cases, or `RUNS` times as many. */
export function scaleRuns(count: number): { readonly numRuns: number } {
  return { numRuns: count * times };
}
