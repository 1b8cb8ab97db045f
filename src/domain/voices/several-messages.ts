import type { MessageKey, Messages } from '#domain/messages.ts';
import type { Model } from '#domain/model.ts';
import type { ReportDocument } from '#domain/types/report.ts';

/** What the key of a message for several respondents begins with. The rest is the key that it replaces. */
const prefix = 'several.';

/** Returns messages for a report of several respondents, which says nothing of what "you" answered. */
function chooseSeveral(messages: Messages): Messages {
  const replacing = Object.entries(messages)
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, text]) => [key.slice(prefix.length) as MessageKey, text]);
  return { ...messages, ...Object.fromEntries(replacing) };
}

/** Returns a model whose messages are those of a report of several respondents. */
export function wordForSeveral(model: Model): Model {
  return { ...model, messages: chooseSeveral(model.messages) };
}

/** Returns the messages that a report is written with: those of one respondent, or of several. */
export function chooseMessages({ voices }: Pick<ReportDocument, 'voices'>, messages: Messages): Messages {
  return voices === undefined ? messages : chooseSeveral(messages);
}
