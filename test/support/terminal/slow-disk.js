// Preloaded with `?milliseconds=N`, makes every flush of a file to the disk take that much longer.
import { open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

const time = Number(new URL(import.meta.url).searchParams.get('milliseconds'));
const file = await open(new URL(import.meta.url));
const handle = Object.getPrototypeOf(file);
const { sync } = handle;
handle.sync = async function () {
  await sleep(time);
  return sync.call(this);
};
await file.close();
