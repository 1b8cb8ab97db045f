import { isDate } from '#domain/calendar.ts';
import { getPastDate } from '#domain/dates.ts';
import {
  type EvidencePart,
  type Fields,
  type OwnField,
  evidenceParts,
  mostEvidence,
  nameEvidenceField,
  nameField,
  notApplicablePrefix,
  ownFields,
} from '#domain/form/fields.ts';
import { describeChoices } from '#domain/form/reason-marks.ts';
import type { Model, Question } from '#domain/model.ts';
import type { Evidence } from '#domain/types/answers.ts';
import { findLostParts } from './lost-parts.ts';

/** What could not be read from a form, and where. */
export interface FormFault {
  /** The line, or the cell, such as `Questions!H4`. */
  readonly place: string;
  readonly message: string;
}

/** Most characters of each field, as in the schema of answers. */
const getLimit = (name: string): number => {
  if (/\/(?:what|ref|case)$/.test(name)) return 2000;
  return /note$|opening|closing|spread/.test(name) ? 10_000 : 300;
};

const kinds: readonly Evidence['kind'][] = ['artifact', 'affirmation', 'declaration', 'instance'];

/** Quotes what somebody wrote, so that nothing of it is lost. */
const quote = (text: string): string => JSON.stringify(text);

/** Collects the fields of a form that came back, and a fault for everything that cannot be read. */
export class FormReader {
  readonly fields: Record<string, string> = {};
  readonly #faults: FormFault[] = [];
  readonly #places = new Map<string, string>();
  readonly #model: Model;
  readonly #today: string;

  /** @param today day on which new answers count as given, YYYY-MM-DD */
  constructor(model: Model, today: string) {
    this.#model = model;
    this.#today = today;
  }

  /** What could not be read. */
  get faults(): readonly FormFault[] {
    return this.#faults;
  }

  /** Reports what cannot be read. */
  reject(place: string, message: string): void {
    this.#faults.push({ place, message });
  }

  #put(name: string, value: string, place: string): void {
    if (value === '') return;
    this.fields[name] = value;
    this.#places.set(name, place);
  }

  /** Takes a text, which may be empty. */
  putText(name: string, text: string, place: string): void {
    const value = text.trim();
    const limit = getLimit(name);
    if (value.length > limit)
      this.reject(
        place,
        `The text has ${value.length} characters; the limit is ${limit}. It begins ${quote(value.slice(0, 60))}.`,
      );
    else this.#put(name, value, place);
  }

  /** Takes a field that belongs to no question. */
  putOwn(name: OwnField, text: string, place: string): void {
    const value = text.trim();
    const isCount = name === 'context.sellers' || name === 'context.managers';
    if (isCount && !/^\d{0,5}$/.test(value)) this.reject(place, `${quote(value)} is not a whole number.`);
    else if (name === 'context.customers' && !['', 'new', 'existing', 'both'].includes(value))
      this.reject(place, `${quote(value)} is none of both, new, existing.`);
    else this.putText(name, value, place);
  }

  /** Takes a date: today or earlier. */
  putDate(name: string, text: string, place: string): void {
    const value = text.trim();
    if (value === '') return;
    if (!isDate(value)) this.reject(place, `${quote(value)} is not a date. Write it as YYYY-MM-DD.`);
    else if (getPastDate(value, this.#today) === undefined)
      this.reject(place, `${value} is after ${this.#today} or more than 100 years ago.`);
    else this.#put(name, value, place);
  }

  /** Takes an answer: a level, `unknown` or `?`, or a reason why the question does not apply. */
  putChoice(question: Question, text: string, place: string): void {
    const value = text.trim().toLowerCase();
    if (value === '') return;
    const name = nameField(question.id, 'choice');
    const reasons = question.notApplicableReasons;
    const short = /^x(\d?)$/.exec(value);
    const reason =
      short === null ? value.replace(notApplicablePrefix, '') : reasons[Number(short[1] || 1) - 1];
    if (/^[0-4]$/.test(value)) this.#put(name, value, place);
    else if (value === '?' || value === 'unknown') this.#put(name, 'unknown', place);
    else if (reason !== undefined && reasons.includes(reason))
      this.#put(name, `${notApplicablePrefix}${reason}`, place);
    else if (short !== null || value.startsWith(notApplicablePrefix))
      this.reject(
        place,
        `${quote(text.trim())} is not an answer: this question applies to every company, or not for that reason.`,
      );
    else this.reject(place, `${quote(text.trim())} is not an answer. ${describeChoices(question)}`);
  }

  /** Takes the level of the lowest place. */
  putLowestLevel(question: Question, text: string, place: string): void {
    const value = text.trim();
    if (value === '' || /^[0-3]$/.test(value))
      this.#put(nameField(question.id, 'lowest.level'), value, place);
    else this.reject(place, `${quote(value)} is not a lowest level. Give 0 to 3.`);
  }

  /** Takes a piece of evidence, part by part. Each part has a place of its own. */
  putEvidence(
    question: string,
    parts: Readonly<Record<EvidencePart, { text: string; place: string }>>,
  ): void {
    const at = Array.from({ length: mostEvidence }, (_, index) => index).find((index) =>
      evidenceParts.every((part) => !(nameEvidenceField(question, index, part) in this.fields)),
    );
    const { kind, date, what, ref, seenBy } = parts;
    const texts = [kind, date, what, ref, seenBy].map(({ text }) => text.trim());
    if (texts.every((text) => text === '')) return;
    if (at === undefined) return this.reject(what.place, `More than ${mostEvidence} pieces of evidence.`);
    if (what.text.trim() === '')
      return this.reject(
        what.place,
        `The evidence has no description: ${quote(texts.filter(Boolean).join(' | '))}.`,
      );
    const name = (part: EvidencePart): string => nameEvidenceField(question, at, part);
    const found = this.#findKind(kind.text.trim());
    if (found === undefined)
      this.reject(
        kind.place,
        `${quote(kind.text.trim())} is not a kind of evidence. Give one of: ${kinds.join(', ')}. Until then, it counts as a named case.`,
      );
    this.#put(name('kind'), found ?? 'instance', kind.place);
    this.putDate(name('date'), date.text, date.place);
    this.putText(name('what'), what.text, what.place);
    this.putText(name('ref'), ref.text, ref.place);
    this.putText(name('seenBy'), seenBy.text, seenBy.place);
  }

  #findKind(text: string): Evidence['kind'] | undefined {
    const { messages } = this.#model;
    const names = {
      artifact: messages['report.kindArtifact'],
      affirmation: messages['report.kindAffirmation'],
      declaration: messages['report.kindDeclaration'],
      instance: messages['report.kindInstance'],
    };
    const wanted = text.toLowerCase();
    return kinds.find((kind) => kind === wanted || names[kind].toLowerCase() === wanted);
  }

  /** Dates an answer: as before if it is the same one, else today. */
  dateAnswer(question: string, before: { readonly choice: string; readonly on: string } | undefined): void {
    const choice = this.fields[nameField(question, 'choice')];
    if (choice === undefined) return;
    this.fields[nameField(question, 'on')] =
      before?.choice === choice && before.on !== '' ? before.on : this.#today;
    if (this.fields[nameField(question, 'case')] !== undefined)
      this.fields[nameField(question, 'case.on')] = this.#today;
  }

  /** Reports what was filled in and would get lost: parts of answers that do not fit together. Returns all the rest. */
  finish(questions: readonly Question[]): Fields {
    for (const { id } of questions) {
      const lost = findLostParts(this.fields, id);
      for (const name of lost.names) {
        const value = this.fields[name];
        if (value === undefined) continue;
        this.reject(this.#places.get(name) ?? id, `${lost.why}: ${quote(value)}.`);
        delete this.fields[name];
      }
    }
    return this.fields;
  }

  /** Whether a name is that of a field that belongs to no question. */
  static isOwn(name: string): name is OwnField {
    return (ownFields as readonly string[]).includes(name);
  }
}
