import { findCycle, getPrerequisites } from '#domain/plan/dependencies.ts';
import type { Question } from '#domain/model.ts';
import type { Finding } from '#domain/types/report.ts';
import { checkCovers, checkPatterns } from './check-patterns.ts';
import { checkWords } from './check-messages.ts';
import { Checker } from './model-checker.ts';
import type { Draft, Placed } from './draft.ts';

/** What `explain` and patterns call by its bare id needs an id that nothing else has. */
function checkNames(draft: Draft, checker: Checker): void {
  const taken = new Map(['overall', 'balance', 'coverage'].map((id) => [id, 'a number of the tool']));
  const kinds = [
    ['element', 'an element', draft.elements],
    ['practice', 'a practice', draft.practices],
    ['pattern', 'a pattern', draft.patterns],
  ] as const;
  for (const [what, owner, entries] of kinds) {
    for (const { value, spot } of entries) {
      const other = taken.get(value.id) ?? owner;
      taken.set(value.id, other);
      if (other === owner) continue;
      checker.fault(
        spot,
        ['id'],
        `The ${what} id \`${value.id}\` is already the id of ${other}.`,
        'Give each its own id.',
      );
    }
  }
}

function checkElements(draft: Draft, checker: Checker): void {
  checker.unique(draft.elements, 'element');
  for (const { value, spot } of draft.elements) {
    value.blocks.forEach((block, index) => {
      if (value.blocks.findIndex(({ id }) => id === block.id) === index) return;
      checker.fault(
        spot,
        ['blocks', index, 'id'],
        `The block id \`${block.id}\` is used twice in ${value.id}.`,
        'Give each its own id.',
      );
    });
  }
}

function checkPractices(draft: Draft, checker: Checker): void {
  const elements = draft.elements.map(({ value }) => value);
  const ids = draft.practices.map(({ value }) => value.id);
  checker.unique(draft.practices, 'practice');
  for (const entry of draft.practices) {
    const { value, spot } = entry;
    const element = elements.find(({ id }) => id === value.element);
    if (element === undefined) {
      checker.dangling(
        entry,
        ['element'],
        'element',
        value.element,
        elements.map(({ id }) => id),
      );
    } else {
      const blocks = element.blocks.map(({ id }) => id);
      if (value.block === null && blocks.length > 0) {
        checker.fault(
          spot,
          ['id'],
          `The practice names no block of ${element.id}.`,
          `Add \`block\`, one of: ${blocks.join(', ')}.`,
        );
      } else if (value.block !== null && blocks.length === 0) {
        checker.fault(spot, ['block'], `The element ${element.id} has no blocks.`, 'Remove `block`.', 'key');
      } else if (value.block !== null && !blocks.includes(value.block)) {
        checker.dangling(entry, ['block'], 'block', value.block, blocks);
      }
    }
    value.dependsOn.forEach((id, index) => {
      if (!ids.includes(id)) checker.dangling(entry, ['dependsOn', index], 'practice', id, ids);
    });
  }
  const cycle = findCycle(getPrerequisites(draft.practices.map(({ value }) => value)));
  if (cycle === undefined) return;
  // The place that can be mended: a practice of the circle that was written here.
  const own = draft.practices.find(({ value, spot }) => spot !== undefined && cycle.includes(value.id));
  const message = `These practices each need the next one built first: ${[...cycle, cycle[0]].join(' → ')}.`;
  checker.fault(own?.spot, ['dependsOn'], message, 'Take one of the dependencies out.', 'key');
}

function checkQuestion(draft: Draft, entry: Placed<Question>, checker: Checker): void {
  const { value, spot } = entry;
  if (value.mayNotApply && value.notApplicableReasons.length === 0) {
    checker.fault(
      spot,
      ['mayNotApply'],
      'The question may not apply, but names no reason for which.',
      'Add `notApplicableReasons`.',
    );
  }
  if (!value.mayNotApply && value.notApplicableReasons.length > 0) {
    checker.fault(
      spot,
      ['notApplicableReasons'],
      'The question names reasons for which it does not apply, but always applies.',
      'Add `mayNotApply: true`, or remove the reasons.',
      'key',
    );
  }
  const reasons = draft.reasons.map(({ value: { id } }) => id);
  value.notApplicableReasons.forEach((id, index) => {
    if (!reasons.includes(id))
      checker.dangling(entry, ['notApplicableReasons', index], 'reason', id, reasons);
  });
  const bands = value.recommendations.flatMap(({ levels }) => levels);
  for (const level of [0, 1, 2, 3]) {
    const count = bands.filter((band) => band === level).length;
    if (count === 1) continue;
    const message =
      count === 0
        ? `Nothing is recommended at level ${level}.`
        : `Level ${level} has ${count} recommendations.`;
    checker.fault(
      spot,
      ['recommendations'],
      message,
      'Give the levels 0 to 3 exactly one recommendation each.',
      'key',
    );
  }
  const sources = draft.sources.map(({ value: { id } }) => id);
  (value.sources ?? []).forEach((id, index) => {
    if (!sources.includes(id)) checker.dangling(entry, ['sources', index], 'source', id, sources);
  });
  checkCovers(draft, entry, checker);
}

function checkRetired(draft: Draft, checker: Checker): void {
  draft.retired.forEach(({ value, spot }, index) => {
    const first = draft.retired.findIndex((other) => other.value.id === value.id);
    if (first === index) return;
    checker.fault(
      spot,
      ['id'],
      `The id \`${value.id}\` is already listed as retired.`,
      'Keep one of the two.',
    );
  });
}

/**
 * Everything wrong with a draft that the schema cannot see: ids used twice or again, references that lead
 * nowhere, circles, recommendations, patterns that nothing sets off, words that nothing says.
 *
 * @param words the words that the tool knows; undefined where these files define them
 */
export function checkDraft(
  draft: Draft,
  words: Readonly<Record<string, string>> | undefined,
): readonly Finding[] {
  const checker = new Checker(draft);
  checkNames(draft, checker);
  checkElements(draft, checker);
  checkPractices(draft, checker);
  checker.unique(draft.questions, 'question');
  checker.unique(draft.reasons, 'reason');
  checker.unique(draft.sources, 'source');
  checker.unique(draft.claims, 'claim');
  checkRetired(draft, checker);
  for (const entry of draft.questions) checkQuestion(draft, entry, checker);
  checkPatterns(draft, checker);
  checkWords(draft, words, checker);
  return checker.findings;
}
