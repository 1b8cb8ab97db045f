/** Renders what several respondents answered to a question, for the people in a session. */
import { type Messages, formatMessage } from '#domain/messages.ts';
import { type Role, roles } from '#domain/model.ts';
import type { QuestionVoices, VoiceCell } from '#domain/types/report.ts';
import { escapeLine } from '#render/escape.ts';
import { formatLevels } from '#render/report/voices/answers.ts';
import { clip, hang, measureWidth, padLeft, wrap } from './layout.ts';
import type { Theme } from './theme.ts';

/** How much of the answers is shown: each role and unit, each role, or the medians in one row. */
export type VoicesDetail = 'units' | 'roles' | 'medians';

/** The answers of one group. */
interface Group {
  readonly name: string;
  /** null if the answers are not shown. */
  readonly cell: VoiceCell | null;
  readonly isUnit: boolean;
}

/** Names a role, with the number of its people. */
export function nameRole(role: Role, count: number, messages: Messages): string {
  return count === 1 ? messages[`role.${role}`] : `${messages[`roles.${role}`]} (${count})`;
}

/** Lists the groups: each role, followed by its units. */
function listGroups({ byRole, byUnit }: QuestionVoices, messages: Messages): readonly Group[] {
  return roles.flatMap((role): Group[] => {
    const cell = byRole[role];
    if (cell === undefined) return [];
    const name = cell === null ? messages[`roles.${role}`] : nameRole(role, cell.count, messages);
    const units = byUnit
      .filter((each) => each.role === role)
      .map(({ units: names, withoutUnit, answers }): Group => {
        const all = [...names, ...(withoutUnit ? [messages['session.withoutUnit']] : [])].join(', ');
        return { name: `${all} (${answers.count})`, cell: answers, isUnit: true };
      });
    return [{ name, cell, isUnit: false }, ...(units.length > 1 ? units : [])];
  });
}

/** Says in words how far a group agrees, or why its answers are not shown; empty if there is nothing to say. */
function describeAgreement(cell: VoiceCell | null, messages: Messages): string {
  if (cell === null) return messages['session.tooFew'];
  if (cell.counts === undefined) return messages['session.nearlyTheSame'];
  return cell.agreement?.reading === 'split' ? messages['session.split'] : '';
}

/** Formats the median of a group, in the notation of the language; a group without one has a dash. */
function formatMedian(cell: VoiceCell | null, dash: string, messages: Messages): string {
  const median = cell?.median ?? null;
  return median === null ? dash : formatLevels(median, messages);
}

/** The columns of a level and of the median, in characters. */
const levelWidth = 4;
const medianWidth = 8;

/** Renders a table: a row for each group, with the number of people at each level, and their median. */
function renderTable(groups: readonly Group[], width: number, theme: Theme, messages: Messages): string[] {
  const { ellipsis, dot, dash } = theme.signs;
  const nameRow = ({ name, isUnit }: Group): string => `${isUnit ? '  ' : ''}${escapeLine(name)}`;
  const longest = Math.max(...groups.map((group) => measureWidth(nameRow(group))));
  const nameWidth = Math.min(longest, Math.max(8, width - 5 * levelWidth - medianWidth));
  const renderRow = (name: string, levels: readonly string[], median: string, words: string): string => {
    const shown = clip(name, nameWidth, ellipsis);
    const cells = [...levels.map((level) => padLeft(level, levelWidth)), padLeft(median, medianWidth)];
    const text = shown + ' '.repeat(nameWidth - measureWidth(shown)) + cells.join('');
    return clip(`${text}  ${words}`.trimEnd(), width, ellipsis);
  };
  const head = renderRow('', ['0', '1', '2', '3', '4'], escapeLine(messages['session.median']), '');
  return [
    theme.faint(head),
    ...groups.map((group) => {
      const { cell } = group;
      const levels = cell?.counts?.levels.map((count) => (count === 0 ? dot : String(count)));
      const words = escapeLine(describeAgreement(cell, messages));
      return renderRow(
        nameRow(group),
        levels ?? ['', '', '', '', ''],
        formatMedian(cell, dash, messages),
        words,
      );
    }),
  ];
}

/** Renders what several respondents answered, above the levels to choose from. Starts with what to ask them. */
export function renderVoices(
  voices: QuestionVoices | undefined,
  detail: VoicesDetail,
  width: number,
  theme: Theme,
  messages: Messages,
): string[] {
  if (voices === undefined) return [];
  const groups = listGroups(voices, messages).filter(({ isUnit }) => detail === 'units' || !isUnit);
  if (detail === 'medians') {
    const medians = groups.map(({ name, cell }) =>
      escapeLine(`${name}: ${formatMedian(cell, theme.signs.dash, messages)}`),
    );
    return [clip(medians.join(` ${theme.signs.dot} `), width, theme.signs.ellipsis)];
  }
  return [
    ...wrap(escapeLine(messages['session.ask']), width).map(theme.accent),
    ...renderTable(groups, width, theme, messages),
  ];
}

/** Describes the answers of a group in a sentence. */
function describeGroup({ name, cell }: Group, messages: Messages): string {
  const { counts } = cell ?? {};
  const at = (counts?.levels ?? []).flatMap((count, level) =>
    count === 0 ? [] : [formatMessage(messages, 'session.atLevel', { count, level })],
  );
  const others = [
    ['session.dontKnow', counts?.unknown],
    ['session.doesNotApply', counts?.notApplicable],
    ['session.noAnswer', counts?.open],
  ] as const;
  // One person's level is their median.
  const median = cell === null || cell.count === 1 ? '' : formatMedian(cell, '', messages);
  const parts = [
    ...at,
    ...others.flatMap(([key, count = 0]) => (count === 0 ? [] : [formatMessage(messages, key, { count })])),
    ...(median === '' ? [] : [formatMessage(messages, 'session.medianIs', { median })]),
    describeAgreement(cell, messages),
  ].filter((part) => part !== '');
  return `${name}: ${parts.join(', ')}`;
}

/** Describes everything that is shown of the answers in sentences, for screen readers and for those who want more. */
export function renderVoicesPage(
  voices: QuestionVoices,
  width: number,
  theme: Theme,
  messages: Messages,
): string[] {
  const bullet = (text: string, isUnit = false): string[] =>
    hang(`${isUnit ? '    ' : '  '}${theme.signs.dot} `, escapeLine(text), width);
  const { lowest = [], notes = [] } = voices;
  const getName = ({ role, unit }: { role: Role; unit?: string }): string =>
    [messages[`role.${role}`], ...(unit === undefined ? [] : [unit])].join(', ');
  return [
    theme.strong(escapeLine(messages['session.answers'])),
    ...listGroups(voices, messages).flatMap((group) => bullet(describeGroup(group, messages), group.isUnit)),
    ...lowest.flatMap((each) =>
      bullet(`${getName(each)}: ${formatMessage(messages, 'interview.lowest', each)}`),
    ),
    ...notes.flatMap((each) => bullet(`${getName(each)}: ${each.note}`)),
    ...wrap(escapeLine(messages['session.ask']), width).map(theme.accent),
    ...wrap(escapeLine(formatMessage(messages, 'session.until', { because: voices.because })), width),
    '',
  ];
}
