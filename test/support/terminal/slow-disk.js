// Preloaded with `?flush=N` or `?read=N`, makes every flush of a file to the disk, or every read, take that many milliseconds more.
import fs from 'node:fs';
import { open } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';

const given = new URL(import.meta.url).searchParams;
const [flush, read] = [Number(given.get('flush')), Number(given.get('read'))];
const file = await open(new URL(import.meta.url));
const handle = Object.getPrototypeOf(file);
const { sync } = handle;
handle.sync = async function () {
  await sleep(flush);
  return sync.call(this);
};
await file.close();

const { readSync } = fs;
fs.readSync = (...values) => {
  if (read > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, read);
  return readSync(...values);
};
syncBuiltinESMExports();
