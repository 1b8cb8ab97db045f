import { type Measured, type Quantity, ratiosOf, valuesOf } from './case.ts';
import { figure, memory, ratio, time } from './figures.ts';
import { type Goal, frame } from './goals.ts';
import type { SeriesGrowth } from './growth.ts';
import { type Growth, spreadOf } from './statistics.ts';

/** A Markdown table; an empty cell says that there is nothing to say. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '--:'))), ...rows.map(line)].join(
    '\n',
  );
}

/** The empty process of the block that a case belongs to. */
function baseOf(results: readonly Measured[], { block }: Measured): Measured | undefined {
  return results.find(({ id }) => id === `${block}/node`);
}

/** ajv-cli over the same files. */
function peerOf(results: readonly Measured[], { block }: Measured): Measured | undefined {
  return results.find(({ id }) => id === `${block}/ajv`);
}

/** What each of these cases cost: a row for each. */
export function costs(results: readonly Measured[], shown: (each: Measured) => boolean): string {
  const rows = results.filter(shown).map((each) => {
    if (each.samples.length === 0)
      return [each.label, each.missing ?? 'not measured', '', '', '', '', '', ''];
    const own = (quantity: Quantity): ReturnType<typeof spreadOf> => spreadOf(valuesOf(each, quantity));
    const to = (base: Measured | undefined, quantity: Quantity): string =>
      base?.id === each.id ? '1' : ratio(spreadOf(ratiosOf(each, base, quantity)));
    const base = baseOf(results, each);
    return [
      each.missing === undefined ? each.label : `${each.label}; then it ${each.missing}`,
      time(own('wall')),
      to(base, 'wall'),
      each.name === 'node' ? '–' : to(peerOf(results, each), 'wall'),
      time(own('cpu')),
      to(base, 'cpu'),
      memory(own('memory')),
      String(each.samples.length),
    ];
  });
  const head = ['', 'time', '× empty', '× ajv-cli', 'processor', '× empty', 'memory', 'runs'];
  return table(head, rows);
}

/** What is seen in the terminal, in time and in pictures of the screen. */
export function terminal(results: readonly Measured[]): string {
  const rows = results
    .filter(({ block }) => block === 'terminal')
    .map((each) => {
      const values = valuesOf(each, 'wall');
      const frames = spreadOf(values.map((value) => value / frame));
      const toBase =
        each.name === 'node' ? '1' : ratio(spreadOf(ratiosOf(each, baseOf(results, each), 'wall')));
      const key = each.name === 'key';
      return [
        each.label,
        time(spreadOf(values)),
        key ? '' : toBase,
        key ? ratio(frames) : '',
        String(values.length),
      ];
    });
  return table(['', 'time', '× empty', 'frames', 'runs'], rows);
}

/** The exponent, how far sizes lie from the line (a line through two of them misses neither), the last step. */
function exponent({ fit, lastStep }: Growth): string {
  if (fit === null) return 'no growth';
  const miss = fit.points < 3 ? 'two sizes' : `±${Math.round(fit.residual * 100)} %`;
  return `${figure(fit.exponent)} (${miss}; ${lastStep === null ? '–' : figure(lastStep)})`;
}

/** The exponents of all series. */
export function growthTable(series: readonly SeriesGrowth[]): string {
  const rows = series.map(({ over, label, time: ofTime, work, memory: ofMemory }) => [
    `${label}, over ${over === 'files' ? 'files' : 'size'}`,
    exponent(ofTime),
    exponent(work),
    exponent(ofMemory),
  ]);
  return table(['', 'time', 'processor', 'memory'], rows);
}

/** The goals and whether they are reached. */
export function goalTable(goals: readonly Goal[]): string {
  const rows = goals.map(({ goal, measured, reached }) => [
    goal,
    measured,
    reached === null ? 'not measured' : reached ? 'reached' : '**not reached**',
  ]);
  return table(['goal', 'measured', ''], rows);
}
