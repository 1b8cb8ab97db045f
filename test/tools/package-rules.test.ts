import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { schemaKinds } from '#cli/schemas.ts';
import { type Packed, packageProblems, sizeBudget } from '../../src/tools/package-rules.ts';

/** A package that is right. */
const packed: Packed = {
  size: 1000,
  unpackedSize: 4000,
  files: [
    'package.json',
    'README.md',
    'CHANGELOG.md',
    'LICENSE',
    'bin/sales-audit.js',
    'bin/package.json',
    'dist/main.cjs',
    'dist/index.js',
    'dist/chunk-AB12.js',
    'dist/model.json',
    'dist/types/index.d.ts',
    'dist/types/domain/model.d.ts',
    'dist/THIRD-PARTY-LICENSES.txt',
    ...readdirSync('schemas').map((name) => `schemas/${name}`),
    'docs/scoring.md',
    'docs/ci/github.yml',
    'docs/sales-audit.1',
    'docs/architecture.svg',
    'examples/fernlatch/report.yaml',
    'examples/cases/README.md',
    'examples/library/audit.mjs',
  ].map((path) => ({ path, size: 1 })),
};

describe('the package', () => {
  it('may hold what it should', () => expect(packageProblems(packed)).toEqual([]));

  it.each([
    'src/cli/main.ts',
    'test/fixtures/v1/README.md',
    'dist/main.js.map',
    'dist/types/index.ts',
    'docs/images/a.png',
    'examples/fernlatch/report.html',
    '.npmrc',
    'DECISIONS.md',
  ])('has no %s', (path) => {
    const files = [...packed.files, { path, size: 1 }];
    expect(packageProblems({ ...packed, files })).toEqual([`${path} does not belong in the package.`]);
  });

  it.each([
    'LICENSE',
    'dist/THIRD-PARTY-LICENSES.txt',
    'dist/index.js',
    'bin/sales-audit.js',
    'dist/model.json',
  ])('has its %s', (gone) => {
    const files = packed.files.filter(({ path }) => path !== gone);
    expect(packageProblems({ ...packed, files })).toEqual([
      expect.stringMatching(/^Nothing in the package is/),
    ]);
  });

  it('has a schema of each kind', () => {
    expect(readdirSync('schemas').toSorted()).toEqual(
      schemaKinds.map((kind) => `${kind}.schema.json`).toSorted(),
    );
  });

  it('keeps to its budget', () => {
    const large = { ...packed, size: sizeBudget.packed + 1, unpackedSize: sizeBudget.unpacked + 1 };
    expect(packageProblems(large)).toEqual([
      '1200001 bytes packed; the budget is 1200000.',
      '5000001 bytes unpacked; the budget is 5000000.',
    ]);
  });
});
