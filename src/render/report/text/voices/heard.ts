import type { QuestionVoices, Voices } from '#domain/types/report.ts';
import type { Fact, Page } from '#render/report/text/page.ts';
import {
  describeGap,
  describeGroup,
  listGroups,
  listLowest,
  nameAuthor,
} from '#render/report/voices/answers.ts';
import type { Piece } from '#render/terminal/paragraph.ts';

/** Lists what several respondents answered to a question: distance, who answered what, whose answer counts, places and notes. */
export function listHeard(
  question: QuestionVoices,
  voices: Voices,
  { messages, theme, context }: Page,
): readonly Fact[] {
  const makeItem = (text: string): Piece => ({ text, marker: `${theme.signs.dash} ` });
  const groups = listGroups(question, voices, messages).map((row): Piece => {
    const { name, count = 1, isUnit } = row;
    const title = count === 1 ? name : `${name} (${count})`;
    return {
      text: `${title}: ${describeGroup(row, messages, context.isTechnical)}`,
      marker: `${isUnit ? '  ' : ''}${theme.signs.dash} `,
    };
  });
  return [
    [messages['voices.gap'], describeGap(question, messages) ?? ''],
    [messages['voices.whoSaidWhat'], groups],
    [messages['voices.governs'], question.because],
    [messages['voices.lowest'], listLowest(question, messages).map(makeItem)],
    [messages['voices.dissent'], question.dissent ?? ''],
    [
      messages['report.note'],
      (question.notes ?? []).map((note) => makeItem(`${nameAuthor(note, messages)}: ${note.note.trim()}`)),
    ],
  ];
}
