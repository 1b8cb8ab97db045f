import xterm from '@xterm/headless';
import { Chalk } from 'chalk';
import { describe, expect, it } from 'vitest';
import type { ReportDocument } from '#domain/types/report.ts';
import { measureWidth } from '#render/terminal/layout.ts';
import { renderReportText } from '#render/report/text/index.ts';
import { renderSummary } from '#render/terminal/summary.ts';
import { makeTheme } from '#render/terminal/theme.ts';
import { exampleReports, reportContext } from '../../../support/report-context.ts';
import { hostileReports } from '../hostile-report.ts';

/** The state of a terminal after printing a text. */
interface Screen {
  /** Rows from the top, without trailing spaces. */
  readonly rows: readonly string[];
  /** Number of rows that the terminal wrapped. */
  readonly wrapped: number;
  /** Forbidden effects: bell, title, replies, cursor movement. */
  readonly acts: readonly string[];
}

/**
 * Character widths of a terminal that draws the parts of a joined emoji side by side, two columns each, like
 * many editors. xterm.js itself uses one column each.
 */
const sideBySide = {
  version: 'side by side',
  wcwidth: (code: number): 0 | 1 | 2 =>
    // A lone joiner has no width, although measureWidth returns 1 for it.
    code === 0x200d ? 0 : (Math.min(2, measureWidth(String.fromCodePoint(code))) as 0 | 1 | 2),
  charProperties(code: number, before: number): number {
    const own = this.wcwidth(code);
    const joins = own === 0 && before !== 0 && (before >> 1) % 4 !== 0;
    const width = joins ? (before >> 1) % 4 : own;
    return (width << 1) | Number(joins);
  },
};

/** Prints a text in a terminal of the width that it was laid out for. */
async function show(text: string, cols: number): Promise<Screen> {
  const terminal = new xterm.Terminal({
    cols,
    rows: 50,
    scrollback: 300_000,
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

/** Returns the printed lines without styles. */
const splitLines = (text: string): string[] =>
  text
    .split('\u001b')
    .map((part) => part.replace(/^\[\d+m/, ''))
    .join('')
    .trimEnd()
    .split('\n');

const theme = makeTheme(new Chalk({ level: 1 }), true);
const { words } = reportContext;

const cases: readonly (readonly [name: string, width: number, report: ReportDocument])[] = [
  ...exampleReports.flatMap(([name, report]) =>
    [20, 40, 60, 80, 100].map((width) => [name, width, report] as const),
  ),
  ...hostileReports.map(([name, report]) => [name, 60, report] as const),
];

describe('a text report in a terminal', () => {
  it.each(cases)('shows %s at %i columns row for row, without side effects', async (_name, width, report) => {
    const printed = renderReportText(report, { ...reportContext, theme, width });
    const summary = renderSummary(report, { width, theme, words, files: [] });
    expect(printed).toContain('\u001b[1m');
    for (const text of [printed, summary]) {
      const { rows, wrapped, acts } = await show(text, width);
      const lines = splitLines(text);
      const other = lines.findIndex((line, index) => line !== rows[index]);
      expect({ acts, wrapped, row: rows[other], rows: rows.length }).toEqual({
        acts: [],
        wrapped: 0,
        row: lines[other],
        rows: lines.length,
      });
    }
  });

  it('is detected if it wraps, moves, rings or sets the title', async () => {
    const screen = await show(
      `${'x'.repeat(30)}\n👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦\n\u001b[2Ja\u001b[5Ab\u0007\u001b]0;pwned\u0007\n`,
      20,
    );
    expect(screen.wrapped).toBe(2);
    expect(screen.acts).toEqual(['CSI J', 'CSI A', 'bell', 'OSC 0']);
  });
});
