/** What is left out of the bundles, put off or written in another way, so that they start sooner. */
import type { Plugin } from 'rolldown';
import { type ESTree, Visitor } from 'rolldown/utils';
import { escaped } from './ascii.ts';

/** Packages whose tables take longer to make than most runs take: they are made when first asked for. */
const lazy = new Set(['string-width', 'wrap-ansi']);

/** Puts a function in place of the one function that each lazy package exports. */
export const lazily: Plugin = {
  name: 'lazily',
  resolveId: (id, importer) =>
    lazy.has(id) && importer?.startsWith('\0lazily:') !== true ? `\0lazily:${id}` : undefined,
  load: (id) =>
    id.startsWith('\0lazily:')
      ? `let own;\nexport default (...args) => (own ??= require('${id.slice('\0lazily:'.length)}').default)(...args);`
      : undefined,
};

/** Prompts of inquirer that nothing asks with; the one that opens an editor brings large tables along. */
const unused = /^@inquirer\/(?:checkbox|confirm|editor|expand|number|password|rawlist|search)$/;

export const withoutUnusedPrompts: Plugin = {
  name: 'without-unused-prompts',
  resolveId: { filter: { id: unused }, handler: (id) => `\0unused:${id}` },
  load: {
    filter: { id: /^\0unused:/ },
    handler: () => `export { Separator } from '@inquirer/core'; export default undefined;`,
  },
};

/**
 * The parser of arguments can start programs, which it never does here, so what starts them is not loaded; nor is
 * the program made that it offers to whoever makes none.
 */
export const startsNothing: Plugin = {
  name: 'starts-nothing',
  transform: {
    filter: { id: /commander\/(?:lib\/command|index)\.js$/ },
    handler: (code) =>
      code
        .replace("const childProcess = require('node:child_process');", 'let childProcess;')
        .replace('exports.program = new Command();', 'exports.program = undefined;'),
  },
};

/** Text outside ASCII makes V8 hold a script in twice the memory, and take longer for it. */
export const inAscii: Plugin = {
  name: 'in-ascii',
  generateBundle(_options, bundle) {
    for (const part of Object.values(bundle)) {
      if (part.type !== 'chunk') continue;
      if (/String\.raw`[^`]*[^\0-\x7f]/.test(part.code))
        throw new Error(`${part.fileName} has raw text outside ASCII.`);
      part.code = escaped(part.code);
    }
  },
};

/** A getter of an export, as the bundler writes it. */
const getter =
  /Object\.defineProperty\(exports,"([^"]+)",\{enumerable:!0,get:function\(\)\{return ([\w$]+)\}\}\)/g;

/** Names of a script that keep the value that they are declared with. */
function constants(program: ESTree.Program, code: string): ReadonlySet<string> {
  const declared = new Set<string>();
  for (const statement of program.body) {
    if (statement.type === 'FunctionDeclaration' || statement.type === 'ClassDeclaration')
      declared.add(statement.id?.name ?? '');
    if (statement.type !== 'VariableDeclaration') continue;
    for (const { id, init } of statement.declarations) {
      if (id.type === 'Identifier' && init !== null) declared.add(id.name);
    }
  }
  // Whatever is named where something is assigned to, if only as part of a pattern or of a property.
  const forget = ({ start, end }: ESTree.Span): void => {
    for (const name of code.slice(start, end).match(/[\w$]+/g) ?? []) declared.delete(name);
  };
  new Visitor({
    AssignmentExpression: ({ left }) => forget(left),
    UpdateExpression: ({ argument }) => forget(argument),
    ForInStatement: ({ left }) => forget(left),
    ForOfStatement: ({ left }) => forget(left),
  }).visit(program);
  return declared;
}

/** Exports of scripts that never change become values instead of getters: quicker to make, and to use. */
export const plainExports: Plugin = {
  name: 'plain-exports',
  generateBundle(_options, bundle) {
    for (const part of Object.values(bundle)) {
      if (part.type !== 'chunk') continue;
      const kept = constants(this.parse(part.code), part.code);
      part.code = part.code.replace(getter, (whole, name: string, local: string) =>
        kept.has(local) ? `exports.${name}=${local}` : whole,
      );
    }
  },
};
