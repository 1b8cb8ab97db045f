import { readFileSync } from 'node:fs';
import { Ajv, type AnySchemaObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

/** Outputs of commands that other programs read. The tool never reads them, so it has no validator of its own. */
export const outputs = ['check', 'questions'] as const;

/** Holds what a command prints to the schema that says so. */
export function outputValidator(output: (typeof outputs)[number]): ValidateFunction {
  const schema = JSON.parse(readFileSync(`schemas/${output}.schema.json`, 'utf8')) as AnySchemaObject;
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, strictRequired: false });
  addFormats.default(ajv);
  return ajv.compile(schema);
}
