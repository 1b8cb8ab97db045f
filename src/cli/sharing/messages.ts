/** What a run of `check` and its helpers say to each other, as JSON can carry it. */
import type { CheckedFile, CheckedInput } from '../checked-file.ts';

/** The command that makes a process a helper. Not one of the help, because nobody types it. */
export const helperCommand = 'check-share';

/**
 * What Node is told for a helper. It lives for a second: V8 should not clean up behind each megabyte, nor spend that time
 * on code that never pays for its optimization, on the very processors that the helpers share. Of the latter only the
 * V8 of Node 20 has to be told: later ones have a quicker compiler for such code, and do not know the option.
 */
export const helperFlags: readonly string[] = [
  '--min-semi-space-size=16',
  ...(Number.parseInt(process.versions.v8, 10) < 12 ? ['--interrupt-budget=1000000'] : []),
];

/** Files to check. */
export interface Share {
  /** The day that the run speaks for, YYYY-MM-DD. */
  readonly asOf: string;
  readonly files: readonly Pick<CheckedInput, 'path' | 'file'>[];
}

/** A checked file without what only the process that read it has. */
type Sent = Omit<CheckedFile, 'unjudged' | 'document'> & { readonly unjudged: readonly string[] };

/** What a helper found in each file of its share; null where the process that asks has to look itself. */
export type Answer = readonly (Sent | null)[];

/** A checked file as it is sent. Where nothing was found, nobody asks for its text, nor for what was looked at. */
export function sent({ document: _document, unjudged, ...file }: CheckedFile): Sent {
  const isClean = file.findings.length === 0 && file.unusedWaivers.length === 0;
  return { ...file, ...(isClean && { text: undefined, outcomes: [] }), unjudged: [...unjudged] };
}

/** A checked file that another process has read. */
export function received(file: Sent): CheckedFile {
  return { ...file, path: file.path, text: file.text, unjudged: new Set(file.unjudged), document: undefined };
}
