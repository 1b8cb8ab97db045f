import type { Finding } from './types/report.ts';

/** The tool was used in a way that cannot work, or a file cannot be read or written. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  /** What to do about it. */
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}

/** A document that was audited (exit code 1) or a custom model (exit code 2) is invalid or unsafe. */
export class InvalidDocumentError extends Error {
  override readonly name = 'InvalidDocumentError';
  readonly findings: readonly Finding[];
  /** Text of each file, to show the places in. */
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

/** A person or the system ended the run before its end. Exit code 129, 130, 143, or 2 for end of input. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError';
  readonly by: 'SIGHUP' | 'SIGINT' | 'SIGTERM' | 'end-of-input';

  constructor(by: InterruptedError['by']) {
    super(`Ended by ${by}`);
    this.by = by;
  }
}
