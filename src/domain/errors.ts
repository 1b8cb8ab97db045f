import type { Finding } from './types/report.ts';

/** Wrong usage, or a file that cannot be read or written. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  /** How to fix it. */
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}

/** An invalid or unsafe audited document (exit code 1) or custom model (exit code 2). */
export class InvalidDocumentError extends Error {
  override readonly name = 'InvalidDocumentError';
  readonly findings: readonly Finding[];
  /** Text of each file, for code frames. */
  readonly texts: ReadonlyMap<string, string>;
  readonly subject: 'document' | 'model';

  constructor(
    findings: readonly Finding[],
    texts: ReadonlyMap<string, string>,
    subject: 'document' | 'model' = 'document',
  ) {
    super(findings.map(({ message }) => message).join('\n'));
    this.findings = findings;
    this.texts = texts;
    this.subject = subject;
  }
}

/** The run was ended early by a person or the system. Exit code 129, 130, 131, 143, or 2 for end of input. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError';
  readonly by: 'SIGHUP' | 'SIGINT' | 'SIGQUIT' | 'SIGTERM' | 'end-of-input';

  constructor(by: InterruptedError['by']) {
    super(`Ended by ${by}`);
    this.by = by;
  }
}
