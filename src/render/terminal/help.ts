import type { Model, Question } from '#domain/model.ts';
import { type Messages, formatMessage } from '#domain/messages.ts';
import { escapeLine } from '#render/escape.ts';
import { clip, writeFlow, hang, wrap } from './layout.ts';
import type { Canvas } from './question.ts';
import type { Theme } from './theme.ts';

/** Explains a kind of evidence and the highest level that it supports. */
export function describeKind(kind: 'declaration' | 'affirmation' | 'artifact', model: Model): string {
  const level = model.scoring.evidenceCaps[kind];
  const messages: Messages = model.messages;
  switch (kind) {
    case 'declaration':
      return formatMessage(messages, 'help.kindDeclaration', { level });
    case 'affirmation':
      return formatMessage(messages, 'help.kindAffirmation', { level });
    case 'artifact':
      return formatMessage(messages, 'help.kindArtifact', { level });
  }
}

/** Renders the help of a question: why it matters, what proves it, red flags, how to choose a level. */
export function renderHelp(question: Question, model: Model, width: number, theme: Theme): string[] {
  const { messages } = model;
  const bullet = `  ${theme.signs.dot} `;
  const renderSection = (title: string, entries: readonly string[]): string[] => [
    theme.strong(escapeLine(title)),
    ...entries.flatMap((entry) => hang(bullet, escapeLine(entry), width)),
  ];
  const role = messages[`role.${question.bestAnsweredBy}`];
  return [
    ...renderSection(messages['help.why'], [question.why]),
    ...renderSection(
      messages['help.evidence'],
      question.evidence.map(({ kind, what }) => `${what} (${kind}: ${describeKind(kind, model)})`),
    ),
    ...renderSection(messages['help.redFlags'], question.redFlags),
    ...renderSection(messages['help.rule'], [
      messages['interview.rule'],
      formatMessage(messages, 'help.bestAnsweredBy', { role }),
    ]),
    '',
  ];
}

/** Cuts the help of a question to a screen, and adds how to leave it. */
export function renderHelpFrame(
  help: readonly string[],
  { width, rows }: Canvas,
  { faint, signs }: Theme,
  messages: Messages,
): string[] {
  const space = Math.max(1, rows - 2);
  const foot = faint(clip(escapeLine(messages['help.goBack']), width, signs.ellipsis));
  const shown = help.length <= space ? help : [...help.slice(0, space - 1), signs.ellipsis];
  return [...shown, foot];
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
