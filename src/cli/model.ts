import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { lintModel } from '#document/lint-model.ts';
import { writeYaml } from '#document/write.ts';
import { InvalidDocumentError, UsageError } from '#domain/errors.ts';
import type { Model, Practice, Question } from '#domain/model.ts';
import type { Outcome } from '#domain/verdict.ts';
import { writeAtomically } from '#io/files.ts';
import type { CommonOptions, Context } from './context.ts';
import { loadModelFolder } from './model-folder.ts';
import { schemaUrl } from './schemas.ts';
import { loadShippedModel } from './shipped-model.ts';

/** Checks a model as strictly as the shipped one: schema, references, circles, ids, patterns, words. */
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

function overlayFiles(base: Model, id: string): Map<string, string> {
  const [practice] = base.practices;
  const question = practice?.questions[0];
  if (practice === undefined || question === undefined)
    throw new TypeError('The shipped model has no question.');
  const identity = {
    kind: 'model',
    schemaVersion: 1,
    model: {
      id,
      version: '1.0.0',
      title: `${base.title}, adapted`,
      language: base.language,
      extends: `${base.id}@${base.version.split('.')[0]}`,
    },
  };
  const changes = {
    kind: 'model',
    schemaVersion: 1,
    changes: {
      practices: { [practice.id]: { target: practice.target } },
      questions: { [question.id]: { ask: { leader: question.ask.leader }, weight: question.weight } },
    },
  };
  return new Map([
    [
      'model.yaml',
      writeYaml(identity, {
        schema: schemaUrl('model'),
        header: [
          `An overlay: everything of ${base.id} stays as it is, except for what these files change or add.`,
          'Check it with `sales-audit model lint`, use it with `--model`.',
        ],
      }),
    ],
    [
      'changes.yaml',
      writeYaml(changes, {
        schema: schemaUrl('model'),
        header: [
          'What changes. Keys: scoring, elements, practices, questions, patterns, notApplicableReasons, remove.',
          'A practice of your own goes into a file of its own, with `practice:`; words of the interview under `words:`.',
          'These two entries only show the form: they say what the model says already.',
        ],
      }),
    ],
  ]);
}

function questionFile({ id, ask, ...question }: Question): Record<string, unknown> {
  const { element: _element, block: _block, practice: _practice, changedIn: _changed, ...rest } = question;
  const own = Object.entries(rest).filter(([, value]) => !(Array.isArray(value) && value.length === 0));
  return { id: id.split('.').at(-1), ask, ...Object.fromEntries(own) };
}

function practiceFile({ questions, block, ...practice }: Practice): Record<string, unknown> {
  const { id, element, ...rest } = practice;
  return {
    kind: 'model',
    schemaVersion: 1,
    practice: {
      id,
      element,
      ...(block !== null && { block }),
      ...rest,
      questions: questions.map(questionFile),
    },
  };
}

function completeFiles(base: Model, id: string): Map<string, string> {
  const part = (content: Record<string, unknown>): string =>
    writeYaml({ kind: 'model', schemaVersion: 1, ...content }, { schema: schemaUrl('model') });
  const elements = base.elements.map(({ blocks, ...element }) => ({
    ...element,
    ...(blocks.length > 0 && { blocks }),
  }));
  const { title, language, scoring, notApplicableReasons, patterns, sources, claims, words } = base;
  return new Map([
    [
      'model.yaml',
      part({ model: { id, version: '1.0.0', title, language }, scoring, elements, notApplicableReasons }),
    ],
    ['patterns.yaml', part({ patterns })],
    ['sources.yaml', part({ sources })],
    ['claims.yaml', part({ claims })],
    ['words.yaml', part({ words })],
    ...base.practices.map((practice): [string, string] => [
      join(practice.element, `${practice.id}.yaml`),
      writeYaml(practiceFile(practice), { schema: schemaUrl('model') }),
    ]),
  ]);
}

/** Starts a model of one's own in an empty folder: an overlay, or with `complete` a copy to change at will. */
export async function create(context: Context, folder: string, options: NewModelOptions): Promise<Outcome> {
  if (!/^[a-z][a-z0-9-]*$/.test(options.id)) {
    throw new UsageError(
      `${JSON.stringify(options.id)} is no id.`,
      'Use lower case letters, digits and hyphens.',
    );
  }
  const root = context.path(folder);
  const there = await readdir(root).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new UsageError(`${folder} is no folder that can be written to.`, 'Name a new folder.');
  });
  if (there.length > 0)
    throw new UsageError(`${folder} is not empty; nothing was written.`, 'Name a new folder.');
  const base = await loadShippedModel();
  const files = options.complete ? completeFiles(base, options.id) : overlayFiles(base, options.id);
  for (const [name, text] of files) {
    const path = join(root, name);
    await mkdir(join(path, '..'), { recursive: true });
    await writeAtomically(path, text, join(folder, name));
  }
  await context.tell(
    `Wrote ${files.size} files to ${folder}.\nCheck them with: ${context.host.invocation} model lint ${folder}\n`,
  );
  return { end: 'done' };
}
