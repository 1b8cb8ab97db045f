import { readFile } from 'node:fs/promises';
import { arch, availableParallelism, cpus, release, totalmem, type } from 'node:os';

/** What the figures were measured on. Nothing in it names the machine or who uses it. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  /** In GiB. */
  readonly memory: number;
  readonly system: string;
  readonly node: string;
  /** The day, as YYYY-MM-DD. */
  readonly date: string;
}

/** The name of a Linux distribution; undefined elsewhere. */
async function distribution(): Promise<string | undefined> {
  const text = await readFile('/etc/os-release', 'utf8').catch(() => '');
  return /^PRETTY_NAME="?([^"\n]*)"?$/m.exec(text)?.[1];
}

/** Describes this machine. */
export async function describeMachine(): Promise<Machine> {
  const name = await distribution();
  // Only the numbers of the kernel's version: what follows can name a provider or a person.
  const kernel = `${type()} ${/^[\d.]*\d/.exec(release())?.[0] ?? ''}`.trim();
  return {
    processor: (cpus()[0]?.model ?? 'unknown').replace(/\s+/g, ' ').trim(),
    cores: availableParallelism(),
    memory: Math.round(totalmem() / 1024 ** 3),
    system: `${name === undefined ? kernel : `${name}, ${kernel}`}, ${arch()}`,
    node: process.version,
    date: new Date().toISOString().slice(0, 10),
  };
}
