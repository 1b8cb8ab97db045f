import type { Path } from '#checks/define-check.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Maximum length of a name derived from a text: long enough to be distinct, short enough to read. */
const slugLength = 40;

const ascii = /^[\0-\x7f]*$/;

/** Reduces a text in any language to letters without diacritics, digits, and hyphens. */
function toPlainWords(text: string): string {
  const normalized = text.normalize('NFKD').toLowerCase();
  return normalized.replace(/\p{M}+/gu, '').replace(/[^\p{L}\p{N}]+/gu, '-');
}

/** Converts a text to a short name of letters, digits and single hyphens. */
export function slugify(text: string): string {
  // Cut a long text before processing it, since the end would be cut off anyway.
  const start = text.slice(0, slugLength * 8);
  const plain = ascii.test(start) ? start.toLowerCase().replace(/[^a-z0-9]+/g, '-') : toPlainWords(start);
  const cut = [...plain.replace(/^-+/, '')].slice(0, slugLength).join('');
  return cut.replace(/-+$/, '') || 'entry';
}

/**
 * Ways to name an entry, best first: required keys, and optional keys that make the name more specific. Ids
 * are unchanged, because the slug of an id is the id.
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

/** Names a list entry, before duplicates are numbered. */
function nameEntry(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return slugify(String(entry));
  const fields = entry as Fields;
  const slugifyField = (key: string): string | undefined => {
    const value = Object.hasOwn(fields, key) ? fields[key] : undefined;
    return typeof value === 'string' ? slugify(value) : undefined;
  };
  for (const { needs, takes } of ways) {
    const needed = needs.map(slugifyField).filter((name) => name !== undefined);
    if (needed.length < needs.length) continue;
    // No id contains a dot, so joined parts stay unambiguous.
    return [...needed, ...takes.map(slugifyField).filter((name) => name !== undefined)].join('.');
  }
  return 'entry';
}

/** Cache of names by list, so that a list is processed only once. */
const nameCache = new WeakMap<readonly unknown[], readonly string[]>();

/** Names all entries of a list. Repeated names are numbered from the second one on: `gulf`, `gulf#2`. */
function nameEntries(list: readonly unknown[]): readonly string[] {
  const known = nameCache.get(list);
  if (known !== undefined) return known;
  const counts = new Map<string, number>();
  const names = list.map((entry) => {
    const name = nameEntry(entry);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 ? name : `${name}#${count}`;
  });
  nameCache.set(list, names);
  return names;
}

function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/**
 * Computes the identity of a node, which stays the same when entries are reordered and lines move: a JSON
 * pointer with the name of an entry, such as its id, in place of each list index
 * (`/execution/measurement/segments/hunter.new/leads/problem-cost`). Used in baselines and fingerprints.
 *
 * An entry without an id is named by its subject: its skill, name or rule, its unit, role or tenure (joined
 * by a dot), or the beginning of its text. Duplicate names are numbered in order.
 *
 * @param document the whole document; must not change afterwards, because names are cached
 * @param path path of the node; parts that do not exist are used as they are
 * @param missing what is missing below the node, from its failure
 */
export function computeIdentity(document: unknown, path: Path, missing?: string): string {
  let node = document;
  let identity = '';
  for (const key of path) {
    const name = Array.isArray(node) && typeof key === 'number' ? nameEntries(node)[key] : undefined;
    identity += `/${name ?? escapePointer(String(key))}`;
    node =
      typeof node === 'object' && node !== null && Object.hasOwn(node, key)
        ? (node as Record<string | number, unknown>)[key]
        : undefined;
  }
  // Not escaped: a slash in `missing` is one level down, so that the identity stays the same when the parent
  // is added.
  return missing === undefined ? identity : `${identity}/${missing}`;
}
