import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { deriveDocs } from '../../../src/tools/docs/derive-docs.ts';

describe('generated docs', async () => {
  const derived = await deriveDocs();

  it.each([...derived])('%s is what `npm run docs` writes', async (path, text) => {
    expect(await readFile(path, 'utf8')).toBe(text);
  });
});
