import type { Model } from '#domain/model.ts';
import type { Finding } from '#domain/types/report.ts';
import { collectAdditions, getMessages } from './additions.ts';
import { type Draft, type Part, type Placed, type Spot, assembleElement, makeFaultAt } from './draft.ts';

/** A draft and the faults found while assembling it. There is no draft if the files do not identify the model. */
export interface Drafted {
  readonly draft: Draft | undefined;
  readonly findings: readonly Finding[];
}

type Section = 'model' | 'scoring' | 'elements';

/** Finds the file with a section that a model has only once. Reports further files with it. */
function findOwner(parts: readonly Part[], section: Section, findings: Finding[]): Part | undefined {
  const [first, ...others] = parts.filter(({ value }) => value[section] !== undefined);
  for (const part of others) {
    const message = `\`${section}\` is already given in ${first?.file}.`;
    findings.push(makeFaultAt({ part, path: [section] }, message, 'Keep it in one file.', 'key'));
  }
  return first;
}

/** Marks a value that none of the files defines. */
const placeNowhere = <T>(value: T): Placed<T> => ({ value, spot: undefined });

/** Drafts a complete model. Messages that it does not define come from the shipped model. */
function draftComplete(
  parts: readonly Part[],
  home: Spot,
  shipped: Model | undefined,
  findings: Finding[],
): Drafted {
  const scoringPart = findOwner(parts, 'scoring', findings);
  const elementsPart = findOwner(parts, 'elements', findings);
  for (const [section, owner] of [
    ['scoring', scoringPart],
    ['elements', elementsPart],
  ] as const) {
    if (owner !== undefined) continue;
    const fix = `Add \`${section}\`, or extend another model with \`extends\`.`;
    findings.push(makeFaultAt(home, `No file of the model has \`${section}\`.`, fix, 'key'));
  }
  for (const part of parts.filter(({ value }) => value.changes !== undefined)) {
    const message = 'Only a model that extends another one has `changes`.';
    findings.push(
      makeFaultAt(
        { part, path: ['changes'] },
        message,
        'Add `extends` to `model`, or change the content itself.',
        'key',
      ),
    );
  }
  const identity = home.part.value.model;
  const scoring = scoringPart?.value.scoring;
  const elements = elementsPart?.value.elements;
  if (
    identity === undefined ||
    scoring === undefined ||
    elements === undefined ||
    elementsPart === undefined
  ) {
    return { draft: undefined, findings };
  }
  const inherited = Object.entries(shipped?.messages ?? {}).map(([key, value]): [string, Placed<string>] => [
    key,
    placeNowhere(value),
  ]);
  const draft: Draft = {
    identity,
    base: null,
    scoring,
    elements: elements.map((element, index) => ({
      value: assembleElement(element),
      spot: { part: elementsPart, path: ['elements', index] },
    })),
    ...collectAdditions(parts, scoring),
    messages: new Map([...inherited, ...getMessages(parts, findings)]),
    removed: new Map(),
    home,
  };
  return { draft, findings };
}

/** Applies the changes of the files to the scoring rules. Reports a number that two files change. */
function changeScoring(
  parts: readonly Part[],
  rules: Draft['scoring'],
  findings: Finding[],
): Draft['scoring'] {
  const changed = new Map<string, string>();
  for (const part of parts) {
    for (const key of Object.keys(part.value.changes?.scoring ?? {})) {
      const first = changed.get(key);
      if (first === undefined) changed.set(key, part.file);
      else {
        const spot: Spot = { part, path: ['changes', 'scoring', key] };
        findings.push(
          makeFaultAt(spot, `\`${key}\` is already changed in ${first}.`, 'Change it in one place.', 'key'),
        );
      }
    }
  }
  return Object.assign({}, rules, ...parts.map(({ value }) => value.changes?.scoring));
}

/** Drafts an overlay without its changes: the model that it extends, and what it adds. */
function draftOverlay(parts: readonly Part[], home: Spot, base: Model, findings: Finding[]): Drafted {
  for (const section of ['scoring', 'elements'] as const) {
    for (const part of parts.filter(({ value }) => value[section] !== undefined)) {
      const message = `A model that extends another one has no \`${section}\` of its own.`;
      findings.push(
        makeFaultAt(
          { part, path: [section] },
          message,
          `Say what changes under \`changes.${section}\`.`,
          'key',
        ),
      );
    }
  }
  const identity = home.part.value.model;
  if (identity === undefined) return { draft: undefined, findings };
  const scoring = changeScoring(parts, base.scoring, findings);
  const added = collectAdditions(parts, scoring);
  const draft: Draft = {
    identity,
    base: { id: base.id, version: base.version },
    scoring,
    elements: base.elements.map(placeNowhere),
    practices: [
      ...base.practices.map(({ questions: _questions, ...practice }) => placeNowhere(practice)),
      ...added.practices,
    ],
    questions: [
      ...base.practices.flatMap(({ questions }) => questions).map(placeNowhere),
      ...added.questions,
    ],
    patterns: [...base.patterns.map(placeNowhere), ...added.patterns],
    reasons: [...base.notApplicableReasons.map(placeNowhere), ...added.reasons],
    sources: [...base.sources.map(placeNowhere), ...added.sources],
    claims: [...base.claims.map(placeNowhere), ...added.claims],
    retired: [...base.retired.map(placeNowhere), ...added.retired],
    messages: new Map([
      ...Object.entries(base.messages).map(([key, value]): [string, Placed<string>] => [
        key,
        placeNowhere(value),
      ]),
      ...getMessages(parts, findings),
    ]),
    removed: new Map(),
    home,
  };
  return { draft, findings };
}

/**
 * Assembles a draft from the files of a model. An overlay starts from the model that it extends, which must be
 * the shipped one in the same major version; its `changes` are not applied yet.
 */
export function assembleDraft(parts: readonly Part[], shipped: Model | undefined): Drafted {
  const findings: Finding[] = [];
  const owner = findOwner(parts, 'model', findings);
  const [anywhere] = parts;
  if (owner === undefined) {
    if (anywhere !== undefined) {
      const fix = 'Add `model` with id, version, title and language to model.yaml.';
      findings.push(makeFaultAt({ part: anywhere, path: [] }, 'No file identifies the model.', fix));
    }
    return { draft: undefined, findings };
  }
  const home: Spot = { part: owner, path: ['model'] };
  const wanted = owner.value.model?.extends;
  if (wanted === undefined) return draftComplete(parts, home, shipped, findings);
  const offered = shipped && `${shipped.id}@${shipped.version.split('.')[0]}`;
  if (shipped !== undefined && wanted === offered) return draftOverlay(parts, home, shipped, findings);
  const message = `There is no model \`${wanted}\` to extend.`;
  findings.push(
    makeFaultAt(
      { part: owner, path: ['model', 'extends'] },
      message,
      offered === undefined ? 'Remove `extends`.' : `Extend \`${offered}\`.`,
    ),
  );
  return { draft: undefined, findings };
}
