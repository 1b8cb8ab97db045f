import { makeReference } from '#domain/answers/migrate-answers.ts';
import { UsageError } from '#domain/errors.ts';
import type { Model, Role } from '#domain/model.ts';
import { type Scope, makeQuestionnaire } from '#domain/scoring/questionnaire.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { Form } from '#render/form/form.ts';
import type { CommonOptions, Context } from '#app/context.ts';
import { noteOutdated, readInput } from '#app/answers/input.ts';
import { readCarried } from '#app/answers/read-answers.ts';
import type { ModelOption } from '#app/model/select-model.ts';
import { requireName } from '#app/require-name.ts';

/** Options that say whose form it is, and what it begins with. */
export interface FormStartOptions extends CommonOptions, ModelOption {
  readonly role?: Role;
  readonly unit?: string;
  readonly organization?: string;
  readonly quick?: true;
  readonly answers?: string;
}

/** Throws a UsageError if an option names somebody else than the answers. */
function requireSame(file: string, what: string, has: string | undefined, given: string | undefined): void {
  if (has === undefined || given === undefined || has === given) return;
  throw new UsageError(
    `${file} contains the answers of the ${what} ${JSON.stringify(has)}, not ${JSON.stringify(given)}.`,
    `Omit --${what}, or give another file with --answers FILE.`,
  );
}

async function readStart(
  context: Context,
  model: Model,
  file: string,
  options: FormStartOptions,
): Promise<AnswersDocument> {
  const input = await readInput(context, file);
  const carried = await readCarried(file, input.bytes, model);
  await noteOutdated(context, carried);
  const { counted } = carried;
  const { organization, respondent } = counted;
  const isNamed = organization.name !== model.messages['intake.unnamed'];
  requireSame(file, 'organization', isNamed ? organization.name : undefined, options.organization);
  requireSame(file, 'role', respondent.role, options.role);
  requireSame(file, 'unit', respondent.unit, options.unit);
  return {
    ...counted,
    model: makeReference(model, counted.model.id),
    organization: { name: isNamed ? organization.name : (options.organization ?? organization.name) },
    respondent: { ...respondent, ...(options.unit !== undefined && { unit: options.unit }) },
    scope: options.quick ? 'quick' : (counted.scope ?? 'full'),
  };
}

function makeStart(model: Model, role: Role, options: FormStartOptions): AnswersDocument {
  const { organization, unit, quick } = options;
  return {
    kind: 'answers',
    schemaVersion: 1,
    model: makeReference(model),
    organization: { name: organization ?? model.messages['intake.unnamed'] },
    respondent: { role, ...(unit !== undefined && { unit }) },
    scope: quick ? 'quick' : 'full',
    answers: {},
  };
}

/** Makes the form for a role, or the one that goes on with answers that were given before. */
export async function startForm(context: Context, model: Model, options: FormStartOptions): Promise<Form> {
  requireName('--organization', options.organization);
  requireName('--unit', options.unit);
  const { role, answers } = options;
  if (role === undefined && answers === undefined)
    throw new UsageError('Whom do you want to ask? Give --role ROLE, such as --role seller.');
  const start =
    answers === undefined
      ? makeStart(model, role ?? 'leader', options)
      : await readStart(context, model, answers, options);
  const scope: Scope = start.scope ?? 'full';
  return {
    model,
    role: start.respondent.role,
    questions: makeQuestionnaire(model, start.respondent.role, scope),
    start,
    hasOrganization: start.organization.name !== model.messages['intake.unnamed'],
  };
}
