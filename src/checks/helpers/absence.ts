import { readExisting, type Failure, type Path } from '#checks/define-check.ts';

/**
 * Where to point for something absent: the deepest part of its container that exists, and what is missing
 * beneath that. Both together name the same place, however much of the way there exists: a baseline still
 * knows the failure when somebody has begun to fill the section in.
 *
 * @param container path of the object or list that should hold it
 * @param leaf the key, or the id of the entry, that it lacks
 */
export function findAbsent(
  document: unknown,
  container: Path,
  leaf: string,
): Pick<Failure, 'path'> & { at: 'key'; missing: string } {
  const path = readExisting(document, container);
  // The value of a map begins at its first entry, which is not what is at fault.
  return { path, at: 'key', missing: [...container.slice(path.length), leaf].join('/') };
}

/**
 * Where to point for something that is absent, or there and empty: at its own key where it has one, else at
 * that of the deepest part of its container that exists. The identity of the place is the same in all cases.
 *
 * @param container path of the object that should hold it
 * @param leaf the key that it lacks, or that holds nothing
 */
export function findAbsentOrEmpty(
  document: unknown,
  container: Path,
  leaf: string,
): Pick<Failure, 'path' | 'at' | 'missing'> {
  const path = [...container, leaf];
  const there = readExisting(document, path).length === path.length;
  return there ? { path, at: 'key' } : findAbsent(document, container, leaf);
}
