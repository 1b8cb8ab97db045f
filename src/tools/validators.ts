/** Makes the code of validators from schemas, so that nothing of the compiler of schemas is part of the product. */
import { Ajv, type Options, _ } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { rolldown } from 'rolldown';
import { parseAst } from 'rolldown/parseAst';
import { isDate } from '#domain/calendar.ts';

type Schema = Record<string, unknown>;

/** What a validator finds what a date is in, the same as everywhere else. */
const formats = `import { isDate } from '#domain/calendar.ts';\nconst formats = { date: isDate };\n`;

/** What only people read of a schema. */
const annotations = new Set(['title', 'description', 'examples', 'default', '$comment']);

/** Keywords whose value has names of its own for keys. */
const named = new Set(['properties', 'definitions', 'patternProperties', 'dependencies']);

/** A schema without what only people read. */
function bare(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(bare);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => !annotations.has(key))
      .map(([key, value]) => [
        key,
        named.has(key)
          ? Object.fromEntries(Object.entries(value as Schema).map(([name, part]) => [name, bare(part)]))
          : key === 'enum' || key === 'const'
            ? value
            : bare(value),
      ]),
  );
}

function compiled(schema: Schema, options: Options): string {
  const ajv = new Ajv({
    messages: false,
    inlineRefs: false,
    strict: true,
    allowUnionTypes: true,
    strictRequired: false,
    code: { source: true, esm: true, formats: _`formats` },
    formats: { date: isDate },
    ...options,
  });
  const code = standalone.default(ajv, ajv.compile(bare(schema) as Schema));
  // It is exported as the default too.
  return `${formats}${code.replace('export const validate =', 'const validate =')}`;
}

/**
 * With `allErrors` ajv copies all errors found so far after every part, so a small file with thousands of
 * faults takes minutes. They are appended instead.
 */
function withoutCopies(code: string): string {
  const copying =
    /vErrors\s*=\s*vErrors\s*===\s*null\s*\?\s*(\w+)\.errors\s*:\s*vErrors\.concat\(\s*\1\.errors\s*\)/g;
  const appending = code.replace(copying, 'vErrors=addErrors(vErrors,$1.errors)');
  if (/\.concat\(\w+\.errors\)/.test(appending))
    throw new Error('ajv joins errors in a way that is new here.');
  return `${appending}\nfunction addErrors(all,more){if(all===null)return more;for(const one of more)all.push(one);return all}\n`;
}

/** Code with what it imports: even as a module, ajv's code asks for the small runtime of ajv through `require`. */
async function bundled(code: string): Promise<string> {
  const input = 'validator';
  const build = await rolldown({
    input,
    platform: 'neutral',
    external: ['#domain/calendar.ts'],
    resolve: { mainFields: ['main'] },
    plugins: [
      {
        name: 'validator',
        resolveId: (id) => (id === input ? id : undefined),
        load: (id) => (id === input ? code : undefined),
      },
    ],
  });
  const { output } = await build.generate({
    format: 'esm',
    minify: { compress: true, mangle: false, codegen: { removeWhitespace: false } },
  });
  return output[0].code;
}

/** A validator that says everything that is wrong. */
export async function validatorOf(schema: Schema): Promise<string> {
  return bundled(withoutCopies(compiled(schema, { allErrors: true, ownProperties: true })));
}

/** The parts of a node of code that the rewriting below looks at. */
interface Code {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly left?: Code;
  readonly arguments?: readonly Code[];
  readonly params?: readonly Code[];
  readonly properties?: readonly { readonly key?: { readonly name?: string } }[];
}

/** A place in code, and what is to stand there. */
type Change = readonly [start: number, end: number, text: string];

const hasKey = (node: Code, name: string): boolean =>
  node.properties?.some(({ key }) => key?.name === name) === true;

/** What stands in the place of a node; undefined where it stays. */
function rewritten(node: Code): Change | undefined {
  if (node.type === 'ObjectExpression' && hasKey(node, 'instancePath') && hasKey(node, 'keyword'))
    return [node.start, node.end, '0'];
  // The second argument of a validator is where in the document it is called.
  const [value, where] = node.arguments ?? node.params ?? [];
  if (value === undefined || where === undefined || !hasKey(where.left ?? where, 'instancePath'))
    return undefined;
  return [value.end, where.end, ''];
}

/**
 * Takes out of ajv's code what it says about an error: each is 0, and nothing is told any more where in the
 * document it is.
 */
function withoutReasons(code: string): string {
  const changes: Change[] = [];
  const walk = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(walk);
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return;
    const change = 'type' in part ? rewritten(part as Code) : undefined;
    if (change !== undefined) changes.push(change);
    Object.values(part).forEach(walk);
  };
  walk(parseAst(code));
  const out = changed(code, changes);
  const told = /\b(?:instancePath|parentData|rootData|schemaPath)\b/.exec(out);
  if (told !== null) throw new Error(`ajv uses ${told[0]} in a way that is new here.`);
  return out;
}

/** The changes that are made to code, carried out. */
function changed(code: string, changes: readonly Change[]): string {
  let out = '';
  let at = 0;
  for (const [start, end, text] of changes.toSorted(([a], [b]) => a - b)) {
    out += code.slice(at, start) + text;
    at = end;
  }
  return out + code.slice(at);
}

/** Of the schemas in the code of a validator that are only asked for their keys, leaves these alone. */
function onlyKeys(code: string): string {
  const schemas = parseAst(code).body.flatMap((statement) =>
    statement.type === 'VariableDeclaration'
      ? statement.declarations.flatMap(({ id, init }) =>
          id.type === 'Identifier' && /^schema\d+$/.test(id.name) && init !== null
            ? [{ name: id.name, init }]
            : [],
        )
      : [],
  );
  const changes = schemas.flatMap(({ name, init: { start, end } }): Change[] => {
    const uses = code.match(new RegExp(String.raw`\b${name}\b(?! *=)(?:\.\w+)?`, 'g')) ?? [];
    if (!uses.every((use) => use === `${name}.properties`)) return [];
    const { properties = {} } = JSON.parse(code.slice(start, end)) as { readonly properties?: Schema };
    const keys = Object.fromEntries(Object.keys(properties).map((key) => [key, 0]));
    return [[start, end, JSON.stringify({ properties: keys })]];
  });
  return changed(code, changes);
}

/** Measures texts in UTF-16 units, not in characters. */
function inUnits(code: string): string {
  return code.replaceAll('require("ajv/dist/runtime/ucs2length").default', '(text) => text.length');
}

/** Whether a schema anywhere asks for texts of more than one character, which UTF-16 units cannot tell. */
function asksForLength(schema: unknown): boolean {
  if (typeof schema !== 'object' || schema === null) return false;
  const { minLength } = schema as { readonly minLength?: unknown };
  return (typeof minLength === 'number' && minLength > 1) || Object.values(schema).some(asksForLength);
}

/**
 * A validator that only says whether a value is valid, several times smaller and quicker than the one that says
 * why not. It is for plain data, whose objects inherit nothing but what every object does, and may take a
 * valid value for an invalid one where a text has characters of two UTF-16 units; never the other way round.
 */
export async function verdictOf(schema: Schema): Promise<string> {
  if (asksForLength(schema)) throw new Error('A text of at least two characters is asked for.');
  return bundled(onlyKeys(inUnits(withoutReasons(compiled(schema, {})))));
}
