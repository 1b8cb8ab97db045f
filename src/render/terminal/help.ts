import type { Model, Question, Term } from '#domain/model.ts';
import { type Messages, formatMessage } from '#domain/messages.ts';
import { listTerms } from '#domain/terms.ts';
import type { Evidence } from '#domain/types/answers.ts';
import { escapeLine } from '#render/escape.ts';
import { clip, writeFlow, hang, wrap } from './layout.ts';
import type { Canvas } from './question.ts';
import type { Theme } from './theme.ts';

/** Explains a kind of evidence and the highest level that it supports. */
export function describeKind(kind: Evidence['kind'], model: Model): string {
  const level = model.scoring.evidenceCaps[kind];
  const messages: Messages = model.messages;
  switch (kind) {
    case 'instance':
      return formatMessage(messages, 'help.kindInstance', { level });
    case 'declaration':
      return formatMessage(messages, 'help.kindDeclaration', { level });
    case 'affirmation':
      return formatMessage(messages, 'help.kindAffirmation', { level });
    case 'artifact':
      return formatMessage(messages, 'help.kindArtifact', { level });
  }
}

/** Describes a term in a line: what counts, and what does not. */
export function describeTerm({ term, counts, doesNotCount }: Term, messages: Messages): string {
  return formatMessage(messages, 'help.term', { term, counts, doesNotCount });
}

/** Renders the help of a question: why it matters, what its words mean, how to choose a level, red flags, what proves it. */
export function renderHelp(question: Question, model: Model, width: number, theme: Theme): string[] {
  const { messages } = model;
  const bullet = `  ${theme.signs.dot} `;
  const renderSection = (title: string, entries: readonly string[]): string[] =>
    entries.length === 0
      ? []
      : [
          theme.strong(escapeLine(title)),
          ...entries.flatMap((entry) => hang(bullet, escapeLine(entry), width)),
        ];
  const role = messages[`role.${question.bestAnsweredBy}`];
  return [
    ...renderSection(messages['help.why'], [question.why]),
    ...renderSection(
      messages['help.terms'],
      listTerms(question, model.terms).map((term) => describeTerm(term, messages)),
    ),
    ...renderSection(messages['help.rule'], [
      model.scale.instruction,
      formatMessage(messages, 'help.bestAnsweredBy', { role }),
    ]),
    ...renderSection(messages['help.redFlags'], question.redFlags),
    ...renderSection(
      messages['help.evidence'],
      question.evidence.map(({ kind, what }) => `${what} (${kind}: ${describeKind(kind, model)})`),
    ),
    '',
  ];
}

/** Breaks a page of a question, such as its help, into screens, and adds how to go on and how to leave it. */
export function renderPageScreens(
  page: readonly string[],
  { width, rows }: Canvas,
  { faint, signs }: Theme,
  messages: Messages,
): string[][] {
  const space = Math.max(1, rows - 2);
  // The last row is empty: it keeps the page apart from the question where both fit.
  const text = page.slice(0, -1);
  const count = Math.max(1, Math.ceil(text.length / space));
  return Array.from({ length: count }, (_, index) => {
    const isLast = index === count - 1;
    const foot = escapeLine(messages[isLast ? 'help.goBack' : 'help.more']);
    return [...text.slice(index * space, (index + 1) * space), faint(clip(foot, width, signs.ellipsis))];
  });
}

/** Renders the heading that the interview shows before the first question of an element. */
export function renderBanner(
  element: { readonly name: string; readonly asks: string; readonly about: string },
  progress: readonly string[],
  width: number,
  theme: Theme,
): string {
  const { signs } = theme;
  const title = ` ${escapeLine(`${element.name}: ${element.asks}`)} `;
  const rule = signs.rule.repeat(3) + title + signs.rule.repeat(Math.max(3, width - title.length - 3));
  return [
    '',
    theme.strong(rule),
    ...wrap(escapeLine(element.about), width),
    ...writeFlow(progress.map(escapeLine), ` ${signs.dot} `, width).map(theme.faint),
    '',
  ].join('\n');
}
