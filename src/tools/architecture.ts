import { type Imports, readImportGraph } from './import-graph.ts';

/** Where a room stands in the picture, and what it is for. */
interface Room {
  readonly name: string;
  readonly path: string;
  readonly about: readonly string[];
  /** First and last column, from 0. */
  readonly columns: readonly [number, number];
}

/** Every room, top to bottom. One that is missing here fails the drawing. */
const rooms: readonly Room[] = [
  { name: 'bin', path: 'bin/', about: ['starts the command,', 'decides nothing'], columns: [0, 0] },
  { name: 'index', path: 'src/index.ts', about: ['what a program may', 'import'], columns: [2, 2] },
  { name: 'api', path: 'src/api/', about: ['the library: the same', 'functions, typed'], columns: [2, 2] },
  {
    name: 'cli',
    path: 'src/cli/',
    about: ['one thin file for each command: reads, decides, writes'],
    columns: [0, 2],
  },
  { name: 'checks', path: 'src/checks/', about: ['pure: one file', 'for each check'], columns: [0, 0] },
  {
    name: 'io',
    path: 'src/io/',
    about: ['effects: files, git, terminal,', 'prompts, browser'],
    columns: [1, 1],
  },
  {
    name: 'render',
    path: 'src/render/',
    about: ['pure: report to text,', 'one file for each format'],
    columns: [2, 2],
  },
  {
    name: 'document',
    path: 'src/document/',
    about: ['pure: YAML to checked', 'documents, and back'],
    columns: [2, 2],
  },
  {
    name: 'domain',
    path: 'src/domain/',
    about: ['pure, imports nothing: questionnaire, scores, gaps, plan, report, verdict'],
    columns: [0, 2],
  },
  { name: 'schemas', path: 'schemas/', about: ['the public contracts:', 'JSON Schemas'], columns: [3, 3] },
];

const box = { width: 220, height: 98 };
const gap = { column: 22, row: 46 };
const margin = 24;
const legend = 40;

/** Height of a room above the ground: 0 imports no room, any other is above everything that it imports. */
function levelsOf(graph: ReadonlyMap<string, Imports>): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  const levelOf = (name: string, above: readonly string[]): number => {
    if (above.includes(name)) throw new Error(`The rooms import each other: ${[...above, name].join(' > ')}`);
    const known = levels.get(name);
    if (known !== undefined) return known;
    const below = graph.get(name)?.rooms ?? [];
    const level = Math.max(-1, ...below.map((room) => levelOf(room, [...above, name]))) + 1;
    levels.set(name, level);
    return level;
  };
  for (const name of graph.keys()) levelOf(name, []);
  return levels;
}

/** What a room imports and none of the rooms that it imports does. */
function ownArrows(graph: ReadonlyMap<string, Imports>, name: string): string[] {
  const reach = (from: string): string[] =>
    (graph.get(from)?.rooms ?? []).flatMap((room) => [room, ...reach(room)]);
  const direct = graph.get(name)?.rooms ?? [];
  const implied = new Set(direct.flatMap(reach));
  return direct.filter((room) => !implied.has(room));
}

interface Placed extends Room {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

function placed(room: Room, level: number, top: number): Placed {
  const [first, last] = room.columns;
  return {
    ...room,
    x: margin + first * (box.width + gap.column),
    y: margin + (top - level) * (box.height + gap.row),
    width: (last - first + 1) * (box.width + gap.column) - gap.column,
  };
}

/** An arrow straight down where one room stands above the other, else to the middle of the other. */
function arrow(from: Placed, to: Placed): string {
  const narrow = from.width <= to.width ? from : to;
  const middle = ({ x, width }: Placed): number => x + width / 2;
  const over = from.x <= middle(narrow) && middle(narrow) <= from.x + from.width;
  const under = to.x <= middle(narrow) && middle(narrow) <= to.x + to.width;
  const [start, end] = over && under ? [middle(narrow), middle(narrow)] : [middle(from), middle(to)];
  return `<path class="arrow" stroke="${pencil}" stroke-width="1.6" d="M${start} ${from.y + box.height}L${end} ${to.y - 3}" marker-end="url(#head)"/>`;
}

/** Names of packages in few lines that fit into a room of one column. */
function linesOf(packages: readonly string[]): string[] {
  const lines: string[] = [];
  for (const name of packages) {
    const free = lines.findIndex((line) => line.length + name.length <= 34);
    if (free === -1) lines.push(name);
    else lines[free] = `${lines[free]}, ${name}`;
  }
  return lines;
}

function drawn({ name, path, about, x, y, width }: Placed, packages: readonly string[]): string {
  const middle = x + width / 2;
  const names = linesOf(packages);
  const lines = [
    `<text font-family="ui-monospace,monospace" font-size="15" font-weight="600" x="${middle}" y="${y + 24}">${path}</text>`,
    ...about.map((line, index) => `<text x="${middle}" y="${y + 43 + index * 15}">${line}</text>`),
    ...names.map(
      (line, index) =>
        `<text ${small} x="${middle}" y="${y + box.height - 10 - (names.length - 1 - index) * 13}">${line}</text>`,
    ),
  ];
  return `<g id="${name}"><rect fill="#fff" stroke="${pencil}" x="${x}" y="${y}" width="${width}" height="${box.height}" rx="8"/>${lines.join('')}</g>`;
}

/** Drawn in plain attributes, for programs without CSS; colored again for dark pages. */
const style =
  '@media (prefers-color-scheme:dark){rect{fill:#161b22;stroke:#8b949e} .ground{fill:#0d1117;stroke:none} ' +
  'text{fill:#e6edf3} .small{fill:#9ea7b3} .arrow{stroke:#8b949e} #head path{fill:#8b949e}}';

const ink = '#1f2328';
const pencil = '#57606a';
const small = `class="small" fill="${pencil}" font-size="11"`;

/** The rooms of the code and what each imports, as a picture that follows from the imports themselves. */
export function drawArchitecture(graph: ReadonlyMap<string, Imports>): string {
  const all = new Map([...graph, ['schemas', { rooms: [], packages: [] }]]);
  const unknown = [...all.keys()].filter((name) => rooms.every((room) => room.name !== name));
  if (unknown.length > 0) throw new Error(`The picture has no place for ${unknown.join(', ')}: give it one.`);
  const levels = levelsOf(all);
  const top = Math.max(...levels.values());
  const places = rooms
    .filter(({ name }) => all.has(name))
    .map((room) => placed(room, levels.get(room.name) ?? 0, top));
  const at = new Map(places.map((place) => [place.name, place]));
  const arrows = places.flatMap((from) =>
    ownArrows(all, from.name).flatMap((name) => {
      const to = at.get(name);
      return to === undefined ? [] : [arrow(from, to)];
    }),
  );
  const width = 2 * margin + 4 * box.width + 3 * gap.column;
  const height = 2 * margin + (top + 1) * (box.height + gap.row) - gap.row + legend;
  const words = [...graph].map(
    ([name, imports]) => `${name} imports ${imports.rooms.join(', ') || 'no room'}.`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title words">
<title id="title">The rooms of sales-audit and what they import</title>
<desc id="words">${words.join(' ')}</desc>
<style>${style}</style>
<defs><marker id="head" viewBox="0 0 10 10" refX="8" refY="5" markerWidth="8" markerHeight="8" orient="auto"><path fill="${pencil}" d="M0 0L10 5L0 10z"/></marker></defs>
<rect class="ground" fill="#f6f8fa" width="${width}" height="${height}" rx="12"/>
${arrows.join('\n')}
<g fill="${ink}" font-family="system-ui,sans-serif" font-size="13" text-anchor="middle">
${places.map((place) => drawn(place, all.get(place.name)?.packages ?? [])).join('\n')}
<text ${small} x="${width / 2}" y="${height - margin}">An arrow leads to what a room imports; what that room imports in turn has no arrow of its own. Small print: packages that it loads.</text>
</g>
</svg>
`;
}

/** The picture of the code as it is. */
export async function architecturePicture(): Promise<string> {
  return drawArchitecture(await readImportGraph());
}
