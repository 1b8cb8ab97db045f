/** The findings as a reader of the report sees them: by element, one entry for each check, in words of the business. */
import { sortWorstFirst } from '#domain/gate/check-report.ts';
import { getPrimaryLanguage } from '#domain/model.ts';
import { formatMessage } from '#domain/messages.ts';
import type { Finding, ReportDocument } from '#domain/types/report.ts';
import type { ReportContext } from './context.ts';
import { listPlaces, writePlainly } from './wording/plain-text.ts';
import { formatDay } from '#domain/format-day.ts';

/** The findings of one check about one element. */
export interface AppendixEntry {
  readonly title: string;
  /** Language of the title, text and remedy; undefined for that of the page. */
  readonly language: string | undefined;
  /** Number of findings. */
  readonly count: number;
  /** What was found or, of several findings with a place each, why they matter. Empty if the title says it. */
  readonly text: string;
  /** Where several findings are, by name. Empty if the text says it. */
  readonly places: string;
  /** What is true once it is fixed. Empty if nothing is known. */
  readonly remedy: string;
  /** The waiver that accepts them. Empty without one. */
  readonly waived: string;
}

/** The entries about one element. */
export interface AppendixGroup {
  /** Name of the element. */
  readonly name: string;
  readonly entries: readonly AppendixEntry[];
}

/** Returns whether a language is that of the messages of the checks, which are not translated. */
export function speaksOfChecks(language: string): boolean {
  return getPrimaryLanguage(language) === 'en';
}

/** Returns the element that a finding is about; undefined for none or several. */
function findElement({ element, path = '' }: Finding, { elements }: ReportDocument): string | undefined {
  if (typeof element === 'string') return element;
  const [, first = '', second = ''] = path.split('/');
  return elements.find(
    ({ id, practices }) =>
      id === first ||
      (first === 'answers' &&
        practices.some(({ questions }) => questions.some((question) => question.id === second))),
  )?.id;
}

function formatWaiver({ waiver }: Finding, { messages }: ReportContext): string {
  return waiver === undefined
    ? ''
    : formatMessage(messages, 'report.waivedBy', { ...waiver, until: formatDay(waiver.until, messages) });
}

function makeEntry(
  findings: readonly [Finding, ...Finding[]],
  report: ReportDocument,
  context: ReportContext,
): AppendixEntry {
  const [first] = findings;
  const check = context.checks.get(first.check);
  const messages = findings.map((finding) => writePlainly(finding.message, finding, report, context));
  const places = findings.map((finding) => listPlaces(finding, report, context).join(', '));
  // In another language, the texts of the check and the names have to do.
  const isSpoken = speaksOfChecks(context.language);
  const arePlaced = isSpoken ? findings.length > 1 && !places.includes('') : check !== undefined;
  return {
    title: check?.title ?? messages.join(' '),
    language: check === undefined && !isSpoken ? 'en' : undefined,
    count: findings.length,
    text: check === undefined ? '' : arePlaced ? check.why : messages.join(' '),
    places: arePlaced ? [...new Set(places)].filter((place) => place !== '').join('; ') : '',
    remedy: check?.remedy ?? '',
    waived: formatWaiver(first, context),
  };
}

/** Makes the entries of some findings, worst first. Findings of a check that is not known stay apart. */
function makeEntries(
  findings: readonly Finding[],
  report: ReportDocument,
  context: ReportContext,
): readonly AppendixEntry[] {
  const entries = new Map<string, [Finding, ...Finding[]]>();
  for (const [index, finding] of sortWorstFirst(findings).entries()) {
    const { check } = finding;
    const key = JSON.stringify([context.checks.has(check) ? check : index, formatWaiver(finding, context)]);
    const others = entries.get(key);
    if (others === undefined) entries.set(key, [finding]);
    else others.push(finding);
  }
  return [...entries.values()].map((each) => makeEntry(each, report, context));
}

/** Groups the findings of a report by element, in order, with those of no element last. */
export function groupFindings(report: ReportDocument, context: ReportContext): readonly AppendixGroup[] {
  const makeEntriesOf = (id: string | undefined): readonly AppendixEntry[] =>
    makeEntries(
      report.findings.filter((finding) => findElement(finding, report) === id),
      report,
      context,
    );
  return [
    ...report.elements.map(({ id, name }) => ({ name, entries: makeEntriesOf(id) })),
    { name: context.messages['report.findingsElsewhere'], entries: makeEntriesOf(undefined) },
  ].filter(({ entries }) => entries.length > 0);
}

/** Lists the details of an entry with their labels, in reading order. */
export function listEntryFacts(
  { places, waived, remedy }: AppendixEntry,
  { messages }: ReportContext,
): readonly (readonly [label: string, text: string])[] {
  const facts = [
    [messages['report.where'], places],
    [messages['report.waived'], waived],
    [messages['report.fixedWhen'], remedy],
  ] as const;
  return facts.filter(([, text]) => text !== '');
}

/** Returns the title of an entry, with the number of findings if it has several. */
export function renderEntryTitle({ title, count }: AppendixEntry): string {
  return count === 1 ? title : `${title} (${count})`;
}
