/** Compiles schemas to standalone code, so that the product does not contain ajv. */
import { Ajv, _ } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { rolldown } from 'rolldown';
import { isDate } from '#domain/calendar.ts';

type Schema = Record<string, unknown>;

/** Import of the `date` format that validators use, the same function as everywhere else. */
const formats = `import { isDate } from '#domain/calendar.ts';\nconst formats = { date: isDate };\n`;

/** Keywords that do not affect validation. */
const annotations = new Set(['title', 'description', 'examples', 'default', '$comment']);

/** Keywords whose value is a map by name. */
const named = new Set(['properties', 'definitions', 'patternProperties', 'dependencies']);

/** Removes keywords that do not affect validation. */
function removeAnnotations(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(removeAnnotations);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => !annotations.has(key))
      .map(([key, value]) => [
        key,
        named.has(key)
          ? Object.fromEntries(
              Object.entries(value as Schema).map(([name, part]) => [name, removeAnnotations(part)]),
            )
          : key === 'enum' || key === 'const'
            ? value
            : removeAnnotations(value),
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
  const code = standalone.default(ajv, ajv.compile(removeAnnotations(schema) as Schema));
  // It is also the default export.
  return `${formats}${code.replace('export const validate =', 'const validate =')}`;
}

/**
 * Makes generated code append errors. With `allErrors`, ajv copies the whole list after every part of a document, so a
 * small file with thousands of faults takes minutes.
 */
function avoidCopies(code: string): string {
  const copying =
    /vErrors\s*=\s*vErrors\s*===\s*null\s*\?\s*(\w+)\.errors\s*:\s*vErrors\.concat\(\s*\1\.errors\s*\)/g;
  const appending = code.replace(copying, 'vErrors=addErrors(vErrors,$1.errors)');
  if (/\.concat\(\w+\.errors\)/.test(appending))
    throw new Error('ajv joins errors in a way that is new here.');
  return `${appending}\nfunction addErrors(all,more){if(all===null)return more;for(const one of more)all.push(one);return all}\n`;
}

/** Bundles code with its imports. Even as a module, ajv's code loads a small runtime with `require`. */
async function bundle(code: string): Promise<string> {
  const input = 'validator';
  const build = await rolldown({
    input,
    platform: 'neutral',
    external: ['#domain/calendar.ts'],
    // Debug information would contain paths of this machine.
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

/** Generates the code of a validator that reports all faults of a document. */
export async function generateValidator(schema: Schema): Promise<string> {
  return bundle(avoidCopies(compile(schema)));
}
