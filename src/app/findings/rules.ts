import { checks } from '#checks/index.ts';
import type { RuleDescription } from '#domain/gate/check-report.ts';

/** Rules for every file besides the checks for its kind. */
export const documentRules: readonly RuleDescription[] = [
  {
    id: 'document/invalid',
    title: 'The document does not fit its schema',
    why: 'What cannot be read in one way only is read in two.',
    severity: 'error',
  },
  {
    id: 'document/unsafe',
    title: 'The document is beyond the limits of what is read',
    why: 'A file from anywhere must not be able to stall or mislead the gate.',
    severity: 'error',
  },
  {
    id: 'report/out-of-date',
    title: 'The report does not follow from its sources any more',
    why: 'A report that was edited by hand, or whose sources moved on, says what nobody answered.',
    severity: 'error',
    over: 'report',
  },
];

/** All rules of a run. */
export const rules: readonly RuleDescription[] = [
  ...documentRules,
  ...checks.map(({ id, title, why, severity, over, example }) => ({
    id,
    title,
    why,
    severity,
    over,
    example,
  })),
];
