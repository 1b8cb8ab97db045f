import { writeYaml } from '#document/edit/write.ts';
import type { Model, Practice, Question } from '#domain/model.ts';

/**
 * Makes the files of an overlay that changes nothing yet, by name.
 *
 * @param id id of the new model
 * @param schema address of the schema of models
 */
export function makeOverlayFiles(base: Model, id: string, schema: string): Map<string, string> {
  const [practice] = base.practices;
  const question = practice?.questions[0];
  if (practice === undefined || question === undefined)
    throw new TypeError('The shipped model has no question.');
  const identity = {
    kind: 'model',
    schemaVersion: 1,
    model: {
      id,
      version: '1.0.0',
      title: `${base.title}, adapted`,
      extends: `${base.id}@${base.version.split('.')[0]}`,
    },
  };
  const changes = {
    kind: 'model',
    schemaVersion: 1,
    changes: {
      practices: { [practice.id]: { target: practice.target } },
      questions: { [question.id]: { ask: { leader: question.ask.leader }, weight: question.weight } },
    },
  };
  return new Map([
    [
      'model.yaml',
      writeYaml(identity, {
        schema,
        header: [
          `An overlay of ${base.id}: these files change it or add to it. Everything else stays the same.`,
          'Check it with `sales-audit model lint`. Use it with `--model`.',
        ],
      }),
    ],
    [
      'changes.yaml',
      writeYaml(changes, {
        schema,
        header: [
          'Changes. Keys: scoring, scale, terms, elements, practices, questions, patterns, notApplicableReasons, remove.',
          'A new practice goes into its own file, under `practice:`. Messages go under `messages:`.',
          'These two entries show the form. They repeat what the model already says.',
        ],
      }),
    ],
  ]);
}

/** Makes the entry of a question in the file of its practice. Omits empty lists and what follows from its position. */
function makeQuestionEntry({ id, ask, ...question }: Question): Record<string, unknown> {
  const { element: _element, block: _block, practice: _practice, changedIn: _changed, ...rest } = question;
  const own = Object.entries(rest).filter(
    ([key, value]) => key === 'redFlags' || !(Array.isArray(value) && value.length === 0),
  );
  return { id: id.split('.').at(-1), ask, ...Object.fromEntries(own) };
}

function makePracticeFile({ questions, block, ...practice }: Practice): Record<string, unknown> {
  const { id, element, ...rest } = practice;
  return {
    kind: 'model',
    schemaVersion: 1,
    practice: {
      id,
      element,
      ...(block !== null && { block }),
      ...rest,
      questions: questions.map(makeQuestionEntry),
    },
  };
}

/**
 * Makes the files of a self-contained copy of a model, by path in its folder, with `/`.
 *
 * @param id id of the new model
 * @param schema address of the schema of models
 */
export function makeCompleteModelFiles(base: Model, id: string, schema: string): Map<string, string> {
  const writePart = (content: Record<string, unknown>): string =>
    writeYaml({ kind: 'model', schemaVersion: 1, ...content }, { schema });
  const elements = base.elements.map(({ blocks, ...element }) => ({
    ...element,
    ...(blocks.length > 0 && { blocks }),
  }));
  const {
    title,
    language,
    scoring,
    scale,
    terms,
    notApplicableReasons,
    patterns,
    sources,
    claims,
    messages,
  } = base;
  return new Map([
    [
      'model.yaml',
      writePart({
        model: { id, version: '1.0.0', title, language },
        scoring,
        elements,
        notApplicableReasons,
      }),
    ],
    ['scale.yaml', writePart({ scale })],
    ['terms.yaml', writePart({ terms })],
    ['patterns.yaml', writePart({ patterns })],
    ['sources.yaml', writePart({ sources })],
    ['claims.yaml', writePart({ claims })],
    ['messages.yaml', writePart({ messages })],
    ...base.practices.map((practice): [string, string] => [
      `${practice.element}/${practice.id}.yaml`,
      writeYaml(makePracticeFile(practice), { schema }),
    ]),
  ]);
}
