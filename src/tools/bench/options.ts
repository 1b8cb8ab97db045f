import { parseArgs } from 'node:util';
import type { Block } from './case.ts';

/** What a bench is asked to do. */
export interface Options {
  readonly rounds: number;
  /** Names of blocks or cases; empty for everything. */
  readonly only: readonly string[];
  readonly quick: boolean;
  /** Where the page goes; undefined to print it only. */
  readonly output: string | undefined;
  readonly json: string | undefined;
  readonly keep: boolean;
  /** Whether measured programs see every variable of the shell. */
  readonly shell: boolean;
}

/** How the bench is used. */
export const usage = `npm run bench -- [options]

  --rounds N      how often everything is measured (20; with --quick 3)
  --only NAME...  measure only these, such as commands, check, files-100, size, terminal/key
  --quick         few rounds and small series, to try it out
  --output FILE   where the page goes (docs/benchmarks.md; nowhere with --quick, --only or --shell)
  --json FILE     write every single measurement too
  --shell         let programs see every variable of this shell, as they do when a person calls them
  --keep          keep the scratch folder and say where it is
  --help          print this`;

/** The page of a bench of everything. */
const page = 'docs/benchmarks.md';

/** Reads the arguments; undefined where help is asked for. Throws an error that says what is wrong. */
export function readOptions(args: readonly string[]): Options | undefined {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      rounds: { type: 'string' },
      only: { type: 'string', multiple: true, default: [] },
      quick: { type: 'boolean', default: false },
      output: { type: 'string', short: 'o' },
      json: { type: 'string' },
      keep: { type: 'boolean', default: false },
      shell: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return undefined;
  const { quick, output, json, keep, shell } = values;
  const rounds = values.rounds === undefined ? (quick ? 3 : 20) : Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a whole number from 1.');
  if (positionals.length > 0 && values.only.length === 0)
    throw new Error(`Did you mean --only ${positionals.join(' ')}?`);
  const only = [...values.only, ...positionals];
  // Figures of a part, of few rounds, or of one person's shell do not replace those of the whole.
  const whole = !quick && !shell && only.length === 0;
  return { rounds, only, quick, output: output ?? (whole ? page : undefined), json, keep, shell };
}

/** Whether a name stands for a case: its own name, that of its block, the beginning of that, or both. */
function standsFor(name: string, block: string, own: string): boolean {
  return [block, own, `${block}/${own}`].includes(name) || block.startsWith(`${name}-`);
}

/** The blocks with the cases that were asked for; each keeps its empty process. Throws for an unknown name. */
export function chosen(blocks: readonly Block[], only: readonly string[]): Block[] {
  if (only.length === 0) return [...blocks];
  for (const name of only) {
    if (blocks.some((block) => block.cases.some((each) => standsFor(name, block.name, each.name)))) continue;
    const known = blocks.flatMap((block) => [block.name, ...block.cases.map((each) => each.name)]);
    throw new Error(`Nothing is called ${JSON.stringify(name)}. Known: ${[...new Set(known)].join(', ')}.`);
  }
  return blocks
    .map((block) => ({
      ...block,
      cases: block.cases.filter((each) => only.some((name) => standsFor(name, block.name, each.name))),
    }))
    .filter(({ cases }) => cases.length > 0);
}
