import { readFile, readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Chalk } from 'chalk';
import { makeReport, reportYaml } from '#cli/make-report.ts';
import { readAnswers } from '#cli/answers-file.ts';
import { makeTheme } from '#render/theme.ts';
import { renderSummary } from '#render/summary.ts';
import { loadModelFrom } from './model-files.ts';

/** The day that the examples speak for. */
const asOf = '2026-11-23';

/** The README with a summary as the run that it shows. */
async function readmeWith(summary: string): Promise<string> {
  const readme = await readFile('README.md', 'utf8');
  return readme.replace(
    /(<!-- captured run -->\n+```text\n)[\s\S]*?(```)/,
    (_whole, before: string, after: string) => before + summary.trimEnd() + '\n' + after,
  );
}

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
    const report = await makeReport(model, { document, bytes, path: resolve(path) }, resolve(folder), asOf);
    derived.set(`${folder}/report.yaml`, reportYaml(report));
    derived.set(
      `${folder}/summary.txt`,
      renderSummary(report, { width: 80, theme, words: model.words, files: [] }),
    );
  }
  derived.set('README.md', await readmeWith(derived.get('examples/harbor-instruments/summary.txt') ?? ''));
  return derived;
}
