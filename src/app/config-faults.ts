import { isAbsolute, normalize } from 'node:path';
import { type Sourced, makeFindingAt } from '#document/read/sourced.ts';
import { suggest } from '#document/schema/suggest.ts';
import { isAboutReading } from '#domain/gate/gate.ts';
import type { Model } from '#domain/model.ts';
import type { ConfigDocument } from '#domain/types/config.ts';
import type { Finding } from '#domain/types/report.ts';
import { rules } from '#app/findings/rules.ts';

/**
 * Loads the model that settings are for. Returns undefined if it is not known.
 *
 * @param named the models that the settings name, as in their file; undefined if they name none
 */
export type LoadConfigModel = (named: ConfigDocument['model']) => Promise<Model | undefined>;

const invalid = { check: 'document/invalid', severity: 'error' } as const;

/** Returns the value at a path, or undefined: settings that break the schema are checked as far as possible. */
function getAt(document: Sourced<unknown>, ...path: readonly (string | number)[]): unknown {
  let value = document.value;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

/** Returns the keys of the map at a path; none if there is no map. */
function listKeysAt(document: Sourced<unknown>, ...path: readonly (string | number)[]): string[] {
  const value = getAt(document, ...path);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}

/** Returns the paths of what has settings: the whole file, and each override. */
function listParts(document: Sourced<unknown>): (readonly (string | number)[])[] {
  const overrides = getAt(document, 'overrides');
  return [[], ...(Array.isArray(overrides) ? overrides.map((_, index) => ['overrides', index]) : [])];
}

/** Finds overrides that name files and change nothing for them. */
function findIdleOverrides(document: Sourced<unknown>): Finding[] {
  return listParts(document)
    .filter((part) => part.length > 0 && listKeysAt(document, ...part).join() === 'files')
    .map((part) => {
      const message = 'This override names files and no setting, so it changes nothing.';
      const fix = 'Add `checks`, `floors`, `maxEvidenceAge` or `maxDrop`; or remove it.';
      return makeFindingAt(document, part, { ...invalid, message, fix });
    });
}

/** Finds severities of unknown checks, which would silently change nothing. */
function findUnknownChecks(document: Sourced<unknown>, part: readonly (string | number)[]): Finding[] {
  const known = rules.map(({ id }) => id);
  const unknown = listKeysAt(document, ...part, 'checks').filter((id) => !known.includes(id));
  return unknown.map((id) => {
    const near = suggest(id, known);
    const message = `There is no check \`${id}\`, so this changes nothing.`;
    const fix =
      near === undefined
        ? '`sales-audit explain CHECK` explains each; docs/checks.md lists them.'
        : `Did you mean \`${near}\`?`;
    return makeFindingAt(document, [...part, 'checks', id], { ...invalid, message, fix }, 'key');
  });
}

/** Finds severities of checks that have only one: no setting makes a file readable. */
function findFixedSeverities(document: Sourced<unknown>, part: readonly (string | number)[]): Finding[] {
  const fixed = listKeysAt(document, ...part, 'checks').filter((id) => isAboutReading(id));
  return fixed.map((id) => {
    const message = `\`${id}\` is always an error, so this changes nothing.`;
    const fix = 'Remove it. To leave a file out, name it under `ignore`.';
    return makeFindingAt(document, [...part, 'checks', id], { ...invalid, message, fix }, 'key');
  });
}

/** Finds patterns that can match nothing: negations, and paths that lead out of the folder of the settings. */
function findIdlePatterns(document: Sourced<unknown>, part: readonly (string | number)[]): Finding[] {
  const key = part.length === 0 ? 'ignore' : 'files';
  const does = key === 'ignore' ? 'leaves files out' : 'names files';
  const patterns = getAt(document, ...part, key);
  if (!Array.isArray(patterns)) return [];
  return patterns.flatMap((pattern: unknown, index) => {
    if (typeof pattern !== 'string') return [];
    const path = [...part, key, index];
    if (pattern.startsWith('!')) {
      const message = `\`${pattern}\` begins with \`!\`, which brings nothing back: \`${key}\` only ${does}.`;
      const fix = 'Remove it, and narrow the other patterns.';
      return [makeFindingAt(document, path, { ...invalid, message, fix })];
    }
    if (!/^(?:\/|\.\.(?:\/|$))/.test(pattern)) return [];
    const message = `\`${pattern}\` is outside the folder of this file, so it matches nothing.`;
    const fix = 'Write the pattern relative to this file, without `/` or `..` at its beginning.';
    return [makeFindingAt(document, path, { ...invalid, message, fix })];
  });
}

/** Returns the models that the settings name; undefined for none, and where the schema refuses them. */
function getModels(document: Sourced<unknown>): ConfigDocument['model'] {
  const named = getAt(document, 'model');
  const names: readonly unknown[] = Array.isArray(named) ? named : [named];
  const texts = names.filter((name) => typeof name === 'string');
  return texts.length > 0 && texts.length === names.length ? texts : undefined;
}

/** Finds a baseline outside the folder of the settings: `check` writes it, and settings may come from anyone. */
function findOutsideBaseline(document: Sourced<unknown>): Finding[] {
  const baseline = getAt(document, 'baseline');
  if (typeof baseline !== 'string') return [];
  const isOutside = isAbsolute(baseline) || /^\.\.(?:[/\\]|$)/.test(normalize(baseline));
  if (!isOutside) return [];
  const message = `\`${baseline}\` is outside the folder of this file.`;
  const fix = 'Choose a file in this folder or below it. The option `--baseline` takes any file.';
  return [makeFindingAt(document, ['baseline'], { ...invalid, message, fix })];
}

/** Finds floors for unknown elements, which could never pass. */
async function findUnknownElements(
  document: Sourced<unknown>,
  loadModel: LoadConfigModel,
): Promise<Finding[]> {
  const floors = listParts(document).flatMap((part) => {
    const path = [...part, 'floors', 'elements'];
    return listKeysAt(document, ...path).map((id) => ({ id, path: [...path, id] }));
  });
  if (floors.length === 0) return [];
  const model = await loadModel(getModels(document));
  if (model === undefined) return [];
  const known = model.elements.map(({ id }) => id);
  const unknown = floors.filter(({ id }) => !known.includes(id));
  return unknown.map(({ id, path }) => {
    const near = suggest(id, known);
    const message = `The model ${model.id} has no element \`${id}\`, so this floor could never be reached.`;
    const fix = near === undefined ? `Elements: ${known.join(', ')}.` : `Did you mean \`${near}\`?`;
    return makeFindingAt(document, path, { ...invalid, message, fix }, 'key');
  });
}

/** Finds a color of the brand that no report can use. */
async function findBrandFaults(document: Sourced<unknown>): Promise<Finding[]> {
  const accent = getAt(document, 'brand', 'accent');
  if (typeof accent !== 'string' || accent.trim() === '') return [];
  // Only settings with a color load the library for colors.
  const { deriveAccent } = await import('#render/report/charts/accent.ts');
  const chosen = deriveAccent(accent);
  if (chosen.ok) return [];
  const { fault: message, fix } = chosen;
  return [makeFindingAt(document, ['brand', 'accent'], { ...invalid, message, fix })];
}

/**
 * Finds what the schema allows in settings but no run can use: unknown checks, severities that cannot be changed,
 * negated patterns, a baseline elsewhere, overrides without a setting, floors for unknown elements, a brand without a
 * readable color. Looks at no other file: a report that shows the logo finds faults of that.
 *
 * @param loadModel called only if there are floors for elements
 */
export async function findConfigFaults(
  document: Sourced<unknown>,
  loadModel: LoadConfigModel,
): Promise<readonly Finding[]> {
  return [
    ...listParts(document).flatMap((part) => [
      ...findUnknownChecks(document, part),
      ...findFixedSeverities(document, part),
      ...findIdlePatterns(document, part),
    ]),
    ...findIdleOverrides(document),
    ...findOutsideBaseline(document),
    ...(await findUnknownElements(document, loadModel)),
    ...(await findBrandFaults(document)),
  ];
}
