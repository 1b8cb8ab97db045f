import { type Model, getPrimaryLanguage } from '#domain/model.ts';
import type { Finding } from '#domain/types/report.ts';
import { collectAdditions, getMessages } from './additions.ts';
import { type Bases, type Identified, findOwner, identify } from './base.ts';
import { type Draft, type Part, type Placed, type Spot, assembleElement, makeFaultAt } from './draft.ts';
import { checkTranslation } from './translation.ts';

/** A draft and the faults found while assembling it. There is no draft if the files do not identify the model. */
export interface Drafted {
  readonly draft: Draft | undefined;
  readonly findings: readonly Finding[];
}

/** Marks a value that none of the files defines. */
const placeNowhere = <T>(value: T): Placed<T> => ({ value, spot: undefined });

/** Adds what the files say about the wording of their language. */
function addWording(
  known: Model['wording'],
  language: string,
  parts: readonly Part[],
  findings: Finding[],
): Model['wording'] {
  const own = findOwner(parts, 'wording', findings)?.value.wording;
  return own === undefined ? known : { ...known, [getPrimaryLanguage(language)]: own };
}

/** Drafts a complete model. Messages that it does not define come from the shipped model. */
function draftComplete(
  parts: readonly Part[],
  { identity, home }: Identified & { kind: 'complete' },
  shipped: Model | undefined,
  findings: Finding[],
): Drafted {
  const scoringPart = findOwner(parts, 'scoring', findings);
  const scale = findOwner(parts, 'scale', findings)?.value.scale ?? shipped?.scale;
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
  const { id, version, title, language } = identity;
  const scoring = scoringPart?.value.scoring;
  const elements = elementsPart?.value.elements;
  if (
    language === undefined ||
    scoring === undefined ||
    scale === undefined ||
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
    identity: { id, version, title, language },
    extends: [],
    base: undefined,
    isTranslation: false,
    scoring,
    scale,
    elements: elements.map((element, index) => ({
      value: assembleElement(element),
      spot: { part: elementsPart, path: ['elements', index] },
    })),
    ...collectAdditions(parts, scoring),
    messages: new Map([...inherited, ...getMessages(parts, findings)]),
    wording: addWording(shipped?.wording ?? {}, language, parts, findings),
    removedBefore: [],
    removed: new Map(),
    home,
  };
  return { draft, findings };
}

/** Sections of `changes` without ids, whose keys are changed one by one. */
type Keyed = 'scoring' | 'scale';

/** Applies the changes of the files to the scoring rules or the scale. Reports a key that two files change. */
function changeKeys<K extends Keyed>(
  parts: readonly Part[],
  section: K,
  known: Draft[K],
  findings: Finding[],
): Draft[K] {
  const changed = new Map<string, string>();
  for (const part of parts) {
    for (const key of Object.keys(part.value.changes?.[section] ?? {})) {
      const first = changed.get(key);
      if (first === undefined) changed.set(key, part.file);
      else {
        const spot: Spot = { part, path: ['changes', section, key] };
        findings.push(
          makeFaultAt(spot, `\`${key}\` is already changed in ${first}.`, 'Change it in one place.', 'key'),
        );
      }
    }
  }
  return Object.assign({}, known, ...parts.map(({ value }) => value.changes?.[section])) as Draft[K];
}

/** Finds what an overlay gives as a whole that it can only change. */
function findWholeSections(parts: readonly Part[]): Finding[] {
  return (['scoring', 'scale', 'elements'] as const).flatMap((section) =>
    parts
      .filter(({ value }) => value[section] !== undefined)
      .map((part) => {
        const message = `A model that extends another one has no \`${section}\` of its own.`;
        const fix = `Say what changes under \`changes.${section}\`.`;
        return makeFaultAt({ part, path: [section] }, message, fix, 'key');
      }),
  );
}

/** Drafts an overlay or a translation without its changes: the model that it builds on, and what it adds. */
function draftUpon(
  parts: readonly Part[],
  identified: Identified & { kind: 'overlay' | 'translation' },
  findings: Finding[],
): Drafted {
  const { base, home } = identified;
  const isTranslation = identified.kind === 'translation';
  const { identity } = identified;
  const language = identity.language ?? base.language;
  findings.push(...(isTranslation ? checkTranslation(parts, base) : findWholeSections(parts)));
  // What else would follow from such changes does not matter.
  if (isTranslation && findings.length > 0) return { draft: undefined, findings };
  const scoring = isTranslation ? base.scoring : changeKeys(parts, 'scoring', base.scoring, findings);
  const added = collectAdditions(isTranslation ? [] : parts, scoring);
  const draft: Draft = {
    identity:
      'id' in identity
        ? { id: identity.id, version: identity.version, title: identity.title, language }
        : { id: base.id, version: base.version, title: identity.title ?? base.title, language },
    extends: isTranslation ? base.extends : [{ id: base.id, version: base.version }, ...base.extends],
    base,
    isTranslation,
    scoring,
    scale: changeKeys(parts, 'scale', base.scale, findings),
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
    readings: [...base.readings.map(placeNowhere), ...added.readings],
    terms: [...base.terms.map(placeNowhere), ...added.terms],
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
    wording: addWording(base.wording, language, parts, findings),
    removedBefore: base.removed,
    removed: new Map(),
    home,
  };
  return { draft, findings };
}

/**
 * Assembles a draft from the files of a model. An overlay or a translation starts from the model that is named before
 * it, else from the shipped one; its `changes` are not applied yet.
 */
export function assembleDraft(parts: readonly Part[], bases: Bases): Drafted {
  const findings: Finding[] = [];
  const identified = identify(parts, bases, findings);
  if (identified === undefined) return { draft: undefined, findings };
  return identified.kind === 'complete'
    ? draftComplete(parts, identified, bases.shipped, findings)
    : draftUpon(parts, identified, findings);
}
