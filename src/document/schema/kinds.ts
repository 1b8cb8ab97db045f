import type { ValidateFunction } from 'ajv';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { BaselineDocument } from '#domain/types/baseline.ts';
import type { ConfigDocument } from '#domain/types/config.ts';
import type { ModelDocument } from '#domain/types/model.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';
import { quote } from '#document/read/quote.ts';
import type { Schema } from './schema.ts';
import type { Place } from './node-at.ts';
import type { Problem } from './value-messages.ts';
import { suggest } from './suggest.ts';

/** The type of each kind of document. */
export interface DocumentTypes {
  answers: AnswersDocument;
  model: ModelDocument;
  report: ReportDocument;
  'sales-system': SystemDocument;
  config: ConfigDocument;
  baseline: BaselineDocument;
}

/** Value of `kind` in a document. */
export type DocumentKind = keyof DocumentTypes;

type Load<T> = () => Promise<{ readonly default: T }>;

/** Loads the validator and schema of each kind. They are large, so each is imported on demand. */
const files: Readonly<Record<DocumentKind, { validate: Load<ValidateFunction>; schema: Load<unknown> }>> = {
  answers: {
    validate: () => import('./validators/answers.js'),
    schema: () => import('../../../schemas/answers.schema.json', { with: { type: 'json' } }),
  },
  'sales-system': {
    validate: () => import('./validators/sales-system.js'),
    schema: () => import('../../../schemas/sales-system.schema.json', { with: { type: 'json' } }),
  },
  report: {
    validate: () => import('./validators/report.js'),
    schema: () => import('../../../schemas/report.schema.json', { with: { type: 'json' } }),
  },
  model: {
    validate: () => import('./validators/model.js'),
    schema: () => import('../../../schemas/model.schema.json', { with: { type: 'json' } }),
  },
  config: {
    validate: () => import('./validators/config.js'),
    schema: () => import('../../../schemas/config.schema.json', { with: { type: 'json' } }),
  },
  baseline: {
    validate: () => import('./validators/baseline.js'),
    schema: () => import('../../../schemas/baseline.schema.json', { with: { type: 'json' } }),
  },
};

/** Every kind, in the order in which messages list them. */
export const documentKinds = Object.keys(files) as [DocumentKind, ...DocumentKind[]];

/** Whether a value names a kind of document. */
export function isDocumentKind(value: unknown): value is DocumentKind {
  return typeof value === 'string' && Object.hasOwn(files, value);
}

/** Loads the validator of a kind. */
export async function loadValidator(kind: DocumentKind): Promise<ValidateFunction> {
  return (await files[kind].validate()).default;
}

/** Loads the schema of a kind. Only explaining a fault needs it. */
export async function loadSchema(kind: DocumentKind): Promise<Schema> {
  return (await files[kind].schema()).default as Schema;
}

/** Describes each kind, and the command that reads it, for people who pass the wrong file. */
const uses: Readonly<Record<string, { readonly is: string; readonly use?: string }>> = {
  answers: { is: 'the answers of one person', use: '`sales-audit score FILE` reads it' },
  model: { is: 'a part of a model' },
  report: { is: 'a scored report' },
  'sales-system': { is: 'a declared sales system', use: '`sales-audit check FILE` reads it' },
  config: { is: 'the settings of the checks' },
  baseline: { is: 'a baseline of findings' },
};

/** The newest `schemaVersion` that this version reads. */
const newest = 1;

/**
 * Returns the only problem to report for a document of another kind or of a newer version, whose other
 * faults would be meaningless. Returns undefined if kind and version are as expected, or missing.
 */
export function findIdentityProblem(
  kind: DocumentKind,
  at: (key: 'kind' | 'schemaVersion') => Place,
): Problem | undefined {
  const found = at('kind');
  if (found.value !== undefined && found.value !== kind) return describeWrongKind(kind, found);
  const version = at('schemaVersion');
  if (typeof version.value !== 'number' || !Number.isInteger(version.value) || version.value <= newest)
    return undefined;
  return {
    path: ['schemaVersion'],
    what: 'value',
    message: `The file is of format version ${version.value}, written by a newer sales-audit; this one reads version ${newest}.`,
    fix: 'Update sales-audit.',
  };
}

function describeWrongKind(kind: DocumentKind, { value, source }: Place): Problem {
  const wanted = `a file of kind ${quote(kind)} (${uses[kind]?.is ?? ''}) was expected`;
  const name = typeof value === 'string' ? value : source;
  const use = Object.hasOwn(uses, name) ? uses[name] : undefined;
  if (use !== undefined) {
    return {
      path: ['kind'],
      what: 'value',
      message: `The file is of kind ${quote(name)} (${use.is}); ${wanted}.`,
      fix: use.use === undefined ? 'Give another file here.' : `Give another file here; ${use.use}.`,
    };
  }
  const near = suggest(name, Object.keys(uses));
  return {
    path: ['kind'],
    what: 'value',
    message: `The kind ${quote(name)} does not exist; ${wanted}.`,
    fix: `${near === undefined ? '' : `Did you mean ${quote(near)}? `}Write \`kind: ${near ?? kind}\`, or give another file.`,
  };
}
