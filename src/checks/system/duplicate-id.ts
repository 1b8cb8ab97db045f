import { defineCheck, type Failure, type Path } from '#checks/define-check.ts';
import { nameSegment } from '#checks/queries/measurement.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';

/** A list whose entries must have distinct ids. */
interface IdList {
  /** The kind of its entries, in a word. */
  readonly noun: string;
  readonly path: Path;
  readonly ids: readonly string[];
  /** Key that contains the id. */
  readonly key: 'id' | 'role';
}

function collectLists(system: SystemDocument): IdList[] {
  const list = (noun: string, entries: readonly { readonly id: string }[] = [], ...path: Path): IdList => ({
    noun,
    path,
    ids: entries.map(({ id }) => id),
    key: 'id',
  });
  const { units, roles = [], process, method, execution } = system;
  const segments = execution?.measurement?.segments ?? [];
  const home = ['execution', 'measurement', 'segments'];
  return [
    list('unit', units, 'units'),
    list('role', roles, 'roles'),
    ...roles.map(({ id, tenures }, index) => list(`tenure of \`${id}\``, tenures, 'roles', index, 'tenures')),
    list('stage', process?.stages, 'process', 'stages'),
    list('insight', method?.insights, 'method', 'insights'),
    list('skill', method?.skills, 'method', 'skills'),
    // A segment is identified by role and tenure. Two with the same name would hide that its sellers work on
    // too much.
    {
      noun: 'segment',
      path: home,
      ids: segments.map(({ role, tenure }) => nameSegment(role, tenure)),
      key: 'role',
    },
    // A lead may be in several segments, but not twice in one.
    ...segments.map((segment, index) =>
      list(
        `lead of \`${nameSegment(segment.role, segment.tenure)}\``,
        segment.leads,
        ...home,
        index,
        'leads',
      ),
    ),
  ];
}

function findDuplicates({ noun, path, ids, key }: IdList): Failure[] {
  if (new Set(ids).size === ids.length) return [];
  const first = new Map<string, number>();
  return ids.flatMap((id, index) => {
    const before = first.get(id);
    if (before === undefined) {
      first.set(id, index);
      return [];
    }
    const advice = key === 'id' ? 'Give this one an id of its own' : 'Give this one another tenure';
    return [
      {
        path: [...path, index, key],
        message: `The ${noun} \`${id}\` is already entry ${before + 1} of its list; this is entry ${index + 1}, and nobody can tell which one a reference means.`,
        fix: `${advice}, or merge it with the other.`,
      },
    ];
  });
}

export default defineCheck({
  id: 'system/duplicate-id',
  severity: 'error',
  practice: null,
  title: 'Two entries have the same id',
  why: 'A reference to the id could mean either of them.',
  remedy: 'Every entry has a name of its own.',
  subjectRequired: false,
  example: {
    fails: `
units:
  - { id: gulf, region: Gulf Coast }
  - { id: gulf, region: Gulf States }`,
    passes: `
units:
  - { id: gulf-coast, region: Gulf Coast }
  - { id: gulf-states, region: Gulf States }`,
  },
  run: (system) => {
    const lists = collectLists(system);
    return {
      subjects: lists.reduce((sum, { ids }) => sum + ids.length, 0),
      failures: lists.flatMap(findDuplicates),
    };
  },
});
