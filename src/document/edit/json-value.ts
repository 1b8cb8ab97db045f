/** Values that YAML and JSON share: null, booleans, finite numbers, strings, lists and maps with string keys. */

import type { Path } from '#document/read/fault.ts';

/** Whether a value is a map: a plain object, not a list, date, set or other special object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return Object.prototype.toString.call(value) === '[object Object]';
}

function describePlace(path: Path): string {
  return path.length === 0 ? 'the document' : `"${path.join('.')}"`;
}

/**
 * Copies a value without undefined values, ready to be written.
 * Throws RangeError for NaN and infinite numbers, TypeError for values that YAML cannot express (functions, dates ...).
 */
export function toWritableValue(value: unknown, path: Path = []): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') {
    if (Number.isFinite(value)) return value === 0 ? 0 : value;
    throw new RangeError(`${value} at ${describePlace(path)} cannot be written: a number must be finite.`);
  }
  if (Array.isArray(value)) {
    const items = value.map((item, index) =>
      item === undefined ? undefined : toWritableValue(item, [...path, index]),
    );
    return items.filter((item) => item !== undefined);
  }
  if (!isRecord(value)) {
    throw new TypeError(
      `${Object.prototype.toString.call(value)} at ${describePlace(path)} cannot be written as YAML or JSON.`,
    );
  }
  const pairs = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(pairs.map(([key, item]) => [key, toWritableValue(item, [...path, key])]));
}

/** Compares two values, ignoring the order of keys. 0 and -0 are equal. */
export function areEqual(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (Array.isArray(left) || Array.isArray(right)) {
    if (!Array.isArray(left) || !Array.isArray(right)) return false;
    return left.length === right.length && left.every((item, index) => areEqual(item, right[index]));
  }
  if (!isRecord(left) || !isRecord(right)) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && areEqual(left[key], right[key]))
  );
}
