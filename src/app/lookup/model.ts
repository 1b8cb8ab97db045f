import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { lintModel } from '#document/model/lint-model.ts';
import { InvalidDocumentError, UsageError } from '#domain/errors.ts';
import type { Outcome } from '#domain/verdict.ts';
import { makeCompleteModelFiles, makeOverlayFiles } from '#app/init/templates/model.ts';
import { renderCommand } from '#render/escape.ts';
import type { CommonOptions, Context } from '#app/context.ts';
import { loadModelFolder } from '#app/model/model-folder.ts';
import { getSchemaUrl } from '#app/version.ts';
import { loadShippedModel } from '#app/model/shipped-model.ts';

/** Checks a model as strictly as the shipped one: schema, references, cycles, ids, patterns, messages. */
export async function lint(context: Context, folder: string): Promise<Outcome> {
  const loaded = await loadModelFolder(context, folder);
  if (!loaded.ok) throw new InvalidDocumentError(loaded.findings, loaded.texts);
  const findings = lintModel(loaded.draft);
  if (findings.length > 0) throw new InvalidDocumentError(findings, loaded.texts);
  const { id, version, practices, patterns } = loaded.model;
  const questions = practices.reduce((sum, { questions: own }) => sum + own.length, 0);
  await context.print(
    `${id} ${version}: ${questions} questions in ${practices.length} practices, ${patterns.length} patterns. No faults.\n`,
  );
  return { end: 'done' };
}

/** Options of `model new`. */
export interface NewModelOptions extends CommonOptions {
  readonly id: string;
  readonly complete?: true;
}

/** Creates a custom model in an empty folder: an overlay, or with `complete` a full copy. */
export async function create(context: Context, folder: string, options: NewModelOptions): Promise<Outcome> {
  if (!/^[a-z][a-z0-9-]*$/.test(options.id)) {
    throw new UsageError(
      `${JSON.stringify(options.id)} is not an id.`,
      'Use lower case letters, digits and hyphens.',
    );
  }
  const root = context.path(folder);
  const there = await readdir(root).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new UsageError(`${folder} is not a writable folder.`, 'Name a new folder.');
  });
  if (there.length > 0)
    throw new UsageError(`${folder} is not empty; nothing was written.`, 'Name a new folder.');
  const base = await loadShippedModel();
  const filesFor = options.complete ? makeCompleteModelFiles : makeOverlayFiles;
  const files = filesFor(base, options.id, getSchemaUrl('model'));
  await context.write([...files].map(([name, text]) => ({ file: join(folder, name), text })));
  const command = renderCommand([...context.host.invocation, 'model', 'lint', { file: folder }]);
  await context.notify(`Wrote ${files.size} files to ${folder}.\nCheck them with: ${command}\n`);
  return { end: 'done' };
}
