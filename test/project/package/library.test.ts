import {
  copyFile,
  cp,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  realpath,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importBuiltLibrary } from '../../support/package/library.ts';
import { type Ended, runProgram } from '../../support/package/package.ts';
import { installPacked } from '../../support/package/packed.ts';

/** The packed package, installed in an empty folder. */
let folder: string;
let own: string;

beforeAll(async () => {
  folder = await mkdtemp(join(await realpath(tmpdir()), 'sales-audit-library-'));
  own = await installPacked(folder);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function runNode(args: readonly string[]): Promise<Ended> {
  const env = { PATH: process.env['PATH'], HOME: folder, TZ: 'UTC' };
  return runProgram(process.execPath, args, { cwd: folder, env });
}

/** Compiles files with the strictest settings. Returns the messages of the compiler. */
async function compile(
  files: readonly string[],
  more: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const compilerOptions = {
    module: 'nodenext',
    target: 'es2023',
    lib: ['es2023'],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: true,
    skipLibCheck: false,
    noEmit: true,
    types: [],
    ...more,
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
  const { stdout } = await runNode([
    resolve('node_modules/@typescript/native/bin/tsc'),
    '-p',
    'tsconfig.json',
    '--pretty',
    'false',
  ]);
  return stdout;
}

describe('the packed library', () => {
  it('compiles in a strict program, and rejects wrong arguments', async () => {
    await writeFile(
      join(folder, 'consumer.ts'),
      `import {
  type Answers, type CheckResult, type Gap, type Model, type Report, type ReportDocument, type System, type Text,
  assess, check, findGaps, loadModel, loadShippedModel, makeBrand, makePlan, makeQuestionnaire, readAnswers,
  readConfig, readReport, readSystem, render, score, version, getWording,
} from 'sales-audit';

export async function audit(answersText: Text, systemText: Text, asOf: string): Promise<string> {
  const model: Model = await loadShippedModel('de');
  const [answers, system] = await Promise.all([readAnswers(answersText, { model }), readSystem(systemText)]);
  if (!answers.ok) return answers.findings.map(({ line, message }) => \`\${line ?? 1}: \${message}\`).join();
  const owner: System.Measurement['owner'] = system.ok ? system.document.value.execution?.measurement?.owner : undefined;
  const opening: Answers.Opening | undefined = answers.document.value.opening;
  const report: ReportDocument = await score({
    model, answers: answers.document, system: system.ok ? system.document : undefined, asOf,
  });
  const move: Report.Move | undefined = report.plan.now[0];
  const assessment = assess(model, answers.document.value, undefined, asOf);
  const gaps: readonly Gap[] = findGaps(assessment);
  const level: number | null | undefined = assessment.asked[0]?.shownLevel;
  const { now } = makePlan(assessment, gaps);
  const asked = makeQuestionnaire(model, 'seller', 'quick').map((question) => getWording(question, 'seller'));
  const config = await readConfig('kind: config');
  const result: CheckResult = await check([{ text: systemText, file: 'a.yaml' }, { text: answersText, file: 'b.yaml' }], {
    model, asOf, config: config.ok ? config.document.value : undefined,
  });
  const brand = await makeBrand({ accent: 'navy' });
  const page = await render(report, { format: 'html', ...(brand.ok && { brand: brand.brand }), paper: undefined });
  const own = await loadModel([{ file: 'model.yaml', text: 'kind: model' }]);
  const again = await readReport(page);
  return JSON.stringify([owner, opening, move?.because, level, now, asked, result.verdict.ok, own.ok, again.ok, version]);
}

// @ts-expect-error There is no such format.
export const wrong = (report: ReportDocument): Promise<string> => render(report, { format: 'pdf' });
// @ts-expect-error A day has to be given: there is no clock.
export const timeless = (text: string, model: Model): Promise<CheckResult> => check(text, { model });
// @ts-expect-error A score can be unknown.
export const certain = (report: ReportDocument): number => report.summary.score;
`,
    );
    expect(await compile(['consumer.ts'])).toBe('');
  });

  it('loads little before it is used, and no module of Node that starts processes or prompts', async () => {
    const script = `
      const before = new Set(process.moduleLoadList);
      await import('sales-audit');
      console.log(process.moduleLoadList.filter((name) => !before.has(name)).join('\\n'));`;
    const { stdout, code } = await runNode(['--input-type=module', '--eval', script]);
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/^NativeModule (?:child_process|worker_threads|readline|tty|https?|crypto)$/m);
  });
});

it('the reference lists exactly the exports of the library', async () => {
  const reference = await readFile('docs/api.md', 'utf8');
  const shown = [...reference.matchAll(/^```ts\n(?:function|const) (\w+)/gm)].map(([, name]) => name);
  expect(Object.keys(await importBuiltLibrary()).toSorted()).toEqual(shown.toSorted());
});

it('refuses a model that does not ship', async () => {
  const { loadShippedModel } = await importBuiltLibrary();
  await expect(loadShippedModel('fr')).rejects.toThrow(
    new RangeError('There is no shipped model "fr", but de.'),
  );
});

describe('the example', () => {
  beforeAll(async () => {
    await copyFile(join(own, 'examples/library/audit.mjs'), join(folder, 'audit.mjs'));
    await mkdir(join(folder, 'node_modules/@types'), { recursive: true });
    for (const name of ['@types/node', 'undici-types']) {
      await symlink(resolve('node_modules', name), join(folder, 'node_modules', name));
    }
  });

  const run = (company: string, out: string): Promise<Ended> =>
    runNode(['audit.mjs', join('node_modules/sales-audit/examples', company), out, '2026-11-23']);

  it('type-checks', async () => {
    expect(await compile(['audit.mjs'], { checkJs: true, allowJs: true, types: ['node'] })).toBe('');
  });

  it('audits a strong company, which passes', async () => {
    const { code, stdout, stderr } = await run('tarnbeck-cooling', 'strong');
    expect(stderr).toBe('');
    expect(stdout).toMatch(
      /^Tarnbeck Cooling: 4 of 4 in place, 3 can be shown\.\n(- .*\n){3}([^-].*\n)*Passed\.\n$/,
    );
    expect(code).toBe(0);
  });

  it('audits a weak company, which fails, with a line per finding', async () => {
    const { code, stdout, stderr } = await run('harbor-instruments', 'weak');
    expect(stderr).toBe('');
    const lines = stdout.trimEnd().split('\n');
    expect(lines.at(0)).toBe('Harbor Instruments: 2 of 4 in place, 1 can be shown.');
    expect(lines.at(-1)).toMatch(/^Failed: \d+ findings are of severity error\.$/);
    expect(
      lines.slice(4, -1).filter((line) => !/^sales-system\.yaml:\d+ (?:error|warning|info) /.test(line)),
    ).toEqual([]);
    expect(lines.length).toBeGreaterThan(20);
    expect(code).toBe(1);
  });

  it('writes the same report as in the examples', async () => {
    await run('tarnbeck-cooling', 'again');
    const page = await readFile(join(folder, 'again/report.html'), 'utf8');
    const markdown = await readFile(join(folder, 'again/report.md'), 'utf8');
    expect((await readdir(join(folder, 'again'))).toSorted()).toEqual(['report.html', 'report.md']);
    expect(page).toMatch(/^<!doctype html>/i);
    expect(page).toContain('Tarnbeck Cooling');
    expect(markdown).toContain('Tarnbeck Cooling');
  });

  it('reports the position of a fault', async () => {
    const broken = join(folder, 'broken');
    await cp(join(own, 'examples/tarnbeck-cooling'), broken, { recursive: true });
    await writeFile(join(broken, 'answers.yaml'), 'kind: answers\nschemaVersion: 1\nanswer: {}\n');
    const { code, stderr } = await runNode(['audit.mjs', relative(folder, broken), 'none', '2026-11-23']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/answers\.yaml:3:1 .*answer/);
  });
});
