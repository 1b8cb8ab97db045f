import { describe, expect, it } from 'vitest';
import { drawArchitecture } from '../../src/tools/architecture.ts';
import { type Imports, readImportGraph } from '../../src/tools/import-graph.ts';

const graph = await readImportGraph();

/** A graph from the rooms that each imports. */
function graphOf(rooms: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, Imports> {
  return new Map(Object.entries(rooms).map(([name, imports]) => [name, { rooms: imports, packages: [] }]));
}

const arrowsIn = (picture: string): number => picture.match(/class="arrow"/g)?.length ?? 0;

describe('the imports', () => {
  it('are read from the code: types, values, and what is loaded later', () => {
    expect(graph.get('domain')).toEqual({ rooms: [], packages: [] });
    expect(graph.get('checks')?.rooms).toEqual(['domain']);
    expect(graph.get('bin')).toEqual({ rooms: ['cli'], packages: ['node'] });
    expect(graph.get('render')?.rooms).toEqual(['document', 'domain']);
    expect(graph.get('render')?.packages).toContain('preact');
    expect(graph.get('cli')?.rooms).toEqual(expect.arrayContaining(['checks', 'document', 'io', 'render']));
  });

  it('leave out packages of which only types are used: chalk is passed into render', () => {
    expect(graph.get('render')?.packages).not.toContain('chalk');
  });

  it('never go round', () => {
    expect(() => drawArchitecture(graph)).not.toThrow();
  });
});

describe('the picture', () => {
  it('has a box for each room, and says every import in words', () => {
    const picture = drawArchitecture(graph);
    const boxes = [...picture.matchAll(/<g id="(\w+)"><rect/g)].map(([, name]) => name);
    expect(boxes.toSorted()).toEqual([...graph.keys(), 'schemas'].toSorted());
    const words = /<desc[^>]*>([^<]*)</.exec(picture)?.[1];
    for (const [name, { rooms }] of graph) {
      expect(words).toContain(`${name} imports ${rooms.join(', ') || 'no room'}.`);
    }
  });

  it('is drawn in attributes, for programs without CSS', () => {
    const drawn = drawArchitecture(graph).replace(/<style>[^<]*<\/style>/, '');
    for (const [shape] of drawn.matchAll(/<rect[^>]*>/g)) expect(shape).toContain(' fill="#');
  });

  it('draws what a room imports, but not what follows from that', () => {
    const domain = { domain: [], checks: ['domain'], document: ['domain'] };
    expect(arrowsIn(drawArchitecture(graphOf(domain)))).toBe(2);
    expect(arrowsIn(drawArchitecture(graphOf({ ...domain, cli: ['checks', 'document', 'domain'] })))).toBe(4);
  });

  it('refuses rooms that import each other, and a room that it has no place for', () => {
    expect(() => drawArchitecture(graphOf({ domain: ['checks'], checks: ['domain'] }))).toThrow(
      'The rooms import each other: domain > checks > domain',
    );
    expect(() => drawArchitecture(graphOf({ domain: [], cellar: ['domain'] }))).toThrow(
      'The picture has no place for cellar: give it one.',
    );
  });
});
