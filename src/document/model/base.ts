import type { Model } from '#domain/model.ts';
import type { ModelDocument } from '#domain/types/model.ts';
import type { Finding } from '#domain/types/report.ts';
import { type Part, type Spot, makeFaultAt } from './draft.ts';

/** The models that a model can build on. */
export interface Bases {
  /** The shipped model; undefined while it is built. */
  readonly shipped: Model | undefined;
  /** The model that is named before this one; undefined if this is the first. */
  readonly before: Model | undefined;
}

/** What the files of a model are, and what they build on. */
export type Identified =
  | {
      readonly kind: 'complete';
      readonly identity: NonNullable<ModelDocument['model']>;
      readonly home: Spot;
    }
  | {
      readonly kind: 'overlay';
      readonly identity: NonNullable<ModelDocument['model']>;
      readonly home: Spot;
      readonly base: Model;
    }
  | {
      readonly kind: 'translation';
      readonly identity: NonNullable<ModelDocument['translation']>;
      readonly home: Spot;
      readonly base: Model;
    };

type Section = 'model' | 'translation' | 'scoring' | 'scale' | 'elements' | 'wording';

/** Finds the file with a section that a model has only once. Reports further files with it. */
export function findOwner(parts: readonly Part[], section: Section, findings: Finding[]): Part | undefined {
  const [first, ...others] = parts.filter(({ value }) => value[section] !== undefined);
  for (const part of others) {
    const message = `\`${section}\` is already given in ${first?.file}.`;
    findings.push(makeFaultAt({ part, path: [section] }, message, 'Keep it in one file.', 'key'));
  }
  return first;
}

const toMajor = ({ id, version }: Pick<Model, 'id' | 'version'>): string => `${id}@${version.split('.')[0]}`;

/** Advises on a model that is not there: to name it first, unless only its version is another one, or to do without. */
function adviseToName(wanted: string, known: readonly Pick<Model, 'id'>[], otherwise: string): string {
  if (known.some(({ id }) => id === wanted)) return `${otherwise}.`;
  return `Name the model \`${wanted}\` before this one. Or ${otherwise.charAt(0).toLowerCase()}${otherwise.slice(1)}.`;
}

/** Finds the model that an overlay extends: the one before it, which may itself extend the one that is meant. */
function findExtended(
  identity: NonNullable<ModelDocument['model']>,
  part: Part,
  { shipped, before }: Bases,
  findings: Finding[],
): Identified | undefined {
  const base = before ?? shipped;
  const known = base === undefined ? [] : [base, ...base.extends];
  if (known.some(({ id }) => id === identity.id)) {
    const message = `The model that this one builds on has the id \`${identity.id}\` too.`;
    const fix = 'Name each model once, and give each an id of its own.';
    findings.push(makeFaultAt({ part, path: ['model', 'id'] }, message, fix));
    return undefined;
  }
  const offered = known.map(toMajor);
  if (base !== undefined && offered.includes(identity.extends ?? ''))
    return { kind: 'overlay', identity, home: { part, path: ['model'] }, base };
  const [wanted = ''] = (identity.extends ?? '').split('@');
  const otherwise = `Extend ${offered.map((each) => `\`${each}\``).join(' or ')}`;
  const fix = offered.length === 0 ? 'Remove `extends`.' : adviseToName(wanted, known, otherwise);
  const message = `There is no model \`${identity.extends}\` to extend.`;
  findings.push(makeFaultAt({ part, path: ['model', 'extends'] }, message, fix));
  return undefined;
}

/** Returns whether a model is complete by itself. Reports one that is named after another, or says no language. */
function isComplete(
  { id, language }: NonNullable<ModelDocument['model']>,
  home: Spot,
  { before }: Bases,
  findings: Finding[],
): boolean {
  if (before !== undefined) {
    const message = `\`${id}\` is a complete model and uses nothing of \`${before.id}\`, which is named before it.`;
    const fix = `Name \`${id}\` alone. Or make it an overlay, with \`extends: ${toMajor(before)}\`.`;
    findings.push(makeFaultAt(home, message, fix, 'key'));
    return false;
  }
  if (language === undefined) {
    const message = 'A complete model says its language.';
    findings.push(makeFaultAt(home, message, 'Add `language`, for example `en`.', 'key'));
  }
  return language !== undefined;
}

/** Describes why a translation cannot be used on a model. Returns undefined if it can. */
function describeMismatch(of: string, base: Model): readonly [message: string, fix: string] | undefined {
  const wanted = `${base.id}@${base.version}`;
  if (of === wanted) return undefined;
  const [id, version] = of.split('@');
  if (id === base.id) {
    return [
      `This translates version ${version} of \`${id}\`, and the model has version ${base.version}.`,
      `Translate what changed, then write \`of: ${wanted}\`.`,
    ];
  }
  if (base.extends.some((each) => each.id === id)) {
    return [
      `This translates \`${id}\`, and \`${base.id}\`, which extends it, is named before.`,
      `Name this translation before \`${base.id}\`, or write \`of: ${wanted}\`.`,
    ];
  }
  return [`There is no model \`${id}\` to translate.`, adviseToName(id ?? '', [], `Write \`of: ${wanted}\``)];
}

/** Finds the model that a translation is for: the one before it, in exactly the version that it names. */
function findTranslated(
  identity: NonNullable<ModelDocument['translation']>,
  part: Part,
  { shipped, before }: Bases,
  findings: Finding[],
): Identified | undefined {
  const base = before ?? shipped;
  const home: Spot = { part, path: ['translation'] };
  if (base === undefined) {
    findings.push(
      makeFaultAt(home, 'There is no model to translate.', 'Identify the model with `model`.', 'key'),
    );
    return undefined;
  }
  const mismatch = describeMismatch(identity.of, base);
  if (mismatch === undefined) return { kind: 'translation', identity, home, base };
  findings.push(makeFaultAt({ part, path: ['translation', 'of'] }, ...mismatch));
  return undefined;
}

/** Finds out what the files of a model are. Reports why it cannot be said, and returns undefined. */
export function identify(parts: readonly Part[], bases: Bases, findings: Finding[]): Identified | undefined {
  const owner = findOwner(parts, 'model', findings);
  const translation = findOwner(parts, 'translation', findings);
  const [anywhere] = parts;
  if (translation?.value.translation !== undefined) {
    if (owner !== undefined) {
      const message = 'A translation is the model that it translates, and has no `model` of its own.';
      const fix = 'Remove one of the two.';
      findings.push(makeFaultAt({ part: owner, path: ['model'] }, message, fix, 'key'));
      return undefined;
    }
    return findTranslated(translation.value.translation, translation, bases, findings);
  }
  const identity = owner?.value.model;
  if (owner === undefined || identity === undefined) {
    if (anywhere !== undefined) {
      const fix = 'Add `model` with id, version, title and language to model.yaml.';
      findings.push(makeFaultAt({ part: anywhere, path: [] }, 'No file identifies the model.', fix));
    }
    return undefined;
  }
  const home: Spot = { part: owner, path: ['model'] };
  if (identity.extends !== undefined) return findExtended(identity, owner, bases, findings);
  return isComplete(identity, home, bases, findings) ? { kind: 'complete', identity, home } : undefined;
}
