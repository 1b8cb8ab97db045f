import { charts, tables } from '#render/report/context.ts';
import type { ValueKind } from '../commands/definition.ts';
import { checkFormats, reportFormats } from '#app/formats.ts';
import { shippedOverlays } from '#app/model/shipped-model.ts';
import type { ModelIds, NamedId } from './model-ids.ts';

/** A word that can come next. */
export interface Candidate {
  /** The whole word. */
  readonly word: string;
  /** What it is; empty where the word says it. */
  readonly says: string;
  /** Whether more has to follow in the same word, as after `philosophy=`. */
  readonly isOpen: boolean;
}

/** Words that can come next, and the paths that the shell is to add. */
export interface Values {
  readonly candidates: readonly Candidate[];
  readonly paths: 'files' | 'folders' | 'none';
  /** What of the word stands before a path, such as `csv:gaps=`. */
  readonly before: string;
}

/** Where ids come from; asked only where ids can stand. */
interface IdSource {
  readonly ofModel: () => Promise<ModelIds>;
  readonly ofChecks: () => Promise<readonly NamedId[]>;
}

/** A word of its own. */
export function roundToWhole(word: string, says = ''): Candidate {
  return { word, says, isOpen: false };
}

const open = (word: string, says = ''): Candidate => ({ word, says, isOpen: true });

async function explainable(typed: string, ids: IdSource): Promise<Candidate[]> {
  const model = await ids.ofModel();
  const [asked, level] = typed.split('@');
  if (level !== undefined) {
    const question = model.questions.find(({ id }) => id === asked);
    return (question?.levels ?? []).map((each) =>
      roundToWhole(`${asked}@${each}`, `recommendation at level ${each}`),
    );
  }
  const named = [
    { id: 'overall', name: 'the overall score' },
    { id: 'balance', name: 'the middle against the bookends' },
    { id: 'coverage', name: 'how much was answered' },
    ...model.elements,
    ...model.blocks,
    ...model.practices,
    ...model.patterns,
    ...model.questions,
    ...(await ids.ofChecks()),
  ];
  return named.map(({ id, name }) => roundToWhole(id, name));
}

/** What `report --output` takes before the file. */
function reportOutputs(): Candidate[] {
  return reportFormats.flatMap((format) => {
    const parts = { csv: tables, svg: charts }[format as string] ?? [];
    return [open(`${format}=`), ...parts.map((part) => open(`${format}:${part}=`))];
  });
}

/** `FORMAT=FILE`: the formats, or files behind one. */
function outputs(formats: readonly Candidate[], typed: string, before: string, alsoFiles: boolean): Values {
  const end = typed.indexOf('=') + 1;
  if (end > 0) return { candidates: [], paths: 'files', before: `${before}${typed.slice(0, end)}` };
  // A part of a format, as in `csv:gaps`, is no longer a file.
  return { candidates: formats, paths: alsoFiles && !typed.includes(':') ? 'files' : 'none', before };
}

/**
 * The values that can stand where a value is typed.
 *
 * @param typed what there is of the value
 * @param before what of the word stands before the value
 */
export async function listValues(
  value: readonly string[] | ValueKind,
  typed: string,
  before: string,
  ids: IdSource,
): Promise<Values> {
  const of = (candidates: readonly Candidate[], paths: Values['paths'] = 'none'): Values => ({
    candidates,
    paths,
    before,
  });
  if (typeof value !== 'string') return of(value.map((each) => roundToWhole(each)));
  switch (value) {
    case 'text':
      return of([]);
    case 'file':
      return of([], 'files');
    case 'folder':
      return of([], 'folders');
    case 'model':
      return of(
        shippedOverlays.map((each) => roundToWhole(each, 'a translation that comes with the tool')),
        'folders',
      );
    case 'element':
      return of((await ids.ofModel()).elements.map(({ id, name }) => roundToWhole(id, name)));
    case 'element=':
      return of((await ids.ofModel()).elements.map(({ id, name }) => open(`${id}=`, name)));
    case 'explainable':
      return of(await explainable(typed, ids));
    case 'report-output':
      return outputs(reportOutputs(), typed, before, true);
    case 'check-output':
      return outputs(
        checkFormats.map((format) => open(`${format}=`)),
        typed,
        before,
        false,
      );
  }
}
