import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';
import { LeftOut } from './test/support/left-out.ts';
import { type Program, programs } from './test/support/programs.ts';

/**
 * Tests that start programs or need the build, by what they spend their time on. All others are pure. Vitest runs projects
 * in the order of their names, so what takes longest has a name that comes early.
 */
const slow = {
  /** Code blocks of the documentation, and sessions of a shell. */
  blocks: ['test/project/docs/{adding-run,docs-run}.test.ts', 'test/scenarios/*.test.ts'],
  /** One Chromium for all of them, and LibreOffice. */
  browser: [
    'test/render/report/{csv/csv-consumer,html/html-browser,markdown/markdown-consumer,charts/svg}.test.ts',
    'test/app/report/{embed-image,render-report}.test.ts',
    'test/io/browser/print-pdf.test.ts',
  ],
  /** The built command in a pseudo-terminal, a pipe or a shell. */
  terminal: [
    'test/terminal/**/*.test.ts',
    'test/cli/{completion/complete,stdout}.test.ts',
    'test/app/{gate/many-files,pasted-command}.test.ts',
  ],
  /** The package, the tools around it, and what others make of our files. */
  project: [
    'test/project/{boundaries,ci-templates,docs/api,editor,unused,package/library,package/package}.test.ts',
    'test/render/{man/man,check/junit-schema}.test.ts',
    'test/tools/**/*.test.ts',
  ],
  /** Git. */
  git: ['test/io/{discover,references,git/file-history,git/git}.test.ts', 'test/api/check.test.ts'],
} as const satisfies Record<string, readonly string[]>;

/** Pure tests that replace a module, or count what runs from its first line on: each needs modules of its own. */
const isolated = [
  'test/app/one-parse.test.ts',
  'test/document/{read/linear,edit/patch}.test.ts',
  'test/io/write-output.test.ts',
];

const isCI = Boolean(process.env['CI']);

export default defineConfig({
  resolve: {
    // A build puts the model beside the code; tests of the source read it from its directory.
    alias: [{ find: /^.*\/shipped-model\.ts$/, replacement: resolve('test/support/model/shipped-model.ts') }],
  },
  test: {
    reporters: ['default', new LeftOut()],
    setupFiles: ['test/support/setup.ts'],
    // Half of the tests wait for a program or a terminal most of the time, so there are more workers than processors.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    // A terminal session on a busy machine: slow is no failure, only never is.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Colour and width come from the test, never from the machine that it runs on.
    env: { NO_COLOR: '1', TZ: 'UTC' },
    // Without its program a test is left out, and the end of the run says so. In CI it fails.
    tags: (programs as readonly Program[]).map(({ tag, use, path }) => ({
      name: tag,
      description: use,
      ...(path === undefined && !isCI && { skip: true }),
    })),
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...isolated, ...Object.values(slow).flat()],
          // Modules are loaded once per worker: the tests share nothing that changes.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'pure-isolated', include: isolated } },
      ...Object.entries(slow).map(([name, include]) => ({
        extends: true as const,
        test: {
          name,
          include: [...include],
          isolate: false,
          ...(name === 'browser' && { globalSetup: ['test/support/browser-server.ts'] }),
        },
      })),
    ],
  },
});
