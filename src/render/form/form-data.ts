import type { Fields } from '#domain/form/fields.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';

/** Messages that the script of the page shows. Those with `{placeholders}` are filled in by it. */
export const scriptMessages = [
  'form.answered',
  'form.describeEvidence',
  'form.confirmDelete',
  'form.deleted',
  'form.lowestNeedsBoth',
  'form.noStorage',
  'form.otherTab',
  'form.restored',
  'form.savedAs',
  'form.stillOpen',
] as const;

/** What the script of the page reads from it. */
export interface FormData {
  /** Key of the draft in the browser: the same for the same form, different for every other one. */
  readonly key: string;
  /** What the form begins with: the head of the answers file, and answers that were given before. */
  readonly start: AnswersDocument;
  /** The fields that `start` fills. */
  readonly fields: Fields;
  /** Ids of the questions in asking order. */
  readonly questions: readonly string[];
  /** Name of the saved file, without its end. */
  readonly fileName: string;
  /** URL of the schema of answers, for editors. */
  readonly schema: string;
  /** First comment of the saved file. */
  readonly header: string;
  /** Sentence after the file is saved, such as whom to send it to. */
  readonly afterSaving: string;
  readonly messages: Readonly<Record<(typeof scriptMessages)[number], string>>;
}
