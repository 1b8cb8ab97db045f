import { describeModelMismatch, describeUnknownQuestion } from '#domain/answers/answer-faults.ts';
import { type Model, type Question, listQuestions } from '#domain/model.ts';
import type { Finding } from '#domain/types/report.ts';
import { limits } from '#document/read/limits.ts';
import { type Sourced, makeFindingAt, makeRestFinding, orderFindings } from '#document/read/sourced.ts';
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
  const fault = describeModelMismatch({ id, version }, model);
  if (fault === undefined) return [];
  const { path, message, fix } = fault;
  return [
    makeFindingAt(document, path, { check: 'answers/model-mismatch', severity: 'error', message, fix }),
  ];
}

function checkNotApplicable(document: Answers, model: Model, question: Question, answer: unknown): Finding[] {
  const reason = getProperty(answer, 'notApplicable');
  if (typeof reason !== 'string') return [];
  const path = ['answers', question.id, 'notApplicable'];
  const invalid = { check: 'document/invalid', severity: 'error' } as const;
  if (!question.mayNotApply) {
    const message = `\`${question.id}\` applies to every sales organization, so "does not apply" is not an answer to it.`;
    return [
      makeFindingAt(
        document,
        path,
        { ...invalid, message, fix: 'Give a `level` from 0 to 4, or `unknown: true`.' },
        'key',
      ),
    ];
  }
  if (question.notApplicableReasons.includes(reason)) return [];
  const near = suggest(reason, question.notApplicableReasons);
  const message = `\`${reason}\` is not a reason why \`${question.id}\` may not apply.`;
  const known = model.notApplicableReasons.filter(({ id }) => question.notApplicableReasons.includes(id));
  const list = `Use one of: ${known.map(({ id }) => id).join(', ')}.`;
  return [
    makeFindingAt(document, path, {
      ...invalid,
      message,
      fix: near === undefined ? list : `Did you mean \`${near}\`? ${list}`,
    }),
  ];
}

/** Finds a lowest place that is not below the level of its answer. */
function checkLowest(document: Answers, id: string, answer: unknown): Finding[] {
  const lowest = getProperty(answer, 'lowest');
  if (lowest === undefined) return [];
  const [level, low] = [getProperty(answer, 'level'), getProperty(lowest, 'level')];
  const path = ['answers', id, 'lowest'];
  const invalid = { check: 'document/invalid', severity: 'error' } as const;
  if (level === undefined) {
    const message = `\`${id}\` has a \`lowest\` place, but no \`level\`.`;
    return [
      makeFindingAt(
        document,
        path,
        { ...invalid, message, fix: 'Add the `level`, or remove `lowest`.' },
        'key',
      ),
    ];
  }
  if (typeof level !== 'number' || typeof low !== 'number' || low < level) return [];
  const message = `\`${id}\` is answered with level ${level}, and its \`lowest\` level is ${low}, which is not lower.`;
  const fix = level === 0 ? 'Remove `lowest`.' : `Give a level from 0 to ${level - 1}, or remove \`lowest\`.`;
  return [makeFindingAt(document, [...path, 'level'], { ...invalid, message, fix })];
}

/**
 * Finds what the schema allows in answers but their model does not: questions that it does not have, another model, a
 * "does not apply" that it does not accept, a lowest place that is no lower. Checks a file that breaks the schema as far
 * as possible. Ordered by position. Of more than a hundred, it counts the rest.
 */
export function validateAgainstModel(document: Answers, model: Model): readonly Finding[] {
  const questions = new Map(listQuestions(model).map((question) => [question.id, question]));
  const ids = [...questions.keys()];
  const findings = checkModel(document, model);
  let more = 0;
  const answers = getProperty(document.value, 'answers');
  if (typeof answers !== 'object' || answers === null) return findings;
  for (const [id, answer] of Object.entries(answers)) {
    // An answer to a question that an overlay removed is not a fault.
    if (model.removed.includes(id)) continue;
    const question = questions.get(id);
    if (question !== undefined) {
      findings.push(
        ...checkNotApplicable(document, model, question, answer),
        ...checkLowest(document, id, answer),
      );
      continue;
    }
    if (findings.length >= limits.faults) {
      more += 1;
      continue;
    }
    const { path, message, fix } = describeUnknownQuestion(id, model, suggest(id, ids));
    const fault = { check: 'answers/unknown-question', severity: 'error', message, fix } as const;
    findings.push(makeFindingAt(document, path, fault, 'key'));
  }
  const ordered = orderFindings(findings);
  return more === 0 ? ordered : [...ordered, makeRestFinding(document.file, more, ordered.at(-1))];
}
