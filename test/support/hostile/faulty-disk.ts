/**
 * A disk on which something happens at a chosen operation. A test replaces Node's modules `node:fs` and
 * `node:fs/promises` with it, by `vi.mock`.
 */
import type * as syncFs from 'node:fs';
import type * as promisesFs from 'node:fs/promises';

type Promises = typeof promisesFs;
type Sync = typeof syncFs;

/** What happens before each operation that changes the disk. It throws to make the operation fail. */
let onOperation: (place: number, name: string) => void = () => undefined;
let count = 0;

/** Counts operations from 1 on, and calls a function before each. Returns a function that stops and gives the number. */
export function watchDisk(listener: typeof onOperation): () => number {
  onOperation = listener;
  count = 0;
  return () => {
    onOperation = () => undefined;
    return count;
  };
}

/** Returns a listener that makes the disk fail from an operation on: what was done before stays, as after a kill. */
export function failFrom(first: number): typeof onOperation {
  return (place) => {
    if (place >= first) throw Object.assign(new Error('The disk is gone.'), { code: 'EIO' });
  };
}

function begin(name: string): void {
  count += 1;
  onOperation(count, name);
}

type Changing = 'copyFile' | 'mkdir' | 'rename' | 'rmdir' | 'unlink';
type ChangingSync = 'linkSync' | 'unlinkSync' | 'writeFileSync';

/** Wraps an operation so that it is counted. */
function counted<A extends unknown[], R>(name: string, operation: (...values: A) => R): (...values: A) => R {
  return (...values) => {
    begin(name);
    return operation(...values);
  };
}

/** Wraps `node:fs/promises`. A write that fails has written half. */
export function wrapPromises(fs: Promises): Promises {
  const changing: readonly Changing[] = ['copyFile', 'mkdir', 'rename', 'rmdir', 'unlink'];
  const wrapped = changing.map((name) => [
    name,
    async (...values: unknown[]) => counted(name, fs[name] as (...all: unknown[]) => unknown)(...values),
  ]);
  const open: Promises['open'] = async (path, flags, mode) => {
    if (flags !== 'wx') return fs.open(path, flags, mode);
    begin('open');
    const file = await fs.open(path, flags, mode);
    const write = file.writeFile.bind(file);
    file.writeFile = async (data) => {
      try {
        begin('write');
      } catch (error) {
        const bytes = Buffer.from(data as string);
        await write(bytes.subarray(0, bytes.length / 2));
        throw error;
      }
      return write(data);
    };
    // No power is cut here, so nothing has to reach the disk.
    file.sync = async () => begin('sync');
    return file;
  };
  return { ...fs, ...(Object.fromEntries(wrapped) as Pick<Promises, Changing>), open };
}

/** Wraps `node:fs`, where the lock is made with. */
export function wrapSync(fs: Sync): Sync {
  const changing: readonly ChangingSync[] = ['linkSync', 'unlinkSync', 'writeFileSync'];
  const wrapped = changing.map((name) => [name, counted(name, fs[name] as (...all: unknown[]) => unknown)]);
  return { ...fs, ...(Object.fromEntries(wrapped) as Pick<Sync, ChangingSync>) };
}
