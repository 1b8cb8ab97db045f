import type { ElementResult, Move, ReportDocument } from '#domain/types/report.ts';
import { roundTo } from '#domain/numbers.ts';
import { type Words, say } from '#domain/words.ts';
import { renderBar } from './bar.ts';
import { safeLine } from './escape.ts';
import { hang, padLeft, padRight, widthOf, wrap } from './layout.ts';
import type { Theme } from './theme.ts';

/** What a summary needs beside the report. */
export interface SummaryContext {
  /** Columns to lay out in. */
  readonly width: number;
  readonly theme: Theme;
  readonly words: Words;
  /** Files to name at the end: what each is and its path. */
  readonly files: readonly { readonly name: string; readonly path: string }[];
  /** Command that goes on with the questions left out of a quick audit. */
  readonly goOn?: string;
}

const whole = (score: number): string => String(roundTo(score, 0));

function statusInWords(status: ElementResult['status'], words: Words): string {
  switch (status) {
    case 'in-place':
      return words['status.inPlace'];
    case 'partial':
      return words['status.partial'];
    case 'neglected':
      return words['status.neglected'];
    case 'unknown':
      return words['status.unknown'];
    case 'not-asked':
      return words['status.notAsked'];
  }
}

function namesOf(report: ReportDocument, ids: readonly string[]): string {
  return ids.map((id) => report.elements.find((element) => element.id === id)?.name ?? id).join(', ');
}

/** The count twice, the neglected and the unknown by name, before any mean. */
export function headline(report: ReportDocument, words: Words): string[] {
  const { inPlace, inPlaceShown, of, neglected, unknown } = report.summary;
  const shown =
    inPlaceShown === null
      ? words['summary.nothingAttached']
      : say(words, 'summary.canBeShown', { count: inPlaceShown, of });
  return [
    `${say(words, 'summary.inPlace', { count: inPlace, of })}; ${shown}.`,
    ...(neglected.length > 0 ? [say(words, 'summary.neglected', { names: namesOf(report, neglected) })] : []),
    ...(unknown.length > 0 ? [say(words, 'summary.unknown', { names: namesOf(report, unknown) })] : []),
    ...(neglected.length + unknown.length === 0 ? [`${words['summary.noneNeglected']}.`] : []),
  ];
}

function rangeInWords({ range }: Pick<ElementResult, 'range'>, words: Words): string[] {
  if (range === null || range.low === range.high) return [];
  return [say(words, 'summary.range', { low: whole(range.low), high: whole(range.high) })];
}

function elementLines(
  element: ElementResult,
  nameWidth: number,
  { width, theme, words }: SummaryContext,
): string[] {
  const said = element.score === null ? theme.signs.dash : whole(element.score);
  const lenses = [
    `${padLeft(said, 3)} ${words['summary.said']}`,
    element.shown === null
      ? words['summary.nothingShown']
      : `${whole(element.shown)} ${words['summary.shown']}`,
    ...(element.written === null ? [] : [`${whole(element.written)} ${words['summary.written']}`]),
  ].join(', ');
  const barWidth = Math.max(10, Math.min(40, width - nameWidth - 26));
  const first = `${theme.strong(padRight(element.name, nameWidth))} ${renderBar(element.score, element.shown, barWidth, theme)} ${lenses}`;
  const paint =
    element.status === 'in-place' ? theme.good : element.status === 'partial' ? theme.accent : theme.bad;
  const facts = [
    say(words, 'summary.answered', { percent: roundTo((element.coverage ?? 0) * 100, 0) }),
    ...rangeInWords(element, words),
  ];
  const second = `${paint(statusInWords(element.status, words))} ${theme.signs.dot} ${theme.faint(facts.join(` ${theme.signs.dot} `))}`;
  return [...wrap(first, width), ...hang(' '.repeat(nameWidth + 1), second, width)];
}

/** One element with its bar, status and coverage, as the interview shows it after its last question. */
export function renderElement(element: ElementResult, context: SummaryContext): string {
  return elementLines(element, widthOf(element.name), context).join('\n');
}

/** Questions shown of a move to find out: the report has them all. */
const asksShown = 3;

function moveLines(move: Move, index: number, report: ReportDocument, context: SummaryContext): string[] {
  const { width, theme, words } = context;
  const element = namesOf(report, [move.element]);
  const title = move.practice === null ? move.name : `${move.name} (${element})`;
  const marker = `${index + 1}. `;
  const inner = ' '.repeat(marker.length);
  const label = { close: words['plan.close'], 'find-out': words['plan.findOut'], prove: words['plan.prove'] }[
    move.move
  ];
  const lines = [
    ...hang(marker, theme.strong(`${label}: ${title}`), width),
    ...hang(inner, theme.faint(safeLine(move.because)), width),
  ];
  const { recommendation } = move;
  if (recommendation !== undefined) {
    lines.push(...hang(inner, safeLine(recommendation.do), width));
    lines.push(
      ...hang(
        inner,
        `${theme.strong(words['summary.firstStep'])}: ${safeLine(recommendation.days30)}`,
        width,
      ),
    );
    const who = { owner: recommendation.owner, effort: recommendation.effort };
    lines.push(...hang(inner, theme.faint(safeLine(say(words, 'summary.owner', who))), width));
  }
  const asks = move.ask ?? [];
  for (const { ask, bestAnsweredBy } of asks.slice(0, asksShown)) {
    const text = say(words, 'summary.ask', { role: words[`role.${bestAnsweredBy}`], ask });
    lines.push(...hang(`${inner}${theme.signs.dot} `, safeLine(text), width));
  }
  if (asks.length > asksShown) {
    lines.push(
      ...hang(inner, theme.faint(say(words, 'summary.more', { count: asks.length - asksShown })), width),
    );
  }
  for (const { what } of move.attach ?? []) {
    lines.push(
      ...hang(`${inner}${theme.signs.dot} `, safeLine(say(words, 'summary.attach', { what })), width),
    );
  }
  return lines;
}

function planLines(report: ReportDocument, context: SummaryContext): string[] {
  const { width, theme, words } = context;
  const { now, next } = report.plan;
  if (now.length === 0) return wrap(words['summary.nothingToDo'], width);
  const lines = [`${theme.strong(words['summary.do'])} ${theme.faint(`(${words['summary.doAtMost']})`)}`];
  now.forEach((move, index) => lines.push('', ...moveLines(move, index, report, context)));
  if (next.length > 0) {
    const names = next.map(({ name }) => name).join(', ');
    lines.push('', ...wrap(theme.faint(say(words, 'summary.then', { names })), width));
  }
  return lines;
}

function patternLines({ patterns }: ReportDocument, { width, words }: SummaryContext): string[] {
  if (patterns.length === 0) return [];
  const names = patterns.map(({ name, because }) => `${name} (${because.join(', ')})`).join('; ');
  return [...wrap(safeLine(say(words, 'summary.patterns', { names })), width), ''];
}

function openingLines({ opening }: ReportDocument, { width, words, theme }: SummaryContext): string[] {
  const lines: string[] = [];
  const add = (label: string, text: string | undefined): void => {
    if (text === undefined || text.trim() === '') return;
    lines.push(...wrap(`${theme.faint(`${label}:`)} ${safeLine(text)}`, width));
  };
  add(words['summary.opening'], opening?.first);
  add(words['summary.openingAgain'], opening?.again);
  return lines.length === 0 ? [] : [...lines, ''];
}

/** The result at a glance, for a terminal: reads in black and white, at any width from 40 columns. */
export function renderSummary(report: ReportDocument, context: SummaryContext): string {
  const { width, theme, words } = context;
  const { summary } = report;
  const { signs } = theme;
  const title = say(words, 'summary.title', { organization: report.organization.name, date: report.asOf });
  const questions = { asked: summary.asked, outOf: summary.outOf };
  const scope = say(words, summary.scope === 'quick' ? 'summary.quick' : 'summary.questions', questions);
  const [count = '', ...named] = headline(report, words);
  const nameWidth = Math.max(...report.elements.map(({ name }) => widthOf(name)));
  const overall =
    summary.score === null
      ? say(words, 'summary.overallUnknown', { names: namesOf(report, summary.unknown) })
      : say(words, 'summary.overall', { score: whole(summary.score) });
  const legend = say(words, 'summary.legend', {
    shown: signs.bar.shown,
    said: signs.bar.said,
    rest: signs.bar.rest,
  });
  const files = context.files.map(({ name, path }) => `${name} ${safeLine(path)}`);
  return [
    ...wrap(theme.faint(safeLine(title)), width),
    '',
    ...wrap(theme.strong(count), width),
    ...named.flatMap((line) => wrap(theme.strong(line), width)),
    ...wrap(theme.faint(scope), width),
    ...(summary.provisional ? wrap(theme.bad(words['summary.provisional']), width) : []),
    '',
    ...report.elements.flatMap((element) => elementLines(element, nameWidth, context)),
    '',
    ...wrap([overall, ...rangeInWords(summary, words), theme.faint(legend)].join(` ${signs.dot} `), width),
    '',
    ...patternLines(report, context),
    ...openingLines(report, context),
    ...planLines(report, context),
    ...(files.length > 0 ? ['', ...wrap(`${words['summary.files']}: ${files.join(', ')}`, width)] : []),
    ...(context.goOn === undefined
      ? []
      : [
          ...wrap(say(words, 'summary.goOn', { count: summary.outOf - summary.asked }), width),
          // A command is never broken: it is there to be copied.
          `  ${context.goOn}`,
        ]),
    '',
  ].join('\n');
}
