import type { SystemDocument } from './types/sales-system.ts';

type Lines = (system: SystemDocument) => readonly (string | undefined)[];

const joinAll = (texts: readonly (string | undefined)[] | undefined): string | undefined => {
  const given = (texts ?? []).filter((text) => text !== undefined);
  return given.length === 0 ? undefined : given.join(', ');
};
const addLabel = (label: string, text: string | undefined): string | undefined =>
  text === undefined ? undefined : `${label}: ${text}`;

/** Maps each practice of the shipped model to a few lines about what a declared system says about it. */
const declarations: Readonly<Record<string, Lines>> = {
  'stated-purpose': ({ philosophy }) => [
    addLabel('purpose', philosophy?.purpose?.statement),
    addLabel('sellers asked on', philosophy?.purpose?.askedSellersOn),
  ],
  'customer-role': ({ philosophy, roles }) => [
    addLabel('customer outcome', philosophy?.purpose?.customerOutcome),
    addLabel('seller gain', philosophy?.purpose?.sellerGain),
    addLabel('role descriptions', joinAll(roles?.map(({ description }) => description?.ref))),
  ],
  'belief-and-permission': ({ philosophy }) => [
    addLabel('tough questions', joinAll(philosophy?.toughQuestions)),
    addLabel('walk away when', joinAll(philosophy?.walkAway)),
  ],
  'purpose-in-use': ({ philosophy }) => [
    addLabel('pay conflicts', joinAll(philosophy?.pay?.conflicts?.map(({ what }) => what))),
    addLabel('pay plan', philosophy?.pay?.ref),
  ],
  'shared-stages': ({ process }) => [
    addLabel('stages', joinAll(process?.stages?.map(({ id }) => id))),
    addLabel('owner', process?.owner),
    addLabel('last change', process?.changes?.at(-1)?.date),
  ],
  'buyer-proof': ({ process }) =>
    (process?.stages ?? []).map(({ id, exit }) =>
      addLabel(
        `exit of ${id}`,
        joinAll(exit?.map(({ evidence, by }) => `${evidence}${by === undefined ? '' : ` (${by})`}`)),
      ),
    ),
  'use-and-learning': ({ process }) => [
    addLabel('forecast every', process?.forecast?.cadence),
    addLabel('forecast errors', process?.forecast?.errorLog),
    addLabel('win and loss asked by', process?.winLoss?.askedBy),
  ],
  diagnosis: ({ method }) => [
    addLabel('method', method?.name),
    addLabel(
      'skills',
      joinAll(
        method?.skills?.filter(({ kind }) => kind === 'diagnose' || kind === 'qualify').map(({ id }) => id),
      ),
    ),
  ],
  insight: ({ method }) => [
    addLabel(
      'insights',
      joinAll(
        method?.insights?.map(({ id, reviewedOn }) =>
          reviewedOn === undefined ? id : `${id} (reviewed ${reviewedOn})`,
        ),
      ),
    ),
  ],
  'joint-work': ({ method }) => [addLabel('buyer feedback', method?.buyerFeedback)],
  'few-lead-metrics': ({ execution }) =>
    (execution?.measurement?.segments ?? []).map(({ role, tenure, leads }) =>
      addLabel(
        `active leads of ${tenure === undefined ? role : `${role}/${tenure}`}`,
        joinAll((leads ?? []).filter(({ status }) => status === 'active').map(({ id }) => id)),
      ),
    ),
  'owned-goal': ({ execution }) => [
    addLabel('owner', execution?.measurement?.owner?.name),
    addLabel(
      'goal',
      joinAll([execution?.measurement?.goal?.lag, execution?.measurement?.goal?.target?.toString()]),
    ),
  ],
  'proficiency-ladder': ({ execution }) => [
    addLabel('onboarding', joinAll(execution?.onboarding?.segments)),
    addLabel('differs', joinAll(execution?.onboarding?.differs?.map(({ what }) => what))),
  ],
  'role-modeling': ({ execution }) =>
    (execution?.leadership?.modeling ?? []).map(({ who, what, every }) =>
      addLabel(who, joinAll([what, every])),
    ),
  'steady-expectations': ({ execution }) => [
    addLabel(
      'expectations',
      joinAll(execution?.leadership?.expectations?.map((one) => (typeof one === 'string' ? one : one.what))),
    ),
    addLabel(
      'boundaries',
      joinAll(execution?.leadership?.boundaries?.map((one) => (typeof one === 'string' ? one : one.what))),
    ),
    addLabel('last change', execution?.leadership?.changes?.at(-1)?.date),
  ],
  'few-initiatives': ({ execution }) => [
    addLabel(
      'open initiatives',
      joinAll(
        execution?.leadership?.initiatives?.filter(({ end }) => end === undefined).map(({ name }) => name),
      ),
    ),
  ],
  'coaching-cadence': ({ execution }) => [
    ...(execution?.coaching?.cadence ?? []).map(({ unit, role, every, minutes }) =>
      addLabel(
        joinAll([unit, role]) ?? 'everyone',
        minutes === undefined ? every : `${every}, ${minutes} minutes`,
      ),
    ),
    addLabel('focus', joinAll(execution?.coaching?.focus)),
  ],
  'coaching-consistency': ({ execution }) => [
    addLabel('playbooks', joinAll(execution?.coaching?.playbooks?.map(({ skill }) => skill))),
    addLabel('coaches become better by', execution?.coaching?.coachDevelopment),
  ],
  'designed-practice': ({ execution }) =>
    (execution?.practice ?? []).map(({ skill, format, every }) => addLabel(skill, joinAll([format, every]))),
  'practice-feedback': ({ execution }) =>
    (execution?.practice ?? []).map(({ skill, feedbackBy, standard }) =>
      addLabel(skill, joinAll([feedbackBy, standard])),
    ),
};

/** Lists what a declared system says about a practice, one line each; empty if it says nothing. */
export function listDeclarations(system: SystemDocument, practice: string): readonly string[] {
  const lines = Object.hasOwn(declarations, practice) ? declarations[practice] : undefined;
  return (lines?.(system) ?? []).filter((line) => line !== undefined);
}

/** Lists the units and roles of a declared system: the places where a practice can be weaker. */
export function listPlaces({ units = [], roles = [] }: SystemDocument): readonly string[] {
  return [...new Set([...units.map(({ id, region }) => region ?? id), ...roles.map(({ id }) => id)])];
}
