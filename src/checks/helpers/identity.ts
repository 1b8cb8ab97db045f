import type { Path } from '#checks/define-check.ts';

type Fields = Readonly<Record<string, unknown>>;

/** How many characters of a text name an entry: enough to tell texts apart, short enough to read. */
const slugLength = 40;

const ascii = /^[\0-\x7f]*$/;

/** Letters and digits of a text of any language, without what stands above or below them, and hyphens for the rest. */
function plainWords(text: string): string {
  const words = text.normalize('NFKD').toLowerCase();
  return words.replace(/\p{M}+/gu, '').replace(/[^\p{L}\p{N}]+/gu, '-');
}

/** A text as a short name: letters and digits, the rest as single hyphens. */
function slug(text: string): string {
  // A long text is cut before it is worked on: what comes later would be cut off anyway.
  const start = text.slice(0, slugLength * 8);
  const plain = ascii.test(start) ? start.toLowerCase().replace(/[^a-z0-9]+/g, '-') : plainWords(start);
  const cut = [...plain.replace(/^-+/, '')].slice(0, slugLength).join('');
  return cut.replace(/-+$/, '') || 'entry';
}

/**
 * Ways to name an entry, best first: the keys that have to be there, and those that make the name more
 * exact where they are. Keys that are ids stay as they are, because a slug of an id is the id.
 */
const ways: readonly { readonly needs: readonly string[]; readonly takes: readonly string[] }[] = [
  { needs: ['id'], takes: [] },
  { needs: ['skill'], takes: [] },
  { needs: ['name'], takes: [] },
  { needs: ['rule'], takes: ['path'] },
  { needs: ['evidence'], takes: [] },
  { needs: ['what'], takes: ['who', 'unit', 'kind', 'date'] },
  { needs: ['unit'], takes: ['role', 'type'] },
  { needs: ['role'], takes: ['tenure'] },
  { needs: ['who'], takes: [] },
  { needs: ['type'], takes: [] },
  { needs: ['date'], takes: [] },
];

/** The name of a list entry, before duplicates are numbered. */
function nameOf(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return slug(String(entry));
  const fields = entry as Fields;
  const textOf = (key: string): string | undefined => {
    const value = Object.hasOwn(fields, key) ? fields[key] : undefined;
    return typeof value === 'string' ? slug(value) : undefined;
  };
  for (const { needs, takes } of ways) {
    const needed = needs.map(textOf).filter((name) => name !== undefined);
    if (needed.length < needs.length) continue;
    // A dot is in no id, so two parts are never taken for one.
    return [...needed, ...takes.map(textOf).filter((name) => name !== undefined)].join('.');
  }
  return 'entry';
}

/** Names by list: a list is named once, however many of its entries are asked for. */
const named = new WeakMap<readonly unknown[], readonly string[]>();

/** The names of all entries of a list. From its second time on, a name is numbered: `gulf`, `gulf#2`. */
function namesOf(list: readonly unknown[]): readonly string[] {
  const known = named.get(list);
  if (known !== undefined) return known;
  const counts = new Map<string, number>();
  const names = list.map((entry) => {
    const name = nameOf(entry);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 ? name : `${name}#${count}`;
  });
  named.set(list, names);
  return names;
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/**
 * Where something is, said so that it stays the same when entries change places and lines move: a JSON
 * pointer in which every list index is replaced by what the entry is called, such as its id
 * (`/execution/measurement/segments/hunter.new/leads/problem-cost`). For baselines and fingerprints.
 *
 * An entry without an id is called by what it is about: its skill, name or rule, its unit, role or tenure
 * (joined by a dot), or the beginning of its text. Entries that are called the same are numbered in order.
 *
 * @param document the whole document; it is not changed afterwards
 * @param path a node of it; a part that is not there is kept as it is
 * @param missing what is missing beneath the node, as its failure says it
 */
export function computeIdentity(document: unknown, path: Path, missing?: string): string {
  let node = document;
  let identity = '';
  for (const key of path) {
    const name = Array.isArray(node) && typeof key === 'number' ? namesOf(node)[key] : undefined;
    identity += `/${name ?? escaped(String(key))}`;
    node =
      typeof node === 'object' && node !== null && Object.hasOwn(node, key)
        ? (node as Record<string | number, unknown>)[key]
        : undefined;
  }
  // Not escaped: a slash in it is a step further down, so that a place keeps its identity when its parent
  // comes into being.
  return missing === undefined ? identity : `${identity}/${missing}`;
}
