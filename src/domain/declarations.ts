import type { MessageKey } from './messages.ts';
import type { SystemDocument } from './types/sales-system.ts';

/** A value of a declared system: the company's own text, or something that is worded in the language of the interview. */
export type DeclaredValue =
  | string
  | { readonly day: string }
  | { readonly every: string }
  | { readonly minutes: number }
  | { readonly word: MessageKey };

/** What a declared system says about one thing. */
export interface Declaration {
  /** Message with the placeholders `text` for the values and, in some, `name`. */
  readonly label: LabelKey;
  readonly name?: DeclaredValue;
  /** At least one. */
  readonly values: readonly DeclaredValue[];
}

/** Keys of the labels. */
type LabelKey = Extract<MessageKey, `declared.label.${string}`>;

type Value = DeclaredValue | undefined;
type List = (system: SystemDocument) => readonly (Declaration | undefined)[];

/** Makes a declaration of the values that are there; undefined without any. */
function declare(
  label: LabelKey,
  values: Value | readonly Value[],
  name?: DeclaredValue,
): Declaration | undefined {
  const given = [values].flat().filter((value) => value !== undefined);
  return given.length === 0 ? undefined : { label, ...(name !== undefined && { name }), values: given };
}

const toDay = (day: string | undefined): Value => (day === undefined ? undefined : { day });
const toInterval = (every: string | undefined): Value => (every === undefined ? undefined : { every });

/** Label of an exit criterion, by whose action it is. */
const exitLabels = {
  buyer: 'declared.label.exitBuyer',
  seller: 'declared.label.exitSeller',
  unknown: 'declared.label.exit',
} as const;

/** Who asks customers why they bought or not. */
const askerWords = { neutral: 'declared.askedByNeutral', seller: 'declared.askedBySeller' } as const;

/** Topics of coaching. */
const focusWords = {
  skill: 'declared.focusSkill',
  deal: 'declared.focusDeal',
  awareness: 'declared.focusAwareness',
} as const;

/** Maps each practice of the shipped model to what a declared system says about it. */
const declarations: Readonly<Record<string, List>> = {
  'stated-purpose': ({ philosophy }) => [
    declare('declared.label.purpose', philosophy?.purpose?.statement),
    declare('declared.label.sellersAsked', toDay(philosophy?.purpose?.askedSellersOn)),
  ],
  'customer-role': ({ philosophy, roles }) => [
    declare('declared.label.customerOutcome', philosophy?.purpose?.customerOutcome),
    declare('declared.label.sellerGain', philosophy?.purpose?.sellerGain),
    declare(
      'declared.label.roleDescriptions',
      roles?.map(({ description }) => description?.ref),
    ),
  ],
  'belief-and-permission': ({ philosophy }) => [
    declare('declared.label.toughQuestions', philosophy?.toughQuestions),
    declare('declared.label.walkAway', philosophy?.walkAway),
  ],
  'purpose-in-use': ({ philosophy }) => [
    declare(
      'declared.label.payConflicts',
      philosophy?.pay?.conflicts?.map(({ what }) => what),
    ),
    declare('declared.label.payPlan', philosophy?.pay?.ref),
  ],
  'shared-stages': ({ process }) => [
    declare(
      'declared.label.stages',
      process?.stages?.map(({ id }) => id),
    ),
    declare('declared.label.owner', process?.owner),
    declare('declared.label.lastChange', toDay(process?.changes?.at(-1)?.date)),
  ],
  'buyer-proof': ({ process }) =>
    (process?.stages ?? []).flatMap(({ id, exit = [] }) =>
      exit.map(({ evidence, by }) => declare(exitLabels[by ?? 'unknown'], evidence, id)),
    ),
  'use-and-learning': ({ process }) => [
    declare('declared.label.forecast', toInterval(process?.forecast?.cadence)),
    declare('declared.label.forecastErrors', process?.forecast?.errorLog),
    declare(
      'declared.label.winLoss',
      process?.winLoss?.askedBy && { word: askerWords[process.winLoss.askedBy] },
    ),
  ],
  diagnosis: ({ method }) => [
    declare('declared.label.method', method?.name),
    declare(
      'declared.label.skills',
      method?.skills?.filter(({ kind }) => kind === 'diagnose' || kind === 'qualify').map(({ id }) => id),
    ),
  ],
  insight: ({ method }) =>
    (method?.insights ?? []).map(({ id, reviewedOn }) =>
      reviewedOn === undefined
        ? declare('declared.label.insight', id)
        : declare('declared.label.insightReviewed', toDay(reviewedOn), id),
    ),
  'joint-work': ({ method }) => [declare('declared.label.buyerFeedback', method?.buyerFeedback)],
  'few-lead-metrics': ({ execution }) =>
    (execution?.measurement?.segments ?? []).map(({ role, tenure, leads = [] }) =>
      declare(
        'declared.label.activeLeads',
        leads.filter(({ status }) => status === 'active').map(({ id }) => id),
        tenure === undefined ? role : `${role}/${tenure}`,
      ),
    ),
  'owned-goal': ({ execution }) => [
    declare('declared.label.owner', execution?.measurement?.owner?.name),
    declare('declared.label.goal', execution?.measurement?.goal?.lag),
    declare('declared.label.target', execution?.measurement?.goal?.target?.toString()),
  ],
  'proficiency-ladder': ({ execution }) => [
    declare('declared.label.onboarding', execution?.onboarding?.segments),
    declare(
      'declared.label.differs',
      execution?.onboarding?.differs?.map(({ what }) => what),
    ),
  ],
  'role-modeling': ({ execution }) =>
    (execution?.leadership?.modeling ?? []).map(({ who, what, every }) =>
      declare('declared.label.named', [what, toInterval(every)], { word: `role.${who}` }),
    ),
  'steady-expectations': ({ execution }) => [
    declare(
      'declared.label.expectations',
      execution?.leadership?.expectations?.map((one) => (typeof one === 'string' ? one : one.what)),
    ),
    declare(
      'declared.label.boundaries',
      execution?.leadership?.boundaries?.map((one) => (typeof one === 'string' ? one : one.what)),
    ),
    declare('declared.label.lastChange', toDay(execution?.leadership?.changes?.at(-1)?.date)),
  ],
  'few-initiatives': ({ execution }) => [
    declare(
      'declared.label.initiatives',
      execution?.leadership?.initiatives?.filter(({ end }) => end === undefined).map(({ name }) => name),
    ),
  ],
  'coaching-cadence': ({ execution }) => [
    ...(execution?.coaching?.cadence ?? []).map(({ unit, role, every, minutes }) => {
      const whom = [unit, role].filter((id) => id !== undefined).join(', ');
      return declare(
        'declared.label.named',
        [toInterval(every), minutes === undefined ? undefined : { minutes }],
        whom === '' ? { word: 'declared.everyone' } : whom,
      );
    }),
    declare(
      'declared.label.focus',
      execution?.coaching?.focus?.map((focus) => ({ word: focusWords[focus] })),
    ),
  ],
  'coaching-consistency': ({ execution }) => [
    declare(
      'declared.label.playbooks',
      execution?.coaching?.playbooks?.map(({ skill }) => skill),
    ),
    declare('declared.label.coachDevelopment', execution?.coaching?.coachDevelopment),
  ],
  'designed-practice': ({ execution }) =>
    (execution?.practice ?? []).map(({ skill, format, every }) =>
      declare('declared.label.named', [format, toInterval(every)], skill),
    ),
  'practice-feedback': ({ execution }) =>
    (execution?.practice ?? []).flatMap(({ skill, feedbackBy, standard }) => [
      declare('declared.label.feedbackBy', feedbackBy, skill),
      declare('declared.label.standard', standard, skill),
    ]),
};

/** Lists what a declared system says about a practice; empty if it says nothing. */
export function listDeclarations(system: SystemDocument, practice: string): readonly Declaration[] {
  const list = Object.hasOwn(declarations, practice) ? declarations[practice] : undefined;
  return (list?.(system) ?? []).filter((one) => one !== undefined);
}

/** Lists the units and roles of a declared system: the places where a practice can be weaker. */
export function listPlaces({ units = [], roles = [] }: SystemDocument): readonly string[] {
  return [...new Set([...units.map(({ id, region }) => region ?? id), ...roles.map(({ id }) => id)])];
}
