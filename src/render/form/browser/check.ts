import { evidenceParts, nameEvidenceField, nameField } from '#domain/form/fields.ts';
import { isEvidenceFilled } from '#domain/form/to-document.ts';
import type { FormData } from '#render/form/form-data.ts';
import { getQuestionId, readFields } from './controls.ts';
import { type Control, find, findAll } from './elements.ts';

/** Marks what a browser cannot check by itself: evidence without a description, half of a lowest place. */
function markQuestion(question: HTMLElement, messages: FormData['messages']): void {
  const id = getQuestionId(question);
  const fields = readFields(question);
  const isEmpty = (name: string): boolean => (fields[name] ?? '').trim() === '';
  const mark = (name: string, message: string): void => {
    find<Control>(`[name="${name}"]`, question).setCustomValidity(message);
  };
  const [level, where] = [nameField(id, 'lowest.level'), nameField(id, 'lowest.where')];
  const isShown = !find('.lowest', question).hidden;
  mark(where, isShown && !isEmpty(level) && isEmpty(where) ? messages['form.lowestNeedsBoth'] : '');
  mark(level, isShown && isEmpty(level) && !isEmpty(where) ? messages['form.lowestNeedsBoth'] : '');
  for (const place of findAll('.evidence-piece', question).keys()) {
    const what = nameEvidenceField(id, place, evidenceParts[2]);
    mark(what, isEvidenceFilled(fields, id, place) && isEmpty(what) ? messages['form.describeEvidence'] : '');
  }
}

/** Checks the form, and leads to the first field that is wrong. Returns whether all are right. */
export function checkForm(form: HTMLFormElement, messages: FormData['messages']): boolean {
  for (const question of findAll('.question')) markQuestion(question, messages);
  const organization = document.querySelector<HTMLInputElement>('[name=organization]');
  // A name of spaces is none.
  if (organization !== null && organization.value.trim() === '') organization.value = '';
  const wrong = form.querySelector<Control>('input:invalid, textarea:invalid, select:invalid');
  for (let each = wrong?.closest('details'); each; each = each.parentElement?.closest('details'))
    each.open = true;
  return form.reportValidity();
}
