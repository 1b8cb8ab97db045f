/** How the leader, the managers and the sellers see each practice: order, title and words of the chart. */
import { type Messages, formatMessage } from '#domain/messages.ts';
import type { Perception, ReportDocument, Voices } from '#domain/types/report.ts';
import { countRespondents } from '#domain/voices/count-respondents.ts';
import { formatWholeScore } from '#render/report/wording/numbers.ts';
import { makeNameLookup } from '#render/report/wording/phrases.ts';

/** The sides of the chart, from top to bottom. */
export const sides = ['leader', 'managers', 'sellers'] as const;

/** A side of the chart. */
export type Side = (typeof sides)[number];

/** Names a side of the chart. */
export function nameSide(side: Side, voices: Voices, messages: Messages): string {
  if (side === 'managers') return messages['voices.managers'];
  if (side === 'sellers') return messages['voices.sellers'];
  return countRespondents(voices, 'leader') > 1 ? messages['voices.leaders'] : messages['role.leader'];
}

/** Lists the sides that any practice has a score of. */
export function listSides({ practices }: Voices): readonly Side[] {
  return sides.filter((side) => practices.some((practice) => practice[side] !== null));
}

/** Returns the distance that a practice is sorted by: of the leader from the sellers or, without one, of the managers. */
function measureDistance({ gap, managers, sellers }: Perception): number {
  return Math.abs(gap ?? (managers ?? 0) - (sellers ?? 0));
}

/** Sorts practices by gap, the largest first, whichever side is higher. */
export function sortByGap(practices: readonly Perception[]): readonly Perception[] {
  return practices.toSorted((a, b) => measureDistance(b) - measureDistance(a) || (b.gap ?? 0) - (a.gap ?? 0));
}

/** Formats a gap as whole points with its sign: `+56`, `−50`, `0`; a dash without one. */
export function formatGap(gap: number | null, messages: Messages): string {
  if (gap === null) return '–';
  const whole = formatWholeScore(Math.abs(gap), messages);
  return whole === '0' ? whole : `${gap < 0 ? '−' : '+'}${whole}`;
}

/** Describes a row of the chart in a sentence: `Coaching cadence: leader 75, managers 25, sellers 19.` */
export function describePerception(
  perception: Perception,
  report: ReportDocument,
  voices: Voices,
  messages: Messages,
): string {
  return formatMessage(messages, 'voices.row', {
    practice: makeNameLookup(report)(perception.id),
    scores: listSides(voices)
      .map((side) =>
        formatMessage(messages, 'voices.score', {
          side: nameSide(side, voices, messages),
          score: formatWholeScore(perception[side], messages),
        }),
      )
      .join(', '),
  });
}

/**
 * Writes the title of the chart. The first rule that applies decides:
 *
 * 1. No practice can be compared: too few sellers answered.
 * 2. The contradiction that surprises most is between the leader and the sellers: its practice.
 * 3. Leader and sellers agree on every question: they see it alike.
 * 4. Otherwise the practice with the largest gap or, without a leader, with the largest distance from the managers.
 */
export function writePerceptionTitle(report: ReportDocument, voices: Voices, messages: Messages): string {
  const [largest] = sortByGap(voices.practices);
  if (largest === undefined) return messages['voices.notCompared'];
  const surprising = voices.practices.find(({ id }) => id === report.summary.surprise?.practice);
  const isAlike = voices.questions.every(({ gapReading }) => gapReading === null || gapReading === 'agree');
  if (surprising === undefined && largest.gap !== null && isAlike) return messages['voices.alike'];
  const { id, leader, managers, sellers } = surprising ?? largest;
  const practice = makeNameLookup(report)(id);
  const score = (value: number | null): string => formatWholeScore(value, messages);
  return leader === null
    ? formatMessage(messages, 'voices.managersApart', {
        practice,
        managers: score(managers),
        sellers: score(sellers),
      })
    : formatMessage(messages, 'voices.apart', { practice, leader: score(leader), sellers: score(sellers) });
}
