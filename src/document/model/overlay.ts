import type { Element, Question } from '#domain/model.ts';
import type { FaultList } from '#document/read/fault.ts';
import type { OverlayChanges } from '#domain/types/model.ts';
import type { Finding } from '#domain/types/report.ts';
import { type Changing, recordChange, findUnknownTarget } from './changing.ts';
import { type Draft, type Part, type Placed, type Spot, assembleQuestion, putBeneath } from './draft.ts';

type Lists = 'elements' | 'practices' | 'questions' | 'patterns' | 'readings' | 'terms' | 'sources';

/** Replaces an entry of a list of the draft. Reports an entry that is unknown or already changed. */
function change<K extends Lists>(
  changing: Changing,
  list: K,
  what: string,
  id: string,
  spot: Spot,
  apply: (value: Draft[K][number]['value']) => Draft[K][number]['value'],
): void {
  const { draft, faults } = changing;
  const entries = draft[list] as readonly Placed<Draft[K][number]['value'] & { id: string }>[];
  if (!entries.some(({ value }) => value.id === id)) {
    faults.add(() =>
      findUnknownTarget(
        draft,
        spot,
        what,
        id,
        entries.map(({ value }) => value.id),
      ),
    );
    return;
  }
  if (!recordChange(changing, `${list} ${id}`, id, spot)) return;
  const next = entries.map((entry) => (entry.value.id === id ? { value: apply(entry.value), spot } : entry));
  changing.draft = { ...draft, [list]: next };
}

function changeElement(
  changing: Changing,
  id: string,
  spot: Spot,
  { blocks, ...rest }: NonNullable<OverlayChanges['elements']>[string],
): void {
  change(changing, 'elements', 'element', id, spot, (value) => {
    const element = value as Element;
    const known = element.blocks.map((block) => block.id);
    for (const block of Object.keys(blocks ?? {})) {
      if (!known.includes(block))
        changing.faults.add(() =>
          findUnknownTarget(changing.draft, putBeneath(spot, 'blocks', block), 'block', block, known),
        );
    }
    return {
      ...element,
      ...rest,
      blocks: element.blocks.map((block) => Object.assign({}, block, blocks?.[block.id])),
    };
  });
}

function changePractice(
  changing: Changing,
  id: string,
  spot: Spot,
  { addQuestions, ...rest }: NonNullable<OverlayChanges['practices']>[string],
): void {
  change(changing, 'practices', 'practice', id, spot, (value) => Object.assign({}, value, rest));
  const practice = changing.draft.practices.find(({ value }) => value.id === id)?.value;
  if (practice === undefined) return;
  const added = (addQuestions ?? []).map((question, index) => ({
    value: assembleQuestion(practice, question, changing.draft.scoring),
    spot: putBeneath(spot, 'addQuestions', index),
  }));
  changing.draft = { ...changing.draft, questions: [...changing.draft.questions, ...added] };
}

function changeQuestion(
  changing: Changing,
  id: string,
  spot: Spot,
  { ask, recommendations, ...rest }: NonNullable<OverlayChanges['questions']>[string],
): void {
  change(changing, 'questions', 'question', id, spot, (value) => {
    const question = value as Question;
    return {
      ...question,
      // A question that now applies to everybody needs no reasons.
      ...(rest.mayNotApply === false && { notApplicableReasons: [] }),
      ...(Object.fromEntries(
        Object.entries(rest).filter(([, given]) => given !== undefined),
      ) as Partial<Question>),
      ask: Object.assign({}, question.ask, ask),
      ...(recommendations && {
        // A translation gives the words, and what they touch stays.
        recommendations: changing.draft.isTranslation
          ? recommendations.map((words, index) => ({ ...question.recommendations[index], ...words }))
          : recommendations,
      }),
    };
  });
}

function changeReasons(changing: Changing, reasons: Readonly<Record<string, string>>, spot: Spot): void {
  for (const [id, means] of Object.entries(reasons)) {
    const { draft } = changing;
    const place = putBeneath(spot, id);
    const known = draft.reasons.map(({ value }) => value.id);
    if (!known.includes(id)) {
      changing.faults.add(() => findUnknownTarget(draft, place, 'reason', id, known));
    } else if (recordChange(changing, `reasons ${id}`, id, place)) {
      changing.draft = {
        ...draft,
        reasons: draft.reasons.map((entry) =>
          entry.value.id === id ? { value: { id, means }, spot: place } : entry,
        ),
      };
    }
  }
}

function remove(changing: Changing, removal: NonNullable<OverlayChanges['remove']>, spot: Spot): void {
  for (const list of ['questions', 'practices', 'patterns'] as const) {
    (removal[list] ?? []).forEach((id, index) => {
      const { draft, faults } = changing;
      const place = putBeneath(spot, list, index);
      const entries: readonly Placed<{ readonly id: string }>[] = draft[list];
      const known = entries.map(({ value }) => value.id);
      // Of two entries with the same id, the first comes from the extended model.
      const target = draft.removed.has(id) ? -1 : known.indexOf(id);
      if (target < 0) {
        faults.add(() => findUnknownTarget(draft, place, list.slice(0, -1), id, known));
        return;
      }
      if (!recordChange(changing, `${list} ${id}`, id, place)) return;
      const removed = new Map(draft.removed).set(id, place);
      const gone = draft.questions.filter(({ value }) => list === 'practices' && value.practice === id);
      for (const { value } of gone) removed.set(value.id, place);
      changing.draft = {
        ...draft,
        removed,
        [list]: entries.filter((_entry, at) => at !== target),
        ...(list === 'practices' && { questions: draft.questions.filter((entry) => !gone.includes(entry)) }),
      };
    });
  }
}

/**
 * Applies the `changes` of all files of an overlay, in file order.
 *
 * @param faults takes all faults
 */
export function applyChanges(draft: Draft, parts: readonly Part[], faults: FaultList<Finding>): Draft {
  const changing: Changing = { draft, faults, changed: new Map() };
  const applyEach = <T>(
    map: Readonly<Record<string, T>> | undefined,
    act: (id: string, value: T) => void,
  ): void => {
    for (const [id, value] of Object.entries(map ?? {})) act(id, value);
  };
  for (const part of parts) {
    const { changes } = part.value;
    if (changes === undefined) continue;
    const makeSpot = (...path: string[]): Spot => ({ part, path: ['changes', ...path] });
    applyEach(changes.elements, (id, value) => changeElement(changing, id, makeSpot('elements', id), value));
    applyEach(changes.practices, (id, value) =>
      changePractice(changing, id, makeSpot('practices', id), value),
    );
    applyEach(changes.questions, (id, value) =>
      changeQuestion(changing, id, makeSpot('questions', id), value),
    );
    applyEach(changes.patterns, (id, value) =>
      change(changing, 'patterns', 'pattern', id, makeSpot('patterns', id), (pattern) =>
        Object.assign({}, pattern, value),
      ),
    );
    applyEach(changes.readings, (id, value) =>
      change(changing, 'readings', 'reading', id, makeSpot('readings', id), (reading) =>
        Object.assign({}, reading, value),
      ),
    );
    applyEach(changes.terms, (id, value) =>
      change(changing, 'terms', 'term', id, makeSpot('terms', id), (term) => Object.assign({}, term, value)),
    );
    applyEach(changes.sources, (id, value) =>
      change(changing, 'sources', 'source', id, makeSpot('sources', id), (source) =>
        Object.assign({}, source, value),
      ),
    );
    if (changes.notApplicableReasons !== undefined) {
      changeReasons(changing, changes.notApplicableReasons, makeSpot('notApplicableReasons'));
    }
    if (changes.remove !== undefined) remove(changing, changes.remove, makeSpot('remove'));
  }
  return changing.draft;
}
