import { listTexts, listWords } from '#document/model/translation.ts';
import { writeYaml } from '#document/edit/write.ts';
import type { Model } from '#domain/model.ts';

/** Entries of a translation by id. */
type Entries = Readonly<Record<string, unknown>>;

/** Selects the entries with a text that is still to be translated. */
function selectOpen(entries: object, translated: ReadonlySet<string>): Entries {
  return Object.fromEntries(
    Object.entries(entries).filter(([, entry]) => listTexts(entry).some((text) => !translated.has(text))),
  );
}

/**
 * Makes the files of a translation that repeats every text of a model, to be replaced, by name. Leaves out what is
 * translated already.
 *
 * @param language BCP 47 tag of the new language
 * @param translated texts that are in the new language already
 * @param schema address of the schema of models
 */
export function makeTranslationFiles(
  base: Model,
  language: string,
  translated: ReadonlySet<string>,
  schema: string,
): Map<string, string> {
  const { changes, messages } = listWords(base);
  const open = (entries: object | undefined): Entries => selectOpen(entries ?? {}, translated);
  const files = new Map<string, string>();
  const add = (name: string, sections: Record<string, unknown>, header: readonly string[]): void => {
    files.set(name, writeYaml({ kind: 'model', schemaVersion: 1, ...sections }, { schema, header }));
  };
  const addChanges = (name: string, kinds: Readonly<Record<string, Entries>>): void => {
    const given = Object.entries(kinds).filter(([, entries]) => Object.keys(entries).length > 0);
    if (given.length > 0) add(name, { changes: Object.fromEntries(given) }, ['Replace each text.']);
  };
  const title = translated.has(base.title) ? {} : { title: base.title };
  add('model.yaml', { translation: { of: `${base.id}@${base.version}`, language, ...title } }, [
    `A translation of ${base.id} into ${language}: the same model in other words.`,
    `Replace each text in these files, which repeat it in ${base.language}. Leave the keys as they are, and {places}.`,
    'Check it with `sales-audit model lint`, which says what is left. Use it with `--model`.',
    'Name vague words of the language under `wording:`, and `lint` will look for them.',
  ]);
  addChanges('elements.yaml', {
    elements: open(changes.elements),
    notApplicableReasons: open(changes.notApplicableReasons),
  });
  addChanges('scale.yaml', { scale: open(changes.scale) });
  addChanges('terms.yaml', { terms: open(changes.terms) });
  addChanges('practices.yaml', { practices: open(changes.practices) });
  const questions = Object.entries(open(changes.questions));
  for (const { id } of base.elements) {
    const own = questions.filter(([question]) => question.startsWith(`${id}.`));
    addChanges(`questions-${id}.yaml`, { questions: Object.fromEntries(own) });
  }
  addChanges('patterns.yaml', { patterns: open(changes.patterns) });
  addChanges('readings.yaml', { readings: open(changes.readings) });
  addChanges('sources.yaml', { sources: open(changes.sources) });
  const left = open(messages);
  if (Object.keys(left).length > 0)
    add('messages.yaml', { messages: left }, ['Replace each text. The tool fills in {places}.']);
  return files;
}
