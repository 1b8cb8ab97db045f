import { isAbsolute, normalize } from 'node:path';
import { type Sourced, findingAt } from '#document/read/sourced.ts';
import { suggest } from '#document/schema/suggest.ts';
import { isAboutReading } from '#domain/gate/gate.ts';
import type { Model } from '#domain/model.ts';
import type { Finding } from '#domain/types/report.ts';
import { rules } from '#app/findings/rules.ts';

/**
 * Loads the model that settings are for. Returns undefined if it is not known.
 *
 * @param named the model that the settings name, as in their file; undefined if they name none
 */
export type LoadConfigModel = (named: string | undefined) => Promise<Model | undefined>;

const invalid = { check: 'document/invalid', severity: 'error' } as const;

/** Returns the value at a path, or undefined: settings that break the schema are checked as far as possible. */
function getAt(document: Sourced<unknown>, ...path: readonly string[]): unknown {
  let value = document.value;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

/** Returns the keys of the map at a path; none if there is no map. */
function listKeysAt(document: Sourced<unknown>, ...path: readonly string[]): string[] {
  const value = getAt(document, ...path);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}

/** Finds severities of unknown checks, which would silently change nothing. */
function findUnknownChecks(document: Sourced<unknown>): Finding[] {
  const known = rules.map(({ id }) => id);
  const unknown = listKeysAt(document, 'checks').filter((id) => !known.includes(id));
  return unknown.map((id) => {
    const near = suggest(id, known);
    const message = `There is no check \`${id}\`, so this changes nothing.`;
    const fix =
      near === undefined
        ? '`sales-audit explain CHECK` explains each; docs/checks.md lists them.'
        : `Did you mean \`${near}\`?`;
    return findingAt(document, ['checks', id], { ...invalid, message, fix }, 'key');
  });
}

/** Finds severities of checks that have only one: no setting makes a file readable. */
function findFixedSeverities(document: Sourced<unknown>): Finding[] {
  const fixed = listKeysAt(document, 'checks').filter((id) => isAboutReading(id));
  return fixed.map((id) => {
    const message = `\`${id}\` is always an error, so this changes nothing.`;
    const fix = 'Remove it. To leave a file out, name it under `ignore`.';
    return findingAt(document, ['checks', id], { ...invalid, message, fix }, 'key');
  });
}

/** Finds patterns that can match nothing: negations, and paths that lead out of the folder of the settings. */
function findIdlePatterns(document: Sourced<unknown>): Finding[] {
  const patterns = getAt(document, 'ignore');
  if (!Array.isArray(patterns)) return [];
  return patterns.flatMap((pattern: unknown, index) => {
    if (typeof pattern !== 'string') return [];
    const path = ['ignore', index];
    if (pattern.startsWith('!')) {
      const message = `\`${pattern}\` begins with \`!\`, which takes nothing back: \`ignore\` only leaves files out.`;
      const fix = 'Remove it, and write the other patterns so that they leave out less.';
      return [findingAt(document, path, { ...invalid, message, fix })];
    }
    if (!/^(?:\/|\.\.(?:\/|$))/.test(pattern)) return [];
    const message = `\`${pattern}\` leads out of the folder of this file, so it leaves nothing out.`;
    const fix = 'Write the pattern relative to this file, without `/` or `..` at its beginning.';
    return [findingAt(document, path, { ...invalid, message, fix })];
  });
}

/** Finds a baseline outside the folder of the settings: `check` writes it, and settings may come from anyone. */
function findOutsideBaseline(document: Sourced<unknown>): Finding[] {
  const baseline = getAt(document, 'baseline');
  if (typeof baseline !== 'string') return [];
  const isOutside = isAbsolute(baseline) || /^\.\.(?:[/\\]|$)/.test(normalize(baseline));
  if (!isOutside) return [];
  const message = `\`${baseline}\` leads out of the folder of this file.`;
  const fix = 'Name a file in this folder or below it. The option `--baseline` takes any file.';
  return [findingAt(document, ['baseline'], { ...invalid, message, fix })];
}

/** Finds floors for unknown elements, which could never pass. */
async function findUnknownElements(
  document: Sourced<unknown>,
  loadModel: LoadConfigModel,
): Promise<Finding[]> {
  const ids = listKeysAt(document, 'floors', 'elements');
  if (ids.length === 0) return [];
  const named = getAt(document, 'model');
  const model = await loadModel(typeof named === 'string' ? named : undefined);
  if (model === undefined) return [];
  const known = model.elements.map(({ id }) => id);
  const unknown = ids.filter((id) => !known.includes(id));
  return unknown.map((id) => {
    const near = suggest(id, known);
    const message = `The model ${model.id} has no element \`${id}\`, so this floor could never be reached.`;
    const fix = near === undefined ? `Elements: ${known.join(', ')}.` : `Did you mean \`${near}\`?`;
    return findingAt(document, ['floors', 'elements', id], { ...invalid, message, fix }, 'key');
  });
}

/** Finds a name and a color of the brand that no report can use. */
async function findBrandFaults(document: Sourced<unknown>): Promise<Finding[]> {
  const findings: Finding[] = [];
  const name = getAt(document, 'brand', 'name');
  if (typeof name === 'string' && name.trim() === '') {
    const message = 'The name of the brand is blank.';
    const fix = 'Give the name as it is to stand in the report, or remove it.';
    findings.push(findingAt(document, ['brand', 'name'], { ...invalid, message, fix }));
  }
  const accent = getAt(document, 'brand', 'accent');
  if (typeof accent === 'string') {
    // Only settings with a color load the library for colors.
    const { deriveAccent } = await import('#render/report/charts/accent.ts');
    const chosen = deriveAccent(accent);
    if (!chosen.ok) {
      const { fault: message, fix } = chosen;
      findings.push(findingAt(document, ['brand', 'accent'], { ...invalid, message, fix }));
    }
  }
  return findings;
}

/**
 * Finds what the schema allows in settings but no run can use: unknown checks, severities that cannot be changed,
 * negated patterns, a baseline elsewhere, floors for unknown elements, a brand without a readable name or color. Looks at no other file: a report that shows the logo finds faults of that.
 *
 * @param loadModel called only if there are floors for elements
 */
export async function findConfigFaults(
  document: Sourced<unknown>,
  loadModel: LoadConfigModel,
): Promise<readonly Finding[]> {
  return [
    ...findUnknownChecks(document),
    ...findFixedSeverities(document),
    ...findIdlePatterns(document),
    ...findOutsideBaseline(document),
    ...(await findUnknownElements(document, loadModel)),
    ...(await findBrandFaults(document)),
  ];
}
