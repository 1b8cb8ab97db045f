import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { delimiter, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import manifest from '../../../package.json' with { type: 'json' };
import { writeFakeBrowser } from '../fake-browser.ts';
import { answerQuestion, setUp } from '../terminal/interview.ts';
import { type Ended, runNpm, runProgram } from './package.ts';
import { Terminal } from '../terminal/terminal.ts';

/** Reference date of every run. */
const today = '2026-11-23';

/** A program that uses the exports of the package, and tries to import internal files. */
const program = `import * as audit from 'sales-audit';
import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
const model = await audit.loadShippedModel();
console.log(model.practices.length, typeof audit.assess, audit.version, require('sales-audit/package.json').version);
for (const kind of ['answers', 'model', 'report', 'sales-system', 'config', 'baseline', 'questions', 'check'])
  console.log(require('sales-audit/schemas/' + kind + '.schema.json').title);
for (const inside of ['dist/main.cjs', 'src/index.ts', 'bin/sales-audit.js'])
  await import('sales-audit/' + inside).catch((error) => console.log(error.code));
`;

const jsonProgram = `import schema from 'sales-audit/schemas/report.schema.json' with { type: 'json' };
console.log(schema.title);
`;

/** A program in TypeScript that uses types and values of the package. */
const typedProgram = `import { type Model, type ReportDocument, assess, loadShippedModel } from 'sales-audit';
import schema from 'sales-audit/schemas/report.schema.json' with { type: 'json' };
const model: Model = await loadShippedModel();
export const count = (report: ReportDocument): number => report.summary.of + model.practices.length;
export const texts: readonly string[] = [schema.title, typeof assess];
`;

/** Results of installing the package and using all of it. */
export interface Trial {
  readonly installed: Ended;
  /** Packages that would run a script when they are installed. */
  readonly withScripts: readonly string[];
  /** Results of the scripts. */
  readonly ran: readonly Ended[];
  readonly program: Ended;
  readonly jsonProgram: Ended;
  /** Answers file of the interview after one answer and `q`. */
  readonly draft: string;
  /** Digests of the written files, by path. */
  readonly written: ReadonlyMap<string, string>;
}

async function digestFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
    .filter((path) => !/^(?:node_modules|\.bin|package(?:-lock)?\.json)|(?:^|\/)\.git\//.test(path));
  const digests = paths.toSorted().map(async (path) => {
    const digest = createHash('sha256').update(await readFile(join(folder, path)));
    return [path, digest.digest('hex')] as const;
  });
  return new Map(await Promise.all(digests));
}

/**
 * Runs scripts in sequence in a folder with the installed package, as a reader would. A `cd` applies to the scripts after
 * it.
 *
 * @param node folder of the Node binary
 */
export async function runScripts(folder: string, node: string, scripts: readonly string[]): Promise<Ended[]> {
  const clock = pathToFileURL(resolve('test/support/terminal/shift-clock.js')).href;
  const env = {
    PATH: [node, join(folder, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
    HOME: folder,
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    CHROME_PATH: join(folder, '.bin', 'browser'),
    NODE_OPTIONS: `--pending-deprecation --import=${clock}?today=${today}`,
  };
  const place = join(folder, '.bin', 'place');
  const ended: Ended[] = [];
  let cwd = folder;
  for (const script of scripts) {
    const whole = `trap 'pwd > "${place}"' EXIT\n${script}`;
    const { code, stdout, stderr } = await runProgram('bash', ['-c', whole], { cwd, env });
    ended.push({ code, stdout: stdout.replaceAll(folder, '~'), stderr: stderr.replaceAll(folder, '~') });
    cwd = (await readFile(place, 'utf8')).trim();
  }
  return ended;
}

async function runInterview(node: string, folder: string): Promise<string> {
  const tool = join(folder, 'node_modules/sales-audit', manifest.bin['sales-audit']);
  const cwd = join(folder, 'interview');
  await mkdir(cwd);
  const terminal = Terminal.command(join(node, 'node'), [tool, '--quick', '--as-of', today], { cwd });
  try {
    await setUp(terminal);
    await answerQuestion(terminal, 1, 3);
    await terminal.see('Question 2 of ');
    terminal.type('q');
    await terminal.end();
    return await readFile(join(cwd, 'answers.yaml'), 'utf8');
  } finally {
    terminal.dispose();
  }
}

async function listInstallScripts(folder: string): Promise<readonly string[]> {
  const lock = await readFile(join(folder, 'node_modules/.package-lock.json'), 'utf8').catch(() => '{}');
  const { packages = {} } = JSON.parse(lock) as { packages?: Record<string, { hasInstallScript?: true }> };
  return Object.keys(packages).filter((path) => packages[path]?.hasInstallScript);
}

/**
 * Installs a package in an empty folder and uses it as a person would.
 *
 * @param node folder of the Node binary
 * @param scripts scripts to run, in order
 */
export async function tryOut(
  folder: string,
  tarball: string,
  node: string,
  scripts: readonly string[],
): Promise<Trial> {
  await mkdir(folder);
  const installed = await runNpm(['install', tarball], folder, node);
  const own = join(folder, '.bin');
  await mkdir(own);
  await cp(join(folder, 'node_modules/sales-audit/examples'), join(folder, 'examples'), { recursive: true });
  await writeFakeBrowser(own, 'printf "%%PDF-1.4\\n%%%%EOF\\n" > "$pdf"', 'browser');
  await writeFile(join(own, 'program.mjs'), program);
  await writeFile(join(own, 'json.mjs'), jsonProgram);
  const programs = [
    'node .bin/program.mjs',
    // Node 20 warns about every JSON import.
    'node --disable-warning=ExperimentalWarning .bin/json.mjs',
  ];
  const [first, second] = await runScripts(folder, node, programs);
  const ran = await runScripts(folder, node, scripts);
  const draft = await runInterview(node, folder);
  return {
    installed,
    withScripts: await listInstallScripts(folder),
    ran,
    program: first as Ended,
    jsonProgram: second as Ended,
    draft,
    written: await digestFiles(folder),
  };
}

/** Compiles a program that uses the package in a folder. */
export async function compileIn(folder: string): Promise<Ended> {
  const own = join(folder, '.bin');
  await writeFile(join(own, 'program.mts'), typedProgram);
  const options = [
    '--noEmit',
    '--strict',
    '--target',
    'es2023',
    '--module',
    'nodenext',
    '--resolveJsonModule',
  ];
  const types = ['--typeRoots', resolve('node_modules/@types'), '--types', 'node'];
  const compiler = resolve('node_modules/@typescript/native/bin/tsc');
  return runProgram(process.execPath, [compiler, ...options, ...types, 'program.mts'], {
    cwd: own,
    env: process.env,
  });
}
