/**
 * The script of the form: stores a draft with every change, shows how far somebody is, and saves the answers as a file.
 * The page is readable and can be printed without it.
 */
import { type Fields, evidenceParts, nameField } from '#domain/form/fields.ts';
import type { FormData } from '#render/form/form-data.ts';
import { checkForm } from './check.ts';
import { addEvidenceFields, arrange, getQuestionId, readFields, writeFields } from './controls.ts';
import { Draft } from './draft.ts';
import { type Control, fill, find, findAll, getToday } from './elements.ts';
import { download, makeToken, writeAnswers } from './save.ts';

const data = JSON.parse(find('#data').textContent ?? '') as FormData;
const { messages } = data;
const form = find<HTMLFormElement>('form');
const draft = Draft.open(data.key);
let isDirty = false;

/** Says something about the draft or the file, which a screen reader reads out. */
function tell(text: string): void {
  find('#status').textContent = text;
}

function listOpen(): HTMLElement[] {
  return findAll('.question:not(.answered)');
}

function showProgress(): void {
  const of = data.questions.length;
  const count = of - listOpen().length;
  const progress = find<HTMLProgressElement>('progress');
  progress.value = count;
  find('#count').textContent = fill(messages['form.answered'], { count, of });
  find('#next').hidden = count === of;
}

/** Leaders of people who sell to existing customers only are asked in other words. */
function showWording(): void {
  const customers = document.querySelector<HTMLSelectElement>('[name="context.customers"]')?.value;
  for (const wording of findAll('[data-customers]'))
    wording.hidden = (wording.dataset['customers'] === 'existing') !== (customers === 'existing');
}

function show(fields: Fields): void {
  writeFields(fields);
  showWording();
  showProgress();
}

/** Stores what changed, and takes over what another tab stored. */
function store(changed: Fields): void {
  isDirty = true;
  // What was said before is over. That nothing is stored is not.
  if (draft.isKept) tell('');
  const others = draft.change(changed, readFields());
  if (others === undefined) return;
  show(others);
  tell(messages['form.otherTab']);
}

/** Sets a date that a change has: that of the start, of an answer, or of a case. */
function setDate(name: string, changed: Record<string, string>): void {
  find<HTMLInputElement>(`[name="${name}"]`).value = getToday();
  changed[name] = getToday();
}

function onInput(control: Control): void {
  const changed: Record<string, string> = { [control.name]: control.value };
  if (find<HTMLInputElement>('[name=startedOn]').value === '') setDate('startedOn', changed);
  const question = control.closest<HTMLElement>('.question');
  if (question !== null) {
    const id = getQuestionId(question);
    if (control.name === nameField(id, 'choice')) setDate(nameField(id, 'on'), changed);
    if (control.name === nameField(id, 'case')) setDate(nameField(id, 'case.on'), changed);
    arrange(question);
  }
  control.setCustomValidity('');
  showWording();
  showProgress();
  store(changed);
}

form.addEventListener('input', ({ target }) => {
  const control = target as Control;
  if (control.name !== '') onInput(control);
});

find('#next').addEventListener('click', () => {
  const bar = find('.bar').getBoundingClientRect().bottom;
  // The next one below the bar, else the first one of all.
  const open = listOpen();
  const next = open.find((each) => each.getBoundingClientRect().top > bar + 8) ?? open[0];
  next?.scrollIntoView();
  if (next !== undefined) find<HTMLInputElement>('input', next).focus({ preventScroll: true });
});

for (const question of findAll('.question')) {
  find('.add-evidence', question).addEventListener('click', () => {
    const added = addEvidenceFields(question);
    if (added !== undefined) find<HTMLSelectElement>('select', added).focus();
  });
  find('.clear', question).addEventListener('click', () => {
    const name = nameField(getQuestionId(question), 'choice');
    for (const radio of findAll<HTMLInputElement>(`[name="${name}"]`, question)) radio.checked = false;
    arrange(question);
    showProgress();
    store({ [name]: '' });
    find<HTMLInputElement>('input', question).focus();
  });
  find('.evidence-list', question).addEventListener('click', ({ target }) => {
    const piece = (target as HTMLElement)
      .closest('.remove-evidence')
      ?.closest<HTMLElement>('.evidence-piece');
    if (!piece) return;
    for (const part of evidenceParts)
      if (part !== 'kind') find<Control>(`[data-part=${part}]`, piece).value = '';
    piece.dataset['removed'] = '';
    arrange(question);
    store(readFields(piece));
    find('.add-evidence', question).focus();
  });
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  if (!checkForm(form, messages)) return;
  const token = find<HTMLInputElement>('[name=token]');
  if (token.value === '') {
    token.value = makeToken();
    store({ token: token.value });
  }
  const file = `${data.fileName}-${token.value}.yaml`;
  download(writeAnswers(readFields(), data), file);
  isDirty = false;
  const open = listOpen().length;
  const saved = fill(messages['form.savedAs'], { file });
  const rest = open === 0 ? [] : [fill(messages['form.stillOpen'], { count: open })];
  tell([saved, ...rest, fill(data.afterSaving, { file })].join(' '));
  find('#controls').scrollIntoView();
});

find('#delete').addEventListener('click', () => {
  draft.delete();
  isDirty = false;
  show(data.fields);
  tell(messages['form.deleted']);
});

draft.onOtherTab((fields) => {
  show(fields ?? data.fields);
  tell(messages[fields === undefined ? 'form.deleted' : 'form.otherTab']);
});

addEventListener('beforeunload', (event) => {
  if (!draft.isKept && isDirty) event.preventDefault();
});

// Paper cannot be unfolded.
addEventListener('beforeprint', () => {
  for (const each of findAll<HTMLDetailsElement>('details')) each.open = true;
});

const before = draft.read();
show(before ?? data.fields);
find('#no-script').hidden = true;
find('#controls').hidden = false;
find('.bar').hidden = false;
if (!draft.isKept) tell(messages['form.noStorage']);
else if (before !== undefined) tell(messages['form.restored']);
