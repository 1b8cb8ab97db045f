import { createHash } from 'node:crypto';

/** Computes the SHA-256 of bytes or text, as `sha256:` and hex digits. */
export function computeDigest(content: string | Uint8Array): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}
