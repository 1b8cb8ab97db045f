import {
  type Fields,
  evidenceParts,
  mostEvidence,
  nameEvidenceField,
  nameField,
} from '#domain/form/fields.ts';
import { isEvidenceFilled } from '#domain/form/to-document.ts';
import { isClaim } from '#domain/scoring/evidence.ts';
import { type Control, find, findAll, findControls, getToday } from './elements.ts';

/** Returns the fields of the form as they are on the screen. */
export function readFields(within: ParentNode = document): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const control of findControls(within)) {
    if (!(control instanceof HTMLInputElement && control.type === 'radio'))
      fields[control.name] = control.value;
    else if (control.checked) fields[control.name] = control.value;
    else fields[control.name] ??= '';
  }
  return fields;
}

/** Returns the id of a question on the form. */
export function getQuestionId(question: HTMLElement): string {
  return question.dataset['question'] ?? '';
}

/** Adds empty fields for a piece of evidence to a question. */
export function addEvidenceFields(question: HTMLElement): HTMLElement | undefined {
  const list = find('.evidence-list', question);
  const place = list.children.length;
  if (place >= mostEvidence) return undefined;
  const added = find<HTMLTemplateElement>('#evidence').content.firstElementChild?.cloneNode(
    true,
  ) as HTMLElement;
  const id = getQuestionId(question);
  for (const part of evidenceParts) {
    const control = find<Control>(`[data-part=${part}]`, added);
    control.name = nameEvidenceField(id, place, part);
    control.id = control.name;
    if (part === 'date') (control as HTMLInputElement).max = getToday();
    find<HTMLLabelElement>(`label[data-for=${part}]`, added).htmlFor = control.name;
  }
  list.append(added);
  return added;
}

/** Writes a value into a control that shows another one. Leaves the cursor of a person who types alone. */
function write(control: Control, value: string): void {
  if (control instanceof HTMLInputElement && control.type === 'radio')
    control.checked = control.value === value;
  else if (control.value !== value) control.value = value;
}

/** Shows fields on the form. */
export function writeFields(fields: Fields): void {
  for (const question of findAll('.question')) {
    const id = getQuestionId(question);
    const list = find('.evidence-list', question);
    for (let place = mostEvidence - 1; place >= list.children.length; place -= 1) {
      if (!isEvidenceFilled(fields, id, place)) continue;
      while (list.children.length <= place) addEvidenceFields(question);
    }
  }
  for (const control of findControls()) {
    const isSelect = control instanceof HTMLSelectElement;
    write(control, fields[control.name] ?? (isSelect ? (control.options[0]?.value ?? '') : ''));
  }
  for (const question of findAll('.question')) arrange(question);
}

/** Shows what can be said about the answer of a question: nothing before it is chosen. */
export function arrange(question: HTMLElement): void {
  const id = getQuestionId(question);
  const fields = readFields(question);
  const choice = fields[nameField(id, 'choice')] ?? '';
  const level = /^\d$/.test(choice) ? Number(choice) : undefined;
  const isUnknown = choice === 'unknown';
  const show = (selector: string, isShown: boolean): void => {
    for (const each of findAll(selector, question)) each.hidden = !isShown;
  };
  question.classList.toggle('answered', choice !== '');
  show('.case', isClaim(level ?? null) || (level !== undefined && fields[nameField(id, 'case')] !== ''));
  show('.more', choice !== '');
  show('.lowest', level !== undefined && level > 0);
  show('.evidence', level !== undefined || isUnknown);
  show('.note-label', level !== undefined || isUnknown);
  show('.why-label', level === undefined && !isUnknown);
  for (const option of findAll<HTMLOptionElement>('.lowest option', question))
    option.disabled = option.value !== '' && Number(option.value) >= (level ?? 0);
  for (const [place, piece] of findAll('.evidence-piece', question).entries()) {
    // A piece that was removed has empty fields. A new one is shown until then.
    if (piece.dataset['removed'] !== undefined) piece.hidden = !isEvidenceFilled(fields, id, place);
  }
}
