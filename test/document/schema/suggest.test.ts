import { suggest } from '#document/schema/suggest.ts';
import { describe, expect, it } from 'vitest';

const known = ['level', 'unknown', 'notApplicable', 'evidence', 'note', 'answeredOn'];

describe('suggest', () => {
  it.each([
    ['levle', 'level'],
    ['lvl', 'level'],
    ['ntoe', 'note'],
    ['Level', 'level'],
    ['answered_on', 'answeredOn'],
    ['not-applicable', 'notApplicable'],
    ['notes', 'note'],
    ['evidance', 'evidence'],
    ['unknow', 'unknown'],
    ['name', undefined],
    ['x', undefined],
    ['', undefined],
    ['completely different', undefined],
    ['l'.repeat(1_000_000), undefined],
  ])('%.20s', (given, nearest) => {
    expect(suggest(given, known)).toBe(nearest);
  });

  it('takes the first of equally close ones', () => {
    expect(suggest('leadr', ['leads', 'leader'])).toBe('leads');
    expect(suggest('leadr', ['leader', 'leads'])).toBe('leader');
  });

  it('has nothing to suggest from nothing', () => {
    expect(suggest('level', [])).toBeUndefined();
  });
});
