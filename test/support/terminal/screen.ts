import type { Block } from '../docs/markdown.ts';
import type { Shell } from '../shell.ts';
import { Terminal, keys } from './terminal.ts';

/** Keys by their names in pages. */
const named: Readonly<Record<string, string>> = {
  Enter: keys.enter,
  Up: keys.up,
  Down: keys.down,
  'Ctrl-C': keys.ctrlC,
};

/** Parses keys such as `"Some words" Enter 2`: quoted text, names of keys, single keys. */
function parseKeys(value: string): string {
  return [...value.matchAll(/"([^"]*)"|(\S+)/g)]
    .map(([, words, key = '']) => words ?? named[key] ?? key)
    .join('');
}

/** A part of the screen. */
interface Cut {
  /** Text in its first line. Default: the top of the screen. */
  readonly from: string | undefined;
  /** Text in the line after its last. Default: the bottom of the screen. */
  readonly upTo: string | undefined;
}

function cutRows(rows: readonly string[], { from, upTo }: Cut): string {
  const first = from === undefined ? 0 : rows.findLastIndex((row) => row.includes(from));
  const rest = rows.slice(Math.max(first, 0));
  const end = upTo === undefined ? -1 : rest.findIndex((row) => row.includes(upTo));
  return rest
    .slice(0, end === -1 ? rest.length : end)
    .join('\n')
    .trim();
}

/** Waits until there has been no output for a second. */
async function waitForRest(terminal: Terminal): Promise<void> {
  for (let before = -1; before !== terminal.raw.length;) {
    before = terminal.raw.length;
    await new Promise((done) => setTimeout(done, 1000));
  }
}

/** Screens of a page: one program at a time, which continues from block to block. */
export interface Screens {
  /**
   * Follows the notes of a block and returns the screen. `screen: COMMAND` starts a program, and `same screen` continues
   * with it (`rows: N` sets the height), `see: TEXT` waits, `type: KEYS` types, `from: TEXT` and `up to: TEXT` select
   * rows.
   */
  play(shell: Shell, block: Block): Promise<string>;
  dispose(): void;
}

/** Opens the screens of a page. With `update`, they return the current output instead of waiting for the expected one. */
export function openScreens(update: boolean): Screens {
  let terminal: Terminal | undefined;
  const start = (shell: Shell, command: string, rows: number): Terminal => {
    terminal?.dispose();
    terminal = Terminal.command('bash', ['-c', command], { cwd: shell.here(), rows, env: shell.env });
    return terminal;
  };
  const play: Screens['play'] = async (shell, { notes, text }) => {
    const values = new Map(notes);
    const command = values.get('screen') ?? '';
    if (command !== '') start(shell, command, Number(values.get('rows') ?? 30));
    const screen = terminal;
    if (screen === undefined) throw new Error('No program runs on the screen.');
    for (const [key, value] of notes) {
      if (key === 'see') await screen.see(value);
      if (key === 'type') screen.type(parseKeys(value));
    }
    const cut = { from: values.get('from'), upTo: values.get('up to') };
    if (update) await waitForRest(screen);
    else await screen.seeRows('the screen of the page', (rows) => cutRows(rows, cut) === text);
    return cutRows(screen.rows(), cut);
  };
  return { play, dispose: () => terminal?.dispose() };
}
