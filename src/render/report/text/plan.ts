import { describeTask, listMoveFacts } from '#render/report/wording/actions.ts';
import type { Move, PlannedMove } from '#domain/types/report.ts';
import { formatMessage } from '#domain/messages.ts';
import { replaceSigns } from '#render/explain/conditions.ts';
import { type Piece, write } from '#render/terminal/paragraph.ts';
import { describeNoPlan, renderMoveTitle, describeWaits } from '#render/report/wording/phrases.ts';
import { describePlanGain, describeRest, describeRoads } from '#render/report/wording/gain.ts';
import { describeKindOfEvidence, describeMove } from '#render/report/wording/labels.ts';
import { renderCommentaryLines } from './commentary.ts';
import { type Fact, type Page, joinApart, bodyIndent, listFacts, renderSection } from './page.ts';

/** Renders one move to make now, with everything needed to begin. */
function renderMove(move: Move, index: number, page: Page): string[] {
  const { messages, theme, width, getName } = page;
  const { ask = [], attach = [] } = move;
  const marker = `${index + 1}. `;
  const inner = bodyIndent + marker.length;
  const makeItem = (text: string): Piece => ({ text, marker: `${theme.signs.dash} ` });
  const whom = ask.map((each) =>
    makeItem(
      formatMessage(messages, 'summary.ask', {
        role: messages[`role.${each.bestAnsweredBy}`],
        ask: each.ask,
      }),
    ),
  );
  const proofs = attach.map(({ kind, what, question }) =>
    makeItem(
      `${describeKindOfEvidence(kind, messages)}: ${what} (${replaceSigns(getName(question), theme)})`,
    ),
  );
  const rows: Fact[] = [
    ...listMoveFacts(move, page.report.asOf, messages),
    ...(whom.length === 0 ? [] : [[messages['report.askThem'], whom] as const]),
    ...(proofs.length === 0 ? [] : [[messages['report.attachThis'], proofs] as const]),
  ];
  const heading = `${describeMove(move.move, messages)}: ${renderMoveTitle(move, getName)}`;
  return joinApart([
    [
      ...write([{ text: heading, marker, paint: theme.strong }], bodyIndent, width),
      ...write([{ text: move.because, paint: theme.faint }], inner, width),
    ],
    write([describeTask(move, messages)], inner, width),
    listFacts(rows, inner, page),
    renderCommentaryLines(page.context.commentary?.actions.get(index + 1), inner, page.context, page),
  ]);
}

/** Renders the moves to make now, at most three. */
export function renderFirstLines(page: Page): string[] {
  const { report, messages, theme, width } = page;
  const { now } = report.plan;
  const about = now.length === 0 ? describeNoPlan(report, messages) : messages['report.firstAbout'];
  return renderSection(
    messages['report.first'],
    [
      write([{ text: about, paint: theme.faint }], bodyIndent, width),
      ...now.map((move, index) => renderMove(move, index, page)),
    ],
    page,
  );
}

/** Renders what the plan buys, and the shortest path of each element to being in place. */
export function renderGainLines(page: Page): string[] {
  const { report, messages, theme, width } = page;
  const gain = describePlanGain(report, messages);
  const list = (texts: readonly string[]): Piece[] =>
    texts.map((text) => ({ text, marker: `${theme.signs.dash} ` }));
  return renderSection(
    messages['plan.buys'],
    [
      gain.length === 0
        ? []
        : write([{ text: messages['plan.buysAbout'], paint: theme.faint }, ...list(gain)], bodyIndent, width),
      write(
        [
          { text: messages['plan.roads'], paint: theme.strong },
          { text: messages['plan.roadsAbout'], paint: theme.faint },
          ...list(describeRoads(report, messages)),
        ],
        bodyIndent,
        width,
      ),
    ],
    page,
  );
}

function renderNextMove(
  { name, element, blockedBy, do: what }: PlannedMove,
  place: number,
  page: Page,
): string[] {
  const { messages, theme, width, getName } = page;
  const waits = describeWaits(blockedBy, getName, messages);
  const marker = `${place}. `;
  return [
    ...write(
      [{ text: `${name} (${getName(element)}), ${waits}`, marker, paint: theme.strong }],
      bodyIndent,
      width,
    ),
    ...(what === undefined ? [] : write([what], bodyIndent + marker.length, width)),
  ];
}

/** Renders the next moves, a few lines each, with what blocks them. The rest is left to the list of gaps. */
export function renderNextLines(page: Page): string[] {
  const { report, messages, theme, width } = page;
  const { now, next } = report.plan;
  if (next.length === 0) return [];
  const rest = describeRest(report, messages);
  return renderSection(
    messages['report.next'],
    [
      next.flatMap((move, index) => renderNextMove(move, now.length + 1 + index, page)),
      rest === undefined ? [] : write([{ text: rest, paint: theme.faint }], bodyIndent, width),
    ],
    page,
  );
}
