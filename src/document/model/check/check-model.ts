import { findCycle, getPrerequisites } from '#domain/plan/dependencies.ts';
import type { Question } from '#domain/model.ts';
import type { Finding } from '#domain/types/report.ts';
import { checkCovers, checkPatterns, checkReadings } from './check-patterns.ts';
import type { FaultList } from '#document/read/fault.ts';
import { checkMessages } from './check-messages.ts';
import { Checker } from './model-checker.ts';
import { type Draft, type Placed, listIds } from '#document/model/draft.ts';

/** Checks that ids are unique across kinds, because `explain` and patterns use them without the kind. */
function checkNames(draft: Draft, checker: Checker): void {
  const taken = new Map(['overall', 'balance', 'coverage'].map((id) => [id, 'a number of the tool']));
  const kinds = [
    ['element', 'an element', draft.elements],
    ['practice', 'a practice', draft.practices],
    ['pattern', 'a pattern', draft.patterns],
    ['reading', 'a reading', draft.readings],
  ] as const;
  for (const [what, owner, entries] of kinds) {
    for (const { value, spot } of entries) {
      const other = taken.get(value.id) ?? owner;
      taken.set(value.id, other);
      if (other === owner) continue;
      checker.addFault(
        spot,
        ['id'],
        `The ${what} id \`${value.id}\` is already the id of ${other}.`,
        'Give each its own id.',
      );
    }
  }
}

function checkElements(draft: Draft, checker: Checker): void {
  checker.checkUnique(draft.elements, 'element');
  for (const { value, spot } of draft.elements) {
    value.blocks.forEach((block, index) => {
      if (value.blocks.findIndex(({ id }) => id === block.id) === index) return;
      checker.addFault(
        spot,
        ['blocks', index, 'id'],
        `The block id \`${block.id}\` is used twice in ${value.id}.`,
        'Give each its own id.',
      );
    });
  }
}

/** Most practices of a model: 25 times those of the shipped one. What depends on what is counted for each. */
const mostPractices = 500;

function checkPractices(draft: Draft, checker: Checker): void {
  const elements = draft.elements.map(({ value }) => value);
  const ids = listIds(draft.practices);
  const extra = draft.practices[mostPractices];
  if (extra !== undefined) {
    const message = `The model has ${draft.practices.length} practices; at most ${mostPractices} are read.`;
    checker.addFault(extra.spot, [], message, 'Remove practices, or split the model.');
    return;
  }
  checker.checkUnique(draft.practices, 'practice');
  for (const entry of draft.practices) {
    const { value, spot } = entry;
    const element = elements.find(({ id }) => id === value.element);
    if (element === undefined) {
      checker.addDangling(entry, ['element'], 'element', value.element, listIds(draft.elements));
    } else {
      const blocks = element.blocks.map(({ id }) => id);
      if (value.block === null && blocks.length > 0) {
        checker.addFault(
          spot,
          ['id'],
          `The practice names no block of ${element.id}.`,
          `Add \`block\`, one of: ${blocks.join(', ')}.`,
        );
      } else if (value.block !== null && blocks.length === 0) {
        checker.addFault(
          spot,
          ['block'],
          `The element ${element.id} has no blocks.`,
          'Remove `block`.',
          'key',
        );
      } else if (value.block !== null && !blocks.includes(value.block)) {
        checker.addDangling(entry, ['block'], 'block', value.block, blocks);
      }
    }
    value.dependsOn.forEach((id, index) => {
      if (!ids.has(id)) checker.addDangling(entry, ['dependsOn', index], 'practice', id, ids);
    });
  }
  const cycle = findCycle(getPrerequisites(draft.practices.map(({ value }) => value)));
  if (cycle === undefined) return;
  // Point to a practice of the cycle that these files define, so that it can be fixed.
  const own = draft.practices.find(({ value, spot }) => spot !== undefined && cycle.includes(value.id));
  const message = `These practices each need the next one built first: ${[...cycle, cycle[0]].join(' → ')}.`;
  checker.addFault(own?.spot, ['dependsOn'], message, 'Remove one of the dependencies.', 'key');
}

/** The ids that a question can refer to. */
interface Known {
  readonly reasons: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  readonly claims: ReadonlySet<number>;
}

function checkQuestion(entry: Placed<Question>, { reasons, sources, claims }: Known, checker: Checker): void {
  const { value, spot } = entry;
  if (value.mayNotApply && value.notApplicableReasons.length === 0) {
    checker.addFault(
      spot,
      ['mayNotApply'],
      'The question may not apply, but lists no reasons.',
      'Add `notApplicableReasons`.',
    );
  }
  if (!value.mayNotApply && value.notApplicableReasons.length > 0) {
    checker.addFault(
      spot,
      ['notApplicableReasons'],
      'The question lists reasons for not applying, but always applies.',
      'Add `mayNotApply: true`, or remove the reasons.',
      'key',
    );
  }
  value.notApplicableReasons.forEach((id, index) => {
    if (!reasons.has(id)) checker.addDangling(entry, ['notApplicableReasons', index], 'reason', id, reasons);
  });
  const bands = value.recommendations.flatMap(({ levels }) => levels);
  for (const level of [0, 1, 2, 3]) {
    const count = bands.filter((band) => band === level).length;
    if (count === 1) continue;
    const message =
      count === 0
        ? `Nothing is recommended at level ${level}.`
        : `Level ${level} has ${count} recommendations.`;
    checker.addFault(
      spot,
      ['recommendations'],
      message,
      'Give the levels 0 to 3 exactly one recommendation each.',
      'key',
    );
  }
  (value.sources ?? []).forEach((id, index) => {
    if (!sources.has(id)) checker.addDangling(entry, ['sources', index], 'source', id, sources);
  });
  checkCovers(claims, entry, checker);
}

function checkRetired(draft: Draft, checker: Checker): void {
  const seen = new Set<string>();
  for (const { value, spot } of draft.retired) {
    if (seen.has(value.id)) {
      const message = `The id \`${value.id}\` is already listed as retired.`;
      checker.addFault(spot, ['id'], message, 'Keep one of the two.');
    }
    seen.add(value.id);
  }
}

/**
 * Finds the faults that the schema cannot see: duplicate and reused ids, dangling references, cycles,
 * missing recommendations, patterns that no answers trigger, unknown messages.
 *
 * @param messages the messages of the tool; undefined if these files define them
 * @param faults takes all faults
 */
export function checkDraft(
  draft: Draft,
  messages: Readonly<Record<string, string>> | undefined,
  faults: FaultList<Finding>,
): void {
  const checker = new Checker(draft, faults);
  checkNames(draft, checker);
  checkElements(draft, checker);
  checkPractices(draft, checker);
  checker.checkUnique(draft.questions, 'question');
  checker.checkUnique(draft.reasons, 'reason');
  checker.checkUnique(draft.sources, 'source');
  checker.checkUnique(draft.claims, 'claim');
  checkRetired(draft, checker);
  const known: Known = {
    reasons: listIds(draft.reasons),
    sources: listIds(draft.sources),
    claims: listIds(draft.claims),
  };
  for (const entry of draft.questions) checkQuestion(entry, known, checker);
  checkPatterns(draft, checker);
  checkReadings(draft, checker);
  checkMessages(draft, messages, checker);
}
