import { readFile } from 'node:fs/promises';
import { Ajv, type AnySchemaObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

/** A schema that others publish for their own formats, kept in `test/fixtures/external`. */
export type ExternalSchema = 'github-action' | 'github-workflow' | 'pre-commit-hooks' | 'sarif-2.1.0';

/** The validator of a schema of others, as lenient about the schema as they are. */
export async function externalValidator(schema: ExternalSchema): Promise<ValidateFunction> {
  const text = await readFile(`test/fixtures/external/${schema}.schema.json`, 'utf8');
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  return ajv.compile(JSON.parse(text) as AnySchemaObject);
}

/** What a schema of others finds wrong in a document, a line each. */
export async function externalFaults(schema: ExternalSchema, document: unknown): Promise<string[]> {
  const validate = await externalValidator(schema);
  validate(document);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
