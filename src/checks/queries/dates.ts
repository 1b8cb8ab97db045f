import { type DatedKey, describeFurthest, findDateFault } from '#domain/dates.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';
import type { Failure } from '#checks/define-check.ts';

/** Describes what a date that cannot be right means for what depends on it. */
function describeEffect({ path, meaning }: DatedKey): string {
  if (path.includes('evidence')) return ' The evidence counts as undated.';
  return meaning === 'waiver' ? ' With this date, the waiver accepts nothing.' : '';
}

function judge(dated: DatedKey, asOf: string): Failure[] {
  const { path, date, meaning } = dated;
  const key = String(path.at(-1));
  switch (findDateFault(date, meaning, asOf)) {
    case undefined:
      return [];
    case 'passed':
      return [
        {
          path,
          severity: 'warning',
          dueTo: 'date',
          message: `\`${key}\` is ${date}. That date has passed, so sellers have no goal to work toward.`,
          fix: `Record what became of the goal, and set the next one with a \`${key}\` in the future.`,
        },
      ];
    case 'not-yet':
      return [
        {
          path,
          message: `\`${key}\` is ${date}, a date in the future, but it stands for something that has happened.${describeEffect(dated)}`,
          fix: `Set \`${key}\` to the date on which it happened.`,
        },
      ];
    case 'too-long-ago':
      return [
        {
          path,
          message: `\`${key}\` is ${date}, more than 100 years ago.${describeEffect(dated)}`,
          fix: `Set \`${key}\` to the right date.`,
        },
      ];
    case 'too-far-ahead':
      return [
        {
          path,
          message: `\`${key}\` is ${date}, more than ${describeFurthest(meaning)} ahead, too far to be a plan.${describeEffect(dated)}`,
          fix: `Set \`${key}\` to a date within ${describeFurthest(meaning)}.`,
        },
      ];
  }
}

/** Finds initiatives that end before they start. */
export function findReversedInitiatives({ execution }: SystemDocument): readonly Failure[] {
  return (execution?.leadership?.initiatives ?? []).flatMap(({ name, start, end }, index) => {
    if (start === undefined || end === undefined || start <= end) return [];
    return [
      {
        path: ['execution', 'leadership', 'initiatives', index, 'end'],
        message: `\`end\` is ${end}, before \`start\`, which is ${start}, so ${name === undefined ? 'the initiative' : `the initiative \`${name}\``} never ran.`,
        fix: 'Correct one of the two dates.',
      },
    ];
  });
}

/** Finds the dates that lie outside the range of their meaning. */
export function findDateFailures(dates: readonly DatedKey[], asOf: string): readonly Failure[] {
  return dates.flatMap((dated) => judge(dated, asOf));
}
