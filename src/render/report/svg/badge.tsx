import type { JSX } from 'preact';
import type { ReportDocument } from '#domain/types/report.ts';
import { formatMessage } from '#domain/messages.ts';
import { escapeLine } from '#render/escape.ts';
import { measureWidth } from '#render/terminal/layout.ts';
import type { ReportContext } from '#render/report/context.ts';
import { renderHeadline } from '#render/report/wording/headline.ts';
import type { Palette, Tone } from '#render/report/charts/palette.ts';
import { StatusSign, signSize } from '#render/report/charts/status-sign.tsx';
import { type Verdict, getVerdict, getVerdictBand } from '#render/report/wording/verdicts.ts';
import { Picture } from './picture.tsx';

/** Verdicts from the worst to the best: the badge has the color and the sign of the worst. */
const order = ['missing', 'partial', 'unknown', 'not-asked', 'claimed', 'proven'] as const;

/** Returns the worst verdict of the elements. */
function findWorst({ elements }: ReportDocument): Verdict {
  const verdicts = new Set(elements.map(getVerdict));
  return order.find((verdict) => verdicts.has(verdict)) ?? 'unknown';
}

/** Returns a palette in which signs can be drawn on the filled ground of their band. */
function invertTones(palette: Palette): Palette {
  const invert = (tone: Tone): Tone => ({ ...tone, strong: tone.onStrong, onStrong: tone.strong });
  const { missing, partial, unknown } = palette.tones;
  return {
    ...palette,
    tones: {
      missing: invert(missing),
      partial: invert(partial),
      'in-place': invert(palette.tones['in-place']),
      unknown: invert(unknown),
    },
  };
}

/** Width of the sign with the space around it. */
const signWidth = 24;

/**
 * A badge for a README: how many elements are in place, according to the respondent, with the color and the sign of the
 * element that is worst.
 */
export function Badge({
  report,
  context: { messages },
  palette,
}: {
  readonly report: ReportDocument;
  readonly context: ReportContext;
  readonly palette: Palette;
}): JSX.Element {
  const { inPlace, of, provisional, scope, asked, outOf } = report.summary;
  const left = escapeLine(messages['chart.badge']);
  const value = formatMessage(messages, 'chart.badgeInPlace', { count: inPlace, of });
  const limits = [
    ...(scope === 'quick' ? [formatMessage(messages, 'summary.questions', { asked, outOf })] : []),
    ...(provisional ? [messages['report.provisionalShort']] : []),
  ];
  const right = escapeLine(limits.length > 0 ? `${value} (${limits.join(', ')})` : value);
  const measureBox = (text: string): number => Math.round(measureWidth(text) * 6.1) + 16;
  const split = measureBox(left);
  const width = split + signWidth + measureBox(right) - 8;
  const worst = findWorst(report);
  const tone = palette.tones[getVerdictBand(worst)];
  const renderText = (content: string, x: number, from: number): JSX.Element => (
    <text x={x} y={14.5} text-anchor="middle" font-size={11.5} fill="#ffffff" textLength={from - 16}>
      {content}
    </text>
  );
  return (
    <Picture
      width={width}
      height={20}
      title={`${left}: ${right}`}
      description={renderHeadline(report, messages).join(' ')}
    >
      <rect width={width} height={20} rx={4} fill="#3b4552" />
      <path d={`M${split} 0H${width - 4}a4 4 0 0 1 4 4V16a4 4 0 0 1 -4 4H${split}z`} fill={tone.strong} />
      <g transform={`translate(${split + 6} 3) scale(${14 / signSize})`}>
        <StatusSign verdict={worst} palette={invertTones(palette)} />
      </g>
      {renderText(left, split / 2, split)}
      {renderText(right, split + signWidth - 8 + measureBox(right) / 2, measureBox(right))}
    </Picture>
  );
}
