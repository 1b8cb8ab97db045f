import { escapeMarkdown } from '#render/escape.ts';
import type { Heard } from '#render/report/cards.ts';
import {
  type Page,
  renderDetails,
  renderLabeled,
  renderList,
  renderQuote,
  renderStrong,
  renderTable,
} from '#render/report/markdown/parts.ts';
import {
  describeAgreement,
  describeGap,
  formatLevels,
  listGroups,
  listLowest,
  nameAuthor,
} from '#render/report/voices/answers.ts';

/** Renders what several respondents answered to a question: distance, places and notes, then who answered what, collapsed. */
export function renderHeard({ question, voices }: Heard, { messages, context }: Page): readonly string[] {
  const gap = describeGap(question, messages);
  const lowest = listLowest(question, messages);
  const { because, dissent, notes = [] } = question;
  const rows = listGroups(question, voices, messages).map(({ name, count, answers, median, agreement }) => [
    escapeMarkdown(count === undefined || count === 1 ? name : `${name} (${count})`),
    escapeMarkdown(answers),
    median === null ? '–' : escapeMarkdown(formatLevels(median, messages)),
    agreement === null ? '–' : escapeMarkdown(describeAgreement(agreement, messages, context.isTechnical)),
  ]);
  return [
    ...(gap === undefined ? [] : [question.gapReading === 'agree' ? escapeMarkdown(gap) : renderStrong(gap)]),
    ...(dissent === undefined ? [] : [renderLabeled(messages['voices.dissent'], dissent)]),
    ...(lowest.length === 0
      ? []
      : [renderStrong(`${messages['voices.lowest']}:`), renderList(lowest.map(escapeMarkdown))]),
    ...notes.flatMap((note) => [
      renderStrong(`${messages['report.note']}: ${nameAuthor(note, messages)}`),
      renderQuote(note.note),
    ]),
    ...renderDetails(messages['voices.whoSaidWhat'], because, [
      renderTable(
        [
          { title: messages['report.role'] },
          { title: messages['report.answer'] },
          { title: messages['voices.median'], isNumber: true },
          { title: messages['voices.agreement'] },
        ],
        rows,
      ),
    ]),
  ];
}
