import type { Model, Question } from '#domain/model.ts';
import { type Words, formatMessage } from '#domain/messages.ts';
import { safeLine } from '#render/escape.ts';
import { writeFlow, hang, wrap } from './layout.ts';
import type { Theme } from './theme.ts';

/** What a kind of evidence is and how high a level it supports. */
export function describeKind(kind: 'declaration' | 'affirmation' | 'artifact', model: Model): string {
  const level = model.scoring.evidenceCaps[kind];
  const words: Words = model.words;
  switch (kind) {
    case 'declaration':
      return formatMessage(words, 'help.kindDeclaration', { level });
    case 'affirmation':
      return formatMessage(words, 'help.kindAffirmation', { level });
    case 'artifact':
      return formatMessage(words, 'help.kindArtifact', { level });
  }
}

/** What stands behind a question: why it matters, what proves it, red flags, and how to choose a level. */
export function renderHelp(question: Question, model: Model, width: number, theme: Theme): string {
  const { words } = model;
  const bullet = `  ${theme.signs.dot} `;
  const section = (title: string, entries: readonly string[]): string[] => [
    theme.strong(safeLine(title)),
    ...entries.flatMap((entry) => hang(bullet, safeLine(entry), width)),
  ];
  const role = words[`role.${question.bestAnsweredBy}`];
  return [
    ...section(words['help.why'], [question.why]),
    ...section(
      words['help.evidence'],
      question.evidence.map(({ kind, what }) => `${what} (${kind}: ${describeKind(kind, model)})`),
    ),
    ...section(words['help.redFlags'], question.redFlags),
    ...section(words['help.rule'], [
      words['interview.rule'],
      formatMessage(words, 'help.bestAnsweredBy', { role }),
    ]),
    '',
  ].join('\n');
}

/** Heading of an element when the interview enters it. */
export function renderBanner(
  element: { readonly name: string; readonly asks: string; readonly about: string },
  progress: readonly string[],
  width: number,
  theme: Theme,
): string {
  const { signs } = theme;
  const title = ` ${safeLine(`${element.name}: ${element.asks}`)} `;
  const rule = signs.rule.repeat(3) + title + signs.rule.repeat(Math.max(3, width - title.length - 3));
  return [
    '',
    theme.strong(rule),
    ...wrap(safeLine(element.about), width),
    ...writeFlow(progress.map(safeLine), ` ${signs.dot} `, width).map(theme.faint),
    '',
  ].join('\n');
}
