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

  it('returns the first of equally close names', () => {
    expect(suggest('leadr', ['leads', 'leader'])).toBe('leads');
    expect(suggest('leadr', ['leader', 'leads'])).toBe('leader');
  });

  it('suggests nothing from an empty list', () => {
    expect(suggest('level', [])).toBeUndefined();
  });
});
