/** Reads texts of tests, and formats findings in one line each. */
import { type DocumentKind, type Read, readDocument, readValue } from '#document/read/read-document.ts';

/** A valid answers file without its answers. */
export const head = [
  'kind: answers',
  'schemaVersion: 1',
  'model: {id: sales-system, version: 1.0.0}',
  'organization: {name: Harbor Instruments}',
  'respondent: {role: leader}',
  '',
].join('\n');

export const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

export const readText = (text: string): Read<unknown> => readValue('file.yaml', encode(text));

export const readKind = (kind: DocumentKind, text: string): Promise<Read<unknown>> =>
  readDocument(kind, 'file.yaml', encode(text));

/** Formats findings as `line:column check path: message > fix`; returns none if reading succeeded. */
export function formatFindings(read: Read<unknown>): string[] {
  if (read.ok) return [];
  return read.findings.map(
    ({ check, message, path, line, column, fix }) =>
      `${line}:${column} ${check.replace('document/', '')} ${path === '' ? '' : `${path} `}> ${message} > ${fix}`,
  );
}
