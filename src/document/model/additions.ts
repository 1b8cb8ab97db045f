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

/** Every entry of a list section, with where it is written. */
function entriesOf<K extends 'patterns' | 'sources' | 'claims' | 'retired' | 'notApplicableReasons'>(
  parts: readonly Part[],
  section: K,
): Placed<NonNullable<ModelDocument[K]>[number]>[] {
  return parts.flatMap((part) =>
    (part.value[section] ?? []).map((value, index) => ({
      value: value as NonNullable<ModelDocument[K]>[number],
      spot: { part, path: [section, index] },
    })),
  );
}

function practicesOf(parts: readonly Part[], rules: Draft['scoring']): Placed<BarePractice>[] {
  return parts.flatMap((part) => {
    const { practice } = part.value;
    return practice === undefined
      ? []
      : [{ value: assemblePractice(practice, rules), spot: { part, path: ['practice'] } }];
  });
}

function questionsOf(parts: readonly Part[], rules: Draft['scoring']): Placed<Question>[] {
  return parts.flatMap((part) => {
    const { practice } = part.value;
    return (practice?.questions ?? []).map((question, index) => ({
      value: assembleQuestion(
        assemblePractice(practice as NonNullable<typeof practice>, rules),
        question,
        rules,
      ),
      spot: { part, path: ['practice', 'questions', index] },
    }));
  });
}

/** The words that the files give; says so where two of them give the same one. */
export function getWords(parts: readonly Part[], findings: Finding[]): Map<string, Placed<string>> {
  const words = new Map<string, Placed<string>>();
  for (const part of parts) {
    for (const [key, value] of Object.entries(part.value.words ?? {})) {
      const spot: Spot = { part, path: ['words', key] };
      const first = words.get(key)?.spot?.part.file;
      if (first === undefined) words.set(key, { value, spot });
      else
        findings.push(
          makeFaultAt(spot, `\`${key}\` is already said in ${first}.`, 'Say it in one place.', 'key'),
        );
    }
  }
  return words;
}

/** What the files add to whatever they start from. */
export function additions(
  parts: readonly Part[],
  scoring: Draft['scoring'],
): Pick<Draft, 'practices' | 'questions' | 'patterns' | 'reasons' | 'sources' | 'claims' | 'retired'> {
  return {
    practices: practicesOf(parts, scoring),
    questions: questionsOf(parts, scoring),
    patterns: entriesOf(parts, 'patterns'),
    reasons: entriesOf(parts, 'notApplicableReasons'),
    sources: entriesOf(parts, 'sources'),
    claims: entriesOf(parts, 'claims'),
    retired: entriesOf(parts, 'retired'),
  };
}
