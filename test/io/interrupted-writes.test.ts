import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { InterruptedError } from '#domain/errors.ts';
import { endingSignals } from '#io/write/hold-signals.ts';
import { writeFiles } from '#io/write/write-files.ts';
import { makeEmptyFolder } from '../support/folder.ts';
import { watchDisk } from '../support/hostile/faulty-disk.ts';

vi.mock('node:fs/promises', async (original) => {
  const { wrapPromises } = await import('../support/hostile/faulty-disk.ts');
  return wrapPromises(await original());
});

const names = ['a', 'b', 'new/c', 'd'];
const after = names.map((name) => `${name} after`);
const before = ['a before', 'b before', undefined, 'd before'];

/** Reads what the files contain; undefined for one that is not there. */
function readAll(cwd: string): Promise<(string | undefined)[]> {
  return Promise.all(names.map((name) => readFile(join(cwd, name), 'utf8').catch(() => undefined)));
}

async function makeFiles(): Promise<string> {
  const cwd = await makeEmptyFolder();
  for (const [index, text] of before.entries()) {
    if (text !== undefined) await writeFile(join(cwd, names[index] ?? ''), text);
  }
  return cwd;
}

function write(cwd: string): Promise<void> {
  return writeFiles(names.map((name) => ({ path: join(cwd, name), name, text: `${name} after` })));
}

describe('a signal while files are written', () => {
  // The signal that takes effect, once all is written, would end the tests.
  const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
  const others = endingSignals.map((name) => [name, process.listeners(name)] as const);
  beforeEach(() => {
    kill.mockClear();
    for (const [name] of others) process.removeAllListeners(name);
  });
  afterEach(() => {
    for (const [name, listeners] of others) for (const each of listeners) process.on(name, each);
  });

  it.each(endingSignals)('%s leaves all or none, and nothing else, wherever it arrives', async (name) => {
    const stop = watchDisk(() => undefined);
    const all = await makeFiles();
    await write(all);
    const operations = stop();
    expect(operations).toBeGreaterThan(15);

    const ends = new Set<string>();
    for (let place = 1; place <= operations; place += 1) {
      const cwd = await makeFiles();
      kill.mockClear();
      const unwatch = watchDisk((at) => {
        if (at === place) process.emit(name, name);
      });
      const thrown: unknown = await write(cwd).catch((error: unknown) => error);
      unwatch();
      const isTold = thrown instanceof InterruptedError && thrown.by === name;
      // Either an error tells it, and nothing has changed, or all is written, and the signal takes effect.
      expect([place, await readAll(cwd)]).toEqual([place, isTold ? before : after]);
      expect(kill.mock.calls).toEqual(isTold ? [] : [[process.pid, name]]);
      expect((await readdir(cwd)).toSorted()).toEqual(isTold ? ['a', 'b', 'd'] : ['a', 'b', 'd', 'new']);
      ends.add(isTold ? 'none' : 'all');
    }
    expect([...ends]).toEqual(['none', 'all']);
    for (const each of endingSignals) expect(process.listenerCount(each)).toBe(0);
  });

  it('is left to those who listen to it, such as the interview', async () => {
    const cwd = await makeFiles();
    const listener = vi.fn<() => void>();
    process.on('SIGTERM', listener);
    const unwatch = watchDisk((at) => {
      if (at === 2) process.emit('SIGTERM', 'SIGTERM');
    });
    await write(cwd);
    unwatch();
    process.off('SIGTERM', listener);
    expect(await readAll(cwd)).toEqual(after);
    expect([listener.mock.calls.length, kill.mock.calls.length]).toEqual([1, 0]);
  });
});

describe('an operation that fails while files are written', () => {
  it('leaves every file as it was, or is of no consequence, whichever it is', async () => {
    const stop = watchDisk(() => undefined);
    await write(await makeFiles());
    const operations = stop();
    for (let place = 1; place <= operations; place += 1) {
      const cwd = await makeFiles();
      const unwatch = watchDisk((at) => {
        if (at === place) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      });
      const thrown: unknown = await write(cwd).catch((error: unknown) => error);
      unwatch();
      expect([place, await readAll(cwd)]).toEqual([place, thrown === undefined ? after : before]);
    }
  });
});
