import { type Measured, valuesOf } from './case.ts';
import { time } from './figures.ts';
import { type Goal, linearMeans } from './goals.ts';
import type { SeriesGrowth } from './growth.ts';
import type { Machine } from './machine.ts';
import { spreadOf } from './statistics.ts';
import { costs, goalTable, growthTable, terminal } from './tables.ts';

/** Everything that a bench found out. */
export interface Findings {
  readonly machine: Machine;
  readonly rounds: number;
  /** Whether the programs saw every variable of the shell. */
  readonly shell: boolean;
  /** Bytes of the document that is checked alone. */
  readonly exampleBytes: number;
  /** Names and versions of the other programs. */
  readonly versions: readonly string[];
  /** Whether the work of the processor and the memory are known too. */
  readonly knowsAll: boolean;
  readonly results: readonly Measured[];
  readonly growth: readonly SeriesGrowth[];
  readonly goals: readonly Goal[];
}

const introduction = `<!-- Written by \`npm run bench\`. Do not edit: run it again. -->

# Benchmarks

How long \`sales-audit\` takes and how much memory it holds, beside an empty Node process and beside other programs
that read the same files. All figures come from one run of \`npm run bench\` on one machine.`;

const reading = `## How to read this

- **Every figure is a median**, with the 10th and the 90th percentile of the runs in brackets.
- **"× empty" is a ratio to \`node -e 0\`**, an empty Node process that ran in the same round. Ratios can be compared
  from one machine to another far better than milliseconds. "× ajv-cli" is the ratio to ajv-cli over the same
  files in the same round.
- **All take turns**: in every round each runs once, each time in another order, so that none meets a quieter
  machine than the others. Large series take part in fewer rounds.
- **Time** is that of the whole process, from its start to its end. **Processor** is its work, for itself and for
  the system, child processes included. **Memory** is the most that its largest process held at once.
- **Programs see \`PATH\`, \`HOME\`, \`LANG\` and \`TZ\`, and no other variable**, unless \`--shell\` is given. Some, such as
  \`NODE_OPTIONS\` or \`NODE_EXTRA_CA_CERTS\`, slow every Node process down, which makes every ratio look better.
- **In a git repository** \`check\` also reads the history of the file, by running \`git\` three times: what a process
  takes that only starts git is in that figure, and no goal is set for it.
- **The other programs do less**: ajv-cli and spectral hold the file to the schema alone, yamllint looks at its
  layout. \`check\` does all of its checks, scores them, and gives line and column of what it finds.
- **In the terminal** the clock stops at the last byte of the picture, before a terminal has drawn it. A frame is
  16.7 ms: a screen of 60 Hz shows nothing sooner.
- **Growth** is b in cost = a × size^b, by least squares on the logarithms, after taking off what the smallest size
  costs: 1 is a straight line, 2 a square. In brackets: how far a size typically lies from the fitted line, and b
  of the last step alone. Sizes whose cost cannot be told from the smallest, or is less than 5 % above it, are left
  out. "Linear" is
  ${linearMeans}.
- **Another machine gives other figures.** \`npm run bench -- --quick\` takes two minutes; \`--help\` shows the rest.`;

function about({ machine, rounds, shell, versions, exampleBytes, knowsAll }: Findings): string {
  const kilobytes = (exampleBytes / 1024).toFixed(0);
  return [
    '## What was measured, on what',
    '',
    `- ${machine.processor}, ${machine.cores} cores, ${machine.memory} GiB of memory; ${machine.system}`,
    `- Node ${machine.node}, on ${machine.date}, in ${rounds} rounds`,
    ...(shell ? ['- With every variable of the shell: see below what that means'] : []),
    `- ${versions.length === 0 ? 'No other program could be had.' : `Beside it: ${versions.join(', ')}`}`,
    `- One file: \`examples/tarnbeck-cooling/sales-system.yaml\`, ${kilobytes} KB. Many files: copies of a declared system of 6 KB, each with its own name, owner, region and number of sellers`,
    ...(knowsAll ? [] : ['- Processor and memory are not known here: that takes a Python with `wait4`']),
  ].join('\n');
}

/** How much slower the slow tenth of the empty processes is, above which a machine counts as busy. */
const busyFrom = 1.5;

/** A warning where other work on the machine has spoilt the figures. */
function busyness(results: readonly Measured[]): string[] {
  const empty = spreadOf(
    valuesOf(
      results.find(({ id }) => id === 'commands/node'),
      'wall',
    ),
  );
  if (empty === null || empty.high < busyFrom * empty.low) return [];
  return [
    `**The machine was busy with other work**: an empty process took ${time(empty)}. Read processor times, not times.`,
  ];
}

/** The page of a bench, in Markdown that is not formatted yet. Parts that were not measured are left out. */
export function pageOf(findings: Findings): string {
  const { results, growth, goals } = findings;
  const section = (title: string, holds: (each: Measured) => boolean, draw: typeof costs): string[] =>
    results.some(holds) ? [`## ${title}`, draw(results, holds)] : [];
  // An empty process at every size of a series would only repeat itself.
  const series =
    (name: string) =>
    (each: Measured): boolean =>
      each.block.startsWith(`${name}-`) && each.name !== 'node';
  return [
    introduction,
    '## Goals',
    goalTable(goals),
    about(findings),
    ...busyness(results),
    ...section('Single commands', ({ block }) => block === 'commands', costs),
    ...section('The interview in a terminal', ({ block }) => block === 'terminal', terminal),
    ...section('Many files in one command', series('files'), costs),
    ...section('One file of many sizes', series('size'), costs),
    ...(growth.length > 0 ? ['## Growth', growthTable(growth)] : []),
    reading,
    '',
  ].join('\n\n');
}
