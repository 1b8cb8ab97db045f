import { defineCheck, type Failure } from '#checks/define-check.ts';
import { describeInShort } from '#checks/queries/wording.ts';
import { countDaysBetween, isOlderThan } from '#domain/calendar.ts';
import type { Leadership } from '#domain/types/sales-system.ts';

/** Maximum number of open initiatives. Our own limit: more leave no attention for any. */
const mostOpen = 3;
/** Minimum duration in days for an initiative to change a habit. Our own limit. */
const fullLife = 90;
/** An early end counts for twelve months, like all changes. */
const rememberedFor = 'P12M';

type Initiative = NonNullable<Leadership['initiatives']>[number];

function isOpen({ start, end }: Initiative, asOf: string): boolean {
  return (start === undefined || start <= asOf) && (end === undefined || end >= asOf);
}

function judge(initiative: Initiative, index: number, asOf: string): Failure[] {
  const { name, start, end, serves } = initiative;
  const path = ['execution', 'leadership', 'initiatives', index];
  if (end === undefined || end >= asOf) {
    if (serves !== undefined) return [];
    return [
      {
        path,
        missing: 'serves',
        message: `"${describeInShort(name)}" does not say which part of the sales system it serves, so sellers wait for it to pass.`,
        fix: 'Add `serves` to this initiative: the id of a skill or a lead, or the goal. If it serves none, stop it.',
      },
    ];
  }
  if (start === undefined || isOlderThan(end, rememberedFor, asOf)) return [];
  const days = Math.max(0, countDaysBetween(start, end));
  if (days >= fullLife) return [];
  return [
    {
      path: [...path, 'end'],
      message: `"${describeInShort(name)}" ended ${days} ${days === 1 ? 'day' : 'days'} after it started (${start} to ${end}), which teaches sellers to wait out the next one too.`,
      fix: `Start nothing new until the open initiatives have run for ${fullLife} days, and accept this one with a waiver until it is a year old.`,
    },
  ];
}

export default defineCheck({
  id: 'leadership/flavor-of-the-month',
  severity: 'warning',
  practice: 'few-initiatives',
  title: 'Initiatives come and go',
  why: 'Every initiative that stops early or has nothing to do with the sales system teaches sellers that the next one will pass too.',
  remedy: 'Every initiative serves a part of the sales system and gets time to work.',
  covers: [52],
  subjectRequired: false,
  example: {
    fails: `
execution:
  leadership:
    initiatives:
      - { name: Video prospecting, start: 2026-06-01, end: 2026-07-15, serves: insight }
      - { name: Gift campaign, start: 2026-09-01 }`,
    passes: `
execution:
  leadership:
    initiatives:
      - { name: Cost of the problem first, start: 2026-02-01, serves: diagnose }`,
  },
  run: (system, { asOf }) => {
    const initiatives = system.execution?.leadership?.initiatives ?? [];
    if (initiatives.length === 0) return { subjects: 0, failures: [] };
    const open = initiatives.filter((initiative) => isOpen(initiative, asOf));
    const crowd: Failure[] =
      open.length > mostOpen
        ? [
            {
              path: ['execution', 'leadership', 'initiatives'],
              at: 'key',
              subjects: open.map(({ name }) => name),
              message: `${open.length} initiatives are running at once (${open.map(({ name }) => describeInShort(name)).join(', ')}), and each takes attention from the others.`,
              fix: `Stop or postpone some: keep at most ${mostOpen} open, and add \`end\` to the others.`,
            },
          ]
        : [];
    return {
      // One subject for each initiative, and one for the number of open ones.
      subjects: initiatives.length + 1,
      failures: [...crowd, ...initiatives.flatMap((initiative, index) => judge(initiative, index, asOf))],
    };
  },
});
