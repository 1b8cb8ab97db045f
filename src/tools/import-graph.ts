import { readFile, readdir } from 'node:fs/promises';
import { join, posix } from 'node:path';

/** What a room imports: the names of other rooms, and of packages that it loads. Sorted. */
export interface Imports {
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
}

interface Import {
  readonly name: string;
  /** Whether nothing but types is imported, so that nothing is loaded. */
  readonly typesOnly: boolean;
}

/** Everything that a file imports, as it stands in the code: at its head, and what is loaded later. */
function importsIn(code: string): Import[] {
  const head = [...code.matchAll(/^(?:import|export)( type)?\b[^;]*?\bfrom '([^'\n]+)'/gm)];
  const rest = [/^import '([^'\n]+)'/gm, /\b(?:import|require)\(\s*'([^'\n]+)'/g].flatMap((form) => [
    ...code.matchAll(form),
  ]);
  return [
    ...head.map(([, type, name = '']) => ({ name, typesOnly: type !== undefined })),
    ...rest.map(([, name = '']) => ({ name, typesOnly: false })),
  ];
}

/** The room that a file lies in: its folder in `src`, else its folder or its own name. */
function roomOf(path: string): string {
  const [first = '', second = '', ...rest] = path.split('/');
  if (first !== 'src') return first === 'dist' ? 'cli' : first;
  return rest.length === 0 ? 'index' : second;
}

/** Name of a package without the path inside it; every module of Node is `node`. */
function packageOf(name: string): string {
  if (name.startsWith('node:')) return 'node';
  return name.split('/', name.startsWith('@') ? 2 : 1).join('/');
}

/**
 * Reads the real imports of everything that is shipped, by room. What builds the project (`src/tools`) and what
 * was generated is left out.
 */
export async function readImportGraph(): Promise<ReadonlyMap<string, Imports>> {
  const entries = await Promise.all(
    ['src', 'bin'].map((folder) => readdir(folder, { recursive: true, withFileTypes: true })),
  );
  const paths = entries
    .flat()
    .filter((entry) => entry.isFile() && /\.(?:tsx?|js)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
    .filter((path) => !/^src\/(?:tools|document\/validators|domain\/types)\//.test(path));
  const found = new Map<string, { rooms: Set<string>; packages: Set<string> }>();
  for (const path of paths.toSorted()) {
    const room = roomOf(path);
    const { rooms, packages } = found.get(room) ?? { rooms: new Set(), packages: new Set() };
    found.set(room, { rooms, packages });
    for (const { name, typesOnly } of importsIn(await readFile(path, 'utf8'))) {
      if (name.startsWith('#')) rooms.add(roomOf(`src/${name.slice(1)}`));
      else if (name.startsWith('.')) rooms.add(roomOf(posix.join(posix.dirname(path), name)));
      else if (!typesOnly) packages.add(packageOf(name));
    }
    // Elements of a component are made by functions that the compiler imports.
    if (path.endsWith('.tsx')) packages.add('preact');
    rooms.delete(room);
    rooms.delete('package.json');
  }
  return new Map(
    [...found].map(([room, { rooms, packages }]) => [
      room,
      { rooms: [...rooms].toSorted(), packages: [...packages].toSorted() },
    ]),
  );
}
