import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { lintModel } from '#document/model/check/lint-model.ts';
import type { Draft } from '#document/model/draft.ts';
import { type Untranslated, listTexts, listUntranslated, listWords } from '#document/model/translation.ts';
import { InvalidDocumentError, UsageError } from '#domain/errors.ts';
import { type Model, getPrimaryLanguage } from '#domain/model.ts';
import type { Outcome } from '#domain/verdict.ts';
import { makeCompleteModelFiles, makeOverlayFiles } from '#app/init/templates/model.ts';
import { makeTranslationFiles } from '#app/init/templates/translation.ts';
import { type CommandPart, renderCommand } from '#render/shell.ts';
import type { CommonOptions, Context } from '#app/context.ts';
import { loadModelFolder } from '#app/model/model-folder.ts';
import {
  type ModelOption,
  isShipped,
  loadModels,
  requireDistinct,
  shippedNames,
} from '#app/model/select-model.ts';
import { getSchemaUrl } from '#app/version.ts';
import { loadShippedModel, shippedName, shippedOverlays } from '#app/model/shipped-model.ts';

/** Returns the texts that the translations among models have put into a language. */
function findTranslatedTexts(shipped: Model, models: readonly Model[], language: string): Set<string> {
  const isTranslation = (model: Model, index: number): boolean =>
    model.digest === (models[index - 1] ?? shipped).digest &&
    getPrimaryLanguage(model.language) === getPrimaryLanguage(language);
  return new Set(models.filter(isTranslation).flatMap((model) => listTexts(listWords(model))));
}

/** Loads what the shipped translations say about the wording of their languages, if a model says nothing of its own. */
async function loadOtherWording(draft: Draft): Promise<Model['wording']> {
  if (Object.hasOwn(draft.wording, getPrimaryLanguage(draft.identity.language))) return {};
  const models = await Promise.all(shippedOverlays.map((name) => loadShippedModel(name)));
  return Object.assign({}, ...models.map(({ wording }) => wording));
}

const names: Readonly<Record<string, string>> = { notApplicableReasons: 'reasons' };

/** Formats what is not translated of one kind: how many, and the first few. */
function formatUntranslated({ kind, ids, count }: Untranslated): string {
  const shown = ids.slice(0, 2).join(', ');
  const more = ids.length > 2 ? ` and ${ids.length - 2} more` : '';
  return `Not translated: ${ids.length} of ${count} ${names[kind] ?? kind}: ${shown}${more}\n`;
}

/** A model without faults, and what it builds on. */
interface Linted {
  readonly model: Model;
  /** The model that it translates or extends; undefined if it is complete. */
  readonly base: Model | undefined;
  readonly isTranslation: boolean;
}

/** Loads a model and checks its wording. Throws an InvalidDocumentError with its faults. */
async function loadLinted(
  context: Context,
  named: string,
  before: Model | undefined,
  below: ModelOption['model'] = [],
): Promise<Linted> {
  if (await isShipped(named, context.resolvePath(named))) {
    // The build has checked it. Loading says whether it fits what is before it.
    const model = (await loadModels(context, [...below, named])).at(-1) ?? (await loadShippedModel());
    const isTranslation = named !== shippedName;
    return { model, base: isTranslation ? await loadShippedModel() : undefined, isTranslation };
  }
  requireDistinct(context, [...below, named]);
  const loaded = await loadModelFolder(context, named, before);
  if (!loaded.ok) throw new InvalidDocumentError(loaded.findings, loaded.texts);
  const findings = lintModel(loaded.draft, await loadOtherWording(loaded.draft));
  if (findings.length > 0) throw new InvalidDocumentError(findings, loaded.texts);
  const { base, isTranslation = false } = loaded.draft;
  return { model: loaded.model, base, isTranslation };
}

/**
 * Checks a model as strictly as the shipped one: schema, references, cycles, ids, patterns, messages. Says what a
 * translation lacks.
 *
 * @param named a folder, or the name of a shipped model
 */
export async function lint(context: Context, named: string, options: ModelOption): Promise<Outcome> {
  const models = await loadModels(context, options.model);
  const { model, base, isTranslation } = await loadLinted(context, named, models.at(-1), options.model);
  const { id, version, language, practices, patterns } = model;
  const questions = practices.reduce((sum, { questions: own }) => sum + own.length, 0);
  const isInOtherLanguage = base !== undefined && (isTranslation || language !== base.language);
  const missing = isInOtherLanguage
    ? listUntranslated(model, base, findTranslatedTexts(await loadShippedModel(), models, language))
    : [];
  const name = isTranslation ? `${id} ${version} in ${language}` : `${id} ${version}`;
  const state = missing.length === 0 ? 'No faults.' : 'No faults, but not everything is translated.';
  await context.print(
    `${name}: ${questions} questions in ${practices.length} practices, ${patterns.length} patterns. ${state}\n`,
  );
  await context.print(missing.map(formatUntranslated).join(''));
  return { end: 'done' };
}

/** Options of `model new`. */
export interface NewModelOptions extends CommonOptions, ModelOption {
  readonly id?: string;
  readonly complete?: true;
  /** BCP 47 tag of a translation. */
  readonly language?: string;
}

const defaultId = 'my-sales-system';

/** Throws a UsageError if the options contradict each other or name something impossible. */
function requireOptions({ id, complete, language }: NewModelOptions): void {
  if (id !== undefined && !/^[a-z][a-z0-9-]*$/.test(id)) {
    throw new UsageError(`${JSON.stringify(id)} is not an id.`, 'Use lowercase letters, digits and hyphens.');
  }
  if (language === undefined) return;
  if (!/^[a-z]{2}(-[A-Z]{2})?$/.test(language)) {
    throw new UsageError(
      `${JSON.stringify(language)} is not the tag of a language.`,
      'Use two letters, such as fr, or a language and a country, such as pt-BR.',
    );
  }
  if (id !== undefined || complete) {
    throw new UsageError(
      `--language writes a translation, which ${complete ? 'is never complete' : 'has the id of the model that it translates'}.`,
      `Omit ${complete ? '--complete' : '--id'}, or omit --language.`,
    );
  }
}

/** Makes the files of a new model. */
async function makeFiles(context: Context, options: NewModelOptions): Promise<Map<string, string>> {
  const models = await loadModels(context, options.model);
  const shipped = await loadShippedModel();
  const base = models.at(-1) ?? shipped;
  const schema = getSchemaUrl('model');
  if (options.language === undefined) {
    const make = options.complete ? makeCompleteModelFiles : makeOverlayFiles;
    return make(base, options.id ?? defaultId, schema);
  }
  const translated = findTranslatedTexts(shipped, models, options.language);
  const isDone = listTexts(listWords(base)).every((text) => translated.has(text));
  if (isDone || (translated.size === 0 && base.language === options.language)) {
    throw new UsageError(`The model ${base.id} is in ${options.language} already.`, 'Name another language.');
  }
  return makeTranslationFiles(base, options.language, translated, schema);
}

/** Creates a custom model in an empty folder: an overlay, a translation, or with `complete` a full copy. */
export async function create(context: Context, folder: string, options: NewModelOptions): Promise<Outcome> {
  requireOptions(options);
  if (shippedNames.includes(folder)) {
    throw new UsageError(
      `A model that ships with the tool is called ${folder}.`,
      `Choose another name, or write ./${folder}.`,
    );
  }
  const root = context.resolvePath(folder);
  const there = await readdir(root).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new UsageError(`${folder} is not a writable folder.`, 'Name a new folder.');
  });
  if (there.length > 0)
    throw new UsageError(`${folder} is not empty; nothing was written.`, 'Name a new folder.');
  const files = await makeFiles(context, options);
  await context.write([...files].map(([name, text]) => ({ file: join(folder, name), text })));
  const below = (options.model ?? []).flatMap((model): CommandPart[] => ['--model', { file: model }]);
  const { invocation, shell } = context.host;
  const command = renderCommand([...invocation, 'model', 'lint', { file: folder }, ...below], shell);
  await context.notify(`Wrote ${files.size} files to ${folder}.\nCheck them with: ${command}\n`);
  return { end: 'done' };
}
