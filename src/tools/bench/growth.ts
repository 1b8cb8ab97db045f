import { type Measured, type Quantity, ratiosOf, valuesOf } from './case.ts';
import { counts } from './files-blocks.ts';
import { shapeLabels, sizes } from './sizes-blocks.ts';
import { type Growth, growthOf } from './statistics.ts';

/** How time and memory grow along a series of cases. */
export interface SeriesGrowth {
  readonly over: 'files' | 'size';
  readonly name: string;
  readonly label: string;
  /** From start to end. */
  readonly time: Growth;
  /** Work of the processor: hardly moved by whatever else the machine is doing. */
  readonly work: Growth;
  readonly memory: Growth;
}

/** Up to which exponent a growth is called linear: a doubling that costs 2.2 times as much. */
export const linearUpTo = 1.15;

/** The exponent over all sizes; null where there are fewer than three: a line through two of them fits anything. */
export function exponentOf({ fit }: Growth): number | null {
  return fit === null || fit.points < 3 ? null : fit.exponent;
}

/** Whether a cost grows no faster than in a straight line, over all sizes and in the last step. */
export function isLinear(growth: Growth): boolean {
  return (exponentOf(growth) ?? 0) <= linearUpTo && (growth.lastStepAtLeast ?? 0) <= linearUpTo;
}

const fileSeries = {
  check: '`check`, no finding',
  'check-findings': '`check`, three findings in each',
  ajv: 'ajv-cli, no finding',
};

const sizeSeries = {
  texts: `\`check\`, ${shapeLabels.texts}`,
  entries: `\`check\`, ${shapeLabels.entries}`,
  invalid: `\`check\`, ${shapeLabels.invalid}`,
  ajv: `ajv-cli, ${shapeLabels.entries}`,
};

/**
 * The growth of every series that was measured at three sizes or more. Times count as ratios to the empty process
 * of their round, which takes out much of what else the machine was doing; memory as it is.
 */
export function growthIn(results: readonly Measured[]): SeriesGrowth[] {
  const byId = new Map(results.map((each) => [each.id, each]));
  const grown = (
    over: SeriesGrowth['over'],
    steps: readonly number[],
    labels: Readonly<Record<string, string>>,
  ): SeriesGrowth[] =>
    Object.entries(labels).flatMap(([name, label]) => {
      const measured = steps.flatMap((size) => {
        const of = byId.get(`${over}-${size}/${name}`);
        return of === undefined || of.samples.length === 0
          ? []
          : [{ size, of, base: byId.get(`${over}-${size}/node`) }];
      });
      if (measured.length < 3) return [];
      const ratios = (quantity: Quantity): Growth =>
        growthOf(measured.map(({ size, of, base }) => ({ size, costs: ratiosOf(of, base, quantity) })));
      const memory = growthOf(measured.map(({ size, of }) => ({ size, costs: valuesOf(of, 'memory') })));
      return [{ over, name, label, time: ratios('wall'), work: ratios('cpu'), memory }];
    });
  return [...grown('files', counts, fileSeries), ...grown('size', sizes, sizeSeries)];
}
