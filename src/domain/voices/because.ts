/** Says in words whose answer to a question counts, and why. */
import { formatDay } from '#domain/format-day.ts';
import { type Messages, formatMessage } from '#domain/messages.ts';
import type { Model, Voice } from '#domain/model.ts';
import type { Combination, CombinedQuestion } from './combine.ts';

/** Message about answers that count: of one person, and of several. */
const counted = {
  sellers: ['voices.bySellers', 'voices.bySellers'],
  managers: ['voices.byManager', 'voices.byManagers'],
  leader: ['voices.byLeader', 'voices.byLeaders'],
  enablement: ['voices.byEnablement', 'voices.byEnablements'],
  customers: ['voices.byCustomer', 'voices.byCustomers'],
  'supported-leader': ['voices.bySupportedLeader', 'voices.bySupportedLeaders'],
} as const satisfies Record<Exclude<Voice, 'strongest-evidence'>, readonly (keyof Messages)[]>;

/** Says why a voice that comes first does not count. */
function explainSkipped(
  voice: Voice,
  { messages }: Model,
  { medians }: CombinedQuestion,
  minGroup: number,
): string {
  if (voice === 'sellers') return formatMessage(messages, 'voices.skipped.sellers', { count: minGroup });
  if (voice === 'supported-leader' && medians.leader === null) return messages['voices.skipped.leader'];
  return messages[`voices.skipped.${voice}`];
}

/** Explains whose answer to a question counts, in a few short sentences. */
export function explainGoverning(
  model: Model,
  combined: CombinedQuestion,
  { minGroup, audience }: Combination,
): string {
  const { messages } = model;
  const { question, governing } = combined;
  const { by, role, count } = governing;
  if (by === 'agreed') {
    const date = governing.answer?.answeredOn ?? audience.agreed?.agreed?.on ?? '';
    return formatMessage(messages, 'voices.byAgreement', { date: formatDay(date, messages) });
  }
  const order = model.scoring.voices.governs[question.kind];
  const skipped = by === null ? [] : order.slice(0, order.indexOf(by));
  const describeChoice = (): string => {
    if (by === null) return messages['voices.byNobody'];
    if (by !== 'strongest-evidence') {
      const [one, many] = counted[by];
      return formatMessage(messages, count === 1 ? one : many, { count });
    }
    return formatMessage(messages, 'voices.byEvidence', { role: messages[`role.${role ?? 'leader'}`] });
  };
  const sentences = [
    messages[`voices.kind.${question.kind}`],
    ...skipped.map((voice) => explainSkipped(voice, model, combined, minGroup)),
    describeChoice(),
  ];
  return [...new Set(sentences)].join(' ');
}
