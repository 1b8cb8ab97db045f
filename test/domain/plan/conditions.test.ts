import { describe, expect, it } from 'vitest';
import { isSatisfiable, findReferencedIds } from '#domain/plan/conditions.ts';
import type { Condition } from '#domain/model.ts';
import { loadShippedModel } from '../../support/model/shipped-model.ts';

describe('isSatisfiable', () => {
  it.each<[Condition, boolean]>([
    [{ value: 'p', atLeast: 4 }, true],
    [{ value: 'p', below: 0 }, false],
    [{ value: 'p', atMost: 0 }, true],
    [{ value: 'p', atLeast: 3, below: 3 }, false],
    [{ value: 'p', equals: 2, below: 2 }, false],
    [{ value: 'p', atMost: -1 }, false],
    [{ value: 'balance', atMost: -1 }, true],
    [{ value: 'balance', below: -4 }, false],
    [{ value: 'p' }, false],
    [{ spread: 'q' }, false],
    [{ spread: 'q', below: 0 }, false],
    [{ spread: 'q', atLeast: 2 }, true],
    [{ difference: 'q', atLeast: 1.5 }, true],
    [{ difference: 'q', atMost: -1 }, true],
    [{ check: 'a/b', fails: true }, true],
    [
      {
        all: [
          { value: 'p', atLeast: 2 },
          { value: 'p', atMost: 1 },
        ],
      },
      false,
    ],
    [
      {
        all: [
          { value: 'p', atLeast: 2 },
          { value: 'q', atMost: 1 },
        ],
      },
      true,
    ],
    [{ all: [{ value: 'p', atLeast: 2 }, { all: [{ value: 'p', atMost: 1 }] }] }, false],
    [
      {
        all: [
          { value: 'p', atLeast: 2 },
          { value: 'p', equals: 2 },
        ],
      },
      true,
    ],
    [
      {
        all: [
          { value: 'p', equals: 1 },
          { value: 'p', equals: 2 },
        ],
      },
      false,
    ],
    [
      {
        all: [
          { value: 'p', atLeast: 2 },
          { value: 'p', below: 2 },
        ],
      },
      false,
    ],
    [
      {
        any: [
          { value: 'p', below: 0 },
          { value: 'p', atLeast: 4 },
        ],
      },
      true,
    ],
    [{ any: [{ value: 'p', below: 0 }, { value: 'p' }] }, false],
    [{ all: [{ value: 'p', atLeast: 1 }, { any: [{ value: 'p', below: 0 }] }] }, false],
  ])('%j: %s', (condition, expected) => {
    expect(isSatisfiable(condition)).toBe(expected);
  });

  it('holds for every shipped pattern', async () => {
    const model = await loadShippedModel();
    expect(model.patterns.filter(({ when }) => !isSatisfiable(when))).toEqual([]);
  });
});

describe('findReferencesIn', () => {
  it('gives the kind and the path of each id', () => {
    const when: Condition = {
      all: [{ value: 'p', atLeast: 1 }, { any: [{ check: 'a/b' }, { spread: 'q' }] }, { difference: 'r' }],
    };
    expect(findReferencedIds(when)).toEqual([
      { kind: 'value', id: 'p', path: ['all', 0, 'value'] },
      { kind: 'check', id: 'a/b', path: ['all', 1, 'any', 0, 'check'] },
      { kind: 'question', id: 'q', path: ['all', 1, 'any', 1, 'spread'] },
      { kind: 'question', id: 'r', path: ['all', 2, 'difference'] },
    ]);
  });
});
