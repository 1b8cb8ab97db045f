import type { Subject } from '#domain/explain.ts';
import { roundTo } from '#domain/scoring/numbers.ts';
import type { QuestionVoices, VoiceCell, Voices } from '#domain/types/report.ts';
import { countRespondents } from '#domain/voices/count-respondents.ts';
import { escapeLine } from '#render/escape.ts';
import { hang } from '#render/terminal/layout.ts';
import type { ExplainContext } from './context.ts';

/** Formats a median or a difference, in levels. */
const formatLevels = (levels: number): string => String(roundTo(levels, 2));

function describeCell({ count, median, counts, agreement }: VoiceCell): string {
  const levels = (counts?.levels ?? []).flatMap((number, level) =>
    number === 0 ? [] : [`${number} at level ${level}`],
  );
  const others = (
    [
      ['unknown', "don't know"],
      ['notApplicable', 'does not apply'],
      ['open', 'open'],
    ] as const
  ).flatMap(([key, name]) => {
    const number = counts?.[key] ?? 0;
    return number === 0 ? [] : [`${number} ${name}`];
  });
  const { reading, deviation, rwg } = agreement ?? {};
  const figures = [
    ...(typeof deviation === 'number' ? [`average deviation ${formatLevels(deviation)}`] : []),
    ...(typeof rwg === 'number' ? [`r_wg ${formatLevels(rwg)}`] : []),
  ];
  return [
    `${median === null ? 'no median' : `median ${formatLevels(median)}`} of ${count}`,
    counts === undefined
      ? 'all of them, or all but one, gave the same answer'
      : [...levels, ...others].join(', '),
    ...(reading === undefined ? [] : [[reading, ...figures].join(', ')]),
  ].join('; ');
}

function explainQuestion(question: QuestionVoices, { minGroup }: Voices, context: ExplainContext): string[] {
  const { width, theme } = context;
  const { id, because, byRole, byUnit, gap, gapReading, spread } = question;
  const roles = Object.entries(byRole).map(
    ([role, cell]) =>
      `${role}: ${cell === null ? `not shown, fewer than ${minGroup} were asked` : describeCell(cell)}`,
  );
  const units = byUnit.map(({ role, units: names, withoutUnit, answers }) => {
    const where = [...names, ...(withoutUnit ? ['no unit'] : [])].join(', ');
    return `${role} (${where}): ${describeCell(answers)}`;
  });
  const distances = [
    ...(gap === null ? [] : [`leader minus sellers: ${formatLevels(gap)} (${gapReading ?? ''})`]),
    ...(spread === null ? [] : [`between units: ${formatLevels(spread)}`]),
  ];
  return [
    ...hang('  ', escapeLine(`${id}: ${because}`), width),
    ...[...roles, ...units, ...distances].flatMap((line) =>
      hang(`    ${theme.signs.dot} `, escapeLine(line), width),
    ),
  ];
}

/** Whether a question is, or is part of, what is explained. */
function isPartOf(id: string, subject: Subject): boolean {
  if (subject.kind === 'question' || subject.kind === 'recommendation') return subject.question.id === id;
  return subject.kind === 'practice' && subject.practice.questions.some((question) => question.id === id);
}

/** Explains whose answer to each question of a subject counts, with what each role and unit answered. */
export function explainVoices(subject: Subject, voices: Voices, context: ExplainContext): string[] {
  const own = voices.questions.filter(({ id }) => isPartOf(id, subject));
  if (own.length === 0) return [];
  const title = context.theme.strong(`Whose answer counts (${countRespondents(voices)} respondents)`);
  return ['', title, ...own.flatMap((question) => explainQuestion(question, voices, context))];
}
