import type { Move, PlannedMove, Recommendation } from '#domain/types/report.ts';
import { type Words, say } from '#domain/words.ts';
import { inSigns } from '#render/comparisons.ts';
import { type Piece, write } from '#render/pieces.ts';
import { kindInWords, moveInWords } from '#render/report/view.ts';
import { type Fact, type Page, apart, bodyIndent, facts, section } from './page.ts';

/** What has to be closed before something can start. */
export function waitsInWords(blockedBy: readonly string[], { words, nameOf }: Page): string {
  return blockedBy.length === 0
    ? words['report.nothingBlocks']
    : say(words, 'report.waitsFor', { names: blockedBy.map(nameOf).join(', ') });
}

/** A recommendation with owner, effort, 30, 60 and 90 days, effect, and how to tell that it is done or failed. */
function recommendationFacts(recommendation: Recommendation, words: Words): Fact[] {
  return [
    [words['report.owner'], recommendation.owner],
    [words['report.effort'], recommendation.effort],
    [words['report.days30'], recommendation.days30],
    [words['report.days60'], recommendation.days60],
    [words['report.days90'], recommendation.days90],
    [words['report.effectAfter'], recommendation.effectAfter],
    [words['report.doneWhen'], recommendation.evidenceOfDone],
    [words['report.failedWhen'], recommendation.successMeasure],
  ];
}

/** One thing to do now, with everything that is needed to begin. */
function moveLines(move: Move, index: number, page: Page): string[] {
  const { words, theme, width, nameOf } = page;
  const { recommendation, ask = [], attach = [] } = move;
  const title = move.practice === null ? move.name : `${move.name} (${nameOf(move.element)})`;
  const marker = `${index + 1}. `;
  const inner = bodyIndent + marker.length;
  const item = (text: string): Piece => ({ text, marker: `${theme.signs.dash} ` });
  const whom = ask.map((each) =>
    item(say(words, 'summary.ask', { role: words[`role.${each.bestAnsweredBy}`], ask: each.ask })),
  );
  const proofs = attach.map(({ kind, what, question }) =>
    item(`${kindInWords(kind, words)}: ${what} (${inSigns(nameOf(question), theme)})`),
  );
  const rows: Fact[] = [
    ...(recommendation === undefined ? [] : recommendationFacts(recommendation, words)),
    ...(whom.length === 0 ? [] : [[words['report.askThem'], whom] as const]),
    ...(proofs.length === 0 ? [] : [[words['report.attachThis'], proofs] as const]),
  ];
  const heading = `${moveInWords(move.move, words)}: ${title}`;
  return apart([
    [
      ...write([{ text: heading, marker, paint: theme.strong }], bodyIndent, width),
      ...write([{ text: move.because, paint: theme.faint }], inner, width),
    ],
    recommendation === undefined ? [] : write([recommendation.do], inner, width),
    facts(rows, inner, page),
  ]);
}

/** At most three things to do now. */
export function firstLines(page: Page): string[] {
  const { report, words, theme, width } = page;
  const { now } = report.plan;
  const about = now.length === 0 ? words['summary.nothingToDo'] : words['report.firstAbout'];
  return section(
    words['report.first'],
    [
      write([{ text: about, paint: theme.faint }], bodyIndent, width),
      ...now.map((move, index) => moveLines(move, index, page)),
    ],
    page,
  );
}

/** What comes after, a few lines each, with what has to be closed first. */
export function laterLines(title: string, moves: readonly PlannedMove[], page: Page): string[] {
  const { theme, width, nameOf } = page;
  if (moves.length === 0) return [];
  const lines = moves.flatMap(({ name, element, blockedBy, do: what }) => {
    const waits = waitsInWords(blockedBy, page);
    const marker = `${theme.signs.dash} `;
    return [
      ...write(
        [{ text: `${name} (${nameOf(element)}), ${waits}`, marker, paint: theme.strong }],
        bodyIndent,
        width,
      ),
      ...(what === undefined ? [] : write([what], bodyIndent + marker.length, width)),
    ];
  });
  return section(title, [lines], page);
}
