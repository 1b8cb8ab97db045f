import { expect, it } from 'vitest';
import { toPointer } from '#document/read/fault.ts';

it('a path is a JSON pointer, with what would be a sign of it escaped', () => {
  expect(toPointer([])).toBe('');
  expect(toPointer(['a/b', 0, 'c~d'])).toBe('/a~1b/0/c~0d');
});
