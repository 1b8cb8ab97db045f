import { findCycle, prerequisitesOf } from '#domain/dependencies.ts';
import type { Question } from '#domain/model.ts';
import { blockKey } from '#domain/lens.ts';
import { canBeMet, referencesIn } from '#domain/patterns.ts';
import type { Finding } from '#domain/types/report.ts';
import { placesOf } from '#domain/words.ts';
import { type Draft, type Placed, type Spot, beneath, faultAt } from './model-draft.ts';
import { suggest } from './suggest.ts';

/** Checks a draft, and points to where the fault was written. */
class Checker {
  readonly #draft: Draft;
  readonly findings: Finding[] = [];

  constructor(draft: Draft) {
    this.#draft = draft;
  }

  /** Adds a fault; at the file that says what the model is for something that was written nowhere. */
  fault(
    spot: Spot | undefined,
    path: readonly (string | number)[],
    message: string,
    fix: string,
    what?: 'key',
  ): void {
    const place = spot === undefined ? this.#draft.home : beneath(spot, ...path);
    this.findings.push(faultAt(place, message, fix, spot === undefined ? 'key' : what));
  }

  /** Says that a reference leads nowhere; where the overlay took its target out, at the place that says so. */
  dangling(
    owner: Placed<{ id: string }>,
    path: readonly (string | number)[],
    what: string,
    id: string,
    known: readonly string[],
  ): void {
    const removed = this.#draft.removed.get(id);
    if (removed !== undefined && owner.spot === undefined) {
      const message = `\`${id}\` is taken out, but \`${owner.value.id}\` still names it.`;
      this.findings.push(faultAt(removed, message, `Change or take out \`${owner.value.id}\` too.`));
      return;
    }
    const near = suggest(id, known);
    const list = known.length > 12 ? `${known.slice(0, 12).join(', ')}, …` : known.join(', ');
    this.fault(
      owner.spot,
      path,
      `There is no ${what} \`${id}\`.`,
      near === undefined ? `Use one of: ${list}.` : `Did you mean \`${near}\`?`,
    );
  }

  /** Ids are unique and were never retired. */
  unique(entries: readonly Placed<{ id: string | number }>[], what: string): void {
    const seen = new Map<string | number, Placed<{ id: string | number }>>();
    const retired = new Map(this.#draft.retired.map(({ value }) => [value.id, value]));
    for (const entry of entries) {
      const { id } = entry.value;
      const first = seen.get(id);
      if (first === undefined) seen.set(id, entry);
      else {
        const where =
          first.spot === undefined ? 'by the model that is extended' : `in ${first.spot.part.file}`;
        this.fault(
          entry.spot,
          ['id'],
          `The ${what} id \`${id}\` is already used ${where}.`,
          'Give each its own id, or change the other one.',
        );
      }
      const gone = retired.get(String(id));
      if (gone !== undefined) {
        this.fault(
          entry.spot,
          ['id'],
          `The ${what} id \`${id}\` was retired in ${gone.since}: ${gone.why}`,
          'Choose an id that was never used.',
        );
      }
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
  const cycle = findCycle(prerequisitesOf(draft.practices.map(({ value }) => value)));
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

function checkCovers(
  draft: Draft,
  { value, spot }: Placed<{ id: string; covers?: number[] }>,
  checker: Checker,
): void {
  const claims = new Set(draft.claims.map(({ value: { id } }) => id));
  (value.covers ?? []).forEach((id, index) => {
    if (!claims.has(id))
      checker.fault(
        spot,
        ['covers', index],
        `There is no claim ${id}.`,
        'Name a claim of the list, or remove the number.',
      );
  });
}

function checkPatterns(draft: Draft, checker: Checker): void {
  const questions = draft.questions.map(({ value }) => value.id);
  const practices = draft.practices.map(({ value }) => value.id);
  const sources = draft.sources.map(({ value }) => value.id);
  const values = [
    'balance',
    ...draft.elements.flatMap(({ value }) => [
      value.id,
      ...value.blocks.map(({ id }) => blockKey(value.id, id)),
    ]),
    ...practices,
    ...questions,
  ];
  checker.unique(draft.patterns, 'pattern');
  for (const entry of draft.patterns) {
    const { value, spot } = entry;
    for (const { kind, id } of referencesIn(value.when)) {
      if (kind === 'value' && !values.includes(id)) checker.dangling(entry, ['when'], 'value', id, values);
      if (kind === 'question' && !questions.includes(id))
        checker.dangling(entry, ['when'], 'question', id, questions);
    }
    if (!canBeMet(value.when)) {
      checker.fault(
        spot,
        ['when'],
        `No answers could ever set off the pattern \`${value.id}\`.`,
        'Mend its condition: a value has 0 to 4 levels, balance -4 to 4.',
        'key',
      );
    }
    value.practices.forEach((id, index) => {
      if (!practices.includes(id)) checker.dangling(entry, ['practices', index], 'practice', id, practices);
    });
    (value.sources ?? []).forEach((id, index) => {
      if (!sources.includes(id)) checker.dangling(entry, ['sources', index], 'source', id, sources);
    });
    checkCovers(draft, entry, checker);
  }
}

function checkWords(
  draft: Draft,
  known: Readonly<Record<string, string>> | undefined,
  checker: Checker,
): void {
  if (known === undefined) return;
  const keys = Object.keys(known);
  for (const [key, { value, spot }] of draft.words) {
    const original = known[key];
    if (original === undefined) {
      const near = suggest(key, keys);
      checker.fault(
        spot,
        [],
        `Nothing in the tool says \`${key}\`.`,
        near === undefined ? 'Remove it.' : `Did you mean \`${near}\`?`,
        'key',
      );
      continue;
    }
    const given = placesOf(value);
    const wanted = placesOf(original);
    const strange = [...given].filter((place) => !wanted.has(place));
    const missing = [...wanted].filter((place) => !given.has(place));
    if (strange.length > 0) {
      checker.fault(
        spot,
        [],
        `Nothing is filled in for ${strange.map((place) => `\`{${place}}\``).join(', ')} here.`,
        wanted.size === 0 ? 'Remove it.' : `Use ${[...wanted].map((place) => `\`{${place}}\``).join(', ')}.`,
      );
    }
    if (missing.length > 0) {
      checker.fault(
        spot,
        [],
        `${missing.map((place) => `\`{${place}}\``).join(', ')} is missing.`,
        'Put it where the tool is to fill it in.',
      );
    }
  }
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
  checkElements(draft, checker);
  checkPractices(draft, checker);
  checker.unique(draft.questions, 'question');
  checker.unique(draft.reasons, 'reason');
  checker.unique(draft.sources, 'source');
  checker.unique(draft.claims, 'claim');
  for (const entry of draft.questions) checkQuestion(draft, entry, checker);
  checkPatterns(draft, checker);
  checkWords(draft, words, checker);
  return checker.findings;
}
