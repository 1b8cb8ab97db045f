import type { KnipConfig } from 'knip';

/**
 * Finds files, exports, types and dependencies that nobody uses. It runs twice: over everything, where an export
 * has to have a user in another file, be it a test; and with `--production` over the product and its tools alone,
 * where what only tests use is dead unless its own file uses it.
 */
export default (({ production }) => ({
  entry: [
    'src/index.ts!',
    // Named by the bundle that `bin` starts.
    'src/cli/main.ts!',
    'src/tools/*.ts!',
    'src/tools/release/{check,freeze}.ts!',
    'examples/library/*.mjs',
    // Loaded by `node --import` into the processes that tests start.
    'test/support/terminal/shift-clock.js',
    // Named by an alias in vitest.config.ts.
    'test/support/model/shipped-model.ts',
  ],
  project: ['src/**/*.{ts,tsx,js}!', 'bin/*.js!', 'test/**/*.{ts,js}', 'examples/**/*.mjs'],
  // A program of the system: the tests that want it are left out where it is not installed.
  ignoreBinaries: ['xmllint'],
  // Every definition of a schema has its type, used or not.
  ignoreIssues: { 'src/domain/types/*.ts': ['types'] },
  ignoreExportsUsedInFile: production === true,
})) satisfies KnipConfig;
