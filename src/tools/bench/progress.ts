import { type Measured, ratiosOf } from './case.ts';
import { figure } from './figures.ts';
import type { Progress } from './rounds.ts';
import { spreadOf } from './statistics.ts';

const width = 16;

/** A time as minutes and seconds, from milliseconds. */
function clock(time: number): string {
  const seconds = Math.round(time / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Cases that are worth a column while the rounds go by: of single commands and the terminal, else all. */
function columns(results: readonly Measured[]): Measured[] {
  const all = results.filter(({ name }) => name !== 'node');
  const short = all.filter(({ block }) => block === 'commands' || block === 'terminal');
  return short.length > 0 ? short : all;
}

/** What stands over a column: the case, and its block where that is needed to tell it from others. */
function heading({ block, name, id }: Measured): string {
  return (block === 'commands' || block === 'terminal' ? name : id).slice(1 - width);
}

/**
 * Draws a table as the rounds go by: the median ratios to an empty process so far. Where a person looks on, it says
 * in a line of its own what is measured just now.
 */
export function showProgress(stream: NodeJS.WriteStream, rounds: number, signal: AbortSignal): Progress {
  const start = performance.now();
  const clear = stream.isTTY ? '\r\u001b[K' : '';
  let begun = false;
  return {
    signal,
    starts: (round, id) => {
      if (stream.isTTY) stream.write(`${clear}round ${round + 1} of ${rounds}: ${id}`);
    },
    ended: (round, results) => {
      const row = (first: string, time: string, cells: readonly string[]): string =>
        `${first.padStart(7)}${time.padStart(8)}${cells.map((cell) => cell.padStart(width)).join('')}\n`;
      const shown = columns(results);
      if (!begun) {
        stream.write(clear + row('round', 'time', shown.map(heading)));
        begun = true;
      }
      const ratios = shown.map((each) => {
        const base = results.find(({ id }) => id === `${each.block}/node`);
        const spread = spreadOf(ratiosOf(each, base, 'wall'));
        return spread === null ? '–' : figure(spread.median);
      });
      stream.write(clear + row(`${round + 1}/${rounds}`, clock(performance.now() - start), ratios));
    },
  };
}
