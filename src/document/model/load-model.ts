import type { Model } from '#domain/model.ts';
import type { Finding } from '#domain/types/report.ts';
import { applyChanges } from './overlay.ts';
import { checkDraft } from './check/check-model.ts';
import { checkScoring } from './check/check-scoring.ts';
import { assembleDraft } from './assemble.ts';
import { type Draft, type Part, assembleModel } from './draft.ts';
import { FaultList } from '#document/read/fault.ts';
import { listFirst, orderFindings, readDocument } from '#document/read/read-document.ts';

/** A file of a model. */
export interface ModelFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** A model, or all faults of its files, with the text of each file. */
export type LoadedModel = { readonly texts: ReadonlyMap<string, string> } & (
  | { readonly ok: true; readonly model: Model; readonly draft: Draft }
  | { readonly ok: false; readonly findings: readonly Finding[] }
);

/**
 * Reads the files of a model, checks each of them and all together, and assembles them. Returns all faults
 * at once, ordered by file.
 *
 * @param hash returns `sha256:` and hex digits for a text
 * @param shipped the model whose messages a complete model falls back to; undefined while it is built itself
 * @param before the model that is named before this one, which an overlay extends and a translation translates; if
 *   undefined, they do so with the shipped one
 */
export async function loadModel(
  files: readonly ModelFile[],
  hash: (text: string) => string,
  shipped: Model | undefined,
  before?: Model,
): Promise<LoadedModel> {
  const texts = new Map<string, string>();
  const parts: Part[] = [];
  const unreadable: Finding[] = [];
  for (const { file, bytes } of files) {
    const read = await readDocument('model', file, bytes);
    if (read.ok) parts.push(read.document);
    else unreadable.push(...read.findings);
    const text = read.ok ? read.document.text : read.text;
    if (text !== undefined) texts.set(file, text);
  }
  // Checking the others would report the contents of an unreadable file as missing.
  if (unreadable.length > 0) return { ok: false, findings: orderFindings(unreadable), texts };

  const { draft: start, findings } = assembleDraft(parts, { shipped, before });
  if (start === undefined) return { ok: false, findings: orderFindings(findings), texts };
  const faults = new FaultList<Finding>();
  for (const finding of findings) faults.add(() => finding);
  const draft = applyChanges(start, parts, faults);
  for (const finding of checkScoring(draft, parts)) faults.add(() => finding);
  checkDraft(draft, shipped?.messages, faults);
  if (faults.count > 0) return { ok: false, findings: listFirst(faults), texts };
  return { ok: true, model: assembleModel(draft, hash), draft, texts };
}
