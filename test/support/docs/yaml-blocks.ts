import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { type DocumentKind, readDocument } from '#document/read/read-document.ts';
import { listQuestions } from '#domain/model.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import { loadModelFrom } from '../../../src/tools/model-files.ts';
import { findExternalFaults } from '../schema/external-schema.ts';

/** Required keys to add to a partial document, by kind. */
const heads: Readonly<Record<DocumentKind, string>> = {
  answers:
    'model: {id: sales-system, version: 1.0.0}\norganization: {name: Harbor Instruments}\nrespondent: {role: leader}\n',
  'sales-system': 'organization: {name: Harbor Instruments}\n',
  baseline: 'findings: []\n',
  config: '',
  model: '',
  report: '',
};

/** Finds answers to questions that do not exist. */
async function findUnknownQuestions({ answers }: AnswersDocument): Promise<string[]> {
  const asked = new Set(listQuestions(await loadModelFrom('src/model')).map(({ id }) => id));
  return Object.keys(answers)
    .filter((id) => !asked.has(id))
    .map((id) => `There is no question ${id}.`);
}

/** Validates one of our documents, or a part of one after adding the required keys. */
async function findFaultsOfOurs(kind: DocumentKind, text: string): Promise<string[]> {
  const whole = /^kind: /m.test(text) ? text : `kind: ${kind}\nschemaVersion: 1\n${heads[kind]}${text}\n`;
  const read = await readDocument(kind, 'the block', new TextEncoder().encode(whole));
  if (!read.ok) return read.findings.map(({ message }) => message);
  return kind === 'answers' ? findUnknownQuestions(read.document.value as AnswersDocument) : [];
}

/** Checks that the hooks exist in this project. */
async function findFaultsOfHooks(text: string): Promise<string[]> {
  const ours = parse(await readFile('.ci/pre-commit/.pre-commit-hooks.yaml', 'utf8')) as { id: string }[];
  const { repos } = parse(text) as { repos: { repo: string; rev: string; hooks: { id: string }[] }[] };
  return repos
    .flatMap(({ hooks }) => hooks)
    .filter(({ id }) => ours.every((hook) => hook.id !== id))
    .map(({ id }) => `There is no hook ${id}.`);
}

/** Finds the faults of a block of YAML. Without a `kind`, the block must contain one. */
export async function findYamlFaults(kind: string | undefined, text: string): Promise<string[]> {
  const is = kind ?? /^kind: (\S+)$/m.exec(text)?.[1] ?? '';
  if (is === 'github-workflow') return findExternalFaults('github-workflow', parse(text));
  if (is === 'pre-commit-config') return findFaultsOfHooks(text);
  if (Object.hasOwn(heads, is)) return findFaultsOfOurs(is as DocumentKind, text);
  return [`Nothing says what kind of document this is ("${is}").`];
}
