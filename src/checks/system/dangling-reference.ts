import { defineCheck, type Failure, type Path } from '#checks/define-check.ts';
import { nameSegment } from '#checks/queries/measurement.ts';
import { type Servable, namesGoal, collectServable } from '#checks/queries/servable.ts';
import { normalizeWords } from '#checks/queries/system.ts';
import { listNames } from '#checks/queries/wording.ts';
import type { Lead, SystemDocument } from '#domain/types/sales-system.ts';

/** Values that refer to something declared elsewhere in the file. */
interface Pointers {
  /** Total number of pointers. */
  count: number;
  /** Pointers without a target. */
  readonly lost: LostPointer[];
}

interface LostPointer {
  readonly path: Path;
  readonly value: string;
  /** The kind of the target in a word: skill, unit. */
  readonly noun: string;
  /** Path where targets are declared. */
  readonly home: string;
  /** Ids of the available targets. */
  readonly known: readonly string[];
}

/** A pointer without a target. `at` records its position. */
interface Lost {
  at(...path: Path): void;
}

/** Collects the pointers of a system, in the order of the schema. */
function collectPointers(system: SystemDocument): Pointers {
  const { measurement, leadership, coaching, practice, onboarding } = system.execution ?? {};
  const pointers: Pointers = { count: 0, lost: [] };
  // The path of a pointer is computed only if it has no target.
  const to = (noun: string, home: string, ids: readonly string[]) => {
    const set = new Set(ids);
    // Shared between failures to save memory.
    let known: readonly string[] | undefined;
    return (value: string | undefined): Lost | undefined => {
      if (value === undefined) return undefined;
      pointers.count += 1;
      if (set.has(value)) return undefined;
      return {
        at: (...path) => void pointers.lost.push({ path, value, noun, home, known: (known ??= [...set]) }),
      };
    };
  };
  const listIds = (entries: readonly { readonly id: string }[] = []): string[] => entries.map(({ id }) => id);

  const skills = listIds(system.method?.skills);
  // Without any skill, each of these would repeat `method/missing-method`.
  const skill = skills.length === 0 ? () => undefined : to('skill', 'method.skills', skills);
  const unit = to('unit', 'units', listIds(system.units));
  const role = to('role', 'roles', listIds(system.roles));
  const tenures = new Map(
    system.roles?.map(({ id, tenures: own }) => [
      id,
      to(`tenure of \`${id}\``, 'roles[].tenures', listIds(own)),
    ]),
  );

  system.process?.stages?.forEach(({ conversation }, index) => {
    skill(conversation)?.at('process', 'stages', index, 'conversation');
  });
  const segments = measurement?.segments ?? [];
  const serves = collectServable(system);
  segments.forEach((segment, index) => {
    const path = ['execution', 'measurement', 'segments', index];
    role(segment.role)?.at(...path, 'role');
    tenures
      .get(segment.role)?.(segment.tenure)
      ?.at(...path, 'tenure');
    segment.leads?.forEach((lead, place) => {
      skill(lead.skill)?.at(...path, 'leads', place, 'skill');
      addDrives(pointers, lead, [...path, 'leads', place, 'drives'], serves);
    });
  });
  for (const key of ['expectations', 'boundaries'] as const) {
    leadership?.[key]?.forEach((entry, index) => {
      if (typeof entry !== 'string') unit(entry.unit)?.at('execution', 'leadership', key, index, 'unit');
    });
  }
  leadership?.initiatives?.forEach((initiative, index) => {
    const path = ['execution', 'leadership', 'initiatives', index, 'serves'];
    addServes(pointers, initiative.serves, path, serves);
  });
  coaching?.coaches?.forEach((coach, index) => {
    unit(coach.unit)?.at('execution', 'coaching', 'coaches', index, 'unit');
  });
  coaching?.cadence?.forEach((cadence, index) => {
    unit(cadence.unit)?.at('execution', 'coaching', 'cadence', index, 'unit');
    role(cadence.role)?.at('execution', 'coaching', 'cadence', index, 'role');
  });
  coaching?.playbooks?.forEach((playbook, index) => {
    skill(playbook.skill)?.at('execution', 'coaching', 'playbooks', index, 'skill');
  });
  practice?.forEach((session, index) => {
    skill(session.skill)?.at('execution', 'practice', index, 'skill');
  });
  const names = segments.map(({ role: seller, tenure }) => nameSegment(seller, tenure));
  // `measurement/missing-segment` reports missing segments.
  if (names.length > 0) {
    const segment = to('segment', 'execution.measurement.segments', names);
    onboarding?.segments?.forEach((name, index) => {
      segment(name)?.at('execution', 'onboarding', 'segments', index);
    });
  }
  return pointers;
}

function addDrives(
  pointers: Pointers,
  { id, drives }: Lead,
  path: Path,
  { goal, leads, drivable }: Servable,
): void {
  // Without a goal there is no possible target: `measurement/missing-goal`.
  if (drives === undefined || goal === undefined) return;
  pointers.count += 1;
  const text = normalizeWords(drives);
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
  const text = normalizeWords(serves);
  // Text that is not an id can only refer to a goal, so it cannot be judged without one.
  if (goal === undefined && !/^[a-z][a-z0-9-]*$/.test(serves)) return;
  pointers.count += 1;
  if (namesGoal(text, goal) || leads.has(text) || others.has(text)) return;
  pointers.lost.push({ path, value: serves, noun: 'goal, lead or skill', home: 'the file', known });
}

function makeFailure({ path, value, noun, home, known }: LostPointer): Failure {
  return {
    path,
    message: `\`${value}\` is not a ${noun} in ${home === 'the file' ? 'this file' : `\`${home}\``}, so this line refers to nothing.`,
    fix:
      known.length === 0
        ? `Declare \`${value}\` in \`${home}\`, or remove \`${String(path.at(-1))}\` here.`
        : `Use one that is declared (${listNames(known)}), or declare \`${value}\`.`,
  };
}

export default defineCheck({
  id: 'system/dangling-reference',
  severity: 'error',
  practice: null,
  title: 'A name refers to nothing',
  why: 'Stages, skills, playbooks, lead metrics and goals form one chain. Where a link is missing, the work behind it serves nothing.',
  remedy: 'Every name refers to something in the file.',
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
    const { count, lost } = collectPointers(system);
    return { subjects: count, failures: lost.map(makeFailure) };
  },
});
