import { checks } from '#checks/index.ts';
import type { RuleDescription } from '#domain/gate/check-report.ts';

/** Rules for every file besides the checks for its kind. */
export const documentRules: readonly RuleDescription[] = [
  {
    id: 'document/invalid',
    title: 'The document does not fit its schema',
    why: 'A document that does not fit its schema can be misread.',
    severity: 'error',
  },
  {
    id: 'document/unsafe',
    title: 'The document exceeds a limit',
    why: 'No file may stall or mislead the gate.',
    severity: 'error',
  },
  {
    id: 'report/out-of-date',
    title: 'The report no longer matches its sources',
    why: 'A report that was edited by hand, or whose sources changed, shows results that its sources do not give.',
    severity: 'error',
    over: 'report',
  },
  {
    id: 'report/out-of-range-date',
    title: 'A date of the report cannot be right',
    why: 'A report dated in the future shows results that nobody can have yet.',
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
