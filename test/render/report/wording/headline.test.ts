import { describe, expect, it } from 'vitest';
import { findQuestions } from '#domain/answers/not-known.ts';
import { formatMessage } from '#domain/messages.ts';
import type { ReportDocument, Summary } from '#domain/types/report.ts';
import { listActions, writeActionsTitle } from '#render/report/wording/actions.ts';
import {
  describeOverall,
  listSurprise,
  renderCounts,
  renderHeadline,
} from '#render/report/wording/headline.ts';
import { renderers } from '#render/report/index.ts';
import { renderSummary } from '#render/terminal/summary.ts';
import { readExampleReport, reportContext } from '../../../support/report/report-context.ts';

const { messages } = reportContext;
const harbor = readExampleReport('harbor-instruments');
const answered = findQuestions(harbor).filter(({ question }) => question.state === 'answered').length;

const withSummary = (summary: Partial<Summary>): ReportDocument => ({
  ...harbor,
  summary: { ...harbor.summary, ...summary },
});

const guessed = formatMessage(messages, 'summary.guesses', { count: 4, answered });
const countedIn = (summary: Partial<Summary>): string =>
  renderCounts(withSummary(summary), messages).join(' ');

describe('the headline', () => {
  it.each([
    [
      'none in place',
      { inPlace: 0, inPlaceShown: null },
      'none of the 4 elements is fully in place; no evidence is attached yet.',
    ],
    ['one in place', { inPlace: 1, inPlaceShown: 0 }, '1 of 4 elements is in place; evidence supports none.'],
    ['two in place', { inPlace: 2, inPlaceShown: 1 }, '2 of 4 elements are in place; evidence supports 1.'],
    [
      'one contradiction',
      { contradictions: 1 },
      '1 of your answers contradicts your sales-system file, so Process',
    ],
    [
      'five contradictions',
      { contradictions: 5 },
      'contradict your sales-system file, so Process and Method may',
    ],
    ['one guess', { guesses: 1 }, `1 of ${answered} answers is a guess`],
    ['four guesses', { guesses: 4 }, `4 of ${answered} answers are guesses`],
  ])('counts in sentences: %s', (_name, summary, part) => {
    expect(countedIn(summary)).toContain(part);
    expect(countedIn(summary)).not.toMatch(/\{\w+\}/);
  });

  it('has at most three sentences after the finding, and only those that count something', () => {
    expect(renderHeadline(harbor, messages)).toHaveLength(4);
    expect(renderCounts(withSummary({ guesses: 0, contradictions: 0 }), messages)).toHaveLength(1);
  });

  it.each(['html', 'markdown', 'text'] as const)('%s has the first screen in order', (format) => {
    const report = withSummary({ guesses: 4 });
    const text = renderers[format](report, reportContext)
      .replace(/<(style|script)[\s\S]*?<\/\1>/g, '')
      .replaceAll(/<[^>]+>|\*\*|\\/g, ' ')
      .replaceAll('&quot;', '"')
      .replaceAll(/\s+/g, ' ');
    const wanted = [
      report.summary.sentence,
      describeOverall(report, messages),
      writeActionsTitle(report, messages),
      ...listActions(report, messages).map(({ act }) => act),
      messages['summary.surprise'],
      report.summary.surprise?.sentence ?? '?',
      guessed,
    ];
    const places = wanted.map((line) => text.indexOf(line));
    expect(places).not.toContain(-1);
    expect(places.toSorted((a, b) => a - b)).toEqual(places);
  });

  it('has the contradiction in the summary of a terminal', () => {
    const text = renderSummary(harbor, { ...reportContext, files: [] }).replaceAll(/\s+/g, ' ');
    expect(text).toContain(listSurprise(harbor, messages)[0] ?? '?');
  });
});
