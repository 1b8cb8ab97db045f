import { writeYaml } from '#document/edit/write.ts';
import { evidenceParts, notApplicablePrefix, toFields, nameField } from '#domain/form/fields.ts';
import { estimateMinutes, getAnswer } from '#domain/interview/interview.ts';
import { formatMessage } from '#domain/messages.ts';
import type { Question } from '#domain/model.ts';
import { listUsedTerms } from '#domain/terms.ts';
import { escapeLines, escapeMarkdown } from '#render/escape.ts';
import { describeTerm } from '#render/terminal/help.ts';
import { type Form, describeGroup } from './form.ts';
import { getStartFields, listOwnFields } from './own-fields.ts';

/** A text as a block of code, which is read back to the letter. Hidden characters are made visible. */
function fence(text: string): string[] {
  const safe = escapeLines(text);
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const marks = '`'.repeat(longest + 1);
  return [marks, ...safe, marks, ''];
}

function renderField(label: string, name: string, before: string | undefined, hint?: string): string[] {
  return [
    `**${escapeMarkdown(label)}** <!-- ${name} -->`,
    '',
    ...(hint === undefined ? [] : [`> ${escapeMarkdown(hint)}`, '']),
    ...(before === undefined || before === '' ? [''] : fence(before)),
  ];
}

/** Writes a piece of evidence in one line. */
function writeEvidence(cells: readonly string[]): string {
  const renderCell = (text: string): string =>
    escapeLines(text.replaceAll('\\', '\\\\').replaceAll('|', '\\|')).join('<br>');
  return `- ${cells.map(renderCell).join(' | ')}`;
}

function renderQuestion(form: Form, question: Question, number: number): string[] {
  const { model, role, start } = form;
  const { messages } = model;
  const answer = getAnswer(start, question);
  const fields = answer === undefined ? {} : toFields({ ...start, answers: { [question.id]: answer } });
  const choice = fields[nameField(question.id, 'choice')] ?? '';
  const choices = [
    ...question.levels.map(({ label, means }, level) => [
      String(level),
      `**${level}** ${escapeMarkdown(`${label}: ${means}`)}`,
    ]),
    ['unknown', escapeMarkdown(messages['form.unknown'])],
    ...model.notApplicableReasons
      .filter(({ id }) => question.mayNotApply && question.notApplicableReasons.includes(id))
      .map(({ id, means }) => [
        `${notApplicablePrefix}${id}`,
        escapeMarkdown(formatMessage(messages, 'form.notApplicable', { reason: means })),
      ]),
  ] as const;
  const help = [
    [messages['help.why'], question.why],
    ...question.redFlags.map((flag) => [messages['help.redFlags'], flag]),
    ...question.evidence.map(({ what }) => [messages['help.evidence'], what]),
  ];
  const state =
    choice === '' ? '' : ` ${choice}${answer?.answeredOn === undefined ? '' : ` ${answer.answeredOn}`}`;
  return [
    `### ${number}. ${escapeMarkdown(question.ask[role] ?? question.ask.leader)} <!-- ${question.id}${state} -->`,
    '',
    ...choices.map(([value, text]) => `- [${value === choice ? 'x' : ' '}] ${text} <!-- ${value} -->`),
    '',
    ...help.map(([title = '', text = '']) => `> - ${escapeMarkdown(title)}: ${escapeMarkdown(text)}`),
    '',
    ...renderField(question.probe, 'case', undefined, messages['form.caseHint']),
    ...renderField(messages['form.note'], 'note', answer?.note),
    ...renderField(messages['lowest.level'], 'lowest.level', fields[nameField(question.id, 'lowest.level')]),
    ...renderField(messages['lowest.where'], 'lowest.where', fields[nameField(question.id, 'lowest.where')]),
    `**${escapeMarkdown(messages['report.evidence'])}** <!-- evidence -->`,
    '',
    ...(answer?.evidence ?? []).map((piece) => writeEvidence(evidenceParts.map((part) => piece[part] ?? ''))),
    '',
  ];
}

/** Renders a form as Markdown to fill in, which `import` reads. Comments say what each part is. */
export function renderFormMarkdown(form: Form): string {
  const { model, start, questions } = form;
  const { messages } = model;
  const { answers: _answers, context: _context, opening: _opening, closing: _closing, ...head } = start;
  const own = getStartFields(form);
  const renderOwn = (places: 'before' | 'after'): string[] =>
    listOwnFields(form)
      .filter(({ place }) => place === places)
      .flatMap(({ name, label, hint }) => renderField(label, name, own[name], hint));
  const count = questions.length;
  const lines = [
    '---',
    `# language: ${model.language}`,
    ...writeYaml(head).trimEnd().split('\n'),
    '---',
    '',
    `# ${escapeMarkdown(messages['report.title'])} <!-- part -->`,
    '',
    `> ${escapeMarkdown(formatMessage(messages, 'form.welcome', { count, minutes: estimateMinutes(count) }))}`,
    '>',
    `> ${escapeMarkdown(messages['form.markdownHow'])}`,
    '>',
    `> ${escapeMarkdown(messages['form.evidenceLine'])}`,
    '>',
    '> `- artifact | 2026-05-04 | Five call recordings | crm/calls | Kim`',
    '>',
    `> ${escapeMarkdown(describeGroup(form))}`,
    '>',
    `> ${escapeMarkdown(model.scale.instruction)}`,
    '',
    `## ${escapeMarkdown(messages['form.beginning'])} <!-- part -->`,
    '',
    ...renderOwn('before'),
  ];
  let element = '';
  for (const [index, question] of questions.entries()) {
    const of = model.elements.find(({ id }) => id === question.element);
    if (of !== undefined && of.id !== element) {
      lines.push(
        `## ${escapeMarkdown(`${of.name}: ${of.asks}`)} <!-- part -->`,
        '',
        `> ${escapeMarkdown(of.about)}`,
        '',
      );
      element = of.id;
    }
    lines.push(...renderQuestion(form, question, index + 1));
  }
  lines.push(`## ${escapeMarkdown(messages['questionnaire.end'])} <!-- part -->`, '', ...renderOwn('after'));
  lines.push(
    `## ${escapeMarkdown(messages['help.terms'])} <!-- part -->`,
    '',
    ...listUsedTerms(questions, model.terms).map(
      (term) => `> - ${escapeMarkdown(describeTerm(term, messages))}`,
    ),
    '',
  );
  return lines.join('\n');
}
