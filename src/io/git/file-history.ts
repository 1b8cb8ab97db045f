import { readBlobs, runGit, toGitPath } from './git-process.ts';
import { findSilence } from './git-time.ts';
import { findRepositoryAround } from './repository.ts';

/** Why a history is incomplete: a shallow clone, a partial clone without the contents, or our own limit. */
type Lack = 'shallow' | 'partial' | 'limit' | 'answer';

/** A committed state of a file: `commit` is abbreviated, `date` is the day of the commit (YYYY-MM-DD). */
interface FileRevision {
  readonly commit: string;
  readonly date: string;
  readonly text: Uint8Array;
}

/** The history of a file, as far as it is on this machine. */
export interface FileHistory {
  /** Committed states, oldest first, without the working copy. */
  readonly revisions: readonly FileRevision[];
  /** Why older states are missing, or may be; undefined if all are there. */
  readonly lacks: Lack | undefined;
}

/** Maximum number of states to read; the newest count. */
const revisionLimit = 500;

/** A commit that touched a path. */
interface Touch {
  readonly commit: string;
  readonly date: string;
  /** Undefined for a first commit, and at the boundary of a shallow clone. */
  readonly parent: string | undefined;
  /** Content after the commit; undefined if the path was no longer a regular file. */
  readonly blob: string | undefined;
  readonly added: boolean;
}

function parseTouches(log: Buffer, path: string): Touch[] {
  const touches: Touch[] = [];
  const tokens = log.toString().split('\0');
  let head: readonly string[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] ?? '';
    const [, mode = '', blob, status] = /^\n:\d+ (\d+) [0-9a-f]+ ([0-9a-f]+) ([A-Z])/.exec(token) ?? [];
    if (status === undefined) {
      head = token.split(' ');
      continue;
    }
    index += 1; // The next token is the path.
    const [commit = '', date = '', parent] = head;
    if (tokens[index] !== path) continue;
    touches.push({
      commit,
      date: date.slice(0, 10),
      parent: parent || undefined,
      blob: mode.startsWith('100') ? blob : undefined,
      added: status === 'A',
    });
  }
  return touches;
}

/** Caches the renames of each commit, so that git runs once for all files of a run. */
const renames = new Map<string, Promise<ReadonlyMap<string, string>>>();

/** Clears the cache, for programs that run longer than a command. */
export function clearHistoryCache(): void {
  renames.clear();
}

/** Returns the renames of a commit: the old name by the new name. */
async function findRenames(
  root: string,
  parent: string,
  commit: string,
): Promise<ReadonlyMap<string, string>> {
  const args = ['diff-tree', '-r', '-z', '-M', '-l1000', '--raw', '--no-abbrev', '--diff-filter=R'];
  const { ok, out } = await runGit(root, [...args, parent, commit]);
  const tokens = out.toString().split('\0');
  const before = new Map<string, string>();
  for (let index = 0; ok && index + 2 < tokens.length; index += 3) {
    before.set(tokens[index + 2] ?? '', tokens[index + 1] ?? '');
  }
  return before;
}

async function findOldName(
  root: string,
  parent: string,
  commit: string,
  path: string,
): Promise<string | undefined> {
  const key = `${root}\0${parent}\0${commit}`;
  const found = renames.get(key) ?? findRenames(root, parent, commit);
  renames.set(key, found);
  return (await found).get(path);
}

/**
 * Finds the commits that touched a path, newest first, up to one more than the limit. Follows only first parents:
 * states of a branch before its merge were never in effect, and a merge is one step.
 */
async function findTouches(root: string, path: string): Promise<{ touches: Touch[]; whole: boolean }> {
  const touches: Touch[] = [];
  const args = ['log', '--first-parent', '-m', '--raw', '-z', '--no-abbrev', '--no-renames'];
  let next: { readonly path: string; readonly from: string } | undefined = { path, from: 'HEAD' };
  while (next !== undefined && touches.length <= revisionLimit) {
    const { path: name, from }: { path: string; from: string } = next;
    next = undefined;
    const count = `--max-count=${revisionLimit + 1 - touches.length}`;
    const log = await runGit(root, [...args, count, '--format=tformat:%H %cI %P', from, '--', name]);
    for (const touch of parseTouches(log.out, name)) {
      touches.push(touch);
      if (!touch.added || touch.parent === undefined) continue;
      // `log --follow` would continue with any similar file, such as a copied template.
      const before = await findOldName(root, touch.parent, touch.commit, name);
      if (before === undefined) continue;
      next = { path: before, from: touch.parent };
      break;
    }
    if (!log.ok) return { touches, whole: false };
  }
  return { touches, whole: true };
}

/**
 * Reads the committed states of a file along the first parents of HEAD. Follows renames, but not copies. Empty if
 * nothing was committed. Never fetches: if states are not on this machine, the history is `truncated`.
 *
 * @param root root of the repository, as returned by `findRepositoryRoot`
 * @param path absolute, or relative to the root
 */
export async function readFileHistory(root: string, path: string): Promise<FileHistory> {
  const name = toGitPath(root, path);
  const repository = await findRepositoryAround(root);
  if (name === undefined || repository?.hasCommits !== true) return { revisions: [], lacks: undefined };
  const { touches, whole } = await findTouches(root, name);
  const newest = touches.slice(0, revisionLimit);
  const oldest = touches.at(-1);
  const states = newest.filter(({ blob }) => blob !== undefined);
  const blobs = await readBlobs(root, [...new Set(states.map(({ blob = '' }) => blob))]);
  const unseen = states.findIndex(({ blob = '' }) => !blobs.has(blob));
  const seen = unseen === -1 ? states : states.slice(0, unseen);
  const revisions = seen.map(({ commit, date, blob = '' }) => {
    return { commit: commit.slice(0, 10), date, text: blobs.get(blob) ?? new Uint8Array() };
  });
  const isAtBoundary = repository.isShallow && oldest?.added === true && oldest.parent === undefined;
  const isCutOff = !whole || unseen !== -1;
  const missing = findSilence() === undefined ? 'partial' : 'answer';
  const lacks = isCutOff
    ? missing
    : touches.length > revisionLimit
      ? 'limit'
      : isAtBoundary
        ? 'shallow'
        : undefined;
  return { revisions: revisions.toReversed(), lacks };
}
