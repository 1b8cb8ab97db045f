import type { Element, Model, Practice, Question } from '#domain/model.ts';
import type {
  ModelDocument,
  PracticeDefinition,
  QuestionDefinition,
  ScoringRules,
} from '#domain/types/model.ts';
import type { Finding } from '#domain/types/report.ts';
import type { Words } from '#domain/words.ts';
import {
  type Known,
  type Part,
  checkElements,
  checkPractice,
  checkPracticesTogether,
  invalid,
} from './check-model.ts';
import { orderFindings, readDocument } from './read.ts';

/** A file of a model folder as read from disk. */
export interface ModelFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** A model, or everything that is wrong with its files and the texts to show it in. */
export type LoadedModel =
  | { readonly ok: true; readonly model: Model }
  | {
      readonly ok: false;
      readonly findings: readonly Finding[];
      readonly texts: ReadonlyMap<string, string>;
    };

/** The one part that holds a section which the model needs exactly once. */
function sectionOf<K extends 'model' | 'scoring' | 'elements'>(
  parts: readonly Part[],
  section: K,
  findings: Finding[],
): ModelDocument[K] {
  const [first, ...others] = parts.filter(({ value }) => value[section] !== undefined);
  for (const other of others) {
    findings.push(
      invalid(
        other,
        [section],
        `\`${section}\` is already given in ${first?.file}.`,
        'Keep it in one file.',
        'key',
      ),
    );
  }
  const [anywhere] = parts;
  if (first === undefined && anywhere !== undefined) {
    findings.push(
      invalid(anywhere, [], `No file of the model has \`${section}\`.`, `Add \`${section}\` to model.yaml.`),
    );
  }
  return first?.value[section] as ModelDocument[K];
}

function assembleQuestion(
  practice: PracticeDefinition,
  question: QuestionDefinition,
  rules: ScoringRules,
): Question {
  return {
    ...question,
    id: `${practice.element}.${practice.id}.${question.id}`,
    element: practice.element,
    block: practice.block ?? null,
    practice: practice.id,
    quick: question.quick ?? false,
    weight: question.weight ?? 1,
    mayNotApply: question.mayNotApply ?? false,
    notApplicableReasons: question.notApplicableReasons ?? [],
    evidenceMaxAge: question.evidenceMaxAge ?? rules.evidenceMaxAge,
    disprovedBy: question.disprovedBy ?? [],
  };
}

function assemblePractice({ order: _order, ...practice }: PracticeDefinition, rules: ScoringRules): Practice {
  return {
    ...practice,
    block: practice.block ?? null,
    weight: practice.weight ?? 1,
    target: practice.target ?? rules.target,
    dependsOn: practice.dependsOn ?? [],
    questions: (practice.questions ?? []).map((question) =>
      assembleQuestion({ order: 0, ...practice }, question, rules),
    ),
  };
}

function inSequence(
  elements: readonly Element[],
  practices: readonly PracticeDefinition[],
): PracticeDefinition[] {
  const place = ({ element, block }: PracticeDefinition): number => {
    const index = elements.findIndex(({ id }) => id === element);
    return index * 1000 + (elements[index]?.blocks.findIndex(({ id }) => id === block) ?? 0);
  };
  return practices.toSorted((a, b) => place(a) - place(b) || a.order - b.order || (a.id < b.id ? -1 : 1));
}

/**
 * Reads the files of a model, checks them one by one and together (references, unique ids, circles,
 * recommendations) and assembles them. All faults are reported at once, file by file.
 *
 * @param hash gives `sha256:` and hex digits for a text
 */
export function loadModel(files: readonly ModelFile[], hash: (text: string) => string): LoadedModel {
  const findings: Finding[] = [];
  const texts = new Map<string, string>();
  const parts: Part[] = [];
  for (const { file, bytes } of files) {
    const read = readDocument('model', file, bytes);
    if (read.ok) {
      parts.push(read.document);
      texts.set(file, read.document.text);
    } else {
      findings.push(...read.findings);
      if (read.text !== undefined) texts.set(file, read.text);
    }
  }
  // A file that could not be read would look like a missing practice to all the others.
  if (findings.length > 0) return { ok: false, findings, texts };

  const identity = sectionOf(parts, 'model', findings);
  const scoring = sectionOf(parts, 'scoring', findings);
  const elements = (sectionOf(parts, 'elements', findings) ?? []).map((element): Element => ({
    ...element,
    blocks: (element.blocks ?? []).map((block) => ({ ...block, weight: block.weight ?? 1 })),
  }));
  const reasons = parts.flatMap(({ value }) => value.notApplicableReasons ?? []);
  const practices = parts.flatMap(({ value }) => value.practice ?? []);
  const known: Known = {
    elements,
    practices: practices.map(({ id }) => id),
    reasons: reasons.map(({ id }) => id),
  };
  findings.push(...checkElements(parts, elements));
  for (const part of parts) {
    if (part.value.practice !== undefined) findings.push(...checkPractice(part, part.value.practice, known));
  }
  findings.push(...checkPracticesTogether(parts));
  if (findings.length > 0 || identity === undefined || scoring === undefined) {
    return { ok: false, findings: orderFindings(findings), texts };
  }
  const content = {
    ...identity,
    scoring,
    elements,
    practices: inSequence(elements, practices).map((practice) => assemblePractice(practice, scoring)),
    notApplicableReasons: reasons,
    words: Object.assign({}, ...parts.map(({ value }) => value.words ?? {})) as Words,
  };
  return { ok: true, model: { ...content, digest: hash(JSON.stringify(content)) } };
}
