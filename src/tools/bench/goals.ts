import { type Measured, ratiosOf, valuesOf } from './case.ts';
import { figure, ratio } from './figures.ts';
import { type SeriesGrowth, exponentOf, isLinear, linearUpTo } from './growth.ts';
import { spreadOf } from './statistics.ts';

/** How long a screen of 60 Hz shows one picture, in milliseconds. */
export const frame = 1000 / 60;

/** What we want to be, and whether we are. */
export interface Goal {
  readonly goal: string;
  readonly measured: string;
  /** null where it was not measured. */
  readonly reached: boolean | null;
}

/** What grows. */
type Cost = 'time' | 'work' | 'memory';

const notMeasured = 'not measured';

/** The goals of the project, held to what was measured: medians, unless the goal says another thing. */
export function goalsOf(results: readonly Measured[], growth: readonly SeriesGrowth[]): Goal[] {
  const byId = new Map(results.map((each) => [each.id, each]));
  const compare = (goal: string, id: string, to: string, holds: (median: number) => boolean): Goal => {
    const spread = spreadOf(ratiosOf(byId.get(id), byId.get(to), 'wall'));
    if (spread === null) return { goal, measured: notMeasured, reached: null };
    return { goal, measured: ratio(spread), reached: holds(spread.median) };
  };
  const atMost = (most: number) => (median: number) => median <= most;
  const linear = (goal: string, over: SeriesGrowth['over'], costs: readonly Cost[]): Goal => {
    const ours = growth.filter((series) => series.over === over && series.name !== 'ajv');
    const growths = costs.flatMap((cost) => ours.map((series) => series[cost]));
    const exponents = growths.flatMap((each) => exponentOf(each) ?? []);
    if (exponents.length === 0) return { goal, measured: notMeasured, reached: null };
    const range = [Math.min(...exponents), Math.max(...exponents)].map(figure).join(' to ');
    return { goal, measured: `exponents ${range}`, reached: growths.every(isLinear) };
  };
  const frames = spreadOf(valuesOf(byId.get('terminal/key'), 'wall').map((wall) => wall / frame));
  const empty = 'an empty process';
  return [
    compare(
      `\`check\` of one file takes at most 1.6 times ${empty}`,
      'commands/check',
      'commands/node',
      atMost(1.6),
    ),
    compare(
      'ajv-cli takes at least twice as long over the same file',
      'commands/ajv',
      'commands/check',
      (median) => median >= 2,
    ),
    compare(
      `\`--version\` takes at most 1.1 times ${empty}`,
      'commands/version',
      'commands/node',
      atMost(1.1),
    ),
    compare(
      '`check` of 1,000 files takes no longer than ajv-cli',
      'files-1000/check',
      'files-1000/ajv',
      atMost(1),
    ),
    linear('Time is linear in the number of files', 'files', ['time', 'work']),
    linear('Memory is linear in the number of files', 'files', ['memory']),
    linear('Time is linear in the size of one file', 'size', ['time', 'work']),
    linear('Memory is linear in the size of one file', 'size', ['memory']),
    compare(
      `The first question is there within 2 times ${empty}`,
      'terminal/first-question',
      'terminal/node',
      atMost(2),
    ),
    {
      goal: 'A key press is redrawn within one frame, 9 times of 10',
      measured: frames === null ? notMeasured : `${ratio(frames)} frames`,
      reached: frames === null ? null : frames.high <= 1,
    },
  ];
}

/** What linear means here, for readers. */
export const linearMeans = `an exponent of at most ${linearUpTo} over three sizes or more, and in the last step as far as noise cannot explain it`;
