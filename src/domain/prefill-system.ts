import type { Answer, AnswersDocument, Evidence } from './types/answers.ts';

/** Path of keys in a declared system. */
export type SystemPath = readonly string[];

/** The parts of a declared system that can be prefilled from an interview. */
export interface Learned {
  readonly organization: string;
  /** The unit of the respondent; undefined if there is none, or if it covers everyone. */
  readonly unit: string | undefined;
  /** Values taken from the evidence unchanged. */
  readonly values: readonly { readonly path: SystemPath; readonly value: string }[];
  /** Remarks of the respondent, verbatim, each with the section that it belongs to. */
  readonly remarks: readonly { readonly path: SystemPath; readonly text: string }[];
}

/** The section in which each practice is declared. */
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
  'philosophy.customer-role.role-definition': 'roles',
  'process.shared-stages.process-owner': 'process.owner',
  'process.use-and-learning.forecast-error': 'process.forecast',
  'execution.owned-goal.checker': 'execution.measurement.owner',
  'execution.few-initiatives.training-in-use': 'method.name',
  'execution.coaching-cadence.follow-through': 'execution.coaching.focus',
  'execution.coaching-consistency.coach-development': 'execution.coaching.coachDevelopment',
};

const elements: ReadonlySet<string> = new Set(['philosophy', 'process', 'method', 'execution']);

function findSection(question: string): SystemPath {
  const [element = '', practice = ''] = question.split('.');
  const known = Object.hasOwn(closerSections, question)
    ? closerSections[question]
    : Object.hasOwn(sections, practice)
      ? sections[practice]
      : undefined;
  // For questions of a custom model, use the section of their element if it is one of the four.
  return (known ?? (elements.has(element) ? element : 'openQuestions')).split('.');
}

/**
 * Questions whose evidence is exactly what the system refers to: from the given level, 0..4, the reference of
 * the evidence is copied to the path.
 */
const references = [
  { question: 'process.use-and-learning.forecast-error', level: 2, path: 'process.forecast.errorLog' },
  { question: 'process.use-and-learning.win-loss', level: 1, path: 'method.buyerFeedback' },
  {
    question: 'execution.coaching-consistency.coach-development',
    level: 1,
    path: 'execution.coaching.coachDevelopment',
  },
] as const;

/** The question whose evidence can show when sellers were asked for their purpose. */
const asking = 'philosophy.stated-purpose.heard';

/** Words of a record in which sellers answered. The list is short: a wrong date is worse than none. */
const saysAsked =
  /\b(?:asked|answered|answers|said|conversations?|verbatims?|word for word|gefragt|gesagt)\b/i;
/** Words of a record in which sellers did not answer. */
const deniesIt = /\b(?:no|not|never|nobody|none|without|nicht|nie|kein\w*|niemand)\b|n['\u2019]t\b/i;

/** Returns the date of the latest record which says that sellers were asked for their purpose. */
function findAskedSellersOn({ answers }: AnswersDocument): string | undefined {
  const { level = 0, evidence = [] } = answers[asking] ?? {};
  if (level === 0) return undefined;
  return evidence
    .filter(({ kind, what }) => kind !== 'declaration' && saysAsked.test(what) && !deniesIt.test(what))
    .flatMap(({ date }) => date ?? [])
    .toSorted()
    .at(-1);
}

/** Returns the reference of the latest work record; undefined if the answer is below the level, 0..4. */
function findLatestReference(answer: Answer | undefined, level: number): string | undefined {
  if (answer?.level === undefined || answer.level < level) return undefined;
  const records = (answer.evidence ?? []).filter(({ kind, ref }) => kind === 'artifact' && ref !== undefined);
  return records.toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1)).at(-1)?.ref;
}

/** Formats a piece of evidence as a remark. */
function formatEvidence({ what, date, ref }: Evidence): string {
  return `${what} (${[date, ref].filter((part) => part !== undefined).join(', ')})`;
}

/** Matches a unit that means the whole company. */
const everyone = /^(?:all|every|entire|whole|company|global|alle|gesamt|ganz)/i;

/** Extracts what answers say about the declared system. Copies only, infers nothing. */
export function prefillFrom(document: AnswersDocument): Learned {
  const { organization, respondent, answers } = document;
  const asked = findAskedSellersOn(document);
  const isEveryone = respondent.unit !== undefined && everyone.test(respondent.unit.trim());
  return {
    organization: organization.name,
    unit: isEveryone ? undefined : respondent.unit,
    values: [
      ...(asked === undefined ? [] : [{ path: ['philosophy', 'purpose', 'askedSellersOn'], value: asked }]),
      ...references.flatMap(({ question, level, path }) => {
        const value = findLatestReference(answers[question], level);
        return value === undefined ? [] : [{ path: path.split('.'), value }];
      }),
    ],
    remarks: Object.entries(answers).flatMap(([id, { note, evidence = [] }]) => {
      const path = findSection(id);
      const texts = [note ?? '', ...evidence.filter(({ ref }) => ref !== undefined).map(formatEvidence)];
      return texts.filter((text) => text.trim() !== '').map((text) => ({ path, text }));
    }),
  };
}
