import { findKind } from '#document/schema/kind-sniffer.ts';
import { UsageError } from '#domain/errors.ts';
import { readBytesIfThere } from '#io/files.ts';
import { type Target, findStats, unchanged } from '#io/write/write-targets.ts';

/** Documents that people write, or that hold what they answered. All else of ours can be made again. */
const inputKinds: Readonly<Record<string, string>> = {
  answers: 'answers',
  'sales-system': 'a declared system',
  config: 'settings',
  model: 'a model',
  baseline: 'a baseline',
};

/** Bytes at the beginning of a file that are searched for its kind. */
const beginning = 65_536;

/** Throws a UsageError if an output would replace a document that the tool cannot make again. */
export async function requireReplaceable(targets: readonly Target[]): Promise<void> {
  for (const { path, name } of targets) {
    // Devices and folders are judged where they are written.
    if (!(await findStats(path))?.isFile()) continue;
    const bytes = await readBytesIfThere(path, name);
    const kind = inputKinds[findKind(Buffer.from(bytes ?? []).toString('utf8', 0, beginning)) ?? ''];
    if (kind === undefined) continue;
    throw new UsageError(
      `${name} contains ${kind}, so no output replaces it.`,
      `Name another file. ${unchanged}`,
    );
  }
}
