import { readFile } from 'node:fs/promises';
import { Ajv, type AnySchemaObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

/** A third-party schema in `test/fixtures/external`. */
export type ExternalSchema = 'github-action' | 'github-workflow' | 'pre-commit-hooks' | 'sarif-2.1.0';

/** Compiles a validator for a third-party schema, without strict rules for the schema itself. */
export async function compileExternalValidator(schema: ExternalSchema): Promise<ValidateFunction> {
  const text = await readFile(`test/fixtures/external/${schema}.schema.json`, 'utf8');
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  return ajv.compile(JSON.parse(text) as AnySchemaObject);
}

/** Validates a document against a third-party schema. Returns one line per fault. */
export async function findExternalFaults(schema: ExternalSchema, document: unknown): Promise<string[]> {
  const validate = await compileExternalValidator(schema);
  validate(document);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
