import { makeReference } from '#domain/migrate-answers.ts';
import { UsageError } from '#domain/errors.ts';
import { type Model, type Role, roles } from '#domain/model.ts';
import type { AnswersDocument, Context as BusinessContext } from '#domain/types/answers.ts';
import { formatMessage } from '#domain/messages.ts';
import type { Asker } from '#io/terminal/asker.ts';
import { escapeLine } from '#render/escape.ts';
import type { AnswersFile } from '#app/answers/answers-file.ts';
import { findLengthFault } from './ask-details.ts';
import type { RunOptions } from './options.ts';

/** Throws a UsageError if the options name another client than the file: B never resumes A. */
export function checkIdentity(document: AnswersDocument, options: RunOptions, model: Model): void {
  const { organization, respondent } = document;
  const unnamed = organization.name === model.messages['intake.unnamed'];
  const pairs = [
    ['organization', unnamed ? undefined : organization.name, options.organization],
    ['role', unnamed ? undefined : respondent.role, options.role],
    ['respondent', respondent.name, options.respondent],
    ['unit', respondent.unit, options.unit],
  ] as const;
  for (const [what, has, given] of pairs) {
    if (given === undefined || has === undefined || has === given) continue;
    throw new UsageError(
      `${options.answers} contains the answers of the ${what} ${JSON.stringify(has)}, not ${JSON.stringify(given)}.`,
      'Give another file with --answers FILE. Nothing was changed.',
    );
  }
}

async function askOrganization(asker: Asker, model: Model): Promise<string> {
  return asker.text({
    message: model.messages['intake.organization'],
    validate: (text) =>
      text === '' ? model.messages['intake.organizationEmpty'] : findLengthFault(text, 300, model),
  });
}

async function askRole(asker: Asker, model: Model): Promise<Role> {
  return asker.choose(
    model.messages['intake.role'],
    roles.map((role) => ({
      name: `${model.messages[`role.${role}`]}: ${model.messages[`role.${role}Is`]}`,
      value: role,
    })),
  );
}

async function askContext(asker: Asker, model: Model): Promise<BusinessContext | undefined> {
  const { messages } = model;
  if (!(await asker.confirm(messages['intake.context']))) return undefined;
  const line = (message: string, limit = 300): Promise<string> =>
    asker.text({ message, validate: (text) => findLengthFault(text, limit, model) });
  const sellers = await asker.text({
    message: messages['intake.sellers'],
    validate: (text) => (/^\d{0,6}$/.test(text) ? undefined : messages['intake.sellersWrong']),
  });
  const spread = await line(messages['intake.spread'], 10_000);
  const revenue = await line(messages['intake.revenue']);
  const profit = await line(messages['intake.profit']);
  const share = await line(messages['intake.share']);
  const baseline = {
    ...(revenue !== '' && { revenue }),
    ...(profit !== '' && { profit }),
    ...(share !== '' && { share }),
  };
  const context: BusinessContext = {
    ...(sellers !== '' && { sellers: Number(sellers) }),
    ...(spread !== '' && { spread }),
    ...(Object.keys(baseline).length > 0 && { baseline }),
  };
  return Object.keys(context).length > 0 ? context : undefined;
}

/** Asks for free text, within the limit of the schema. */
function askFreely(asker: Asker, model: Model, message: string, hint: string): Promise<string> {
  return asker.text({ message, hint, validate: (text) => findLengthFault(text, 10_000, model) });
}

/** Asks for everything before the first question, and saves each answer at once. */
export async function begin(
  asker: Asker,
  file: AnswersFile,
  model: Model,
  options: RunOptions,
  today: string,
): Promise<void> {
  const { messages } = model;
  if (file.document === undefined) {
    const first = await askFreely(asker, model, messages['opening.question'], messages['opening.hint']);
    await file.create({
      kind: 'answers',
      schemaVersion: 1,
      model: makeReference(model),
      organization: { name: options.organization ?? messages['intake.unnamed'] },
      respondent: {
        role: options.role ?? 'leader',
        ...(options.respondent !== undefined && { name: options.respondent }),
        ...(options.unit !== undefined && { unit: options.unit }),
      },
      startedOn: today,
      scope: options.quick ? 'quick' : 'full',
      ...(first !== '' && { opening: { first } }),
      answers: {},
    });
  }
  const document = file.document;
  if (document === undefined || Object.keys(document.answers).length > 0) return;
  if (document.organization.name === messages['intake.unnamed']) {
    const name = options.organization ?? (await askOrganization(asker, model));
    await file.change((before) => ({ ...before, organization: { name } }));
  }
  if (options.role === undefined) {
    const role = await askRole(asker, model);
    await file.change((before) => ({ ...before, respondent: { ...before.respondent, role } }));
  }
  if (file.document?.context === undefined) {
    const context = await askContext(asker, model);
    if (context !== undefined) await file.change((before) => ({ ...before, context }));
  }
}

/** Asks the opening question again and the closing question, unless they have an answer. */
export async function askClosing(asker: Asker, file: AnswersFile, model: Model): Promise<void> {
  const { messages } = model;
  const first = file.document?.opening?.first;
  if (file.document?.opening?.again === undefined) {
    const hint =
      first === undefined
        ? messages['opening.againHintNothing']
        : formatMessage(messages, 'opening.againHint', { first: escapeLine(first) });
    const again = await askFreely(asker, model, messages['opening.again'], hint);
    if (again !== '') await file.change((before) => ({ ...before, opening: { ...before.opening, again } }));
  }
  if (file.document?.closing === undefined) {
    const closing = await askFreely(asker, model, messages['closing.question'], messages['closing.hint']);
    if (closing !== '') await file.change((before) => ({ ...before, closing }));
  }
}
