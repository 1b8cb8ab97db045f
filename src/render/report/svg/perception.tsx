import type { JSX } from 'preact';
import type { ReportDocument, Voices } from '#domain/types/report.ts';
import { makeNumberer } from '#render/report/backlog.ts';
import { Dumbbell, DumbbellAxis, axisHeight, dumbbellHeight } from '#render/report/charts/dumbbell.tsx';
import type { Palette } from '#render/report/charts/palette.ts';
import { drawSide } from '#render/report/charts/signs.tsx';
import type { ReportContext } from '#render/report/context.ts';
import { listLeftOut } from '#render/report/voices/left-out.ts';
import { describeWhoAnswered } from '#render/report/voices/people.ts';
import {
  describePerception,
  formatGap,
  listSides,
  nameSide,
  sortByGap,
  writePerceptionTitle,
} from '#render/report/voices/perception.ts';
import { formatWholeScore } from '#render/report/wording/numbers.ts';
import { makeNameLookup } from '#render/report/wording/phrases.ts';
import { describeScale } from '#render/report/wording/verdicts.ts';
import { clip } from '#render/terminal/layout.ts';
import type { Drawing } from './sheet.tsx';

/** Widths of the names, the scale and a number, and the height above the rows, in units of the drawing. */
const [names, scale, cell, head] = [300, 300, 52, axisHeight + 8];

/** Height of a row, with some space below it. */
const rowHeight = dumbbellHeight + 4;

/** Width of the gap, which has a word at its top. */
const gapWidth = 76;

/** Rows of names, signs and numbers. The number of a side is below its sign. */
function Rows({
  report,
  voices,
  context: { messages },
  palette,
}: {
  readonly report: ReportDocument;
  readonly voices: Voices;
  readonly context: ReportContext;
  readonly palette: Palette;
}): JSX.Element {
  const number = makeNumberer(report, messages);
  const getName = makeNameLookup(report);
  const sides = listSides(voices);
  const scaleScore = (score: number): number => Math.round(score * scale) / 100;
  const findMiddle = (column: number): number => names + scale + 24 + column * cell + cell / 2;
  const gapAt = names + scale + 24 + sides.length * cell + gapWidth / 2;
  const { thresholds } = report;
  return (
    <g font-size={15}>
      <g transform={`translate(${names} 0)`}>
        <DumbbellAxis thresholds={thresholds} at={scaleScore} palette={palette} messages={messages} />
      </g>
      {sides.map((side, column) => (
        <g transform={`translate(${findMiddle(column)} 10)`}>{drawSide(side, palette)}</g>
      ))}
      <text class="faint" x={gapAt} y={15} text-anchor="middle" fill={palette.faint}>
        {messages['voices.gap']}
      </text>
      {sortByGap(voices.practices).map((row, index) => {
        const name = number({ id: row.id, name: clip(getName(row.id), 34, '…') });
        return (
          <g transform={`translate(0 ${head + index * rowHeight})`}>
            <text class="ink" x={0} y={22} fill={palette.ink}>
              {name}
            </text>
            <g transform={`translate(${names} 0)`}>
              <Dumbbell perception={row} thresholds={thresholds} at={scaleScore} palette={palette} />
            </g>
            {sides.map((side, column) => (
              <text class="ink" x={findMiddle(column)} y={22} text-anchor="middle" fill={palette.ink}>
                {formatWholeScore(row[side], messages)}
              </text>
            ))}
            <text class="ink" x={gapAt} y={22} text-anchor="middle" font-weight="bold" fill={palette.ink}>
              {formatGap(row.gap, messages)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** Draws how each side sees the practices, the largest gap first. For a report of one person, says that nothing is compared. */
export function drawPerception(report: ReportDocument, context: ReportContext, palette: Palette): Drawing {
  const { messages } = context;
  const { voices } = report;
  if (voices === undefined || voices.practices.length === 0) {
    const leftOut = voices === undefined ? [] : listLeftOut(voices, messages).map(({ text }) => text);
    return {
      title: messages[voices === undefined ? 'voices.onlyOne' : 'voices.notCompared'],
      description: voices === undefined ? messages['voices.howToCompare'] : leftOut.join(' '),
      ...{ width: 560, height: 0, entries: [], picture: <g /> },
      notes: voices === undefined ? [messages['voices.howToCompare']] : leftOut,
    };
  }
  const sides = listSides(voices);
  const [rule] = listLeftOut(voices, messages);
  return {
    title: writePerceptionTitle(report, voices, messages),
    description: sortByGap(voices.practices)
      .map((row) => describePerception(row, report, voices, messages))
      .join(' '),
    width: names + scale + 24 + sides.length * cell + gapWidth,
    height: head + voices.practices.length * rowHeight,
    entries: sides.map((side) => ({ sign: side, label: nameSide(side, voices, messages) })),
    notes: [
      describeWhoAnswered(voices, messages),
      `${describeScale(report.thresholds, messages)} ${messages['voices.gapAbout']}`,
      ...(rule === undefined ? [] : [rule.text]),
    ],
    picture: <Rows report={report} voices={voices} context={context} palette={palette} />,
  };
}
