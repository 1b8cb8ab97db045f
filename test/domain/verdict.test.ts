import { describe, expect, it } from 'vitest';
import { type Outcome, decide } from '#domain/verdict.ts';

describe('decide', () => {
  it.each<[Outcome, number, string]>([
    [{ end: 'done' }, 0, ''],
    [{ end: 'invalid', faults: 1, subject: 'document' }, 1, '1 fault found.'],
    [{ end: 'invalid', faults: 2, subject: 'model' }, 2, '2 faults found.'],
    [{ end: 'unusable' }, 2, ''],
    [{ end: 'bug' }, 3, 'This is a bug in sales-audit. Please report it with the lines above.'],
    [{ end: 'interrupted', by: 'SIGHUP' }, 129, ''],
    [{ end: 'interrupted', by: 'SIGINT' }, 130, ''],
    [{ end: 'interrupted', by: 'SIGTERM' }, 143, ''],
    [{ end: 'interrupted', by: 'end-of-input' }, 2, ''],
  ])('%j exits with %d', (outcome, exitCode, text) => {
    expect(decide(outcome)).toEqual({ exitCode, text });
  });
});
