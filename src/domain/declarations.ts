import type { SystemDocument } from './types/sales-system.ts';

type Lines = (system: SystemDocument) => readonly (string | undefined)[];

const list = (words: readonly (string | undefined)[] | undefined): string | undefined => {
  const given = (words ?? []).filter((word) => word !== undefined);
  return given.length === 0 ? undefined : given.join(', ');
};
const named = (label: string, text: string | undefined): string | undefined =>
  text === undefined ? undefined : `${label}: ${text}`;

/** What a declared system says about each practice of the shipped model, in a few words. */
const declarations: Readonly<Record<string, Lines>> = {
  'stated-purpose': ({ philosophy }) => [
    named('purpose', philosophy?.purpose?.statement),
    named('sellers asked on', philosophy?.purpose?.askedSellersOn),
  ],
  'customer-role': ({ philosophy, roles }) => [
    named('customer outcome', philosophy?.purpose?.customerOutcome),
    named('seller gain', philosophy?.purpose?.sellerGain),
    named('role descriptions', list(roles?.map(({ description }) => description?.ref))),
  ],
  'belief-and-permission': ({ philosophy }) => [
    named('tough questions', list(philosophy?.toughQuestions)),
    named('walk away when', list(philosophy?.walkAway)),
  ],
  'purpose-in-use': ({ philosophy }) => [
    named('pay conflicts', list(philosophy?.pay?.conflicts?.map(({ what }) => what))),
    named('pay plan', philosophy?.pay?.ref),
  ],
  'shared-stages': ({ process }) => [
    named('stages', list(process?.stages?.map(({ id }) => id))),
    named('owner', process?.owner),
    named('last change', process?.changes?.at(-1)?.date),
  ],
  'buyer-proof': ({ process }) =>
    (process?.stages ?? []).map(({ id, exit }) =>
      named(
        `exit of ${id}`,
        list(exit?.map(({ evidence, by }) => `${evidence}${by === undefined ? '' : ` (${by})`}`)),
      ),
    ),
  'use-and-learning': ({ process }) => [
    named('forecast every', process?.forecast?.cadence),
    named('forecast errors', process?.forecast?.errorLog),
    named('win and loss asked by', process?.winLoss?.askedBy),
  ],
  diagnosis: ({ method }) => [
    named('method', method?.name),
    named(
      'skills',
      list(
        method?.skills?.filter(({ kind }) => kind === 'diagnose' || kind === 'qualify').map(({ id }) => id),
      ),
    ),
  ],
  insight: ({ method }) => [
    named(
      'insights',
      list(
        method?.insights?.map(({ id, reviewedOn }) =>
          reviewedOn === undefined ? id : `${id} (reviewed ${reviewedOn})`,
        ),
      ),
    ),
  ],
  'joint-work': ({ method }) => [named('buyer feedback', method?.buyerFeedback)],
  'few-lead-metrics': ({ execution }) =>
    (execution?.measurement?.segments ?? []).map(({ role, tenure, leads }) =>
      named(
        `active leads of ${tenure === undefined ? role : `${role}/${tenure}`}`,
        list((leads ?? []).filter(({ status }) => status === 'active').map(({ id }) => id)),
      ),
    ),
  'owned-goal': ({ execution }) => [
    named('owner', execution?.measurement?.owner?.name),
    named(
      'goal',
      list([execution?.measurement?.goal?.lag, execution?.measurement?.goal?.target?.toString()]),
    ),
  ],
  'proficiency-ladder': ({ execution }) => [
    named('onboarding', list(execution?.onboarding?.segments)),
    named('differs', list(execution?.onboarding?.differs?.map(({ what }) => what))),
  ],
  'role-modeling': ({ execution }) =>
    (execution?.leadership?.modeling ?? []).map(({ who, what, every }) => named(who, list([what, every]))),
  'steady-expectations': ({ execution }) => [
    named(
      'expectations',
      list(execution?.leadership?.expectations?.map((one) => (typeof one === 'string' ? one : one.what))),
    ),
    named(
      'boundaries',
      list(execution?.leadership?.boundaries?.map((one) => (typeof one === 'string' ? one : one.what))),
    ),
    named('last change', execution?.leadership?.changes?.at(-1)?.date),
  ],
  'few-initiatives': ({ execution }) => [
    named(
      'open initiatives',
      list(
        execution?.leadership?.initiatives?.filter(({ end }) => end === undefined).map(({ name }) => name),
      ),
    ),
  ],
  'coaching-cadence': ({ execution }) => [
    ...(execution?.coaching?.cadence ?? []).map(({ unit, role, every, minutes }) =>
      named(list([unit, role]) ?? 'everyone', minutes === undefined ? every : `${every}, ${minutes} minutes`),
    ),
    named('focus', list(execution?.coaching?.focus)),
  ],
  'coaching-consistency': ({ execution }) => [
    named('playbooks', list(execution?.coaching?.playbooks?.map(({ skill }) => skill))),
    named('coaches become better by', execution?.coaching?.coachDevelopment),
  ],
  'designed-practice': ({ execution }) =>
    (execution?.practice ?? []).map(({ skill, format, every }) => named(skill, list([format, every]))),
  'practice-feedback': ({ execution }) =>
    (execution?.practice ?? []).map(({ skill, feedbackBy, standard }) =>
      named(skill, list([feedbackBy, standard])),
    ),
};

/** What a declared system says about a practice, a line each; empty where it says nothing. */
export function listDeclarations(system: SystemDocument, practice: string): readonly string[] {
  const lines = Object.hasOwn(declarations, practice) ? declarations[practice] : undefined;
  return (lines?.(system) ?? []).filter((line) => line !== undefined);
}
