/** Limits of a file. All input is untrusted. */
export const limits = {
  /** Size in bytes: 1 MiB. */
  bytes: 1024 * 1024,
  /** Depth of nested lists and maps. Much deeper nesting crashes the YAML parser. */
  depth: 64,
  /** Number of values, keys included: several times what a document of the largest size has. */
  values: 100_000,
  /** Number of places where a value can start: at least as many as a document with the most values has. */
  starts: 250_000,
  /** Characters of a key with its quotes: as many as YAML allows before the colon of a key on one line. */
  keyLength: 1024,
  /** Number of anchors, and number of aliases. */
  aliases: 20,
  /** Number of values that all aliases together expand to, so that a small file cannot become a huge value. */
  aliasedValues: 10_000,
  /** Number of faults of a file that are described. The others are counted. */
  faults: 100,
} as const;

/** Keys that are refused because JavaScript gives them a special meaning. */
export const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
