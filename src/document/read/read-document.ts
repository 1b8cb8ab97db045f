import type { Finding } from '#domain/types/report.ts';
import { type Fault, toPointer } from './fault.ts';
import {
  type DocumentKind,
  type DocumentTypes,
  documentKinds,
  findIdentityProblem,
  isDocumentKind,
  loadSchema,
  loadValidator,
} from '#document/schema/kinds.ts';
import { createNodeAt } from '#document/schema/node-at.ts';
import { type ExplainedProblems, explainErrors } from '#document/schema/explain-errors.ts';
import { limits } from './limits.ts';
import { type Parsed, type Unparsed, parse } from './parse.ts';
import { type Read, type Sourced, makeFindingAt, makeRestFinding, orderFindings } from './sourced.ts';

export type { DocumentKind, DocumentTypes } from '#document/schema/kinds.ts';
export { type Read, type Sourced, makeFindingAt, listFirst, orderFindings } from './sourced.ts';

/** A file and its declared kind; `kind` is undefined if that is missing, unknown or not expected. */
export interface AnyDocument {
  readonly kind: DocumentKind | undefined;
  readonly read: Read<DocumentTypes[DocumentKind]>;
}

/**
 * Reads a YAML or JSON document of one kind: checks limits, syntax and schema. Never throws on bad
 * input; returns all faults at once, ordered by position. Of more than a hundred, it counts the rest.
 *
 * @param file file name for messages
 * @param bytes as read from disk or stdin
 */
export async function readDocument<K extends DocumentKind>(
  kind: K,
  file: string,
  bytes: Uint8Array,
): Promise<Read<DocumentTypes[K]>> {
  return readAs(kind, file, parse(bytes));
}

/**
 * Reads a document of the kind that it declares, by the rules of `readDocument`.
 *
 * @param expected the accepted kinds, the usual one first; any other kind is a fault
 */
export async function readAnyDocument(
  file: string,
  bytes: Uint8Array,
  expected: readonly [DocumentKind, ...DocumentKind[]] = documentKinds,
): Promise<AnyDocument> {
  const source = parse(bytes);
  const value = source.ok ? source.value : undefined;
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
  if (isDocumentKind(kind) && expected.includes(kind))
    return { kind, read: await readAs(kind, file, source) };
  if (kind !== undefined && expected.length < documentKinds.length)
    return { kind: undefined, read: await readAs(expected[0], file, source) };
  const read = makeUntypedRead(file, source);
  if (!read.ok) return { kind: undefined, read };
  const finding = makeFindingAt(read.document, ['kind'], {
    check: 'document/invalid',
    severity: 'error',
    message: 'The file does not say which kind of document it is.',
    fix: `Add \`kind:\`, one of: ${expected.join(', ')}.`,
  });
  return { kind: undefined, read: { ok: false, findings: [finding], text: read.document.text } };
}

/** Reads a value with positions but without a schema (limits and syntax only), for a file of unknown kind. */
export function readValue(file: string, bytes: Uint8Array): Read<unknown> {
  return makeUntypedRead(file, parse(bytes));
}

function makeUntypedRead(file: string, source: Parsed | Unparsed): Read<unknown> {
  if (!source.ok || source.faultCount > 0) return makeFailure(file, source);
  return { ok: true, document: makeSourced(file, source, source.value) };
}

async function readAs<K extends DocumentKind>(
  kind: K,
  file: string,
  source: Parsed | Unparsed,
): Promise<Read<DocumentTypes[K]>> {
  if (!source.ok) return makeFailure(file, source);
  const found = await findProblems(kind, source);
  if (source.faultCount > 0 || found.problems.length > 0) return makeFailure(file, source, found);
  return { ok: true, document: makeSourced(file, source, source.value as DocumentTypes[K]) };
}

function makeSourced<T>(file: string, { text, locate }: Parsed, value: T): Sourced<T> {
  return { file, text, value, locate };
}

/** What is wrong with a value by the schema of its kind. */
interface Problems extends ExplainedProblems {
  /** Whether the file is of another kind or version, which is its only problem then. */
  readonly isOther: boolean;
}

const noProblems: Problems = { problems: [], more: 0, isOther: false };

function makeFailure(
  file: string,
  source: Parsed | Unparsed,
  { problems, more, isOther }: Problems = noProblems,
): Read<never> {
  const findings = source.faults.map(({ check, message, fix, start, path = [] }: Fault): Finding => {
    const { line, column } = source.places({ start, end: start });
    return { check, severity: 'error', message, file, path: toPointer(path), line, column, fix };
  });
  if (source.ok) {
    const document = makeSourced(file, source, source.value);
    for (const { path, what, message, fix } of problems) {
      findings.push(
        makeFindingAt(document, path, { check: 'document/invalid', severity: 'error', message, fix }, what),
      );
    }
  }
  const ordered = orderFindings(findings);
  const listed = ordered.slice(0, limits.faults);
  const rest = ordered.length - listed.length + source.faultCount - source.faults.length + more;
  const isPartial = source.ok && source.faultCount === 0 && !isOther;
  return {
    ok: false,
    findings: rest === 0 ? listed : [...listed, makeRestFinding(file, rest, listed.at(-1))],
    text: source.text,
    ...(isPartial && { partial: makeSourced(file, source, source.value) }),
  };
}

/** Validates a value against the schema of its kind. A file of another kind or version has only that problem. */
async function findProblems(kind: DocumentKind, source: Parsed): Promise<Problems> {
  const { value } = source;
  const validate = await loadValidator(kind);
  const isValid = validate(value);
  // The schema also checks `kind` and `schemaVersion`, which are constants there.
  if (isValid) return noProblems;
  const errors = validate.errors ?? [];
  const schema = await loadSchema(kind);
  const getPlace = createNodeAt(schema, source);
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  const identity = isMap ? findIdentityProblem(kind, (key) => getPlace([key])) : undefined;
  return identity === undefined
    ? { ...explainErrors(schema, errors, source.faulty, getPlace), isOther: false }
    : { problems: [identity], more: 0, isOther: true };
}
