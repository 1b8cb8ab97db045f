import { expect, it } from 'vitest';
import { pointerOf } from '#document/read/fault.ts';

it('a path is a JSON pointer, with what would be a sign of it escaped', () => {
  expect(pointerOf([])).toBe('');
  expect(pointerOf(['a/b', 0, 'c~d'])).toBe('/a~1b/0/c~0d');
});
