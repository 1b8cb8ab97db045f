import type { Case } from './case.ts';
import type { Command } from './meter.ts';
import { type Peers, type Program, installPeers, peerVersions } from './peers.ts';
import type { Scratch } from './scratch.ts';

/** What blocks are made of: where they work, and the other programs, which are installed when one is asked for. */
export interface Bench {
  readonly scratch: Scratch;
  readonly peers: () => Promise<Peers>;
  /** Names and versions of the other programs, as they are made ready. */
  readonly versions: Set<string>;
}

/** The same work, done when it is first asked for, and once. */
export function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => (result ??= work());
}

/** The bench over a scratch folder. */
export function benchIn(scratch: Scratch): Bench {
  const versions = new Set<string>();
  const peers = once(async () => {
    const installed = await installPeers(scratch);
    for (const [name, version] of Object.entries(peerVersions)) versions.add(`${name} ${version}`);
    return installed;
  });
  return { scratch, peers, versions };
}

/** A command as a case. Where making it ready fails, nothing is measured and the reason is kept. */
export function commandCase(
  { scratch }: Bench,
  name: string,
  label: string,
  ready: () => Promise<Command>,
): Case {
  let command: Command | undefined;
  return {
    name,
    label,
    prepare: async () => {
      try {
        command = await ready();
        return undefined;
      } catch (error) {
        // The reason speaks of this machine: it is for whoever runs the bench, not for the page.
        console.error(`${name} is left out: ${error instanceof Error ? error.message : String(error)}`);
        return 'could not be had on this machine';
      }
    },
    measure: async () => {
      if (command === undefined) throw new Error(`${name} was not made ready.`);
      const sample = await scratch.meter.measure(command);
      return sample === null ? null : [sample];
    },
  };
}

/** An empty process, the base of everything. */
export function emptyProcess(bench: Bench): Case {
  const argv: Program = [process.execPath, '-e', '0'];
  return commandCase(bench, 'node', '`node -e 0`', async () => ({
    argv,
    cwd: bench.scratch.folder,
    exits: 0,
  }));
}

/** `check` with what follows it on the line; nothing for everything in the folder. */
export function checkCommand({ scratch }: Bench, cwd: string, exits: number, ...words: string[]): Command {
  return { argv: [...scratch.tool, 'check', ...words], cwd, exits };
}
