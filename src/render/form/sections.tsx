import type { JSX } from 'preact';
import type { OwnField } from '#domain/form/fields.ts';
import { estimateMinutes } from '#domain/interview/interview.ts';
import { formatMessage } from '#domain/messages.ts';
import { type Form, describeGroup } from './form.ts';
import { Labeled, lengths } from './question.tsx';

interface FormProps {
  readonly form: Form;
}

/** A line, a number or a longer text that belongs to no question. */
function Own({
  name,
  label,
  hint,
  kind = 'line',
  isRequired = false,
}: {
  readonly name: OwnField;
  readonly label: string;
  readonly hint?: string;
  readonly kind?: 'line' | 'count' | 'text';
  readonly isRequired?: boolean;
}): JSX.Element {
  const id = name.replace('.', '-');
  const common = { id, name, ...(hint !== undefined && { 'aria-describedby': `${id}-hint` }) };
  const controls = {
    line: () => <input type="text" {...common} maxLength={lengths.line} required={isRequired} />,
    count: () => <input type="text" {...common} inputMode="numeric" pattern="\d{1,5}" maxLength={5} />,
    text: () => <textarea {...common} rows={3} maxLength={lengths.text} />,
  };
  return (
    <Labeled id={id} label={label} {...(hint !== undefined && { hint })}>
      {controls[kind]()}
    </Labeled>
  );
}

/** What the page is, how long it takes, and who sees the answers. */
export function Welcome({ form }: FormProps): JSX.Element {
  const { model, role, questions, start } = form;
  const { messages } = model;
  const { unit } = start.respondent;
  const count = questions.length;
  return (
    <header class="title">
      <p class="kind">{messages['report.title']}</p>
      <h1>{form.hasOrganization ? start.organization.name : messages['opening.question']}</h1>
      <p class="about">{[messages[`role.${role}`], ...(unit === undefined ? [] : [unit])].join(' · ')}</p>
      <p>{formatMessage(messages, 'form.welcome', { count, minutes: estimateMinutes(count) })}</p>
      <p>{messages['form.private']}</p>
      <p class="group">{describeGroup(form)}</p>
      <p class="rule">{model.scale.instruction}</p>
      <p class="notice" id="no-script">
        {messages['form.noScript']}
      </p>
    </header>
  );
}

function Business({ form }: FormProps): JSX.Element {
  const { messages } = form.model;
  return (
    <details>
      <summary>{messages['form.business']}</summary>
      <p class="hint">{messages['form.businessAbout']}</p>
      <Own name="context.sellers" label={messages['form.sellers']} kind="count" />
      <Own name="context.managers" label={messages['form.managers']} kind="count" />
      <Labeled id="context-customers" label={messages['intake.customers']}>
        <select id="context-customers" name="context.customers">
          <option value="">{messages['form.notSaid']}</option>
          <option value="both">{messages['intake.customersBoth']}</option>
          <option value="new">{messages['intake.customersNew']}</option>
          <option value="existing">{messages['intake.customersExisting']}</option>
        </select>
      </Labeled>
      <Own name="context.spread" label={messages['form.spread']} kind="text" />
      <Own name="context.revenue" label={messages['form.revenue']} />
      <Own name="context.profit" label={messages['form.profit']} />
      <Own name="context.share" label={messages['form.share']} />
    </details>
  );
}

/** What is asked before the first question. */
export function Beginning({ form }: FormProps): JSX.Element {
  const { messages } = form.model;
  const leads = form.role === 'leader' || form.role === 'manager';
  return (
    <section aria-labelledby="beginning">
      <h2 id="beginning">{messages['form.beginning']}</h2>
      {!form.hasOrganization && (
        <Own name="organization" label={messages['intake.organization']} isRequired />
      )}
      <Own name="name" label={messages['form.name']} hint={messages['form.nameHint']} />
      {leads && <Business form={form} />}
      <Own
        name="opening.first"
        label={messages['opening.question']}
        hint={messages['form.openingHint']}
        kind="text"
      />
    </section>
  );
}

/** What is asked after the last question, and the controls that save. */
export function Ending({ form }: FormProps): JSX.Element {
  const { messages } = form.model;
  return (
    <section aria-labelledby="ending">
      <h2 id="ending">{messages['questionnaire.end']}</h2>
      <Own name="opening.again" label={messages['opening.again']} kind="text" />
      <Own name="closing" label={messages['closing.question']} kind="text" />
      <input type="hidden" name="startedOn" />
      <input type="hidden" name="token" />
      <div id="controls" hidden>
        <button type="submit" class="primary">
          {messages['form.save']}
        </button>
        <button type="button" id="delete">
          {messages['form.delete']}
        </button>
      </div>
    </section>
  );
}

/** Fields for a piece of evidence, which the script copies into a question. */
export function EvidenceTemplate({ form }: FormProps): JSX.Element {
  const { messages } = form.model;
  const kinds = [
    ['artifact', messages['report.kindArtifact']],
    ['affirmation', messages['report.kindAffirmation']],
    ['declaration', messages['report.kindDeclaration']],
    ['instance', messages['report.kindInstance']],
  ] as const;
  return (
    <template id="evidence">
      <li class="evidence-piece">
        <div class="field">
          <label data-for="kind">{messages['evidence.kind']}</label>
          <select data-part="kind">
            {kinds.map(([kind, name]) => (
              <option value={kind}>{name}</option>
            ))}
          </select>
        </div>
        <div class="field">
          <label data-for="what">{messages['form.evidenceWhat']}</label>
          <textarea data-part="what" rows={2} maxLength={lengths.what} />
        </div>
        <div class="field">
          <label data-for="date">{messages['form.evidenceDate']}</label>
          <input data-part="date" type="date" />
        </div>
        <div class="field">
          <label data-for="ref">{messages['form.evidenceRef']}</label>
          <input data-part="ref" type="text" maxLength={lengths.what} />
        </div>
        <div class="field">
          <label data-for="seenBy">{messages['form.evidenceSeenBy']}</label>
          <input data-part="seenBy" type="text" maxLength={lengths.line} />
        </div>
        <button type="button" class="remove-evidence">
          {messages['form.removeEvidence']}
        </button>
      </li>
    </template>
  );
}
