/** Makes the code of validators from schemas, so that nothing of the compiler of schemas is part of the product. */
import { Ajv, _ } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { rolldown } from 'rolldown';
import { isDate } from '#domain/calendar.ts';

type Schema = Record<string, unknown>;

/** What a validator finds what a date is in, the same as everywhere else. */
const formats = `import { isDate } from '#domain/calendar.ts';\nconst formats = { date: isDate };\n`;

/** What only people read of a schema. */
const annotations = new Set(['title', 'description', 'examples', 'default', '$comment']);

/** Keywords whose value has names of its own for keys. */
const named = new Set(['properties', 'definitions', 'patternProperties', 'dependencies']);

/** A schema without what only people read. */
function withoutAnnotations(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutAnnotations);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => !annotations.has(key))
      .map(([key, value]) => [
        key,
        named.has(key)
          ? Object.fromEntries(
              Object.entries(value as Schema).map(([name, part]) => [name, withoutAnnotations(part)]),
            )
          : key === 'enum' || key === 'const'
            ? value
            : withoutAnnotations(value),
      ]),
  );
}

function compile(schema: Schema): string {
  const ajv = new Ajv({
    messages: false,
    inlineRefs: false,
    strict: true,
    allowUnionTypes: true,
    strictRequired: false,
    code: { source: true, esm: true, formats: _`formats` },
    formats: { date: isDate },
    allErrors: true,
    ownProperties: true,
  });
  const code = standalone.default(ajv, ajv.compile(withoutAnnotations(schema) as Schema));
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
async function bundle(code: string): Promise<string> {
  const input = 'validator';
  const build = await rolldown({
    input,
    platform: 'neutral',
    external: ['#domain/calendar.ts'],
    // Without the names of the files that were bundled: they are paths of the machine that does it.
    experimental: { attachDebugInfo: 'none' },
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
    comments: false,
    minify: { compress: true, mangle: false, codegen: { removeWhitespace: false } },
  });
  return output[0].code;
}

/** Generates the code of a validator that reports everything that is wrong with a document. */
export async function generateValidator(schema: Schema): Promise<string> {
  return bundle(withoutCopies(compile(schema)));
}
