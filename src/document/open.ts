import type { DocumentKind, DocumentTypes } from './kinds.ts';
import { type Quick, quickValue } from './quick.ts';
import type { Read, Sourced } from './sourced.ts';

/** Whether a value is a document, by its kind. Only the code for the kind of a file that is read is loaded. */
const validities: Readonly<
  Record<DocumentKind, () => Promise<{ readonly default: (value: unknown) => boolean }>>
> = {
  answers: () => import('./validators/is-answers.js'),
  'sales-system': () => import('./validators/is-sales-system.js'),
  report: () => import('./validators/is-report.js'),
  model: () => import('./validators/is-model.js'),
  config: () => import('./validators/is-config.js'),
  baseline: () => import('./validators/is-baseline.js'),
};

/** A file that was read, with the kind that it says it is; undefined where it says none of ours. */
export interface OpenedFile {
  readonly kind: DocumentKind | undefined;
  readonly read: Read<DocumentTypes[DocumentKind]>;
}

function isKind(kind: unknown): kind is DocumentKind {
  return typeof kind === 'string' && Object.hasOwn(validities, kind);
}

/** A file that the quick reader has read and that is as the schema of its kind says; undefined otherwise. */
async function quickly(file: string, quick: Quick | undefined): Promise<OpenedFile | undefined> {
  const kind = quick?.value['kind'];
  if (quick === undefined || !isKind(kind)) return undefined;
  const { default: isValid } = await validities[kind]();
  if (!isValid(quick.value)) return undefined;
  const document = Object.assign(quick, { file }) as unknown as Sourced<DocumentTypes[DocumentKind]>;
  return { kind, read: { ok: true, document } };
}

/**
 * Reads a document of whatever kind it says it is, as `readDocument` does: quickly where nothing is wrong with
 * it, and with the careful reader, which is loaded only then, where something is.
 */
export async function openFile(file: string, bytes: Uint8Array): Promise<OpenedFile> {
  const quick = await quickly(file, quickValue(bytes));
  if (quick !== undefined) return quick;
  const { findingAt, readDocument, readValue } = await import('./read.ts');
  const plain = readValue(file, bytes);
  const value = plain.ok ? plain.document.value : undefined;
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
  if (isKind(kind)) return { kind, read: readDocument(kind, file, bytes) };
  if (!plain.ok) return { kind: undefined, read: plain };
  const finding = findingAt(plain.document, ['kind'], {
    check: 'document/invalid',
    severity: 'error',
    message: 'The file does not say which kind of document it is.',
    fix: `Add \`kind:\`, one of: ${Object.keys(validities).join(', ')}.`,
  });
  return { kind: undefined, read: { ok: false, findings: [finding], text: plain.document.text } };
}

/** Reads a document that has to be of a kind, as `readDocument` does and as quickly as `openFile`. */
export async function openDocument<K extends DocumentKind>(
  wanted: K,
  file: string,
  bytes: Uint8Array,
): Promise<Read<DocumentTypes[K]>> {
  const quick = await quickly(file, quickValue(bytes));
  if (quick?.kind === wanted) return quick.read as Read<DocumentTypes[K]>;
  const { readDocument } = await import('./read.ts');
  return readDocument(wanted, file, bytes);
}
