import type { CheckReport, GatedFinding } from '#domain/gate/check-report.ts';
import { type CheckContext, getRepositoryPath } from './context.ts';
import { hashLines } from './line-hash.ts';

const offset = 0xcbf29ce484222325n;
const prime = 0x100000001b3n;

/** Hashes the UTF-8 bytes of a text with 64-bit FNV-1a, as 16 hexadecimal digits. Not cryptographic. */
export function hashFnv1a(text: string): string {
  let hash = offset;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * prime);
  }
  return hash.toString(16).padStart(16, '0');
}

/**
 * Computes the fingerprints of findings, in order: FNV-1a over the JSON list `[check, path, identity]`. They
 * stay the same when lines, entries or messages move, and in whatever folder the command runs: the path is that from
 * the root of the repository. A repeated finding gets its count, from 1, as a fourth entry, because servers show one
 * finding per fingerprint.
 */
export function computeFingerprints(
  findings: readonly GatedFinding[],
  context: CheckContext,
): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(({ check, file, identity }) => {
    const path = getRepositoryPath(file, context);
    const key = JSON.stringify([check, path, identity]);
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return hashFnv1a(before === 0 ? key : JSON.stringify([check, path, identity, before]));
  });
}

/**
 * Computes what GitHub matches the results of two runs by: the hash of the line, together with the rule and the file.
 * Where several findings of a rule are on one line, GitHub would show the first only, so the others get their own
 * fingerprint.
 */
export function computeLineHashes(
  findings: readonly GatedFinding[],
  fingerprints: readonly string[],
  texts: CheckReport['texts'],
): readonly string[] {
  const hashes = new Map<string, readonly string[]>();
  const seen = new Set<string>();
  return findings.map(({ check, file, line }, index) => {
    const place = JSON.stringify([check, file, line]);
    const lines = hashes.get(file) ?? hashLines(texts.get(file) ?? '');
    hashes.set(file, lines);
    const own = `${fingerprints[index]}:1`;
    if (seen.has(place)) return own;
    seen.add(place);
    return lines[line - 1] ?? own;
  });
}
