import { defineCheck, type Failure, type Path } from '#checks/define-check.ts';
import { segmentName } from '#checks/measurement.ts';
import { type Servable, namesGoal, servable } from '#checks/servable.ts';
import { sameWords } from '#checks/system.ts';
import { listed } from '#checks/wording.ts';
import type { Lead, SystemDocument } from '#domain/types/sales-system.ts';

/** Values that have to name something that is declared elsewhere in the file. */
interface Pointers {
  /** How many there are. */
  count: number;
  /** Those that name nothing. */
  readonly lost: LostPointer[];
}

interface LostPointer {
  readonly path: Path;
  readonly value: string;
  /** What it should name, in a word: skill, unit. */
  readonly noun: string;
  /** Where such a thing is declared. */
  readonly home: string;
  /** What it may name. */
  readonly known: readonly string[];
}

/** Collects the pointers of a system, in the order of the schema. */
function pointersOf(system: SystemDocument): Pointers {
  const { measurement, leadership, coaching, practice = [], onboarding } = system.execution ?? {};
  const pointers: Pointers = { count: 0, lost: [] };
  const to = (noun: string, home: string, ids: readonly string[]) => {
    const set = new Set(ids);
    // Shared, so that many faults cost no more than one.
    let known: readonly string[] | undefined;
    return (value: string | undefined, ...path: Path): void => {
      if (value === undefined) return;
      pointers.count += 1;
      if (!set.has(value)) pointers.lost.push({ path, value, noun, home, known: (known ??= [...set]) });
    };
  };
  const idsOf = (entries: readonly { readonly id: string }[] = []): string[] => entries.map(({ id }) => id);

  const skills = idsOf(system.method?.skills);
  // With no skill at all, every one of these would say what `method/missing-method` says once.
  const skill = skills.length === 0 ? () => {} : to('skill', 'method.skills', skills);
  const unit = to('unit', 'units', idsOf(system.units));
  const role = to('role', 'roles', idsOf(system.roles));
  const tenures = new Map(
    (system.roles ?? []).map(({ id, tenures: own }) => [
      id,
      to(`tenure of \`${id}\``, 'roles[].tenures', idsOf(own)),
    ]),
  );

  for (const [index, stage] of (system.process?.stages ?? []).entries()) {
    skill(stage.conversation, 'process', 'stages', index, 'conversation');
  }
  const segments = measurement?.segments ?? [];
  const serves = servable(system);
  for (const [index, segment] of segments.entries()) {
    const path = ['execution', 'measurement', 'segments', index];
    role(segment.role, ...path, 'role');
    tenures.get(segment.role)?.(segment.tenure, ...path, 'tenure');
    for (const [place, lead] of (segment.leads ?? []).entries()) {
      skill(lead.skill, ...path, 'leads', place, 'skill');
      addDrives(pointers, lead, [...path, 'leads', place, 'drives'], serves);
    }
  }
  for (const key of ['expectations', 'boundaries'] as const) {
    for (const [index, entry] of (leadership?.[key] ?? []).entries()) {
      if (typeof entry !== 'string') unit(entry.unit, 'execution', 'leadership', key, index, 'unit');
    }
  }
  for (const [index, initiative] of (leadership?.initiatives ?? []).entries()) {
    addServes(
      pointers,
      initiative.serves,
      ['execution', 'leadership', 'initiatives', index, 'serves'],
      serves,
    );
  }
  for (const [index, coach] of (coaching?.coaches ?? []).entries()) {
    unit(coach.unit, 'execution', 'coaching', 'coaches', index, 'unit');
  }
  for (const [index, cadence] of (coaching?.cadence ?? []).entries()) {
    unit(cadence.unit, 'execution', 'coaching', 'cadence', index, 'unit');
    role(cadence.role, 'execution', 'coaching', 'cadence', index, 'role');
  }
  for (const [index, playbook] of (coaching?.playbooks ?? []).entries()) {
    skill(playbook.skill, 'execution', 'coaching', 'playbooks', index, 'skill');
  }
  for (const [index, session] of practice.entries()) {
    skill(session.skill, 'execution', 'practice', index, 'skill');
  }
  const names = segments.map(({ role: seller, tenure }) => segmentName(seller, tenure));
  // With no segment at all, `measurement/missing-segment` says so.
  if (names.length > 0) {
    const segment = to('segment', 'execution.measurement.segments', names);
    for (const [index, name] of (onboarding?.segments ?? []).entries()) {
      segment(name, 'execution', 'onboarding', 'segments', index);
    }
  }
  return pointers;
}

function addDrives(
  pointers: Pointers,
  { id, drives }: Lead,
  path: Path,
  { goal, leads, drivable }: Servable,
): void {
  // Without a goal there is nothing that it could name: `measurement/missing-goal`.
  if (drives === undefined || goal === undefined) return;
  pointers.count += 1;
  const text = sameWords(drives);
  if (namesGoal(text, goal) || (leads.has(text) && text !== id)) return;
  pointers.lost.push({
    path,
    value: drives,
    noun: 'goal or lead',
    home: 'execution.measurement',
    known: drivable,
  });
}

function addServes(
  pointers: Pointers,
  serves: string | undefined,
  path: Path,
  { goal, leads, others, servable: known }: Servable,
): void {
  if (serves === undefined) return;
  const text = sameWords(serves);
  // Words that are no id can only be a goal, and without one nobody can tell.
  if (goal === undefined && !/^[a-z][a-z0-9-]*$/.test(serves)) return;
  pointers.count += 1;
  if (namesGoal(text, goal) || leads.has(text) || others.has(text)) return;
  pointers.lost.push({ path, value: serves, noun: 'goal, lead or skill', home: 'the file', known });
}

function failureFor({ path, value, noun, home, known }: LostPointer): Failure {
  return {
    path,
    message: `\`${value}\` names no ${noun} of ${home === 'the file' ? 'this file' : `\`${home}\``}, so this line leads nowhere.`,
    fix:
      known.length === 0
        ? `Declare \`${value}\` in \`${home}\`, or remove \`${String(path.at(-1))}\` here.`
        : `Name one that is declared (${listed(known)}), or declare \`${value}\`.`,
  };
}

export default defineCheck({
  id: 'system/dangling-reference',
  severity: 'error',
  practice: null,
  title: 'A name leads nowhere',
  why: 'Stage, skill, playbook, lead and goal make one chain. Where a link is missing, the work behind it serves nothing.',
  subjectRequired: false,
  example: {
    fails: `
process:
  stages: [{ id: qualify, conversation: diagnosis }]
method:
  skills: [{ id: diagnose }]`,
    passes: `
process:
  stages: [{ id: qualify, conversation: diagnose }]
method:
  skills: [{ id: diagnose }]`,
  },
  run: (system) => {
    const { count, lost } = pointersOf(system);
    return { subjects: count, failures: lost.map(failureFor) };
  },
});
