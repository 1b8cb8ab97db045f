import { computeDigest } from '#app/digest.ts';
import { type LoadedModel, loadModel } from '#document/model/load-model.ts';
import type { Model } from '#domain/model.ts';

/** Texts of a model by file name. */
export type Texts = Readonly<Record<string, string>>;

/** Loads a model from texts, ordered by name. */
export async function load(texts: Texts, shipped?: Model): Promise<LoadedModel> {
  const files = Object.keys(texts)
    .toSorted()
    .map((file) => ({ file, bytes: new TextEncoder().encode(texts[file]) }));
  return loadModel(files, computeDigest, shipped);
}

/** Loads a model from valid texts. Throws their faults. */
export async function mustLoad(texts: Texts, shipped?: Model): Promise<Model> {
  const loaded = await load(texts, shipped);
  if (loaded.ok) return loaded.model;
  throw new Error(loaded.findings.map(({ file, message }) => `${file}: ${message}`).join('\n'));
}

/** Formats a question as a list entry of a file. `more` are additional lines. */
export function makeQuestionText(id: string, ...more: readonly string[]): string {
  return [
    `id: ${id}`,
    `ask: {leader: 'When did ${id} last happen?', seller: 'When did you last see ${id}?'}`,
    `why: Without ${id} nothing follows.`,
    'bestAnsweredBy: seller',
    'kind: felt',
    'guessFor: [leader]',
    'levels: [{label: No one, means: Nobody knows.}, {label: A few, means: One of five knows.}, {label: Some know, means: Three of five know.}, {label: Most know, means: Four of five know.}, {label: All of them, means: All of them know.}]',
    `probe: 'Who did ${id} last, with which customer, and in which month?'`,
    'evidence: [{kind: artifact, what: A dated list.}]',
    'redFlags: [Nobody was asked.]',
    'recommendations:',
    ...[[0, 1], [2], [3]].map(
      (levels) =>
        `  - {levels: [${levels.join(', ')}], do: Do ${id}., owner: Leader, effort: 1 day (estimate), days30: Ask., days60: Write., days90: Ask again., effectAfter: A month (estimate), evidenceOfDone: The list., successMeasure: The count.}`,
    ),
    ...more,
  ]
    .map((line, index) => `    ${index === 0 ? '- ' : '  '}${line}\n`)
    .join('');
}

/** First two lines of every file of a model. */
export const top = 'kind: model\nschemaVersion: 1\n';

/** A complete model: two elements, the second with a block, three practices with a question each. */
export const smallTexts: Texts = {
  'model.yaml': `${top}model: {id: small, version: 2.1.0, title: A small model, language: en}
scoring:
  inPlaceAt: 62.5
  neglectedBelow: 37.5
  blockingBelow: 37.5
  unprovenBelow: 37.5
  knownFromCoverage: 0.5
  provisionalBelowCoverage: 0.8
  target: 75
  dependentBoost: 0.25
  evidenceCaps: {none: 0, instance: 2, declaration: 2, affirmation: 3, artifact: 4}
  staleEvidenceCosts: 1
  evidenceMaxAge: P12M
  severityWeights: {error: 3, warning: 2, info: 1}
  planSize: 3
  oneTeamUpTo: 10
  voices: {minGroup: 5, governs: {felt: [sellers], decided: [leader], seen: [customers]}, talkFrom: 1, disputedFrom: 1.5, agreeUpTo: 0.5, varyUpTo: 0.83, rwgFrom: 5}
elements:
  - {id: why, name: Why, asks: why do we, about: The reason., position: bookend}
  - id: how
    name: How
    asks: how to
    about: The way.
    position: bookend
    blocks:
      - {id: habit, name: Habit}
      - {id: skill, name: Skill}
notApplicableReasons:
  - {id: too-new, means: It is too new.}
  - {id: too-small, means: It is too small.}
`,
  'scale.yaml': `${top}scale:
  instruction: Pick the highest sentence that is true.
  levels: [{name: Absent, means: No one.}, {name: Here, means: A few.}, {name: Agreed, means: Some.}, {name: Usual, means: Most.}, {name: Everywhere, means: All.}]
  windows: [{says: this quarter, means: The last three months.}]
`,
  'patterns.yaml': `${top}patterns:
  - id: all-talk
    name: All talk
    when: {all: [{value: why, atLeast: 3}, {value: how.daily.seen, atMost: 1}]}
    means: Much is said.
    firstMove: Do one thing.
    practices: [daily]
    sources: [study]
    covers: [2]
`,
  'sources.yaml': `${top}sources:
  - {id: study, finding: It helps., reference: 'Someone, 2001', established: read}
claims:
  - {id: 1, claim: It matters.}
  - {id: 2, claim: It is done.}
retired:
  - {id: old-habit, since: 2.0.0, why: It asked two things.}
  - {id: why.purpose.before, since: 2.0.0, why: It led.}
messages:
  role.leader: Leader
  interview.saved: 'Saved in {file}.'
  interview.welcomeBack: '{answered} of {count} in {file}.'
`,
  'why.yaml': `${top}practice:
  id: purpose
  element: why
  order: 1
  name: Purpose
  about: Why it is done.
  questions:
${makeQuestionText('heard', 'covers: [1]', 'sources: [study]', 'quick: true')}`,
  'habit.yaml': `${top}practice:
  id: daily
  element: how
  block: habit
  order: 1
  name: Daily
  about: Every day.
  dependsOn: [purpose]
  questions:
${makeQuestionText('seen', 'mayNotApply: true', 'notApplicableReasons: [too-new]')}`,
  'skill.yaml': `${top}practice:
  id: trained
  element: how
  block: skill
  order: 1
  name: Trained
  about: With skill.
  dependsOn: [daily]
  questions:
${makeQuestionText('shown')}`,
};

/** Replaces a part of a file in texts. Throws if the part does not exist. */
export function replacePart(texts: Texts, file: string, part: string, by: string): Texts {
  const text = texts[file] ?? '';
  if (!text.includes(part)) throw new Error(`${file} has no ${part}`);
  return { ...texts, [file]: text.replace(part, () => by) };
}

/** Replaces a part of a file in the small model. */
export function changeSmallModel(file: string, part: string, by: string): Texts {
  return replacePart(smallTexts, file, part, by);
}

/** Makes an overlay of the small model: its identity, and files with changes or additions. */
export function makeOverlay(...files: readonly string[]): Texts {
  return {
    'model.yaml': `${top}model: {id: mine, version: 1.0.0, title: Mine, language: en, extends: small@2}\n`,
    ...Object.fromEntries(files.map((text, index) => [`part-${index + 1}.yaml`, `${top}${text}`])),
  };
}

/** Loads texts and returns each fault as `file line:column path > message > fix`. */
export async function findFaults(texts: Texts, shipped?: Model): Promise<string[]> {
  const loaded = await load(texts, shipped);
  if (loaded.ok) return [];
  return loaded.findings.map(
    ({ file, line, column, path, message, fix }) => `${file} ${line}:${column} ${path} > ${message} > ${fix}`,
  );
}
