import type { QuestionView } from '#domain/interview/interview.ts';
import type { KeyAct } from '#domain/interview/question-action.ts';
import type { LevelDefinition } from '#domain/types/model.ts';
import { type MessageKey, type Messages, formatMessage } from '#domain/messages.ts';
import { escapeLine } from '#render/escape.ts';
import { clip, cutRows, writeFlow, hang, wrap } from './layout.ts';
import type { Theme } from './theme.ts';

/** Describes the time left, in minutes. */
export function estimateTimeLeft(minutes: number, messages: Messages): string {
  return minutes < 1
    ? formatMessage(messages, 'interview.lastMinute')
    : formatMessage(messages, 'interview.minutesLeft', { minutes });
}

/** Renders the position of the question and its wording. */
export function renderHead(view: QuestionView, width: number, theme: Theme, messages: Messages): string[] {
  const { signs } = theme;
  const place = [
    formatMessage(messages, 'interview.practiceOf', { element: view.element, practice: view.practice }),
    formatMessage(messages, 'interview.place', { place: view.place, count: view.count }),
    estimateTimeLeft(view.minutesLeft, messages),
    ...(view.isGuess ? [messages['interview.guess']] : []),
  ].map(escapeLine);
  return [
    ...writeFlow(place, ` ${signs.dot} `, width).map(theme.faint),
    ...wrap(escapeLine(view.ask), width).map(theme.strong),
  ];
}

/** Renders what the declared system says about the practice of a question. */
export function renderDeclared(
  view: QuestionView,
  width: number,
  theme: Theme,
  messages: Messages,
): string[] {
  if (view.declared === undefined) return [];
  if (view.declared.length === 0)
    return wrap(escapeLine(messages['interview.declaredNothing']), width).map(theme.faint);
  const marker = `${messages['interview.declared']} `;
  return view.declared
    .map((line) => clip(escapeLine(marker + line), width, theme.signs.ellipsis))
    .map(theme.faint);
}

/** Renders the saved answer, evidence and remarks. */
export function renderSaved(view: QuestionView, width: number, theme: Theme, messages: Messages): string[] {
  if (view.saved === undefined) return [];
  const { signs } = theme;
  const lines = wrap(
    escapeLine(formatMessage(messages, 'interview.savedAnswer', { answer: view.saved })),
    width,
  );
  lines.push(...view.evidence.flatMap((one) => hang(`  ${signs.dot} `, escapeLine(one), width)));
  lines.push(
    ...view.remarks.map((remark) => clip(`  ${signs.dot} ${escapeLine(remark)}`, width, signs.ellipsis)),
  );
  return lines.map(theme.faint);
}

/** The message of each key: the key, and what it does. */
export const keyMessages = {
  help: 'keys.help',
  voices: 'keys.voices',
  evidence: 'keys.evidence',
  note: 'keys.note',
  reason: 'keys.reason',
  dissent: 'keys.dissent',
  lowest: 'keys.lowest',
  unknown: 'keys.unknown',
  'not-applicable': 'keys.notApplicable',
  skip: 'keys.skip',
  back: 'keys.back',
  quit: 'keys.quit',
} as const satisfies Record<KeyAct, MessageKey>;

/** Lists the keys of a question with what they do, except those of the levels. */
export function listKeys({ keys }: QuestionView, messages: Messages): readonly string[] {
  return keys.map((key) => messages[keyMessages[key]]);
}

/** Renders the keys with what they do: the key in bold, then its words. */
export function renderKeyLegend(
  view: QuestionView,
  width: number,
  theme: Theme,
  messages: Messages,
): string[] {
  const { signs, strong, faint } = theme;
  const choose = `${messages['keys.levels']} ${signs.updown} ${messages['keys.choose']}`;
  const paintKey = (text: string): string => {
    const [key = '', ...words] = escapeLine(text).split(' ');
    return `${strong(key)} ${faint(words.join(' '))}`;
  };
  const texts = [choose, messages['keys.confirm'], ...listKeys(view, messages)].map(paintKey);
  return writeFlow(texts, ` ${faint(signs.dot)} `, width);
}

/** Renders the keys alone, without what they do: for low screens. */
export function renderShortLegend(
  view: QuestionView,
  width: number,
  theme: Theme,
  messages: Messages,
): string {
  const keys = listKeys(view, messages).map((text) => text.split(' ')[0] ?? '');
  const legend = escapeLine(`${messages['keys.levels']} Enter ${keys.join(' ')}`);
  return theme.strong(clip(legend, width, theme.signs.ellipsis));
}

/** Returns the label and the sentence of a level. */
export function describeLevel(level: LevelDefinition | undefined): string {
  return level === undefined ? '' : `${level.label}: ${level.means}`;
}

/**
 * Renders a level in at most a number of rows: its label in bold, then its sentence. The marked level has a sign before
 * every row, so that it is visible without color too.
 */
export function renderLevel(
  view: QuestionView,
  level: number,
  isMarked: boolean,
  width: number,
  theme: Theme,
  most: number,
): string[] {
  const { ellipsis, pointer, edge } = theme.signs;
  const marker = `${isMarked ? pointer : ' '} ${level}  `;
  const text = escapeLine(describeLevel(view.levels[level]));
  const lines =
    most > 1
      ? cutRows(hang(marker, text, width), most, width, ellipsis)
      : [clip(marker + text, width, ellipsis)];
  // A label longer than the row ends with it.
  const labelEnd = marker.length + escapeLine(`${view.levels[level]?.label ?? ''}:`).length;
  return lines.map((line, index) => {
    const start = isMarked && index > 0 ? edge + line.slice(edge.length) : line;
    if (index > 0) return isMarked ? theme.strong(theme.accent(start)) : start;
    const [label, rest] = [start.slice(0, labelEnd), start.slice(labelEnd)];
    return isMarked
      ? theme.marked(label) + (rest && theme.strong(theme.accent(rest)))
      : theme.strong(label) + rest;
  });
}
