import xterm from '@xterm/headless';
import { Chalk } from 'chalk';
import { describe, expect, it } from 'vitest';
import type { ReportDocument } from '#domain/types/report.ts';
import { measureWidth } from '#render/terminal/layout.ts';
import { renderReportText } from '#render/report/text/index.ts';
import { renderSummary } from '#render/terminal/summary.ts';
import { makeTheme } from '#render/terminal/theme.ts';
import { exampleReports, reportContext } from '../../../support/report/report-context.ts';
import { hostileReports } from '../hostile-report.ts';

/** What a terminal made of a text. */
interface Screen {
  /** Rows from the top, without the spaces behind them. */
  readonly rows: readonly string[];
  /** Rows that the terminal itself began because the one before was full. */
  readonly wrapped: number;
  /** Things that a text may not do: ring the bell, set the title, answer, move the cursor up. */
  readonly acts: readonly string[];
}

const widths = new Map<number, 0 | 1 | 2>();

/** Columns of one code point by itself: a joiner takes none, each half of a flag one, all else what we measure. */
function widthOf(code: number): 0 | 1 | 2 {
  if (code === 0x200d) return 0;
  if (code >= 0x1f1e6 && code <= 0x1f1ff) return 1;
  const width = widths.get(code) ?? (Math.min(2, measureWidth(String.fromCodePoint(code))) as 0 | 1 | 2);
  widths.set(code, width);
  return width;
}

/**
 * Widths of signs in a terminal that draws the parts of a joined emoji side by side, two columns each, as that of
 * many an editor does. xterm.js itself takes one column for each.
 */
const sideBySide = {
  version: 'side by side',
  wcwidth: widthOf,
  charProperties(code: number, before: number): number {
    const own = widthOf(code);
    const joins = own === 0 && before !== 0 && (before >> 1) % 4 !== 0;
    const width = joins ? (before >> 1) % 4 : own;
    return (width << 1) | Number(joins);
  },
};

/** Writes a text to a terminal with as many columns as it was laid out for. */
async function show(text: string, cols: number): Promise<Screen> {
  // Twice as many rows as lines: a text that takes more is seen to wrap all the same.
  const scrollback = 2 * text.split('\n').length + 100;
  const terminal = new xterm.Terminal({
    cols,
    rows: 50,
    scrollback,
    convertEol: true,
    allowProposedApi: true,
  });
  terminal.unicode.register(sideBySide);
  terminal.unicode.activeVersion = sideBySide.version;
  const acts: string[] = [];
  terminal.onBell(() => acts.push('bell'));
  terminal.onTitleChange(() => acts.push('title'));
  terminal.onData(() => acts.push('answer'));
  for (const final of 'ABCDEFGHJKLMPST@XZ`adefghilnpqrstu')
    terminal.parser.registerCsiHandler({ final }, () => acts.push(`CSI ${final}`) > 0);
  for (const command of [0, 1, 2, 4, 8, 9, 52, 777, 1337])
    terminal.parser.registerOscHandler(command, () => acts.push(`OSC ${command}`) > 0);
  await new Promise<void>((done) => {
    terminal.write(text, done);
  });
  const buffer = terminal.buffer.active;
  const lines = Array.from({ length: buffer.baseY + buffer.cursorY }, (_, row) => buffer.getLine(row));
  const screen = {
    rows: lines.map((line) => line?.translateToString(true).trimEnd() ?? ''),
    wrapped: lines.filter((line) => line?.isWrapped === true).length,
    acts,
  };
  terminal.dispose();
  return screen;
}

/** The printed lines without what colours them. */
const linesOf = (text: string): string[] =>
  text
    .split('\u001b')
    .map((part) => part.replace(/^\[\d+m/, ''))
    .join('')
    .trimEnd()
    .split('\n');

const theme = makeTheme(new Chalk({ level: 1 }), true);
const { messages } = reportContext;

const cases: readonly (readonly [name: string, width: number, report: ReportDocument])[] = [
  ...exampleReports.flatMap(([name, report]) =>
    [20, 40, 60, 80, 100].map((width) => [name, width, report] as const),
  ),
  ...hostileReports.map(([name, report]) => [name, 60, report] as const),
];

describe('a terminal', () => {
  it.each(cases)(
    'shows %s at %i columns row for row as printed, and does nothing else',
    async (_name, width, report) => {
      const printed = renderReportText(report, { ...reportContext, theme, width });
      const summary = renderSummary(report, { width, theme, messages, files: [] });
      expect(printed).toContain('\u001b[1m');
      for (const text of [printed, summary]) {
        const { rows, wrapped, acts } = await show(text, width);
        const lines = linesOf(text);
        const other = lines.findIndex((line, index) => line !== rows[index]);
        expect({ acts, wrapped, row: rows[other], rows: rows.length }).toEqual({
          acts: [],
          wrapped: 0,
          row: lines[other],
          rows: lines.length,
        });
      }
    },
  );

  it('would be seen to wrap, to move, to ring and to set its title', async () => {
    const screen = await show(
      `${'x'.repeat(30)}\n👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦\n\u001b[2Ja\u001b[5Ab\u0007\u001b]0;pwned\u0007\n`,
      20,
    );
    expect(screen.wrapped).toBe(2);
    expect(screen.acts).toEqual(['CSI J', 'CSI A', 'bell', 'OSC 0']);
  });
});
