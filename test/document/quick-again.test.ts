import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Quick, quickValue } from '#document/quick.ts';

const bytes = readFileSync('examples/harbor-instruments/sales-system.yaml');

function read(): Quick {
  const quick = quickValue(bytes);
  if (quick === undefined) throw new Error('The example is no plain data.');
  return quick;
}

/** Memory so short that nothing is held that could be made again. */
class Forgetful {
  deref(): undefined {
    return undefined;
  }
}

describe('what was read, where memory was short', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('is read again, and is the same', () => {
    const kept = read();
    vi.stubGlobal('WeakRef', Forgetful);
    const gone = read();
    expect(gone.value).toEqual(kept.value);
    expect(gone.value).not.toBe(gone.value);
    const paths = Object.keys(kept.value).flatMap((key) => [[key], [key, 'not there'], [key, 0]]);
    for (const path of paths) {
      for (const what of ['key', 'value'] as const)
        expect(gone.locate(path, what)).toEqual(kept.locate(path, what));
    }
  });

  it('is held where there is memory', () => {
    const kept = read();
    expect(kept.value).toBe(kept.value);
  });
});
