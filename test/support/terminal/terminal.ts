import { type IPty, spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { onTestFinished } from 'vitest';
import { bin } from '../package/built.ts';

/** Keys as a terminal sends them. */
export const keys = {
  enter: '\r',
  up: '\u001b[A',
  down: '\u001b[B',
  ctrlC: '\u0003',
  ctrlD: '\u0004',
} as const;

/** Options for a terminal. */
export interface TerminalOptions {
  readonly cwd: string;
  readonly cols?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** Exit code of a program, and the signal if one killed it. */
export interface Ending {
  readonly exitCode: number;
  readonly signal: number | undefined;
}

const patience = 30_000;

/** A program in a pseudo-terminal, with the screen that a person would see. */
export class Terminal {
  readonly #pty: IPty;
  readonly #screen: InstanceType<typeof xterm.Terminal>;
  #raw = '';
  #ending: Ending | undefined;
  #writes: Promise<void> = Promise.resolve();
  readonly #waiting = new Set<() => void>();

  private constructor(pty: IPty, cols: number, rows: number) {
    this.#pty = pty;
    this.#screen = new xterm.Terminal({ cols, rows, scrollback: 5000, allowProposedApi: true });
    pty.onData((data) => {
      this.#raw += data;
      this.#writes = new Promise((done) => {
        this.#screen.write(data, () => {
          done();
          this.#wake();
        });
      });
    });
    pty.onExit(({ exitCode, signal }) => {
      this.#ending = { exitCode, signal: signal || undefined };
      this.#wake();
    });
  }

  /** Starts the tool in a terminal, which is closed after the test. */
  static start(args: readonly string[], options: TerminalOptions): Terminal {
    const terminal = Terminal.command(process.execPath, [bin, ...args], options);
    onTestFinished(() => terminal.dispose());
    return terminal;
  }

  /** Starts any program in a terminal. The caller must dispose of it. */
  static command(file: string, args: readonly string[], options: TerminalOptions): Terminal {
    const { cwd, cols = 80, rows = 30, env = {} } = options;
    const pty = spawn(file, [...args], {
      cwd,
      cols,
      rows,
      name: env['TERM'] ?? 'xterm-256color',
      env: {
        PATH: process.env['PATH'],
        HOME: cwd,
        LANG: 'C.UTF-8',
        TZ: 'UTC',
        ...env,
      },
    });
    return new Terminal(pty, cols, rows);
  }

  #wake(): void {
    for (const wake of this.#waiting) wake();
  }

  async #until<T>(what: string, look: () => T | undefined): Promise<T> {
    const give = performance.now() + patience;
    for (;;) {
      await this.#writes;
      const found = look();
      if (found !== undefined) return found;
      if (performance.now() > give)
        throw new Error(`Waited in vain for ${what}. The screen shows:\n${this.text()}`);
      await new Promise<void>((done) => {
        const wake = (): void => {
          clearTimeout(timer);
          this.#waiting.delete(wake);
          done();
        };
        const timer = setTimeout(wake, 200);
        this.#waiting.add(wake);
      });
    }
  }

  get pid(): number {
    return this.#pty.pid;
  }

  /** All output of the program, including escape sequences. */
  get raw(): string {
    return this.#raw;
  }

  /** The visible rows, without trailing spaces. */
  rows(): string[] {
    const buffer = this.#screen.buffer.active;
    return Array.from({ length: this.#screen.rows }, (_, row) =>
      (buffer.getLine(buffer.baseY + row)?.translateToString(true) ?? '').trimEnd(),
    );
  }

  /** The visible screen. */
  text(): string {
    return this.rows().join('\n').trimEnd();
  }

  /** The screen with its scrollback. */
  history(): string {
    const buffer = this.#screen.buffer.active;
    const lines: string[] = [];
    for (let row = 0; row < buffer.length; row += 1) {
      const line = buffer.getLine(row);
      const text = line?.translateToString(true) ?? '';
      if (line?.isWrapped === true) lines[lines.length - 1] += text;
      else lines.push(text);
    }
    return lines.join('\n').trimEnd();
  }

  /**
   * Waits until the visible screen shows a text, and then for a pause in the output, because a frame may arrive in
   * pieces. Returns the screen after the pause, or the earlier one if the text has disappeared by then.
   */
  async see(text: string | RegExp): Promise<string> {
    const shows = (screen: string): boolean =>
      typeof text === 'string' ? screen.includes(text) : text.test(screen);
    const seen = await this.#until(String(text), () => (shows(this.text()) ? this.text() : undefined));
    let length: number;
    do {
      length = this.#raw.length;
      await new Promise((done) => void setTimeout(done, 15));
      await this.#writes;
    } while (this.#raw.length !== length && this.#ending === undefined && shows(this.text()));
    return shows(this.text()) ? this.text() : seen;
  }

  /** Waits until the visible rows satisfy a condition. */
  async seeRows(what: string, holds: (rows: readonly string[]) => boolean): Promise<string[]> {
    return this.#until(what, () => {
      const rows = this.rows();
      return holds(rows) ? rows : undefined;
    });
  }

  type(input: string): void {
    this.#pty.write(input);
  }

  /** Resizes the terminal. */
  resize(cols: number, rows: number): void {
    this.#screen.resize(cols, rows);
    this.#pty.resize(cols, rows);
  }

  /** Sends a signal to the program. */
  kill(signal: NodeJS.Signals): void {
    process.kill(this.pid, signal);
  }

  /** Closes the window: the program loses its terminal. */
  hangUp(): void {
    (this.#pty as unknown as { readonly _socket: { destroy(): void } })._socket.destroy();
  }

  /** Waits for the end of the program. */
  async end(): Promise<Ending> {
    const ending = await this.#until('the end of the program', () => this.#ending);
    await this.#writes;
    return ending;
  }

  /** Kills the program if it is still running. */
  dispose(): void {
    if (this.#ending === undefined) this.#pty.kill('SIGKILL');
    this.#screen.dispose();
  }
}
