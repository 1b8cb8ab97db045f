import { readFileSync } from 'node:fs';
import { Ajv, type AnySchemaObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

/** Outputs for other programs. The tool never reads them, so it has no validators for them. */
export const outputs = ['check', 'questions'] as const;

/** Compiles a validator for the output of a command. */
export function compileOutputValidator(output: (typeof outputs)[number]): ValidateFunction {
  const schema = JSON.parse(readFileSync(`schemas/${output}.schema.json`, 'utf8')) as AnySchemaObject;
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, strictRequired: false });
  addFormats.default(ajv);
  return ajv.compile(schema);
}
