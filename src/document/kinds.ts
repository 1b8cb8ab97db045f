import type { ValidateFunction } from 'ajv';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { BaselineDocument } from '#domain/types/baseline.ts';
import type { ConfigDocument } from '#domain/types/config.ts';
import type { ModelDocument } from '#domain/types/model.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';
import answersSchema from '../../schemas/answers.schema.json' with { type: 'json' };
import baselineSchema from '../../schemas/baseline.schema.json' with { type: 'json' };
import configSchema from '../../schemas/config.schema.json' with { type: 'json' };
import modelSchema from '../../schemas/model.schema.json' with { type: 'json' };
import reportSchema from '../../schemas/report.schema.json' with { type: 'json' };
import systemSchema from '../../schemas/sales-system.schema.json' with { type: 'json' };
import { quote } from './quote.ts';
import type { Schema } from './schema.ts';
import type { Place } from './place.ts';
import type { Problem } from './schema-words.ts';
import { suggest } from './suggest.ts';
import validateAnswers from './validators/answers.js';
import validateBaseline from './validators/baseline.js';
import validateConfig from './validators/config.js';
import validateModel from './validators/model.js';
import validateSystem from './validators/sales-system.js';
import validateReport from './validators/report.js';

/** The kinds of documents that can be read, with what each holds. */
export interface DocumentTypes {
  answers: AnswersDocument;
  model: ModelDocument;
  report: ReportDocument;
  'sales-system': SystemDocument;
  config: ConfigDocument;
  baseline: BaselineDocument;
}

/** What the `kind` of a document can be. */
export type DocumentKind = keyof DocumentTypes;

/** Everything that reading a kind needs: one line per kind. */
export const kinds: Readonly<
  Record<DocumentKind, { readonly validate: ValidateFunction; readonly schema: Schema }>
> = {
  answers: { validate: validateAnswers, schema: answersSchema as Schema },
  model: { validate: validateModel, schema: modelSchema as Schema },
  report: { validate: validateReport, schema: reportSchema as Schema },
  'sales-system': { validate: validateSystem, schema: systemSchema as Schema },
  config: { validate: validateConfig, schema: configSchema as Schema },
  baseline: { validate: validateBaseline, schema: baselineSchema as Schema },
};

/** What each kind of file is and which command reads it, for somebody who gave the wrong one. */
const uses: Readonly<Record<string, { readonly is: string; readonly use?: string }>> = {
  answers: { is: 'the answers of one person', use: '`sales-audit score FILE` reads it' },
  model: { is: 'a part of a model' },
  report: { is: 'a scored report' },
  'sales-system': { is: 'a declared sales system', use: '`sales-audit check FILE` reads it' },
  config: { is: 'the settings of the checks' },
  baseline: { is: 'a baseline of findings' },
};

/** The newest `schemaVersion` that this version of the tool reads. */
const newest = 1;

/**
 * The one thing to say about a document of another kind or from a newer version of the tool, whose other
 * faults would mean nothing; undefined where it is what was expected or does not say what it is.
 */
export function identityProblem(
  kind: DocumentKind,
  at: (key: 'kind' | 'schemaVersion') => Place,
): Problem | undefined {
  const found = at('kind');
  if (found.value !== undefined && found.value !== kind) return wrongKind(kind, found);
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

function wrongKind(kind: DocumentKind, { value, source }: Place): Problem {
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
