import { defineCheck, type Failure, type Facts, judgeEach } from '#checks/define-check.ts';
import { isOlderThan } from '#domain/calendar.ts';
import { getPastDate } from '#domain/dates.ts';
import type { Coaching } from '#domain/types/sales-system.ts';

type Playbook = NonNullable<Coaching['playbooks']>[number];

/** Maximum age of a review. Our own limit: a year, as for evidence. */
const maxReviewAge = 'P12M';

function findFaults(
  { skill, url, reviewedOn: reviewed }: Playbook,
  index: number,
  { asOf, paths }: Facts,
): Failure[] {
  const reviewedOn = getPastDate(reviewed, asOf);
  const entry = ['execution', 'coaching', 'playbooks', index];
  const faults: Failure[] = [];
  const state = url === undefined ? undefined : paths.get(url);
  if (url === undefined) {
    faults.push({
      path: entry,
      missing: 'url',
      message: `Nothing says where the playbook for \`${skill}\` is, so no coach opens it.`,
      fix: `Add \`url\` to the playbook for \`${skill}\`: its path in the repository, or its address.`,
    });
  } else if (state !== undefined && state !== 'there' && state !== 'address') {
    faults.push({
      path: [...entry, 'url'],
      message: `The playbook for \`${skill}\` is not at \`${url}\`, so no coach can open it.`,
      fix: `Correct the \`url\` of the playbook for \`${skill}\`, or add the page there.`,
    });
  }
  if (reviewedOn === undefined) {
    faults.push({
      path: entry,
      missing: 'reviewedOn',
      message: `Nothing says when the playbook for \`${skill}\` was last reviewed, so nobody can rely on it.`,
      fix: `Review the playbook for \`${skill}\` and add the date as \`reviewedOn\`.`,
    });
  } else if (isOlderThan(reviewedOn, maxReviewAge, asOf)) {
    faults.push({
      path: [...entry, 'reviewedOn'],
      dueTo: 'date',
      message: `The playbook for \`${skill}\` was last reviewed on ${reviewedOn}; it may be out of date.`,
      fix: `Review the playbook for \`${skill}\` and set \`reviewedOn\` to the new date.`,
    });
  }
  return faults;
}

export default defineCheck({
  id: 'coaching/offline-playbook',
  severity: 'warning',
  practice: 'coaching-consistency',
  title: 'A playbook cannot be opened or is out of date',
  why: 'A playbook helps coaches only as long as it is one click away and up to date.',
  remedy: 'Every coach can open the playbook, and it was reviewed within the last year.',
  covers: [61],
  example: {
    fails: `
execution:
  coaching:
    playbooks:
      - { skill: diagnose, reviewedOn: 2026-10-01 }`,
    passes: `
execution:
  coaching:
    playbooks:
      - { skill: diagnose, url: https://wiki.example.com/diagnose, reviewedOn: 2026-10-01 }`,
  },
  run: (system, facts) =>
    judgeEach(
      (system.execution?.coaching?.playbooks ?? []).map((playbook, index) =>
        findFaults(playbook, index, facts),
      ),
    ),
});
