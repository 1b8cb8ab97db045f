import type { ComponentChildren, JSX } from 'preact';
import type { Question } from '#domain/model.ts';
import { type QuestionPart, nameField, notApplicablePrefix } from '#domain/form/fields.ts';
import { formatMessage } from '#domain/messages.ts';
import { listTerms } from '#domain/terms.ts';
import { describeTerm } from '#render/terminal/help.ts';
import type { Form } from './form.ts';

/** Most characters of each text, as in the schema of answers. */
export const lengths = { line: 300, what: 2000, text: 10_000 } as const;

interface QuestionProps {
  readonly form: Form;
  readonly question: Question;
  /** Number of the question, from 1. */
  readonly place: number;
}

/** A label with its control. */
export function Labeled({
  id,
  label,
  hint,
  children,
}: {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
    </div>
  );
}

function Choices({ form, question, place }: QuestionProps): JSX.Element {
  const { messages, notApplicableReasons } = form.model;
  const name = nameField(question.id, 'choice');
  const reasons = notApplicableReasons.filter(({ id }) => question.notApplicableReasons.includes(id));
  const others = [
    { value: 'unknown', text: messages['form.unknown'] },
    ...(question.mayNotApply
      ? reasons.map(({ id, means }) => ({
          value: `${notApplicablePrefix}${id}`,
          text: formatMessage(messages, 'form.notApplicable', { reason: means }),
        }))
      : []),
  ];
  return (
    <div class="choices">
      {question.levels.map(({ label, means }, level) => (
        <label class="choice">
          <input type="radio" name={name} value={level} id={`q${place}-${level}`} />
          <span>
            <b>{label}</b> {means}
          </span>
        </label>
      ))}
      {others.map(({ value, text }) => (
        <label class="choice other">
          <input type="radio" name={name} value={value} />
          <span>{text}</span>
        </label>
      ))}
    </div>
  );
}

function Help({ form, question }: QuestionProps): JSX.Element {
  const { messages, scale, terms } = form.model;
  const used = listTerms(question, terms);
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [messages['help.why'], [question.why]],
    [messages['help.terms'], used.map((term) => describeTerm(term, messages))],
    [messages['help.rule'], [scale.instruction]],
    [messages['help.redFlags'], question.redFlags],
    [messages['help.evidence'], question.evidence.map(({ what }) => what)],
  ];
  return (
    <details class="help">
      <summary>{messages['form.help']}</summary>
      {sections
        .filter(([, texts]) => texts.length > 0)
        .map(([title, texts]) => (
          <>
            <p class="label">{title}</p>
            {texts.length === 1 ? (
              <p>{texts[0]}</p>
            ) : (
              <ul>
                {texts.map((text) => (
                  <li>{text}</li>
                ))}
              </ul>
            )}
          </>
        ))}
    </details>
  );
}

/** What can be added to an answer: a case, a note, a place where the level is lower, evidence. */
function Details({ form, question, place }: QuestionProps): JSX.Element {
  const { messages } = form.model;
  const name = (part: QuestionPart): string => nameField(question.id, part);
  const makeId = (part: string): string => `q${place}-${part}`;
  return (
    <>
      <div class="case" hidden>
        <Labeled id={makeId('case')} label={question.probe} hint={messages['form.caseHint']}>
          <textarea
            id={makeId('case')}
            name={name('case')}
            rows={2}
            maxLength={lengths.what}
            aria-describedby={`${makeId('case')}-hint`}
          />
        </Labeled>
      </div>
      <details class="more" hidden>
        <summary>{messages['form.more']}</summary>
        <div class="field">
          <label for={makeId('note')}>
            <span class="note-label">{messages['form.note']}</span>
            <span class="why-label" hidden>
              {messages['form.whyNotApplicable']}
            </span>
          </label>
          <textarea id={makeId('note')} name={name('note')} rows={3} maxLength={lengths.text} />
        </div>
        <div class="lowest pair">
          <Labeled id={makeId('lowest')} label={messages['lowest.level']}>
            <select id={makeId('lowest')} name={name('lowest.level')}>
              <option value="">{messages['form.sameEverywhere']}</option>
              {question.levels.slice(0, -1).map(({ label }, level) => (
                <option value={level}>{label}</option>
              ))}
            </select>
          </Labeled>
          <Labeled id={makeId('where')} label={messages['lowest.where']}>
            <input type="text" id={makeId('where')} name={name('lowest.where')} maxLength={lengths.line} />
          </Labeled>
        </div>
        <div class="evidence">
          <ul class="evidence-list" />
          <button type="button" class="add-evidence">
            {messages['form.addEvidence']}
          </button>
        </div>
        <button type="button" class="clear">
          {messages['form.clear']}
        </button>
      </details>
    </>
  );
}

/** A question with its choices, its help, and what can be added to the answer. */
export function QuestionFields(props: QuestionProps): JSX.Element {
  const { form, question, place } = props;
  const { messages } = form.model;
  const ask = question.ask[form.role] ?? question.ask.leader;
  const leads = form.role === 'leader' || form.role === 'manager';
  const other = leads ? question.askAccountManagers : undefined;
  return (
    <fieldset class="question" data-question={question.id} id={`q${place}`}>
      <legend>
        <span class="number">
          {formatMessage(messages, 'interview.place', { place, count: form.questions.length })}
          {question.guessFor.includes(form.role) && ` · ${messages['interview.guess']}`}
        </span>
        {other === undefined ? (
          <span class="ask">{ask}</span>
        ) : (
          <>
            <span class="ask" data-customers="">
              {ask}
            </span>
            <span class="ask" data-customers="existing" hidden>
              {other}
            </span>
          </>
        )}
      </legend>
      <Choices {...props} />
      <input type="hidden" name={nameField(question.id, 'on')} />
      <input type="hidden" name={nameField(question.id, 'case.on')} />
      <Details {...props} />
      <Help {...props} />
    </fieldset>
  );
}
