import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { Block, Case, Sample } from './case.ts';
import { type Session, startSession } from './pseudo-terminal.ts';
import { type Scratch, onTheDay } from './scratch.ts';

/** What the first screen of a new audit asks. */
const opening = 'How complete is your sales system?';
/** The line over the first question that has levels. */
const firstQuestion = 'Question 1 of ';
/** Keys that mark another level each, in an order that moves up and down. */
const keys = [...'3140240231'];
const ctrlC = '\u0003';

/** Time alone: what a program in a terminal costs otherwise is not known. */
const timed = (wall: number): Sample => ({ wall, cpu: null, memory: null });

async function endWith(session: Session, exits: number): Promise<number> {
  const { at, exitCode } = await session.ended();
  if (exitCode !== exits)
    throw new Error(`A program in the terminal ended with ${exitCode} instead of ${exits}.`);
  return at;
}

/** Everything answered that comes before the questions, and none of them. */
async function resumable(scratch: Scratch): Promise<string> {
  const folder = await scratch.newFolder('interview');
  const answers: unknown = parse(await readFile('examples/harbor-instruments/answers.yaml', 'utf8'));
  await writeFile(join(folder, 'answers.yaml'), stringify({ ...(answers as object), answers: {} }));
  return folder;
}

/** The interview in a real pseudo-terminal, beside an empty process in one. */
export function terminalBlock(scratch: Scratch): Block {
  const { env, tool } = scratch;
  const within = async <T>(
    argv: readonly [string, ...string[]],
    cwd: string,
    use: (session: Session) => Promise<T>,
  ): Promise<T> => {
    const session = startSession(argv, { cwd, env });
    try {
      return await use(session);
    } finally {
      session.dispose();
    }
  };
  const interview = [...tool, 'run', ...onTheDay] as const;
  const begun = [...interview, '--role', 'leader'] as const;

  const base: Case = {
    name: 'node',
    label: 'an empty process, to its end: `node -e 0`',
    measure: () =>
      within([process.execPath, '-e', '0'], scratch.folder, async (session) => [
        timed((await endWith(session, 0)) - session.startedAt),
      ]),
  };
  const write: Case = {
    name: 'write',
    label: 'a process that writes one letter, to that letter',
    measure: () =>
      within([process.execPath, '-e', "process.stdout.write('x')"], scratch.folder, async (session) => {
        const at = await session.drawn('x');
        await endWith(session, 0);
        return [timed(at - session.startedAt)];
      }),
  };
  const fresh: Case = {
    name: 'first-question',
    label: '`run` in an empty folder, to its first question',
    measure: async () =>
      within(interview, await scratch.newFolder('interview'), async (session) => {
        const at = await session.drawn(opening);
        session.type(ctrlC);
        await endWith(session, 130);
        return [timed(at - session.startedAt)];
      }),
  };
  const resumed: Case = {
    name: 'resumed-question',
    label: '`run` over answers that were begun, to the first open question',
    measure: async () =>
      within(begun, await resumable(scratch), async (session) => {
        const at = await session.drawn(firstQuestion);
        session.type('q');
        await endWith(session, 0);
        return [timed(at - session.startedAt)];
      }),
  };
  const key: Case = {
    name: 'key',
    label: 'a key press, to the last byte of the redrawn question',
    measure: async () =>
      within(begun, await resumable(scratch), async (session) => {
        await session.drawn(firstQuestion);
        const samples: Sample[] = [];
        for (const level of keys) {
          const at = session.type(level);
          samples.push(timed((await session.drawn(`❯ ${level}  `)) - at));
        }
        session.type('q');
        await endWith(session, 0);
        return samples;
      }),
  };
  return { name: 'terminal', share: 1, base, cases: [write, fresh, resumed, key] };
}
