import { charts, tables } from '#render/report/context.ts';
import type { ValueKind } from '#cli/definition.ts';
import { checkFormats, reportFormats } from '#app/formats.ts';
import { shippedName, shippedOverlays } from '#app/model/shipped-model.ts';
import type { ModelIds, NamedId } from './model-ids.ts';

/** A word that can come next on a command line. */
export interface Candidate {
  /** The whole word. */
  readonly word: string;
  /** Description; empty if the word needs none. */
  readonly description: string;
  /** Whether the word continues, as after `philosophy=`. */
  readonly isOpen: boolean;
}

/** Words that can come next, and the kind of paths that the shell adds. */
export interface Values {
  readonly candidates: readonly Candidate[];
  readonly paths: 'files' | 'folders' | 'none';
  /** Part of the word before a path, such as `csv:gaps=`. */
  readonly before: string;
}

/** Loads ids, only when a value needs them. */
interface IdSource {
  readonly ofModel: () => Promise<ModelIds>;
  readonly ofChecks: () => Promise<readonly NamedId[]>;
}

/** Makes a candidate that is a complete word. */
export function makeCandidate(word: string, description = ''): Candidate {
  return { word, description, isOpen: false };
}

const makeOpenCandidate = (word: string, description = ''): Candidate => ({
  word,
  description,
  isOpen: true,
});

async function listExplainable(typed: string, ids: IdSource): Promise<Candidate[]> {
  const model = await ids.ofModel();
  const [asked, level] = typed.split('@');
  if (level !== undefined) {
    const question = model.questions.find(({ id }) => id === asked);
    return (question?.levels ?? []).map((each) =>
      makeCandidate(`${asked}@${each}`, `recommendation at level ${each}`),
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
  return named.map(({ id, name }) => makeCandidate(id, name));
}

/** Lists the prefixes of a file in `report --output`. */
function listReportOutputs(): Candidate[] {
  return reportFormats.flatMap((format) => {
    const parts = { csv: tables, svg: charts }[format as string] ?? [];
    return [makeOpenCandidate(`${format}=`), ...parts.map((part) => makeOpenCandidate(`${format}:${part}=`))];
  });
}

/** Lists the values of `FORMAT=FILE`: formats, or files after a format. */
function listOutputs(
  formats: readonly Candidate[],
  typed: string,
  before: string,
  alsoFiles: boolean,
): Values {
  const end = typed.indexOf('=') + 1;
  if (end > 0) return { candidates: [], paths: 'files', before: `${before}${typed.slice(0, end)}` };
  // A colon, as in `csv:gaps`, can only belong to a format.
  return { candidates: formats, paths: alsoFiles && !typed.includes(':') ? 'files' : 'none', before };
}

/**
 * Lists the values that can come next.
 *
 * @param typed the value so far
 * @param before part of the word before the value
 */
export async function listValues(
  value: readonly string[] | ValueKind,
  typed: string,
  before: string,
  ids: IdSource,
): Promise<Values> {
  const toValues = (candidates: readonly Candidate[], paths: Values['paths'] = 'none'): Values => ({
    candidates,
    paths,
    before,
  });
  if (typeof value !== 'string') return toValues(value.map((each) => makeCandidate(each)));
  switch (value) {
    case 'text':
      return toValues([]);
    case 'file':
      return toValues([], 'files');
    case 'folder':
      return toValues([], 'folders');
    case 'model':
      return toValues(
        [
          makeCandidate(shippedName, 'the model that comes with the tool'),
          ...shippedOverlays.map((each) => makeCandidate(each, 'a translation that comes with the tool')),
        ],
        'folders',
      );
    case 'element':
      return toValues((await ids.ofModel()).elements.map(({ id, name }) => makeCandidate(id, name)));
    case 'element=':
      return toValues(
        (await ids.ofModel()).elements.map(({ id, name }) => makeOpenCandidate(`${id}=`, name)),
      );
    case 'explainable':
      return toValues(await listExplainable(typed, ids));
    case 'report-output':
      return listOutputs(listReportOutputs(), typed, before, true);
    case 'check-output':
      return listOutputs(
        checkFormats.map((format) => makeOpenCandidate(`${format}=`)),
        typed,
        before,
        false,
      );
  }
}
