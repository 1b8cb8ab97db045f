import type { Model, Question } from '#domain/model.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';
import type { Asker } from '#io/terminal/asker.ts';
import type { Theme } from '#render/terminal/theme.ts';
import type { AnswersFile } from '#app/answers/answers-file.ts';
import type { Manner } from './manner.ts';

/** The state of an interview, or of a session of a team. */
export interface Interview {
  readonly model: Model;
  readonly manner: Manner;
  readonly asker: Asker;
  readonly file: AnswersFile;
  /** The asked set in asking order. */
  readonly questions: readonly Question[];
  readonly theme: Theme;
  /** The declared system, shown next to the questions. */
  readonly system: SystemDocument | undefined;
  /** The date of the answers, YYYY-MM-DD. */
  readonly today: string;
}

/** Returns the saved answers. */
export function toDocument({ file }: Interview): AnswersDocument {
  if (file.document === undefined) throw new TypeError('The interview has no answers file.');
  return file.document;
}
