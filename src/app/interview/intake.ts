import { makeReference } from '#domain/answers/migrate-answers.ts';
import { type Model, type Role, roles } from '#domain/model.ts';
import type { AnswersDocument, Context as BusinessContext } from '#domain/types/answers.ts';
import { formatMessage } from '#domain/messages.ts';
import type { Asker, TextRequest } from '#io/terminal/asker.ts';
import { escapeLine } from '#render/escape.ts';
import type { AnswersFile } from '#app/answers/answers-file.ts';
import { type Context, formatPath } from '#app/context.ts';
import { findLengthFault } from './ask/ask-details.ts';
import type { RunOptions } from './options.ts';
import { describeInterview } from './welcome.ts';

/** Most characters of a name. */
const nameLength = 300;

type Save<T> = (value: T) => Promise<void>;

async function askOrganization(asker: Asker, model: Model, save: Save<string>): Promise<void> {
  await asker.text({
    message: model.messages['intake.organization'],
    validate: (text) =>
      text === '' ? model.messages['intake.organizationEmpty'] : findLengthFault(text, nameLength, model),
    save,
  });
}

async function askRole(asker: Asker, model: Model, save: Save<Role>): Promise<void> {
  await asker.choose({
    message: model.messages['intake.role'],
    choices: roles.map((role) => ({
      name: `${model.messages[`role.${role}`]}: ${model.messages[`role.${role}Is`]}`,
      value: role,
    })),
    save,
  });
}

/** Asks for the name of the respondent. Enter alone skips. */
async function askRespondent(asker: Asker, model: Model, save: Save<string>): Promise<void> {
  await asker.text({
    message: model.messages['intake.respondent'],
    validate: (text) => findLengthFault(text, nameLength, model),
    save: async (name) => {
      if (name !== '') await save(name);
    },
  });
}

async function askBusiness(asker: Asker, model: Model, save: Save<BusinessContext>): Promise<void> {
  const { messages } = model;
  if (!(await asker.confirm(messages['intake.context']))) return;
  const askLine = (message: string): Promise<string> =>
    asker.text({ message, validate: (text) => findLengthFault(text, 300, model) });
  const sellers = await asker.text({
    message: messages['intake.sellers'],
    validate: (text) => (/^\d{0,6}$/.test(text) ? undefined : messages['intake.sellersWrong']),
  });
  const managers = await asker.text({
    message: messages['intake.managers'],
    validate: (text) => (/^\d{0,5}$/.test(text) ? undefined : messages['intake.sellersWrong']),
  });
  const customers = await asker.choose<BusinessContext['customers']>({
    message: messages['intake.customers'],
    choices: [
      { name: messages['intake.customersBoth'], value: 'both' },
      { name: messages['intake.customersNew'], value: 'new' },
      { name: messages['intake.customersExisting'], value: 'existing' },
    ],
  });
  const spread = await askFreely(asker, model, { message: messages['intake.spread'] });
  const revenue = await askLine(messages['intake.revenue']);
  const profit = await askLine(messages['intake.profit']);
  await asker.text({
    message: messages['intake.share'],
    validate: (text) => findLengthFault(text, 300, model),
    save: async (share) => {
      const baseline = {
        ...(revenue !== '' && { revenue }),
        ...(profit !== '' && { profit }),
        ...(share !== '' && { share }),
      };
      const context: BusinessContext = {
        ...(sellers !== '' && { sellers: Number(sellers) }),
        ...(managers !== '' && { managers: Number(managers) }),
        ...(customers !== undefined && { customers }),
        ...(spread !== '' && { spread }),
        ...(Object.keys(baseline).length > 0 && { baseline }),
      };
      if (Object.keys(context).length > 0) await save(context);
    },
  });
}

/** Asks for free text, within the limit of the schema. */
function askFreely(
  asker: Asker,
  model: Model,
  request: Pick<TextRequest, 'message' | 'hint' | 'save'>,
): Promise<string> {
  return asker.text({ ...request, isLong: true, validate: (text) => findLengthFault(text, 10_000, model) });
}

/** Creates the answers file, with the answer to the opening question. */
async function create(
  file: AnswersFile,
  model: Model,
  options: RunOptions,
  today: string,
  first: string,
): Promise<void> {
  await file.create({
    kind: 'answers',
    schemaVersion: 1,
    model: makeReference(model),
    organization: { name: options.organization ?? model.messages['intake.unnamed'] },
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

/** Asks for everything before the first question. Each answer is saved before it looks done. */
export async function begin(
  context: Context,
  asker: Asker,
  file: AnswersFile,
  model: Model,
  options: RunOptions,
): Promise<void> {
  const { messages } = model;
  if (file.document === undefined) {
    const lines = describeInterview(model, options, formatPath(context.host, file.path));
    asker.tell(`${lines.join('\n')}\n`);
    await askFreely(asker, model, {
      message: messages['opening.question'],
      hint: messages['opening.hint'],
      save: (first) => create(file, model, options, context.asOf, first),
    });
  }
  const document = file.document;
  if (document === undefined || Object.keys(document.answers).length > 0) return;
  const change = async (part: (before: AnswersDocument) => Partial<AnswersDocument>): Promise<void> => {
    await file.change((before) => ({ ...before, ...part(before) }));
  };
  if (document.organization.name === messages['intake.unnamed']) {
    const save = (name: string): Promise<void> => change(() => ({ organization: { name } }));
    if (options.organization === undefined) await askOrganization(asker, model, save);
    else await save(options.organization);
  }
  if (options.role === undefined) {
    await askRole(asker, model, (role) =>
      change(({ respondent }) => ({ respondent: { ...respondent, role } })),
    );
  }
  if (options.respondent === undefined && file.document?.respondent.name === undefined) {
    await askRespondent(asker, model, (name) =>
      change(({ respondent }) => ({ respondent: { ...respondent, name } })),
    );
  }
  if (file.document?.context === undefined) {
    await askBusiness(asker, model, (business) => change(() => ({ context: business })));
  }
}

/**
 * Asks the opening question again, once, and the closing question, unless it has an answer. Nothing of the result has
 * been shown by then, so the second answer is not influenced by it.
 */
export async function askClosing(asker: Asker, file: AnswersFile, model: Model): Promise<void> {
  const { messages } = model;
  const first = file.document?.opening?.first;
  if (file.document?.opening?.again === undefined) {
    await askFreely(asker, model, {
      message: messages['opening.again'],
      hint:
        first === undefined
          ? messages['opening.againHintNothing']
          : formatMessage(messages, 'opening.againHint', { first: escapeLine(first) }),
      // Skipped is an answer: once the result is known, it is too late to ask.
      save: async (again) => {
        await file.change((before) => ({ ...before, opening: { ...before.opening, again } }));
      },
    });
  }
  if (file.document?.closing === undefined) {
    await askFreely(asker, model, {
      message: messages['closing.question'],
      hint: messages['closing.hint'],
      save: async (closing) => {
        if (closing !== '') await file.change((before) => ({ ...before, closing }));
      },
    });
  }
}
