import { writeYaml } from '#document/edit/write.ts';
import type { Model, Practice, Question } from '#domain/model.ts';

/**
 * Files of an overlay over a model that changes nothing yet, by their names.
 *
 * @param id of the new model
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
      language: base.language,
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
          `An overlay: everything of ${base.id} stays as it is, except for what these files change or add.`,
          'Check it with `sales-audit model lint`, use it with `--model`.',
        ],
      }),
    ],
    [
      'changes.yaml',
      writeYaml(changes, {
        schema,
        header: [
          'What changes. Keys: scoring, elements, practices, questions, patterns, notApplicableReasons, remove.',
          'A new practice goes into its own file, under `practice:`. Messages go under `messages:`.',
          'These two entries show the form. They repeat what the model already says.',
        ],
      }),
    ],
  ]);
}

/** A question as an entry of the file of its practice, without what follows from its place or was empty. */
function questionEntry({ id, ask, ...question }: Question): Record<string, unknown> {
  const { element: _element, block: _block, practice: _practice, changedIn: _changed, ...rest } = question;
  const own = Object.entries(rest).filter(([, value]) => !(Array.isArray(value) && value.length === 0));
  return { id: id.split('.').at(-1), ask, ...Object.fromEntries(own) };
}

function practiceFile({ questions, block, ...practice }: Practice): Record<string, unknown> {
  const { id, element, ...rest } = practice;
  return {
    kind: 'model',
    schemaVersion: 1,
    practice: {
      id,
      element,
      ...(block !== null && { block }),
      ...rest,
      questions: questions.map(questionEntry),
    },
  };
}

/**
 * Files of a model that stands on its own and says what another one says, by their paths in its folder, with `/`.
 *
 * @param id of the new model
 * @param schema address of the schema of models
 */
export function completeModelFiles(base: Model, id: string, schema: string): Map<string, string> {
  const part = (content: Record<string, unknown>): string =>
    writeYaml({ kind: 'model', schemaVersion: 1, ...content }, { schema });
  const elements = base.elements.map(({ blocks, ...element }) => ({
    ...element,
    ...(blocks.length > 0 && { blocks }),
  }));
  const { title, language, scoring, notApplicableReasons, patterns, sources, claims, messages } = base;
  return new Map([
    [
      'model.yaml',
      part({ model: { id, version: '1.0.0', title, language }, scoring, elements, notApplicableReasons }),
    ],
    ['patterns.yaml', part({ patterns })],
    ['sources.yaml', part({ sources })],
    ['claims.yaml', part({ claims })],
    ['messages.yaml', part({ messages })],
    ...base.practices.map((practice): [string, string] => [
      `${practice.element}/${practice.id}.yaml`,
      writeYaml(practiceFile(practice), { schema }),
    ]),
  ]);
}
