import { describe, expect, it } from 'vitest';
import { countDependents, findCycle, getPrerequisites } from '#domain/plan/dependencies.ts';

/** Makes prerequisites from ids with the ids that each needs. */
function needs(graph: Record<string, string[]>) {
  return getPrerequisites(Object.entries(graph).map(([id, dependsOn]) => ({ id, dependsOn })));
}

describe('countDependents', () => {
  it.each<[string, Record<string, string[]>, Record<string, number>]>([
    ['nothing', {}, {}],
    ['no dependencies', { a: [], b: [] }, { a: 0, b: 0 }],
    ['a chain', { a: [], b: ['a'], c: ['b'] }, { a: 2, b: 1, c: 0 }],
    ['a diamond counts each once', { a: [], b: ['a'], c: ['a'], d: ['b', 'c'] }, { a: 3, b: 1, c: 1, d: 0 }],
    ['the same dependency twice', { a: [], b: ['a', 'a'] }, { a: 1, b: 0 }],
    [
      'a chain behind a diamond',
      { a: [], b: ['a'], c: ['b'], d: ['b'], e: ['c', 'd'] },
      { a: 4, b: 3, c: 1, d: 1, e: 0 },
    ],
    ['a cycle that others depend on', { a: ['b'], b: ['a'], c: ['b'] }, { a: 2, b: 2, c: 0 }],
    ['a cycle, without itself', { a: ['b'], b: ['a'] }, { a: 1, b: 1 }],
    ['itself', { a: ['a'] }, { a: 0 }],
  ])('%s', (_, graph, expected) => {
    expect(Object.fromEntries(countDependents(needs(graph)))).toEqual(expected);
  });

  it('looks at each practice of a long chain a few times only', () => {
    const count = 3000;
    let looks = 0;
    class Counted extends Map<string, readonly string[]> {
      override get(id: string): readonly string[] | undefined {
        looks += 1;
        return super.get(id);
      }
    }
    const chain = new Counted();
    for (let index = 0; index < count; index += 1)
      chain.set(`n${index}`, index === 0 ? [] : [`n${index - 1}`]);
    expect(countDependents(chain).get('n0')).toBe(count - 1);
    expect(looks).toBeLessThan(count * 3);
  });
});

describe('findCycle', () => {
  it.each<[string, Record<string, string[]>]>([
    ['nothing', {}],
    ['a chain', { c: ['b'], b: ['a'], a: [] }],
    ['a diamond', { d: ['b', 'c'], b: ['a'], c: ['a'], a: [] }],
    ['a prerequisite that does not exist', { a: ['nowhere'] }],
  ])('finds none in %s', (_, graph) => {
    expect(findCycle(needs(graph))).toBeUndefined();
  });

  it.each<[string, Record<string, string[]>, string[]]>([
    ['itself', { a: ['a'] }, ['a']],
    ['two', { a: ['b'], b: ['a'] }, ['a', 'b']],
    ['three', { a: ['b'], b: ['c'], c: ['a'] }, ['a', 'b', 'c']],
    ['one behind a chain', { start: ['a'], a: ['b'], b: ['a'] }, ['a', 'b']],
    ['one beside what is fine', { x: [], y: ['x'], a: ['x', 'b'], b: ['a'] }, ['a', 'b']],
  ])('finds %s', (_, graph, expected) => {
    const cycle = findCycle(needs(graph)) ?? [];
    expect([...cycle].toSorted()).toEqual(expected);
    // Each id needs the next one, the last one the first.
    for (const [index, id] of cycle.entries()) {
      expect(graph[id]).toContain(cycle[(index + 1) % cycle.length]);
    }
  });

  it('follows a chain of 20,000 without a stack overflow', () => {
    const graph = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, index) => [`n${index}`, [`n${index + 1}`]]),
    );
    expect(findCycle(needs({ ...graph, n20000: [] }))).toBeUndefined();
  });
});
