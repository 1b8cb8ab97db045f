import { isFitting, makeReference } from '#domain/migrate-answers.ts';
import { type Model, type Question, questionsOf } from '#domain/model.ts';
import type { Finding } from '#domain/types/report.ts';
import { type Sourced, findingAt, orderFindings } from '#document/read/sourced.ts';
import { suggest } from '#document/schema/suggest.ts';

type Answers = Sourced<unknown>;

/** Returns the value of a key, or undefined: a file that breaks the schema is checked as far as possible. */
function getProperty(thing: unknown, key: string): unknown {
  return typeof thing === 'object' && thing !== null && Object.hasOwn(thing, key)
    ? (thing as Record<string, unknown>)[key]
    : undefined;
}

function checkModel(document: Answers, model: Model): Finding[] {
  const reference = getProperty(document.value, 'model');
  const id = getProperty(reference, 'id');
  const version = getProperty(reference, 'version');
  if (typeof id !== 'string' || typeof version !== 'string') return [];
  const mismatch = { check: 'answers/model-mismatch', severity: 'error' } as const;
  switch (isFitting(model, { id, version })) {
    case 'yes':
      return [];
    case 'other':
      return [
        findingAt(document, ['model', 'id'], {
          ...mismatch,
          message: `These answers were given to the model \`${id}\`; this is \`${model.id}\`.`,
          fix: 'Use the model that they were given to, with `--model`.',
        }),
      ];
    case 'newer':
      return [
        findingAt(document, ['model', 'version'], {
          ...mismatch,
          message: `These answers were given to version ${version} of the model; this is the older version ${makeReference(model, id).version}.`,
          fix: 'Update sales-audit, or the model that you give with `--model`.',
        }),
      ];
  }
}

function checkNotApplicable(document: Answers, model: Model, question: Question, answer: unknown): Finding[] {
  const reason = getProperty(answer, 'notApplicable');
  if (typeof reason !== 'string') return [];
  const path = ['answers', question.id, 'notApplicable'];
  const invalid = { check: 'document/invalid', severity: 'error' } as const;
  if (!question.mayNotApply) {
    const message = `\`${question.id}\` applies to every sales organization, so "does not apply" is no answer to it.`;
    return [
      findingAt(
        document,
        path,
        { ...invalid, message, fix: 'Give a `level` from 0 to 4, or `unknown: true`.' },
        'key',
      ),
    ];
  }
  if (question.notApplicableReasons.includes(reason)) return [];
  const near = suggest(reason, question.notApplicableReasons);
  const message = `\`${reason}\` is no reason for which \`${question.id}\` may not apply.`;
  const known = model.notApplicableReasons.filter(({ id }) => question.notApplicableReasons.includes(id));
  const list = `Use one of: ${known.map(({ id }) => id).join(', ')}.`;
  return [
    findingAt(document, path, {
      ...invalid,
      message,
      fix: near === undefined ? list : `Did you mean \`${near}\`? ${list}`,
    }),
  ];
}

/**
 * Checks answers against a model, for faults that the schema allows: unknown questions, another model, a "does not
 * apply" that the model does not accept. Checks a file that breaks the schema as far as possible. Ordered by position.
 */
export function checkAnswers(document: Answers, model: Model): readonly Finding[] {
  const questions = new Map(questionsOf(model).map((question) => [question.id, question]));
  const ids = [...questions.keys()];
  const findings = checkModel(document, model);
  const answers = getProperty(document.value, 'answers');
  if (typeof answers !== 'object' || answers === null) return findings;
  for (const [id, answer] of Object.entries(answers)) {
    // An answer to a question that an overlay removed is not a fault.
    if (model.removed.includes(id)) continue;
    const question = questions.get(id);
    if (question !== undefined) {
      findings.push(...checkNotApplicable(document, model, question, answer));
      continue;
    }
    const near = suggest(id, ids);
    findings.push(
      findingAt(
        document,
        ['answers', id],
        {
          check: 'answers/unknown-question',
          severity: 'error',
          message: `There is no question \`${id}\` in the model ${model.id} ${model.version}.`,
          fix:
            near === undefined
              ? 'Run `sales-audit questions` for a list of the ids.'
              : `Did you mean \`${near}\`?`,
        },
        'key',
      ),
    );
  }
  return orderFindings(findings);
}
