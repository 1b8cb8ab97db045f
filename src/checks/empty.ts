import { absent } from './absence.ts';
import { existing, type Failure, type Path } from './define-check.ts';

/**
 * Where to point for something that is absent, or there and empty: at its own key where it has one, else at
 * that of the deepest part of its container that exists. The identity of the place is the same in all cases.
 *
 * @param container path of the object that should hold it
 * @param leaf the key that it lacks, or that holds nothing
 */
export function absentOrEmpty(
  document: unknown,
  container: Path,
  leaf: string,
): Pick<Failure, 'path' | 'at' | 'missing'> {
  const path = [...container, leaf];
  const there = existing(document, path).length === path.length;
  return there ? { path, at: 'key' } : { ...absent(document, container, leaf), at: 'key' };
}
