import { findExistingPath, type Failure, type Path } from '#checks/define-check.ts';

/**
 * Returns the position of something missing: the deepest existing part of its container, and the missing
 * rest. Together they always identify the same place, so a baseline still matches the failure after someone
 * starts to fill in the section.
 *
 * @param container path of the object or list that should contain it
 * @param leaf the missing key, or the id of the missing entry
 */
export function findAbsent(
  document: unknown,
  container: Path,
  leaf: string,
): Pick<Failure, 'path'> & { at: 'key'; missing: string } {
  const path = findExistingPath(document, container);
  // The value of a map starts at its first entry, which is not at fault, so point at the key.
  return { path, at: 'key', missing: [...container.slice(path.length), leaf].join('/') };
}

/**
 * Returns the position of something missing or empty: its own key if that exists, else the key of the deepest
 * existing part of its container. The identity is the same in all cases.
 *
 * @param container path of the object that should contain it
 * @param leaf the missing or empty key
 */
export function findAbsentOrEmpty(
  document: unknown,
  container: Path,
  leaf: string,
): Pick<Failure, 'path' | 'at' | 'missing'> {
  const path = [...container, leaf];
  const there = findExistingPath(document, path).length === path.length;
  return there ? { path, at: 'key' } : findAbsent(document, container, leaf);
}

/**
 * Joins the subjects of a failure that covers several of them, as the last part of what it misses: a baseline that has
 * the failure then accepts it for these subjects, and not for more.
 */
export function joinSubjects(ids: readonly string[]): string {
  return ids.toSorted().join('+');
}
