/**
 * The words of a model, in the form in which a translation gives them. One list serves for everything that is done with
 * translations: what they may change, what they lack, and the template of a new one.
 */
import { type Model, listQuestions } from '#domain/model.ts';
import type { ModelDocument } from '#domain/types/model.ts';
import type { Finding } from '#domain/types/report.ts';
import type { Path } from '#document/read/fault.ts';
import { type Part, makeFaultAt } from './draft.ts';

/** The sections of a translation, with every text of a model. */
export type Words = Required<Pick<ModelDocument, 'changes' | 'messages'>>;

const indexById = <T extends { readonly id: string }, W>(list: readonly T[], pick: (entry: T) => W) =>
  Object.fromEntries(list.map((entry) => [entry.id, pick(entry)]));

/** Returns every text of a model to translate, as the sections of a translation that changes nothing. */
export function listWords(model: Model): Words {
  return {
    changes: {
      scale: model.scale,
      terms: indexById(model.terms, ({ term, forms, counts, doesNotCount }) => ({
        term,
        forms,
        counts,
        doesNotCount,
      })),
      elements: indexById(model.elements, ({ name, asks, about, blocks }) => ({
        name,
        asks,
        about,
        ...(blocks.length > 0 && { blocks: indexById(blocks, (block) => ({ name: block.name })) }),
      })),
      practices: indexById(model.practices, ({ name, about }) => ({ name, about })),
      questions: indexById(listQuestions(model), (question) => ({
        ask: question.ask,
        ...(question.askAccountManagers !== undefined && { askAccountManagers: question.askAccountManagers }),
        why: question.why,
        levels: question.levels,
        probe: question.probe,
        evidence: question.evidence,
        redFlags: question.redFlags,
        recommendations: question.recommendations.map(({ touches: _touches, ...texts }) => texts),
      })),
      patterns: indexById(model.patterns, ({ name, means, firstMove }) => ({ name, means, firstMove })),
      readings: indexById(model.readings, ({ name, means, firstMove }) => ({ name, means, firstMove })),
      sources: indexById(model.sources, ({ finding, reference, limits }) => ({
        finding,
        reference,
        ...(limits !== undefined && { limits }),
      })),
      notApplicableReasons: indexById(model.notApplicableReasons, ({ means }) => means),
    },
    messages: { ...model.messages },
  };
}

type Tree = Readonly<Record<string | number, unknown>>;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** Keys whose text is not translated: a kind of evidence is a name of the tool, a reference names a publication. */
const namingKeys: ReadonlySet<unknown> = new Set(['kind', 'reference']);

const isWord = (key: string | number | undefined, value: unknown): value is string =>
  typeof value === 'string' && !namingKeys.has(key);

/** Lists the texts below a value, in order. */
export function listTexts(value: unknown, key?: string | number): string[] {
  if (isWord(key, value)) return [value];
  return isTree(value) && key !== 'forms'
    ? Object.entries(value).flatMap(([name, part]) => listTexts(part, name))
    : [];
}

/** A fault of a translation: it would change more than words. */
interface Change {
  readonly path: Path;
  readonly message: string;
}

/** Finds where a value of a translation is not the same as in the model but for its words. */
function findChanges(given: unknown, known: unknown, path: Path): Change[] {
  const key = path.at(-1);
  if (isTree(given) && isTree(known)) {
    // A word has more or fewer forms in another language.
    if (key === 'forms') return [];
    if (Array.isArray(given) && Array.isArray(known) && given.length !== known.length) {
      const message = `\`${String(key)}\` has ${known.length} entries in the translated model, and ${given.length} here.`;
      return [{ path, message }];
    }
    return Object.entries(given).flatMap(([name, part]): Change[] => {
      const step = Array.isArray(given) ? Number(name) : name;
      return findChanges(part, Object.hasOwn(known, name) ? known[name] : undefined, [...path, step]);
    });
  }
  // A reference to a publication may say in words where it was quoted.
  if (key !== 'kind' && typeof given === 'string' && typeof known === 'string') return [];
  if (known === undefined)
    return [{ path, message: `\`${String(key)}\` is not a text of the translated model.` }];
  return given === known
    ? []
    : [{ path, message: `This is ${JSON.stringify(known)} in the translated model, not a text.` }];
}

const fix = 'A translation changes words only. Move it to a model that `extends` the translated one.';

/** Finds what a translation would change besides words. Ids that the model lacks are found elsewhere. */
export function checkTranslation(parts: readonly Part[], base: Model): readonly Finding[] {
  const { changes: known } = listWords(base);
  const ours = new Set(['kind', 'schemaVersion', 'translation', 'changes', 'messages', 'wording']);
  return parts.flatMap((part) => {
    const sections = Object.keys(part.value).filter((section) => !ours.has(section));
    const found: Change[] = sections.map((section) => ({
      path: [section],
      message: `A translation has no \`${section}\`.`,
    }));
    for (const [list, entries] of Object.entries(part.value.changes ?? {})) {
      const words = (known as Record<string, Tree | undefined>)[list];
      if (words === undefined)
        found.push({ path: ['changes', list], message: `A translation has no \`${list}\`.` });
      else
        for (const [id, entry] of Object.entries(entries as Tree))
          if (Object.hasOwn(words, id)) found.push(...findChanges(entry, words[id], ['changes', list, id]));
    }
    return found.map(({ path, message }) =>
      makeFaultAt({ part, path }, message, fix, typeof path.at(-1) === 'number' ? undefined : 'key'),
    );
  });
}

/** What a translation lacks of one kind. */
export interface Untranslated {
  readonly kind: string;
  /** Ids with at least one text in the old language. */
  readonly ids: readonly string[];
  /** Number of ids of the kind with a text that differs from its translation. */
  readonly count: number;
}

/** Returns whether a text must differ from its translation: a name of two words may be the same in both languages. */
const isTelling = (text: string): boolean =>
  (text.replace(/\{\w+\}/g, '').match(/\p{L}{2,}/gu) ?? []).length > 2;

/**
 * Lists what is still in the language of the translated model, kind by kind: every text that is the same in both.
 *
 * @param translated texts that are in the language of the translation already
 */
export function listUntranslated(
  model: Model,
  base: Model,
  translated: ReadonlySet<string> = new Set(),
): readonly Untranslated[] {
  const [now, before] = [listWords(model), listWords(base)];
  const kinds: readonly [kind: string, now: object, before: object][] = [
    ...Object.entries(now.changes).map(([kind, entries]): [string, object, object] => [
      kind,
      entries,
      (before.changes as Record<string, object>)[kind] ?? {},
    ]),
    ['messages', now.messages, before.messages],
  ];
  return kinds.flatMap(([kind, entries, old]) => {
    const known = new Map(Object.entries(old).map(([id, entry]) => [id, new Set(listTexts(entry))]));
    const ids = Object.entries(entries).flatMap(([id, entry]) =>
      listTexts(entry).some(
        (text) => isTelling(text) && known.get(id)?.has(text) === true && !translated.has(text),
      )
        ? [id]
        : [],
    );
    const count = Object.values(entries).filter((entry) => listTexts(entry).some(isTelling)).length;
    return ids.length === 0 ? [] : [{ kind, ids, count }];
  });
}
