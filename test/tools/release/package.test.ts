import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPackageProblems } from '../../../src/tools/release/package.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sales-audit-package-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Packs a package of a few files, and returns the path of the tarball. */
async function pack(exported: object, files: Readonly<Record<string, string>>): Promise<string> {
  const manifest = { name: 'planted', version: '1.0.0', type: 'module', exports: { '.': exported } };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  await promisify(execFile)('npm', ['pack', '--silent'], { cwd: folder });
  return join(folder, 'planted-1.0.0.tgz');
}

// The real package is checked in test/project/package/package.test.ts.
describe('an invalid package', () => {
  const files = { 'index.js': 'export const a = 1;\n', 'index.d.ts': 'export declare const a: number;\n' };

  it('is reported for an export without a file', async () => {
    const tarball = await pack({ types: './index.d.ts', default: './gone.js' }, files);
    expect((await findPackageProblems(tarball)).join('\n')).toMatch(/^publint: .*gone\.js/m);
  });

  it('is reported for types that import a missing file', async () => {
    const text = "export { a } from '#gone.ts';\n";
    const tarball = await pack(
      { types: './index.d.ts', default: './index.js' },
      { ...files, 'index.d.ts': text },
    );
    expect((await findPackageProblems(tarball)).join('\n')).toMatch(/^attw: .*InternalResolutionError/m);
  });

  it('is reported if too large', async () => {
    const tarball = await pack({ types: './index.d.ts', default: './index.js' }, files);
    expect((await findPackageProblems(tarball, 100)).join('\n')).toMatch(
      /^The package has \d+ bytes; 100 are/m,
    );
  });
});
