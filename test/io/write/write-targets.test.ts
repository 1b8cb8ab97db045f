import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UsageError } from '#domain/errors.ts';
import { requireApart } from '#io/write/write-targets.ts';
import { makeEmptyFolder } from '../../support/folder.ts';

describe('requireApart', () => {
  async function clash(outputs: readonly string[], inputs: readonly string[]): Promise<string> {
    const folder = await makeEmptyFolder();
    await mkdir(join(folder, 'in'));
    await writeFile(join(folder, 'in', 'report.yaml'), '');
    await symlink('in', join(folder, 'link'));
    const at = (name: string): string => join(folder, name);
    return requireApart(
      outputs.map((name) => ({ path: at(name), name })),
      inputs.map(at),
    ).then(
      () => 'apart',
      (error: unknown) => (error instanceof UsageError ? error.message : String(error)),
    );
  }

  it.each([
    [['a.html', 'b.html'], ['in/report.yaml'], 'apart'],
    [['in/report.html'], ['in/report.yaml'], 'apart'],
    [['in/a.html', 'in/../in/a.html'], [], 'in/../in/a.html would be written twice.'],
    [['in/a.html', 'link/a.html'], [], 'link/a.html would be written twice.'],
    [['in/report.yaml'], ['in/report.yaml'], 'in/report.yaml is an input, so it cannot be written.'],
    [['link/report.yaml'], ['in/report.yaml'], 'link/report.yaml is an input, so it cannot be written.'],
    [['new/a.html', 'new/a.html'], [], 'new/a.html would be written twice.'],
  ])('%j from %j: %s', async (outputs, inputs, words) => {
    expect(await clash(outputs, inputs)).toBe(words);
  });
});
