import type { Block } from '../docs/markdown.ts';
import type { Shell } from '../shell.ts';
import { Terminal, keys } from './terminal.ts';

/** Keys by the names that pages give them. */
const named: Readonly<Record<string, string>> = {
  Enter: keys.enter,
  Up: keys.up,
  Down: keys.down,
  'Ctrl-C': keys.ctrlC,
};

/** What is typed for `"Some words" Enter 2`: words in quotes, names of keys, keys themselves. */
function typed(value: string): string {
  return [...value.matchAll(/"([^"]*)"|(\S+)/g)]
    .map(([, words, key = '']) => words ?? named[key] ?? key)
    .join('');
}

/** A part of the screen. */
interface Cut {
  /** What its first line shows; the top where it is absent. */
  readonly from: string | undefined;
  /** What the line after its last shows; the bottom where it is absent. */
  readonly upTo: string | undefined;
}

function shown(rows: readonly string[], { from, upTo }: Cut): string {
  const first = from === undefined ? 0 : rows.findLastIndex((row) => row.includes(from));
  const rest = rows.slice(Math.max(first, 0));
  const end = upTo === undefined ? -1 : rest.findIndex((row) => row.includes(upTo));
  return rest
    .slice(0, end === -1 ? rest.length : end)
    .join('\n')
    .trim();
}

/** Waits until nothing has been written for a second. */
async function comeToRest(terminal: Terminal): Promise<void> {
  for (let before = -1; before !== terminal.raw.length;) {
    before = terminal.raw.length;
    await new Promise((done) => setTimeout(done, 1000));
  }
}

/** Screens of a page: one program at a time, that goes on from block to block. */
export interface Screens {
  /**
   * Does what the notes of a block say and gives what the screen shows then: `screen: COMMAND` starts a program
   * and `same screen` goes on with it (`rows: N` gives the height of its screen), `see: TEXT` waits, `type: KEYS`
   * types; `from: TEXT` and `up to: TEXT` cut the picture out.
   */
  play(shell: Shell, block: Block): Promise<string>;
  dispose(): void;
}

/** Opens the screens of a page; with `update` they show what is there instead of waiting for what should be. */
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
      if (key === 'type') screen.type(typed(value));
    }
    const cut = { from: values.get('from'), upTo: values.get('up to') };
    if (update) await comeToRest(screen);
    else await screen.seeRows('the screen of the page', (rows) => shown(rows, cut) === text);
    return shown(screen.rows(), cut);
  };
  return { play, dispose: () => terminal?.dispose() };
}
