/** What each group answered to a question, in words. */
import { type Messages, formatMessage } from '#domain/messages.ts';
import { roles } from '#domain/model.ts';
import type { Agreement, QuestionVoices, VoiceCell, Voices } from '#domain/types/report.ts';
import { roundTo } from '#domain/scoring/numbers.ts';
import { nameGroup } from './people.ts';

/** A group with its answers to a question. */
export interface GroupRow {
  /** `Leader`, `Managers in North`. */
  readonly name: string;
  /** Number of people who were asked. undefined for sellers that are too few. */
  readonly count: number | undefined;
  /** How many chose each level, 0 first; undefined if that is not shown. */
  readonly levels: readonly number[] | undefined;
  /** How many gave no level; undefined if that is not shown. */
  readonly withoutLevel: number | undefined;
  /** In levels; null without one. */
  readonly median: number | null;
  readonly agreement: Agreement | null;
  /** The answers in words: `2 at level 1, 1 at level 2`, or why they are not shown. */
  readonly answers: string;
  /** Whether the row is a unit of a group above. */
  readonly isUnit: boolean;
}

/** Formats a number of levels with at most two decimals, in the notation of the language. */
export function formatLevels(levels: number, messages: Messages): string {
  return String(roundTo(levels, 2)).replace('.', messages['report.decimal']);
}

/** Formats a difference in levels: `1 level`, `1.5 levels`. */
export function formatDistance(levels: number, messages: Messages): string {
  const size = Math.abs(levels);
  return size === 1
    ? messages['voices.level']
    : formatMessage(messages, 'voices.levels', { count: formatLevels(size, messages) });
}

/** Describes how many gave each answer, or why that is not shown. */
export function describeCounts({ counts }: VoiceCell, messages: Messages): string {
  if (counts === undefined) return messages['voices.sameAnswer'];
  const { levels, unknown, notApplicable, open } = counts;
  const others = [
    ['voices.countUnknown', unknown],
    ['voices.countNotApplicable', notApplicable],
    ['voices.countOpen', open],
  ] as const;
  return [
    ...levels.flatMap((count, level) =>
      count === 0 ? [] : [formatMessage(messages, 'voices.atLevel', { count, level })],
    ),
    ...others.flatMap(([key, count]) => (count === 0 ? [] : [formatMessage(messages, key, { count })])),
  ].join(', ');
}

/** Says how far a group agrees. Experts also get the figures. */
export function describeAgreement(
  { reading, deviation, rwg }: NonNullable<Agreement>,
  messages: Messages,
  isTechnical: boolean,
): string {
  const figures = [
    ...(deviation === null
      ? []
      : [formatMessage(messages, 'voices.figures', { deviation: formatLevels(deviation, messages) })]),
    ...(rwg === null ? [] : [formatMessage(messages, 'voices.rwg', { rwg: formatLevels(rwg, messages) })]),
  ];
  const plain = messages[`voices.${reading}`];
  return isTechnical && figures.length > 0 ? `${plain} (${figures.join(', ')})` : plain;
}

function makeRow(name: string, cell: VoiceCell, isUnit: boolean, messages: Messages): GroupRow {
  const { count, median, counts, agreement } = cell;
  return {
    name,
    count,
    levels: counts?.levels,
    withoutLevel: counts && counts.unknown + counts.notApplicable + counts.open,
    median,
    agreement,
    answers: describeCounts(cell, messages),
    isUnit,
  };
}

/** Lists what each role answered to a question and, below it, each unit that may be shown. */
export function listGroups(
  { byRole, byUnit }: QuestionVoices,
  { minGroup }: Voices,
  messages: Messages,
): readonly GroupRow[] {
  return roles.flatMap((role): GroupRow[] => {
    const cell = byRole[role];
    if (cell === undefined) return [];
    if (cell === null)
      return [
        {
          name: nameGroup({ role, count: 2 }, messages),
          count: undefined,
          levels: undefined,
          withoutLevel: undefined,
          median: null,
          agreement: null,
          answers: formatMessage(messages, 'voices.fewSellers', { count: minGroup }),
          isUnit: false,
        },
      ];
    const units = byUnit.filter((each) => each.role === role);
    return [
      makeRow(nameGroup({ role, count: cell.count }, messages), cell, false, messages),
      // A single unit would only repeat its role.
      ...(units.length < 2 && cell.count === units[0]?.answers.count ? [] : units).map(
        ({ units: names, withoutUnit, answers }) =>
          makeRow(
            nameGroup({ role, count: answers.count, units: names, withoutUnit }, messages),
            answers,
            true,
            messages,
          ),
      ),
    ];
  });
}

/** Describes the answers of a group in a line: `3 managers: 2 at level 1, 1 at level 2; median 1; nearly the same answer`. */
export function describeGroup(
  { answers, median, count = 1, agreement }: GroupRow,
  messages: Messages,
  isTechnical: boolean,
): string {
  return [
    answers,
    ...(median === null || count < 2
      ? []
      : [formatMessage(messages, 'voices.medianIs', { level: formatLevels(median, messages) })]),
    ...(agreement === null ? [] : [describeAgreement(agreement, messages, isTechnical)]),
  ].join('; ');
}

/** Names what a gap means in a few words: `They agree`, `Talk about it`, `Read both answers`; empty without a gap. */
export function labelGap({ gapReading }: QuestionVoices, messages: Messages): string {
  const labels = {
    agree: 'voices.gapAgree',
    talk: 'voices.gapTalk',
    disputed: 'voices.gapDisputed',
  } as const;
  return gapReading === null ? '' : messages[labels[gapReading]];
}

/** Says what the leader and the sellers answer, and what their distance means; undefined without a gap. */
export function describeGap({ gapReading, byRole }: QuestionVoices, messages: Messages): string | undefined {
  const sentences = {
    agree: 'voices.gapAgreeIs',
    talk: 'voices.gapTalkIs',
    disputed: 'voices.gapDisputedIs',
  } as const;
  const leader = byRole.leader?.median ?? null;
  const sellers = byRole.seller?.median ?? null;
  if (gapReading === null || leader === null || sellers === null) return undefined;
  return formatMessage(messages, sentences[gapReading], {
    leader: formatLevels(leader, messages),
    sellers: formatLevels(sellers, messages),
  });
}

/** Lists the lowest places that people named, a line each. */
export function listLowest({ lowest = [] }: QuestionVoices, messages: Messages): readonly string[] {
  return lowest.map(({ role, unit, level, where }) =>
    formatMessage(messages, 'voices.lowestIn', {
      who: nameGroup({ role, count: 1, units: unit === undefined ? [] : [unit] }, messages),
      level,
      where,
    }),
  );
}

/** Names who wrote a note: `Manager in North, Marek Olthof`. */
export function nameAuthor(
  { role, unit, name }: NonNullable<QuestionVoices['notes']>[number],
  messages: Messages,
): string {
  const seat = nameGroup({ role, count: 1, units: unit === undefined ? [] : [unit] }, messages);
  return name === undefined ? seat : `${seat}, ${name}`;
}
