/**
 * Reads what a module declares and exports, without a compiler: TypeScript 7 has no API to ask, and the parser that
 * prettier brings sees everything that a reference needs.
 */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parsers } from 'prettier/plugins/typescript';

/** A node of the syntax tree, by the TSESTree specification. */
export interface Node {
  readonly type: string;
  readonly range: readonly [number, number];
  readonly [key: string]: unknown;
}

/** Where a name comes from: the name there, and the file. */
export interface Origin {
  readonly file: string;
  readonly name: string;
}

/** A module: its text, what it declares, and where its other names come from. */
export interface Module {
  readonly file: string;
  readonly text: string;
  /** The comment at the top of the file. */
  readonly head: string;
  readonly declared: ReadonlyMap<string, { readonly node: Node; readonly doc: string }>;
  readonly imported: ReadonlyMap<string, Origin>;
  /** Names that it exports from elsewhere, in order; `*` for all of a module under one name. */
  readonly reexported: ReadonlyMap<string, Origin & { readonly section: string }>;
}

interface Comment {
  readonly type: string;
  readonly value: string;
  readonly range: readonly [number, number];
}

interface Specifier {
  readonly local: { readonly name: string };
  readonly imported?: { readonly name: string };
  readonly exported?: { readonly name: string };
}

/** Path of a module that another one names. */
function resolved(file: string, source: string): string {
  return source.startsWith('#') ? `src/${source.slice(1)}` : join(dirname(file), source);
}

/** A doc comment without its stars. */
function plain(comment: string): string {
  return comment
    .split('\n')
    .map((line) => line.replace(/^\s*\*? ?/, ''))
    .join('\n')
    .trim();
}

function parts(statement: Node, key: string): readonly Specifier[] {
  return (statement[key] ?? []) as readonly Specifier[];
}

/** Reads and parses a module. */
export async function readModule(file: string): Promise<Module> {
  const text = await readFile(file, 'utf8');
  const { body, comments } = (await parsers.typescript.parse(text, { filepath: file } as never)) as {
    readonly body: readonly Node[];
    readonly comments: readonly Comment[];
  };
  const blocks = comments.filter(({ type, value }) => type === 'Block' && value.startsWith('*'));
  const sections = comments.flatMap(({ type, value, range }) =>
    type === 'Line' && value.startsWith(' # ') ? [{ title: value.slice(3), at: range[0] }] : [],
  );
  const docOf = ({ range: [start] }: Node): string => {
    const before = blocks.findLast((comment) => comment.range[1] <= start);
    return before === undefined || text.slice(before.range[1], start).trim() !== ''
      ? ''
      : plain(before.value);
  };
  const declared = new Map<string, { node: Node; doc: string }>();
  const imported = new Map<string, Origin>();
  const reexported = new Map<string, Origin & { section: string }>();
  for (const statement of body) {
    const source = (statement['source'] as { value: string } | null | undefined)?.value;
    const from = source === undefined ? file : resolved(file, source);
    const section = sections.findLast(({ at }) => at < statement.range[0])?.title ?? '';
    const node = (statement['declaration'] ?? statement) as Node;
    const [first] = (node['declarations'] ?? []) as readonly Node[];
    const id = ((first ?? node)['id'] as { name?: string } | null | undefined)?.name;
    if (id !== undefined) declared.set(id, { node: first ?? node, doc: docOf(statement) });
    if (statement.type === 'ImportDeclaration') {
      for (const { local, imported: name } of parts(statement, 'specifiers'))
        imported.set(local.name, { file: from, name: name?.name ?? 'default' });
    }
    if (statement.type === 'ExportNamedDeclaration') {
      for (const { local, exported } of parts(statement, 'specifiers'))
        reexported.set(exported?.name ?? local.name, { file: from, name: local.name, section });
    }
    if (statement.type === 'ExportAllDeclaration') {
      const name = (statement['exported'] as { name: string } | null)?.name ?? '*';
      reexported.set(name, { file: from, name: '*', section });
    }
  }
  const [top] = blocks;
  const head = top !== undefined && text.slice(0, top.range[0]).trim() === '' ? plain(top.value) : '';
  return { file, text, head, declared, imported, reexported };
}

/** Every node of a tree, the tree itself first. */
export function nodesIn(node: Node): Node[] {
  const below = Object.values(node)
    .flat()
    .filter((value): value is Node => typeof value === 'object' && value !== null && 'type' in value);
  return [node, ...below.flatMap(nodesIn)];
}
