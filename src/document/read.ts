import type { Finding } from '#domain/types/report.ts';
import { type Fault, pointerOf } from './fault.ts';
import { type DocumentKind, type DocumentTypes, identityProblem, kinds } from './kinds.ts';
import { createPlaceOf } from './place.ts';
import type { Problem } from './schema-words.ts';
import { schemaProblems } from './schema-findings.ts';
import { type Parsed, type Unparsed, parse } from './source.ts';
import { type Read, type Sourced, findingAt, orderFindings } from './sourced.ts';

export type { DocumentKind, DocumentTypes } from './kinds.ts';
export { type Read, type Sourced, findingAt, orderFindings } from './sourced.ts';

/**
 * Reads a document of a kind, YAML or JSON: limits, syntax, schema. Never throws for bad input; all
 * faults are reported at once, in order of place.
 *
 * @param file the name to show
 * @param bytes as read from disk or stdin
 */
export function readDocument<K extends DocumentKind>(
  kind: K,
  file: string,
  bytes: Uint8Array,
): Read<DocumentTypes[K]> {
  const source = parse(bytes);
  if (!source.ok) return failed(file, source, []);
  const problems = documentProblems(kind, source);
  if (source.faults.length > 0 || problems.length > 0) return failed(file, source, problems);
  return { ok: true, document: sourced(file, source, source.value as DocumentTypes[K]) };
}

/** Reads the value and positions without a schema (limits and syntax only), for files whose kind is not known yet. */
export function readValue(file: string, bytes: Uint8Array): Read<unknown> {
  const source = parse(bytes);
  if (!source.ok || source.faults.length > 0) return failed(file, source, []);
  return { ok: true, document: sourced(file, source, source.value) };
}

function sourced<T>(file: string, { text, locate }: Parsed, value: T): Sourced<T> {
  return { file, text, value, locate };
}

function failed(file: string, source: Parsed | Unparsed, problems: readonly Problem[]): Read<never> {
  const findings = source.faults.map(({ check, message, fix, start, path = [] }: Fault): Finding => {
    const { line, column } = source.places({ start, end: start });
    return { check, severity: 'error', message, file, path: pointerOf(path), line, column, fix };
  });
  if (source.ok) {
    const document = sourced(file, source, source.value);
    for (const { path, what, message, fix } of problems) {
      findings.push(
        findingAt(document, path, { check: 'document/invalid', severity: 'error', message, fix }, what),
      );
    }
  }
  return { ok: false, findings: orderFindings(findings), text: source.text };
}

function documentProblems(kind: DocumentKind, source: Parsed): Problem[] {
  const { schema, validate } = kinds[kind];
  const placeOf = createPlaceOf(schema, source);
  const { value } = source;
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  const identity = isMap ? identityProblem(kind, (key) => placeOf([key])) : undefined;
  if (identity !== undefined) return [identity];
  return validate(value) ? [] : schemaProblems(schema, validate.errors ?? [], source.faulty, placeOf);
}
