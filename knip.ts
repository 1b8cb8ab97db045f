import type { KnipConfig } from 'knip';

/**
 * Finds unused files, exports, types and dependencies. It runs twice: over everything, where an export must be used in
 * another file, which may be a test; and with `--production` over the product and its tools, where an export that only
 * tests and its own file do not use is reported.
 */
export default (({ production }) => ({
  entry: [
    'src/index.ts!',
    // Entry of the bundle that `bin` loads.
    'src/cli/main.ts!',
    // Entry of the script of the form, which `npm run generate` bundles.
    'src/render/form/browser/main.ts!',
    'src/tools/*.ts!',
    'src/tools/{nightly/nightly,release/check,release/freeze}.ts!',
    'examples/library/*.mjs',
    // Tests load them into processes with `node --import`.
    'test/support/terminal/{shift-clock,slow-disk}.js',
    // Used by aliases in vitest.config.ts.
    'test/support/model/shipped-model.ts',
    'test/support/report/shipped-fonts.ts',
  ],
  project: ['src/**/*.{ts,tsx,js}!', 'bin/*.js!', 'test/**/*.{ts,js}', 'examples/**/*.mjs'],
  // The build reads their font files by path.
  ignoreDependencies: ['@fontsource/source-sans-3', '@fontsource/source-serif-4'],
  // System programs. Tests that need xmllint are left out if it is not installed.
  ignoreBinaries: ['mkfifo', 'xmllint'],
  // Every definition of a schema gets a type, whether used or not.
  ignoreIssues: { 'src/domain/types/*.ts': ['types'] },
  ignoreExportsUsedInFile: production === true,
})) satisfies KnipConfig;
