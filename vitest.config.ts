import { availableParallelism } from 'node:os';
import { relative, resolve } from 'node:path';
import picomatch from 'picomatch';
import { type Plugin, configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { LeftOut } from './test/support/left-out.ts';
import { type Program, programs } from './test/support/programs.ts';

/**
 * Trials: what others do with what we ship. They install the package, build on it, open its files in their own programs,
 * and follow our guides. They take half as long as all other tests, so `npm test` leaves them to `npm run test:all`.
 */
const trials = [
  'test/project/docs/adding-run.test.ts',
  'test/project/{package/package,package/library,ci-templates,editor,unused}.test.ts',
  'test/tools/release/package.test.ts',
  // Scripts and commands in bash, zsh and fish.
  'test/terminal/completion.test.ts',
  'test/app/pasted-command.test.ts',
  // Pages as poppler draws them, and files as LibreOffice reads them.
  'test/app/report/printed-pages.test.ts',
  'test/render/report/{csv/csv-consumer,office/office-consumer}.test.ts',
  'test/app/form/form-spreadsheet.test.ts',
];

/** Tests that start programs, or that need the build or a browser. The first ones take longest. */
const withPrograms = [
  // Sessions of a shell, and code blocks of the documentation.
  'test/scenarios/*.test.ts',
  'test/project/docs/docs-run.test.ts',
  // One Chromium for all of them.
  'test/render/report/{html/{html-browser,handed-over},markdown/markdown-consumer,charts/svg}.test.ts',
  'test/app/report/{render-report,brand/embed-image}.test.ts',
  'test/render/form/form-browser.test.ts',
  'test/io/open-file.test.ts',
  'test/io/browser/print-pdf.test.ts',
  // The built command in a pseudo-terminal, a pipe or a shell.
  'test/terminal/**/*.test.ts',
  'test/cli/{completion/complete,stdout}.test.ts',
  'test/app/{gate/many-files,combine/many-answers,interview-files}.test.ts',
  // Git.
  'test/app/{gate/{cannot-look,compare,weakened-settings},init/second-system}.test.ts',
  'test/io/{git/file-history,git/git,git/revision,discover,file-names,references}.test.ts',
  'test/{api/check,document/read/memory}.test.ts',
  // Tools of ours and of others.
  'test/project/{boundaries,docs/api}.test.ts',
  'test/render/{man/man,check/junit-schema}.test.ts',
  'test/tools/**/*.test.ts',
];

const slow = [...trials, ...withPrograms];

/** Tests that replace a module, or count what runs from its first line on: each needs modules of its own. */
const isolated = [
  'test/app/{killed-interview,one-parse,gate/silent-git}.test.ts',
  'test/document/{read/linear,model/linear,edit/patch}.test.ts',
  'test/io/{interrupted-writes,long-paths,write/write-output}.test.ts',
  'test/render/terminal/linear.test.ts',
];

/** Starts trials and tests with programs in the order of their lists, so that no long one is left for the end. */
class LongestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const path = relative(import.meta.dirname, moduleId);
      const found = slow.findIndex((pattern) => picomatch.isMatch(path, pattern));
      return found === -1 ? slow.length : found;
    };
    return Promise.resolve(files.toSorted((a, b) => place(a) - place(b)));
  }
}

/** Tests that compute all the time run first, in as many workers as there are processors. */
const computing = { maxWorkers: availableParallelism(), sequence: { groupOrder: 0 } };

/** Tests that wait half of the time for a program or a terminal run after them, in more workers. */
const waiting = { maxWorkers: Math.ceil(availableParallelism() * 1.5), sequence: { groupOrder: 1 } };

const isCI = Boolean(process.env['CI']);

/** Loads libraries as users get them, without the assertions of their `development` files, which take most of the time. */
const asForUsers: Plugin = {
  name: 'as-for-users',
  configResolved: ({ ssr, environments }) => {
    for (const each of [ssr, ...Object.values(environments)]) {
      if (each?.resolve !== undefined) each.resolve.conditions = ['node'];
    }
  },
};

export default defineConfig({
  plugins: [asForUsers],
  resolve: {
    // A build puts the model beside the code; tests of the source read it from its directory.
    alias: [
      { find: /^.*\/shipped-model\.ts$/, replacement: resolve('test/support/model/shipped-model.ts') },
      { find: /^.*\/shipped-fonts\.ts$/, replacement: resolve('test/support/report/shipped-fonts.ts') },
    ],
  },
  test: {
    sequence: { sequencer: LongestFirst },
    reporters: ['default', new LeftOut()],
    setupFiles: ['test/support/setup.ts'],
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
    // Most modules are loaded once per worker: tests that are not isolated share nothing that changes.
    projects: [
      {
        extends: true,
        test: {
          name: 'in-process',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...isolated, ...slow],
          isolate: false,
          ...computing,
        },
      },
      { extends: true, test: { name: 'isolated', include: isolated, ...computing } },
      {
        extends: true,
        test: {
          name: 'programs',
          include: withPrograms,
          exclude: [...configDefaults.exclude, ...trials],
          isolate: false,
          globalSetup: ['test/support/browser-server.ts'],
          ...waiting,
        },
      },
      { extends: true, test: { name: 'trials', include: trials, isolate: false, ...waiting } },
    ],
  },
});
