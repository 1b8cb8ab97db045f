import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { generateApiReference } from '../../../src/tools/docs/api-reference.ts';

describe('the reference of the library', async () => {
  const derived = await generateApiReference();

  it.each([...derived])('%s is what `npm run api` writes', async (path, text) => {
    expect(await readFile(path, 'utf8')).toBe(text);
  });
});
