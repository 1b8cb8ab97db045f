import { expect, it } from 'vitest';
import { toPointer } from '#document/read/fault.ts';

it('converts a path to a JSON pointer, and escapes its special characters', () => {
  expect(toPointer([])).toBe('');
  expect(toPointer(['a/b', 0, 'c~d'])).toBe('/a~1b/0/c~0d');
});
