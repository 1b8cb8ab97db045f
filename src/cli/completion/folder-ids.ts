import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readValue } from '#document/read/read-document.ts';
import { getBlockKey } from '#domain/scoring/roll-up.ts';
import { readBytes } from '#io/files.ts';
import type { ModelIds, NamedId, QuestionId } from './model-ids.ts';

/** More than any model has. A folder that was named by mistake must not keep anybody waiting at a key press. */
const most = { files: 200, depth: 3, entries: 2000 };

const decoder = new TextDecoder();

/** Ids as the schema of a model has them; nothing else is ever put into a command line. */
const isId = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= 60 && /^[a-z][a-z0-9-]*$/.test(value);

/** A file that has one of these gives or takes away an id; words and sources need not be read. */
const givesIds = /^(["']?)(?:model|elements|practice|patterns|changes)\1 *:/m;

type Map = Readonly<Record<string, unknown>>;

const mapOf = (value: unknown): Map =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Map) : {};
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The entries of a list that have an id, with the name that they give. */
function namedIn(list: unknown, prefix = ''): NamedId[] {
  return listOf(list).flatMap((entry) => {
    const { id, name } = mapOf(entry);
    return isId(id) ? [{ id: `${prefix}${id}`, name: textOf(name) }] : [];
  });
}

function questionsOf(practice: Map): QuestionId[] {
  const { element, id: owner } = practice;
  if (!isId(element) || !isId(owner)) return [];
  return listOf(practice['questions']).flatMap((entry) => {
    const { id, ask, recommendations } = mapOf(entry);
    if (!isId(id)) return [];
    const levels = new Set(listOf(recommendations).flatMap((each) => listOf(mapOf(each)['levels'])));
    return [
      {
        id: `${element}.${owner}.${id}`,
        name: textOf(mapOf(ask)['leader']),
        levels: [0, 1, 2, 3, 4].filter((level) => levels.has(level)),
      },
    ];
  });
}

/** Ids that one file of a model gives. */
function idsIn(file: Map): ModelIds {
  const practice = mapOf(file['practice']);
  return {
    elements: namedIn(file['elements']),
    blocks: listOf(file['elements']).flatMap((element) => {
      const { id, blocks } = mapOf(element);
      return isId(id) ? namedIn(blocks, getBlockKey(id, '')) : [];
    }),
    practices: namedIn([practice]),
    patterns: namedIn(file['patterns']),
    questions: questionsOf(practice),
  };
}

function joined(all: readonly ModelIds[]): ModelIds {
  return {
    elements: all.flatMap(({ elements }) => elements),
    blocks: all.flatMap(({ blocks }) => blocks),
    practices: all.flatMap(({ practices }) => practices),
    patterns: all.flatMap(({ patterns }) => patterns),
    questions: all.flatMap(({ questions }) => questions),
  };
}

/** What an overlay leaves of the ids. */
function withoutRemoved(ids: ModelIds, files: readonly Map[]): ModelIds {
  const removed = files.map((file) => mapOf(mapOf(file['changes'])['remove']));
  const gone = (what: string): Set<unknown> => new Set(removed.flatMap((each) => listOf(each[what])));
  const [practices, patterns, questions] = [gone('practices'), gone('patterns'), gone('questions')];
  return {
    ...ids,
    practices: ids.practices.filter(({ id }) => !practices.has(id)),
    patterns: ids.patterns.filter(({ id }) => !patterns.has(id)),
    questions: ids.questions.filter(({ id }) => !questions.has(id) && !practices.has(id.split('.')[1])),
  };
}

/** YAML files of a folder, as far as a model can reach. */
async function yamlIn(folder: string, depth = 0): Promise<string[]> {
  const found = await readdir(folder, { withFileTypes: true }).catch((): Dirent[] => []);
  const entries = found.slice(0, most.entries).filter(({ name }) => !name.startsWith('.'));
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'));
  const paths = files.map(({ name }) => join(folder, name));
  for (const entry of depth < most.depth ? entries.filter((each) => each.isDirectory()) : []) {
    if (paths.length >= most.files) break;
    paths.push(...(await yamlIn(join(folder, entry.name), depth + 1)));
  }
  return paths.slice(0, most.files);
}

/**
 * Ids of the model in a folder, read as they stand there without checking it: what extends the shipped model
 * begins with its ids. undefined where there is no model.
 */
export async function readFolderIds(folder: string, shipped: ModelIds): Promise<ModelIds | undefined> {
  const files = await Promise.all(
    (await yamlIn(folder)).map(async (path) => {
      const bytes = await readBytes(path).catch(() => undefined);
      if (bytes === undefined || !givesIds.test(decoder.decode(bytes))) return {};
      const read = readValue(path, bytes);
      return mapOf(read.ok ? read.document.value : undefined);
    }),
  );
  const parts = files.filter((file) => file['kind'] === 'model');
  const identity = parts.map((file) => mapOf(file['model'])).find((each) => each['id'] !== undefined);
  if (identity === undefined) return undefined;
  const own = parts.map(idsIn);
  return identity['extends'] === undefined ? joined(own) : withoutRemoved(joined([shipped, ...own]), parts);
}
