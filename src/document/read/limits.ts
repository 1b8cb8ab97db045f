/** What a file may hold. Everything that is read is untrusted, so each bound has a reason beside it. */
export const limits = {
  /** Bytes of a file: 1 MiB. */
  bytes: 1024 * 1024,
  /** Lists and maps inside each other. Far deeper ones abort the process from inside the YAML parser. */
  depth: 64,
  /** Anchors, and aliases to them. */
  aliases: 20,
  /** Values that all aliases together may stand for, so that no small file unfolds into a huge one. */
  aliasedValues: 10_000,
} as const;

/** Keys with a meaning of their own in JavaScript. */
export const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
