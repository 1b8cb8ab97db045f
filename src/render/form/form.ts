import { formatMessage } from '#domain/messages.ts';
import type { Model, Question, Role } from '#domain/model.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import { smallestMinGroup } from '#domain/voices/combine.ts';

/** A form for one role: the questions, and what it begins with. */
export interface Form {
  readonly model: Model;
  readonly role: Role;
  /** The asked set, in asking order. */
  readonly questions: readonly Question[];
  /** The head of the answers file, and answers that were given before. */
  readonly start: AnswersDocument;
  /** Whether the name of the organization is known, so that nobody is asked for it. */
  readonly hasOrganization: boolean;
}

/** Says who will see the answers, and what protects those of a seller. */
export function describeGroup({ model, role }: Form): string {
  const { messages, scoring } = model;
  if (role !== 'seller') return messages['form.groupOther'];
  const values = { count: scoring.voices.minGroup, least: smallestMinGroup };
  return formatMessage(messages, 'form.groupSeller', values);
}
