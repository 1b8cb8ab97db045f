import type { InterruptedError } from './errors.ts';

/** How a run of the tool ended. */
export type Outcome =
  | { readonly end: 'done' }
  /** An audited document or a custom model is invalid or unsafe. */
  | { readonly end: 'invalid'; readonly faults: number; readonly subject: 'document' | 'model' }
  /** A gate was decided. Its output is complete. */
  | { readonly end: 'checked'; readonly exitCode: 0 | 1 }
  /** Wrong usage, a missing file, or open questions without a terminal to ask them. */
  | { readonly end: 'unusable' }
  | { readonly end: 'interrupted'; readonly by: InterruptedError['by'] }
  /** A bug in the tool. */
  | { readonly end: 'bug' };

/** The exit code and the last line of a run, decided together so that they always agree. */
export interface Verdict {
  readonly exitCode: 0 | 1 | 2 | 3 | 129 | 130 | 131 | 143;
  /** One line for a person; empty if there is nothing to add. */
  readonly text: string;
}

/** Decides the exit code and the last line of a run. */
export function decide(outcome: Outcome): Verdict {
  switch (outcome.end) {
    case 'done':
      return { exitCode: 0, text: '' };
    case 'invalid':
      return {
        exitCode: outcome.subject === 'model' ? 2 : 1,
        text: outcome.faults === 1 ? '1 fault found.' : `${outcome.faults} faults found.`,
      };
    case 'checked':
      return { exitCode: outcome.exitCode, text: '' };
    case 'unusable':
      return { exitCode: 2, text: '' };
    case 'bug':
      return { exitCode: 3, text: 'This is a bug in sales-audit. Please report it with the lines above.' };
    case 'interrupted':
      return { exitCode: codes[outcome.by], text: '' };
  }
}

const codes = { SIGHUP: 129, SIGINT: 130, SIGQUIT: 131, SIGTERM: 143, 'end-of-input': 2 } as const;
