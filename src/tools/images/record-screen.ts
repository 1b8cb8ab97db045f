import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';

/** Neighboring cells of a screen with the same look. */
export interface Run {
  readonly text: string;
  readonly isBold: boolean;
  readonly isDim: boolean;
  readonly isInverse: boolean;
  /** Number of the color in the palette of the terminal; undefined for that of the text. */
  readonly color: number | undefined;
}

/** What is typed into a program: the text that the screen has to show first, and the keys. */
export type Step = readonly [waitFor: string, keys: string];

type Screen = InstanceType<typeof xterm.Terminal>;

function readRow(screen: Screen, row: number): Run[] {
  const line = screen.buffer.active.getLine(screen.buffer.active.baseY + row);
  const runs: Run[] = [];
  for (let column = 0; column < screen.cols; column += 1) {
    const cell = line?.getCell(column);
    if (cell === undefined) break;
    const look = {
      isBold: cell.isBold() !== 0,
      isDim: cell.isDim() !== 0,
      isInverse: cell.isInverse() !== 0,
      color: cell.isFgPalette() ? cell.getFgColor() : undefined,
    };
    const text = cell.getChars() || ' ';
    const last = runs.at(-1);
    const isSame =
      last?.isBold === look.isBold &&
      last.isDim === look.isDim &&
      last.isInverse === look.isInverse &&
      last.color === look.color;
    if (isSame) runs[runs.length - 1] = { ...last, text: last.text + text };
    else runs.push({ ...look, text });
  }
  return runs;
}

/**
 * Runs Node in a terminal of 80 x 24, types, and returns the screen with its colors once it shows a text. Throws if
 * the screen does not show in time what a step or the end waits for.
 *
 * @param patience how long to wait for each of them, in milliseconds
 */
export async function recordScreen(
  args: readonly string[],
  cwd: string,
  steps: readonly Step[],
  end: string,
  patience = 30_000,
): Promise<Run[][]> {
  const size = { cols: 80, rows: 24 };
  const env = { PATH: process.env['PATH'], HOME: cwd, LANG: 'C.UTF-8', TZ: 'UTC' };
  const screen = new xterm.Terminal({ ...size, allowProposedApi: true });
  const pty = spawn(process.execPath, [...args], { ...size, cwd, env, name: 'xterm-256color' });
  pty.onData((data) => screen.write(data));
  const read = (): Run[][] => Array.from({ length: size.rows }, (_, row) => readRow(screen, row));
  const see = async (text: string): Promise<void> => {
    const before = performance.now();
    for (;;) {
      const shown = read()
        .map((row) =>
          row
            .map((run) => run.text)
            .join('')
            .trimEnd(),
        )
        .join('\n');
      if (shown.includes(text)) return;
      if (performance.now() - before > patience)
        throw new Error(`The terminal does not show "${text}", but:\n${shown}`);
      await new Promise((done) => void setTimeout(done, 50));
    }
  };
  try {
    for (const [waitFor, keys] of steps) {
      await see(waitFor);
      pty.write(keys);
    }
    await see(end);
    return read();
  } finally {
    pty.kill();
    screen.dispose();
  }
}
