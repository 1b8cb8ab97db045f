import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Host } from '#io/host.ts';
import { openTextReader } from '#io/terminal/text-reader.ts';

/** A terminal of which one can tell whether it is in raw mode, and what was written to it. */
function makeTerminal(): { readonly host: Host; readonly stdin: PassThrough; readonly seen: string[] } {
  const seen: string[] = [];
  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (isRaw: boolean) => void seen.push(isRaw ? 'raw' : 'lines'),
  });
  const stderr = { write: (text: string) => void seen.push(text) };
  return { host: { stdin, stderr } as unknown as Host, stdin, seen };
}

describe('a reader of texts from a terminal', () => {
  it('is ready once what was typed early is refused, and takes what is typed from then on', async () => {
    const { host, stdin, seen } = makeTerminal();
    stdin.write('early\n');
    const reader = openTextReader(host, new AbortController().signal);
    expect(seen).toEqual(['raw']);
    await reader.ready;
    expect(seen).toEqual(['raw', 'lines', '\u0007']);
    stdin.write('Nearly\n');
    expect(await reader.next()).toEqual({ text: 'Nearly', isCut: false });
    reader.close();
  });
});
