import type { Answer, AnswersDocument, Evidence } from './types/answers.ts';

/** A place in a declared system, as keys. */
export type SystemPath = readonly string[];

/** What an interview can say about a declared system that nobody has written yet. */
export interface Learned {
  readonly organization: string;
  /** The unit that the respondent speaks for; undefined where it is none, or all of them. */
  readonly unit: string | undefined;
  /** Values that the evidence gives as they are. */
  readonly values: readonly { readonly path: SystemPath; readonly value: string }[];
  /** What was said, in the respondent's words, and the section that it belongs beside. */
  readonly remarks: readonly { readonly path: SystemPath; readonly text: string }[];
}

/** The section that a practice is declared in. */
const sections: Readonly<Record<string, string>> = {
  'stated-purpose': 'philosophy.purpose',
  'customer-role': 'philosophy.purpose',
  'belief-and-permission': 'philosophy.toughQuestions',
  'purpose-in-use': 'philosophy.pay',
  'shared-stages': 'process.stages',
  'buyer-proof': 'process.stages',
  'use-and-learning': 'process.winLoss',
  diagnosis: 'method.skills',
  insight: 'method.insights',
  'joint-work': 'method.buyerFeedback',
  'few-lead-metrics': 'execution.measurement.segments',
  'owned-goal': 'execution.measurement.goal',
  'proficiency-ladder': 'execution.onboarding',
  'role-modeling': 'execution.leadership.modeling',
  'steady-expectations': 'execution.leadership.expectations',
  'few-initiatives': 'execution.leadership.initiatives',
  'coaching-cadence': 'execution.coaching.cadence',
  'coaching-consistency': 'execution.coaching.playbooks',
  'designed-practice': 'execution.practice',
  'practice-feedback': 'execution.practice',
};

/** Questions that belong to another section than the rest of their practice. */
const closerSections: Readonly<Record<string, string>> = {
  'philosophy.customer-role.job-description': 'roles',
  'process.shared-stages.process-owner': 'process.owner',
  'process.use-and-learning.random-ten': 'process.stages',
  'process.use-and-learning.forecast-error': 'process.forecast',
  'method.joint-work.business-conversation': 'philosophy.toughQuestions',
  'execution.owned-goal.checker': 'execution.measurement.owner',
  'execution.few-initiatives.bought-methods': 'method.name',
  'execution.coaching-cadence.skill-share': 'execution.coaching.focus',
  'execution.coaching-consistency.coach-development': 'execution.coaching.coachDevelopment',
};

const elements: ReadonlySet<string> = new Set(['philosophy', 'process', 'method', 'execution']);

function sectionOf(question: string): SystemPath {
  const [element = '', practice = ''] = question.split('.');
  const known = Object.hasOwn(closerSections, question)
    ? closerSections[question]
    : Object.hasOwn(sections, practice)
      ? sections[practice]
      : undefined;
  // Questions of somebody's own model: their element if it has one of the four names.
  return (known ?? (elements.has(element) ? element : 'openQuestions')).split('.');
}

/**
 * Questions whose proof is the very thing that the system points to: from the level given on, 0 to 4, its reference
 * is carried over to the path.
 */
const references = [
  { question: 'process.use-and-learning.forecast-error', level: 2, path: 'process.forecast.errorLog' },
  { question: 'method.joint-work.customer-account', level: 1, path: 'method.buyerFeedback' },
  {
    question: 'execution.coaching-consistency.coach-development',
    level: 1,
    path: 'execution.coaching.coachDevelopment',
  },
] as const;

/** Questions whose evidence can tell when sellers were asked for their purpose. */
const asking = [
  'philosophy.stated-purpose.heard',
  'philosophy.stated-purpose.conversation',
] as const satisfies readonly string[];

/** Words of a record in which sellers answered. A wrong date would be worse than none, so the list is short. */
const saysAsked =
  /\b(?:asked|answered|answers|said|conversations?|verbatims?|word for word|gefragt|gesagt)\b/i;
/** Words by which a record says that they were not. */
const deniesIt = /\b(?:no|not|never|nobody|none|without|nicht|nie|kein\w*|niemand)\b|n['\u2019]t\b/i;

/** The day of the last record that says in words that sellers were asked for their purpose. */
function askedSellersOn({ answers }: AnswersDocument): string | undefined {
  return asking
    .flatMap((id) => ((answers[id]?.level ?? 0) > 0 ? (answers[id]?.evidence ?? []) : []))
    .filter(({ kind, what }) => kind !== 'declaration' && saysAsked.test(what) && !deniesIt.test(what))
    .flatMap(({ date }) => date ?? [])
    .toSorted()
    .at(-1);
}

/** The reference of the latest record of the work; undefined where the answer is below the level, 0 to 4. */
function latestReference(answer: Answer | undefined, level: number): string | undefined {
  if (answer?.level === undefined || answer.level < level) return undefined;
  const records = (answer.evidence ?? []).filter(({ kind, ref }) => kind === 'artifact' && ref !== undefined);
  return records.toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1)).at(-1)?.ref;
}

/** A piece of evidence as a remark. */
function inWords({ what, date, ref }: Evidence): string {
  return `${what} (${[date, ref].filter((part) => part !== undefined).join(', ')})`;
}

/** A respondent who speaks for everyone names no unit. */
const everyone = /^(?:all|every|entire|whole|company|global|alle|gesamt|ganz)/i;

/** What answers say about the declared system: nothing is concluded, only carried over. */
export function prefillFrom(document: AnswersDocument): Learned {
  const { organization, respondent, answers } = document;
  const asked = askedSellersOn(document);
  const isEveryone = respondent.unit !== undefined && everyone.test(respondent.unit.trim());
  return {
    organization: organization.name,
    unit: isEveryone ? undefined : respondent.unit,
    values: [
      ...(asked === undefined ? [] : [{ path: ['philosophy', 'purpose', 'askedSellersOn'], value: asked }]),
      ...references.flatMap(({ question, level, path }) => {
        const value = latestReference(answers[question], level);
        return value === undefined ? [] : [{ path: path.split('.'), value }];
      }),
    ],
    remarks: Object.entries(answers).flatMap(([id, { note, evidence = [] }]) => {
      const path = sectionOf(id);
      const texts = [note ?? '', ...evidence.filter(({ ref }) => ref !== undefined).map(inWords)];
      return texts.filter((text) => text.trim() !== '').map((text) => ({ path, text }));
    }),
  };
}
