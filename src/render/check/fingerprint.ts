import type { GatedFinding } from '#domain/gate/check-report.ts';

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
 * Computes the fingerprints of findings, in order: FNV-1a over the JSON list `[check, file, identity]`. They
 * stay the same when lines, entries or messages move. A repeated finding gets its count, from 1, as a fourth
 * entry, because servers show one finding per fingerprint.
 */
export function computeFingerprints(findings: readonly GatedFinding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(({ check, file, identity }) => {
    const key = JSON.stringify([check, file, identity]);
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return hashFnv1a(before === 0 ? key : JSON.stringify([check, file, identity, before]));
  });
}
