import { type EvidencePart, type Fields, evidenceParts, nameField } from '#domain/form/fields.ts';
import type { Model, Question } from '#domain/model.ts';
import { classifyLine, isChosen } from './classify-line.ts';
import { type FormFault, FormReader } from './form-reader.ts';

/** A form in Markdown, divided: its head, a file of answers without answers, and the rest. */
export interface MarkdownForm {
  readonly head: string;
  /** Language of its texts. */
  readonly language: string | undefined;
  readonly lines: readonly string[];
  /** Number of lines before `lines`. */
  readonly offset: number;
}

/** Divides a form in Markdown. Returns undefined for any other text. */
export function divideMarkdown(text: string): MarkdownForm | undefined {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (lines[0]?.trimEnd() !== '---' || end === -1) return undefined;
  const head = lines.slice(1, end);
  return {
    // The empty line keeps the line numbers of the file.
    head: ['', ...head, 'answers: {}', ''].join('\n'),
    language: head.map((line) => /^# language: (\S+)/.exec(line)?.[1]).find((found) => found !== undefined),
    lines: lines.slice(end + 1),
    offset: end + 1,
  };
}

/** Splits a line of evidence at its bars. A bar after a backslash is part of the text. */
function splitEvidence(line: string): string[] {
  const cells = [''];
  const text = line.replace(/^\s*[-*+•·–—]\s+/, '');
  for (let at = 0; at < text.length; at += 1) {
    const [sign = '', next = ''] = text.slice(at, at + 2);
    if (sign === '|') {
      cells.push('');
      continue;
    }
    const isEscape = sign === '\\' && (next === '\\' || next === '|');
    if (isEscape) at += 1;
    cells.push(`${cells.pop() ?? ''}${isEscape ? next : sign}`);
  }
  return cells.map((cell) => cell.replaceAll('<br>', '\n').trim());
}

/** Returns what somebody wrote below a field. A block of code is taken to the letter. */
function joinText(lines: readonly string[]): string {
  const text = lines.join('\n').trim();
  const fenced = /^(`{3,}|~{3,})\w*\n([\s\S]*)\n\1$/.exec(text);
  return fenced?.[2] ?? text;
}

/** Reads what was filled in. */
export function readMarkdown(
  { lines, offset }: MarkdownForm,
  model: Model,
  questions: readonly Question[],
  today: string,
): { fields: Fields; faults: readonly FormFault[] } {
  const reader = new FormReader(model, today);
  const byId = new Map(questions.map((question) => [question.id, question]));
  let question: Question | undefined;
  let before: { choice: string; on: string } | undefined;
  let chosen: string | undefined;
  let field: { name: string; line: number; text: string[] } | undefined;
  const nameLine = (line: number): string => `line ${line}`;
  const closeField = (): void => {
    if (field === undefined) return;
    const { name, line, text } = field;
    field = undefined;
    const isFilled = text.some((each) => each.trim() !== '');
    const place = nameLine(
      line +
        1 +
        Math.max(
          0,
          text.findIndex((each) => each.trim() !== ''),
        ),
    );
    if (FormReader.isOwn(name)) reader.putOwn(name, joinText(text), place);
    else if (question === undefined) {
      if (isFilled) reader.reject(place, `This belongs to no question: ${JSON.stringify(joinText(text))}.`);
    } else if (name === 'evidence') {
      for (const [index, each] of text.entries()) {
        if (each.trim() === '') continue;
        const cells = splitEvidence(each);
        const there = nameLine(line + 1 + index);
        if (cells.length > evidenceParts.length || cells.length < 3) {
          reader.reject(there, `This is not kind | date | what | where | who: ${JSON.stringify(each)}.`);
          continue;
        }
        const getPart = (index_: number): { text: string; place: string } => ({
          text: cells[index_] ?? '',
          place: there,
        });
        reader.putEvidence(
          question.id,
          Object.fromEntries(evidenceParts.map((each_, index_) => [each_, getPart(index_)])) as Record<
            EvidencePart,
            { text: string; place: string }
          >,
        );
      }
    } else if (name === 'lowest.level') reader.putLowestLevel(question, joinText(text), place);
    else if (name === 'lowest.where' || name === 'note' || name === 'case')
      reader.putText(nameField(question.id, name), joinText(text), place);
    else reader.reject(nameLine(line), `There is no field ${JSON.stringify(name)}.`);
  };
  const closeQuestion = (): void => {
    closeField();
    if (question !== undefined) reader.dateAnswer(question.id, before);
    [question, before, chosen] = [undefined, undefined, undefined];
  };
  const ids = new Set(byId.keys());
  if (!lines.some((text) => classifyLine(text, ids).kind === 'question')) {
    reader.reject(
      '',
      'The marks between arrows are missing, so no answer can be matched with its question. Fill in an empty form as plain text.',
    );
    return { fields: {}, faults: reader.faults };
  }
  for (const [index, text] of lines.entries()) {
    const line = offset + index + 1;
    const found = classifyLine(text, ids);
    if (found.kind === 'part') closeQuestion();
    else if (found.kind === 'question') {
      closeQuestion();
      question = byId.get(found.id);
      before = { choice: found.choice, on: found.on };
      if (question === undefined)
        reader.reject(nameLine(line), `The form has no question ${JSON.stringify(found.id)}.`);
    } else if (found.kind === 'field') {
      closeField();
      field = { name: found.name, line, text: [] };
    } else if (found.kind === 'choice' && (question !== undefined || found.mark === '')) {
      closeField();
      const { mark, value } = found;
      if (mark === '' || question === undefined) continue;
      if (mark === undefined)
        reader.reject(
          nameLine(line),
          `The brackets are missing, so this marks no answer: ${JSON.stringify(text)}.`,
        );
      else if (!isChosen(mark))
        reader.reject(
          nameLine(line),
          `${JSON.stringify(mark)} marks no answer. Put an x between the brackets.`,
        );
      else if (chosen !== undefined) {
        reader.reject(
          nameLine(line),
          `A second answer is marked, besides ${JSON.stringify(chosen)}: ${JSON.stringify(value)}. The first one is taken.`,
        );
      } else {
        chosen = value;
        reader.putChoice(question, value, nameLine(line));
      }
    } else if (/^#{3} \d+\. /.test(text)) {
      closeQuestion();
      reader.reject(
        nameLine(line),
        `The mark at the end of this question is missing, so nothing below it can be read: ${JSON.stringify(text)}.`,
      );
    } else if (field !== undefined) {
      // Hints stand right below the label.
      if (!(text.startsWith('>') && field.text.every((each) => each.trim() === ''))) field.text.push(text);
      else field.text.push('');
    } else if (text.trim() !== '' && !text.startsWith('>'))
      reader.reject(
        nameLine(line),
        `This is not part of the form, so it is left out: ${JSON.stringify(text)}.`,
      );
  }
  closeQuestion();
  return { fields: reader.finish(questions), faults: reader.faults };
}
