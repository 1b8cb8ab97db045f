import type { Question } from '#domain/model.ts';
import type { ModelDocument } from '#domain/types/model.ts';
import type { Finding } from '#domain/types/report.ts';
import {
  type BarePractice,
  type Draft,
  type Part,
  type Placed,
  type Spot,
  assemblePractice,
  assembleQuestion,
  makeFaultAt,
} from './draft.ts';

/** Collects the entries of a list section, with where each is written. */
function collectEntries<
  K extends 'patterns' | 'readings' | 'terms' | 'sources' | 'claims' | 'retired' | 'notApplicableReasons',
>(parts: readonly Part[], section: K): Placed<NonNullable<ModelDocument[K]>[number]>[] {
  return parts.flatMap((part) =>
    (part.value[section] ?? []).map((value, index) => ({
      value: value as NonNullable<ModelDocument[K]>[number],
      spot: { part, path: [section, index] },
    })),
  );
}

function collectPractices(parts: readonly Part[], rules: Draft['scoring']): Placed<BarePractice>[] {
  return parts.flatMap((part) => {
    const { practice } = part.value;
    return practice === undefined
      ? []
      : [{ value: assemblePractice(practice, rules), spot: { part, path: ['practice'] } }];
  });
}

function collectQuestions(parts: readonly Part[], rules: Draft['scoring']): Placed<Question>[] {
  return parts.flatMap((part) => {
    const { practice } = part.value;
    if (practice?.questions === undefined) return [];
    const assembled = assemblePractice(practice, rules);
    return practice.questions.map((question, index) => ({
      value: assembleQuestion(assembled, question, rules),
      spot: { part, path: ['practice', 'questions', index] },
    }));
  });
}

/** Collects the messages of the files. Reports a message that two files define. */
export function getMessages(parts: readonly Part[], findings: Finding[]): Map<string, Placed<string>> {
  const messages = new Map<string, Placed<string>>();
  for (const part of parts) {
    for (const [key, value] of Object.entries(part.value.messages ?? {})) {
      const spot: Spot = { part, path: ['messages', key] };
      const first = messages.get(key)?.spot?.part.file;
      if (first === undefined) messages.set(key, { value, spot });
      else
        findings.push(
          makeFaultAt(spot, `\`${key}\` is already defined in ${first}.`, 'Define it in one place.', 'key'),
        );
    }
  }
  return messages;
}

/** Collects everything that the files add to the model that they start from. */
export function collectAdditions(
  parts: readonly Part[],
  scoring: Draft['scoring'],
): Pick<
  Draft,
  'practices' | 'questions' | 'patterns' | 'readings' | 'terms' | 'reasons' | 'sources' | 'claims' | 'retired'
> {
  return {
    practices: collectPractices(parts, scoring),
    questions: collectQuestions(parts, scoring),
    patterns: collectEntries(parts, 'patterns'),
    readings: collectEntries(parts, 'readings'),
    terms: collectEntries(parts, 'terms'),
    reasons: collectEntries(parts, 'notApplicableReasons'),
    sources: collectEntries(parts, 'sources'),
    claims: collectEntries(parts, 'claims'),
    retired: collectEntries(parts, 'retired'),
  };
}
