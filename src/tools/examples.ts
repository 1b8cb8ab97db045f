/**
 * Writes everything in `examples/` that follows from something else there: the report of each company's
 * answers, and its summary as text. With `--check` it writes nothing and fails where a file differs.
 */
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { Chalk } from 'chalk';
import { makeReport, reportYaml } from '../cli/make-report.ts';
import { readAnswers } from '../cli/answers-file.ts';
import { makeTheme } from '#render/theme.ts';
import { renderSummary } from '#render/summary.ts';
import { resolve } from 'node:path';
import { loadModelFrom } from './model-files.ts';

/** The day that the examples speak for. */
const asOf = '2026-11-23';

/** Every derived file of the examples with the text that it should have. */
export async function deriveExamples(): Promise<Map<string, string>> {
  const model = await loadModelFrom('src/model');
  const theme = makeTheme(new Chalk({ level: 0 }), true);
  const derived = new Map<string, string>();
  const entries = await readdir('examples', { withFileTypes: true });
  for (const { name } of entries.filter((entry) => entry.isDirectory())) {
    const folder = `examples/${name}`;
    const path = `${folder}/answers.yaml`;
    const bytes = await readFile(path).catch(() => undefined);
    if (bytes === undefined) continue;
    const { value: document } = readAnswers(path, bytes, model);
    const report = makeReport(model, { document, bytes, path: resolve(path) }, resolve(folder), asOf);
    derived.set(`${folder}/report.yaml`, reportYaml(report));
    derived.set(
      `${folder}/summary.txt`,
      renderSummary(report, { width: 80, theme, words: model.words, files: [] }),
    );
  }
  return derived;
}

const check = process.argv.includes('--check');
const stale: string[] = [];
for (const [path, text] of await deriveExamples()) {
  if ((await readFile(path, 'utf8').catch(() => undefined)) === text) continue;
  stale.push(path);
  if (!check) await writeFile(path, text);
}
if (check && stale.length > 0) {
  console.error(`Stale examples, run \`npm run examples\`: ${stale.join(', ')}`);
  process.exitCode = 1;
} else console.log(stale.length === 0 ? 'Examples are up to date.' : `Wrote ${stale.join(', ')}`);
