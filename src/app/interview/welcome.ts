import { estimateMinutes } from '#domain/interview/interview.ts';
import { formatMessage } from '#domain/messages.ts';
import type { Model } from '#domain/model.ts';
import { makeQuestionnaire } from '#domain/scoring/questionnaire.ts';
import type { RunOptions } from './options.ts';

/**
 * Describes a new interview in four lines: what it is, how long it takes, where the answers go, and how to leave and
 * come back. Before the role is known, the questions of a leader are counted: nobody is asked more.
 *
 * @param file the answers file, for a person
 */
export function describeInterview(model: Model, options: RunOptions, file: string): string[] {
  const { messages } = model;
  const { role = 'leader', quick } = options;
  const count = makeQuestionnaire(model, role, quick ? 'quick' : 'full').length;
  const length = { count, minutes: estimateMinutes(count) };
  return [
    messages['interview.welcome'],
    formatMessage(
      messages,
      options.role === undefined ? 'interview.welcomeTime' : 'interview.welcomeTimeRole',
      length,
    ),
    formatMessage(messages, 'interview.welcomePrivate', { file }),
    messages['interview.welcomeLeave'],
  ];
}
