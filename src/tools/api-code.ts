/** What a declaration says to somebody who uses it: code without bodies, in the names that the package exports. */
import { format } from 'prettier';
import { type Module, type Node, type Origin, nodesIn, readModule } from './declarations.ts';

/** Names that belong to TypeScript, or that add nothing to the words beside them. */
const known = new Set([
  ...['Array', 'Map', 'Omit', 'Promise', 'Readonly', 'ReadonlyMap', 'Record', 'Uint8Array'],
  ...['WordPlaces', 'const'],
]);

const modules = new Map<string, Promise<Module>>();

/** A module, read once. */
export function moduleAt(file: string): Promise<Module> {
  const found = modules.get(file) ?? readModule(file);
  modules.set(file, found);
  return found;
}

/** The declaration that a name leads to, through everything that only passes it on. */
export async function declarationOf({ file, name }: Origin): Promise<Origin> {
  const { declared, imported, reexported } = await moduleAt(file);
  const next = declared.has(name) ? undefined : (imported.get(name) ?? reexported.get(name));
  return next === undefined ? { file, name } : declarationOf(next);
}

/** A declaration as one text, to look it up by. */
export function keyOf({ file, name }: Origin): string {
  return `${file}#${name}`;
}

/** Code of a declaration, and the names of the package that it uses. */
export interface Code {
  readonly code: string;
  readonly uses: readonly string[];
}

type Replacement = readonly [node: Node, by: string];

/** Text of a node with some of the nodes in it replaced. */
function replaced(text: string, { range: [start, end] }: Node, all: readonly Replacement[]): string {
  const inside = all.filter(([{ range }]) => range[0] >= start && range[1] <= end);
  let at = start;
  let out = '';
  for (const [{ range }, by] of inside.toSorted(([a], [b]) => a.range[0] - b.range[0])) {
    out += text.slice(at, range[0]) + by;
    [, at] = range;
  }
  return out + text.slice(at, end);
}

const child = (node: Node | undefined, key: string): Node | undefined =>
  (node?.[key] ?? undefined) as Node | undefined;

const children = (node: Node | undefined, key: string): readonly Node[] =>
  (node?.[key] ?? []) as readonly Node[];

const nameOf = (node: Node | undefined): string | undefined => node?.['name'] as string | undefined;

/** `(typeof formats)[number]` says nothing without the list: the words in it do. */
function listReplacements(module: Module, nodes: readonly Node[]): Replacement[] {
  return nodes.flatMap((node): Replacement[] => {
    const list = nameOf(child(child(node, 'objectType'), 'exprName'));
    if (node.type !== 'TSIndexedAccessType' || list === undefined) return [];
    const array = nodesIn(module.declared.get(list)?.node ?? node).find(
      ({ type }) => type === 'ArrayExpression',
    );
    const words = children(array, 'elements').map(({ range }) => module.text.slice(...range));
    return words.length === 0 ? [] : [[node, words.join(' | ')]];
  });
}

/** What the package calls a declaration; that of another one, where it is only a second name for it. */
async function publicNameOf(
  origin: Origin,
  publicNames: ReadonlyMap<string, string>,
): Promise<string | undefined> {
  const exported = publicNames.get(keyOf(origin));
  if (exported !== undefined) return exported;
  const { node } = (await moduleAt(origin.file)).declared.get(origin.name) ?? {};
  const other = nameOf(child(child(node, 'typeAnnotation'), 'typeName'));
  return other === undefined
    ? undefined
    : publicNameOf(await declarationOf({ file: origin.file, name: other }), publicNames);
}

/** The names of types in some nodes, by what the package calls them. Throws where it does not export one. */
async function nameReplacements(
  module: Module,
  nodes: readonly Node[],
  publicNames: ReadonlyMap<string, string>,
): Promise<Replacement[]> {
  const own = new Set(
    nodes.filter(({ type }) => type === 'TSTypeParameter').map((node) => nameOf(child(node, 'name'))),
  );
  const references = nodes.flatMap(
    (node) =>
      (node.type === 'TSTypeReference' ? child(node, 'typeName') : undefined) ??
      (node.type === 'TSInterfaceHeritage' ? child(node, 'expression') : undefined) ??
      [],
  );
  return Promise.all(
    references.flatMap((reference) => {
      const name = nameOf(reference);
      if (name === undefined || own.has(name) || known.has(name)) return [];
      return [
        declarationOf({ file: module.file, name }).then(async (origin): Promise<Replacement> => {
          const exported = await publicNameOf(origin, publicNames);
          if (exported === undefined) {
            throw new Error(
              `src/index.ts does not export ${name} of ${origin.file}, which ${module.file} names.`,
            );
          }
          return [reference, exported];
        }),
      ];
    }),
  );
}

/** A parameter as a caller sees it: without its default, and with a name where it is taken apart at once. */
function parameter(text: string, node: Node, all: readonly Replacement[]): string {
  const left = child(node, 'left') ?? node;
  if (left === node && node.type === 'Identifier') return replaced(text, node, all);
  const type = child(child(left, 'typeAnnotation'), 'typeAnnotation');
  if (type === undefined) throw new Error(`A parameter has no type: ${text.slice(...node.range)}`);
  return `${nameOf(left) ?? 'options'}${left === node ? '' : '?'}: ${replaced(text, type, all)}`;
}

function signature(text: string, node: Node, all: readonly Replacement[]): string {
  const [types, returns] = [child(node, 'typeParameters'), child(node, 'returnType')];
  if (returns === undefined)
    throw new Error(`A function does not say what it returns: ${nameOf(child(node, 'id'))}`);
  const parameters = children(node, 'params').map((each) => parameter(text, each, all));
  const generic = types === undefined ? '' : replaced(text, types, all);
  return `function ${nameOf(child(node, 'id'))}${generic}(${parameters.join(', ')})${replaced(text, returns, all)};`;
}

/** Comments that types made from a schema bear, as one of ours would write them. */
function plainComments(code: string): string {
  return code
    .replace(/\n[ *]*Items: [^\n]*/g, '')
    .replace(/\/\*\*\s*\n\s*\* ([^\n]*)\n\s*\*\//g, '/** $1 */');
}

/**
 * The code of a declaration as somebody who uses it sees it.
 *
 * @param publicNames what the package calls each declaration, by `keyOf`
 */
export async function codeOf(
  module: Module,
  declaration: Node,
  publicNames: ReadonlyMap<string, string>,
): Promise<Code> {
  const isFunction = declaration.type === 'FunctionDeclaration';
  const shown = isFunction
    ? [
        ...children(declaration, 'params'),
        ...['typeParameters', 'returnType'].flatMap((key) => child(declaration, key) ?? []),
      ]
    : [declaration.type === 'VariableDeclarator' ? (child(declaration, 'id') ?? declaration) : declaration];
  const nodes = shown.flatMap(nodesIn);
  const names = await nameReplacements(module, nodes, publicNames);
  const all = [...names, ...listReplacements(module, nodes)];
  const [first = declaration] = shown;
  const code = isFunction
    ? signature(module.text, declaration, all)
    : `${declaration.type === 'VariableDeclarator' ? 'const ' : ''}${replaced(module.text, first, all)}`;
  const tidy = await format(plainComments(code), {
    parser: 'typescript',
    printWidth: 100,
    singleQuote: true,
  });
  return { code: tidy.trim(), uses: [...new Set(names.map(([, name]) => name))].toSorted() };
}
