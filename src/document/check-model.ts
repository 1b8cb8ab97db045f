import { findCycle, prerequisitesOf } from '#domain/dependencies.ts';
import type { Element } from '#domain/model.ts';
import type { ModelDocument, PracticeDefinition, QuestionDefinition } from '#domain/types/model.ts';
import type { Finding } from '#domain/types/report.ts';
import { type Sourced, findingAt } from './read.ts';
import { suggest } from './suggest.ts';

/** One file of a model. */
export type Part = Sourced<ModelDocument>;
type Path = readonly (string | number)[];

/** A fault of a model file that the schema cannot see. */
export function invalid(
  part: Part,
  path: Path,
  message: string,
  fix: string,
  what?: 'key' | 'value',
): Finding {
  return findingAt(part, path, { check: 'document/invalid', severity: 'error', message, fix }, what);
}

/** Says that an id is not one of those that exist, with the nearest one. */
function unknownId(part: Part, path: Path, what: string, id: string, known: readonly string[]): Finding {
  const near = suggest(id, known);
  return invalid(
    part,
    path,
    `There is no ${what} \`${id}\`.`,
    near === undefined ? `Use one of: ${known.join(', ')}.` : `Did you mean \`${near}\`?`,
  );
}

function duplicates(part: Part, base: Path, what: string, ids: readonly string[]): Finding[] {
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index
      ? []
      : [
          invalid(
            part,
            [...base, index, 'id'],
            `The ${what} id \`${id}\` is used twice.`,
            'Give each its own id.',
          ),
        ],
  );
}

/** Ids of elements, and of blocks inside an element, are unique. */
export function checkElements(parts: readonly Part[], elements: readonly Element[]): Finding[] {
  const part = parts.find(({ value }) => value.elements !== undefined);
  if (part === undefined) return [];
  return [
    ...duplicates(
      part,
      ['elements'],
      'element',
      elements.map(({ id }) => id),
    ),
    ...elements.flatMap(({ blocks }, index) =>
      duplicates(
        part,
        ['elements', index, 'blocks'],
        'block',
        blocks.map(({ id }) => id),
      ),
    ),
  ];
}

function checkQuestion(
  part: Part,
  base: Path,
  question: QuestionDefinition,
  reasons: readonly string[],
): Finding[] {
  const findings: Finding[] = [];
  const accepted = question.notApplicableReasons ?? [];
  if (question.mayNotApply === true && accepted.length === 0) {
    findings.push(
      invalid(
        part,
        [...base, 'mayNotApply'],
        `The question may not apply, but names no reason for which.`,
        'Add `notApplicableReasons`.',
      ),
    );
  }
  if (question.mayNotApply !== true && accepted.length > 0) {
    findings.push(
      invalid(
        part,
        [...base, 'notApplicableReasons'],
        'The question names reasons for which it does not apply, but always applies.',
        'Add `mayNotApply: true`, or remove the reasons.',
        'key',
      ),
    );
  }
  accepted.forEach((reason, index) => {
    if (reasons.includes(reason)) return;
    findings.push(unknownId(part, [...base, 'notApplicableReasons', index], 'reason', reason, reasons));
  });
  const bands = question.recommendations.flatMap(({ levels }) => levels);
  for (const level of [0, 1, 2, 3]) {
    const count = bands.filter((band) => band === level).length;
    if (count === 1) continue;
    findings.push(
      invalid(
        part,
        [...base, 'recommendations'],
        count === 0
          ? `Nothing is recommended at level ${level}.`
          : `Level ${level} has ${count} recommendations.`,
        'Give the levels 0 to 3 exactly one recommendation each.',
        'key',
      ),
    );
  }
  return findings;
}

/** What the files of a model define together. */
export interface Known {
  readonly elements: readonly Element[];
  readonly practices: readonly string[];
  readonly reasons: readonly string[];
}

/** A practice belongs to an element and block that exist, and its references lead somewhere. */
export function checkPractice(part: Part, practice: PracticeDefinition, known: Known): Finding[] {
  const findings: Finding[] = [];
  const element = known.elements.find(({ id }) => id === practice.element);
  if (element === undefined) {
    const ids = known.elements.map(({ id }) => id);
    findings.push(unknownId(part, ['practice', 'element'], 'element', practice.element, ids));
  } else {
    const blocks = element.blocks.map(({ id }) => id);
    if (practice.block === undefined && blocks.length > 0) {
      const fix = `Add \`block\`, one of: ${blocks.join(', ')}.`;
      findings.push(invalid(part, ['practice', 'id'], `The practice names no block of ${element.id}.`, fix));
    }
    if (practice.block !== undefined && !blocks.includes(practice.block)) {
      findings.push(
        blocks.length === 0
          ? invalid(
              part,
              ['practice', 'block'],
              `The element ${element.id} has no blocks.`,
              'Remove `block`.',
            )
          : unknownId(part, ['practice', 'block'], 'block', practice.block, blocks),
      );
    }
  }
  practice.dependsOn?.forEach((id, index) => {
    if (known.practices.includes(id)) return;
    findings.push(unknownId(part, ['practice', 'dependsOn', index], 'practice', id, known.practices));
  });
  const questions = practice.questions ?? [];
  findings.push(
    ...duplicates(
      part,
      ['practice', 'questions'],
      'question',
      questions.map(({ id }) => id),
    ),
  );
  questions.forEach((question, index) => {
    findings.push(...checkQuestion(part, ['practice', 'questions', index], question, known.reasons));
  });
  return findings;
}

/** Practice ids are permanent across the whole model, and no practice may need itself built first. */
export function checkPracticesTogether(parts: readonly Part[]): Finding[] {
  const findings: Finding[] = [];
  const owners = new Map<string, Part>();
  for (const part of parts) {
    const id = part.value.practice?.id;
    if (id === undefined) continue;
    const owner = owners.get(id);
    if (owner === undefined) owners.set(id, part);
    else {
      const message = `The practice id \`${id}\` is already used in ${owner.file}.`;
      findings.push(invalid(part, ['practice', 'id'], message, 'Give each practice its own id.'));
    }
  }
  const practices = [...owners.values()].flatMap(({ value }) => value.practice ?? []);
  const cycle = findCycle(
    prerequisitesOf(practices.map(({ id, dependsOn }) => ({ id, dependsOn: dependsOn ?? [] }))),
  );
  const [start] = cycle ?? [];
  const part = start === undefined ? undefined : owners.get(start);
  if (cycle !== undefined && part !== undefined) {
    const message = `These practices each need the next one built first: ${[...cycle, start].join(' → ')}.`;
    findings.push(
      invalid(part, ['practice', 'dependsOn'], message, 'Take one of the dependencies out.', 'key'),
    );
  }
  return findings;
}
