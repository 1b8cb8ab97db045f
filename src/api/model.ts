import type { Model } from '#domain/model.ts';
import type { Finding } from '#domain/types/report.ts';
import type { Unreadable } from './read.ts';
import { requireList, requireModel, requireOptions, requireText, requireType } from './options.ts';
import { type Text, toBytes } from './text.ts';

/** Options of `loadModel`. */
export interface LoadModelOptions {
  /** The model that an overlay extends or a translation translates. Default: the one that ships with the package. */
  readonly base?: Model;
}

/** A file of a model. */
export interface ModelText {
  /** Name of the file in findings. */
  readonly file: string;
  readonly text: Text;
}

/** A model, or every problem of its files. */
export type ModelResult = { readonly ok: true; readonly model: Model } | Unreadable;

const noFile: Finding = {
  check: 'document/invalid',
  severity: 'error',
  message: 'A model needs at least one file.',
  fix: 'Give every YAML file of its folder.',
};

/** Throws a TypeError unless files are texts, each with a name of its own. */
function requireFiles(files: readonly ModelText[]): void {
  requireList('files', files, 'files, each with `file` and `text`');
  const seen = new Set<string>();
  for (const given of files) {
    requireOptions('files', given, ['file', 'text']);
    requireText('text', given.text);
    if (given.file === undefined)
      throw new TypeError('`file` is missing: give each text the name of its file.');
    requireType('file', given.file, 'string');
    if (seen.has(given.file))
      throw new TypeError(
        `Two of the \`files\` are called ${JSON.stringify(given.file)}: give each its own name.`,
      );
    seen.add(given.file);
  }
}

/**
 * Validates and assembles a custom model from its files: a full model, an overlay, or a translation.
 *
 * A translation gives the same model in another language: answers to one are answers to the other.
 *
 * @param files every YAML file of the model, in any order
 * @param options the model that the files build on
 * @returns the model, or every problem of its files, file by file; never throws because of their content
 * @throws TypeError if an option does not exist, if `base` is not a model, or if `files` is no list of texts with a name each
 */
export async function loadModel(
  files: readonly ModelText[],
  options: LoadModelOptions = {},
): Promise<ModelResult> {
  requireFiles(files);
  requireOptions('options', options, ['base']);
  const { base } = options;
  if (base !== undefined) requireModel(base, 'base');
  if (files.length === 0) return { ok: false, findings: [noFile] };
  const [{ loadModel: load }, { computeDigest }, { loadShippedModel }] = await Promise.all([
    import('#document/model/load-model.ts'),
    import('#app/digest.ts'),
    import('#app/model/shipped-model.ts'),
  ]);
  const loaded = await load(
    files.map(({ file, text }) => ({ file, bytes: toBytes(text) })),
    computeDigest,
    await loadShippedModel(),
    base,
  );
  return loaded.ok ? { ok: true, model: loaded.model } : { ok: false, findings: loaded.findings };
}
