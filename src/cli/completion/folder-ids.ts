import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readValue } from '#document/read/read-document.ts';
import { getBlockKey } from '#domain/scoring/roll-up.ts';
import { readBytes } from '#io/files.ts';
import type { ModelIds, NamedId, QuestionId } from './model-ids.ts';

/** Limits that no real model reaches. They keep TAB fast if `--model` names a wrong folder. */
const most = { files: 200, depth: 3, entries: 2000 };

const decoder = new TextDecoder();

/** Checks for an id as in the schema of models. Nothing else is ever offered to a shell. */
const isId = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= 60 && /^[a-z][a-z0-9-]*$/.test(value);

/** Matches files that add or remove ids. Others, such as messages and sources, are not parsed. */
const givesIds = /^(["']?)(?:model|elements|practice|patterns|changes)\1 *:/m;

type Map = Readonly<Record<string, unknown>>;

const toMap = (value: unknown): Map =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Map) : {};
const toList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const toText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Lists the entries that have an id. */
function listNamedIds(list: unknown, prefix = ''): NamedId[] {
  return toList(list).flatMap((entry) => {
    const { id, name } = toMap(entry);
    return isId(id) ? [{ id: `${prefix}${id}`, name: toText(name) }] : [];
  });
}

function listQuestions(practice: Map): QuestionId[] {
  const { element, id: owner } = practice;
  if (!isId(element) || !isId(owner)) return [];
  return toList(practice['questions']).flatMap((entry) => {
    const { id, ask, recommendations } = toMap(entry);
    if (!isId(id)) return [];
    const levels = new Set(toList(recommendations).flatMap((each) => toList(toMap(each)['levels'])));
    return [
      {
        id: `${element}.${owner}.${id}`,
        name: toText(toMap(ask)['leader']),
        levels: [0, 1, 2, 3, 4].filter((level) => levels.has(level)),
      },
    ];
  });
}

/** Lists the ids in one file of a model. */
function listIds(file: Map): ModelIds {
  const practice = toMap(file['practice']);
  return {
    elements: listNamedIds(file['elements']),
    blocks: toList(file['elements']).flatMap((element) => {
      const { id, blocks } = toMap(element);
      return isId(id) ? listNamedIds(blocks, getBlockKey(id, '')) : [];
    }),
    practices: listNamedIds([practice]),
    patterns: listNamedIds(file['patterns']),
    questions: listQuestions(practice),
  };
}

function joinIds(all: readonly ModelIds[]): ModelIds {
  return {
    elements: all.flatMap(({ elements }) => elements),
    blocks: all.flatMap(({ blocks }) => blocks),
    practices: all.flatMap(({ practices }) => practices),
    patterns: all.flatMap(({ patterns }) => patterns),
    questions: all.flatMap(({ questions }) => questions),
  };
}

/** Drops the ids that an overlay removes. */
function dropRemoved(ids: ModelIds, files: readonly Map[]): ModelIds {
  const removed = files.map((file) => toMap(toMap(file['changes'])['remove']));
  const listRemoved = (what: string): Set<unknown> => new Set(removed.flatMap((each) => toList(each[what])));
  const [practices, patterns, questions] = [
    listRemoved('practices'),
    listRemoved('patterns'),
    listRemoved('questions'),
  ];
  return {
    ...ids,
    practices: ids.practices.filter(({ id }) => !practices.has(id)),
    patterns: ids.patterns.filter(({ id }) => !patterns.has(id)),
    questions: ids.questions.filter(({ id }) => !questions.has(id) && !practices.has(id.split('.')[1])),
  };
}

/** Finds the YAML files below a folder, within the limits. */
async function findYaml(folder: string, depth = 0): Promise<string[]> {
  const found = await readdir(folder, { withFileTypes: true }).catch((): Dirent[] => []);
  const entries = found.slice(0, most.entries).filter(({ name }) => !name.startsWith('.'));
  const files = entries.filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name));
  const paths = files.map(({ name }) => join(folder, name));
  for (const entry of depth < most.depth ? entries.filter((each) => each.isDirectory()) : []) {
    if (paths.length >= most.files) break;
    paths.push(...(await findYaml(join(folder, entry.name), depth + 1)));
  }
  return paths.slice(0, most.files);
}

/**
 * Reads the ids of the model in a folder without validating it. A model that extends another one also has its ids.
 * Returns undefined if the folder has no model.
 */
export async function readFolderIds(folder: string, before: ModelIds): Promise<ModelIds | undefined> {
  const files = await Promise.all(
    (await findYaml(folder)).map(async (path) => {
      const bytes = await readBytes(path).catch(() => undefined);
      if (bytes === undefined || !givesIds.test(decoder.decode(bytes))) return {};
      const read = readValue(path, bytes);
      return toMap(read.ok ? read.document.value : undefined);
    }),
  );
  const parts = files.filter((file) => file['kind'] === 'model');
  const identity = parts.map((file) => toMap(file['model'])).find((each) => each['id'] !== undefined);
  if (identity === undefined) return undefined;
  const own = parts.map(listIds);
  return identity['extends'] === undefined ? joinIds(own) : dropRemoved(joinIds([before, ...own]), parts);
}
