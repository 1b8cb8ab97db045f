import { describe, expect, it } from 'vitest';
import { findQuestions } from '#domain/answers/not-known.ts';
import { formatMessage } from '#domain/messages.ts';
import type { ReportDocument, Summary } from '#domain/types/report.ts';
import { describeOverall, renderHeadline } from '#render/report/wording/headline.ts';
import { renderers } from '#render/report/index.ts';
import { renderSummary } from '#render/terminal/summary.ts';
import { matchMessage, readExampleReport, reportContext } from '../../../support/report/report-context.ts';

const { messages } = reportContext;
const harbor = readExampleReport('harbor-instruments');
const answered = findQuestions(harbor).filter(({ question }) => question.state === 'answered').length;

const withSummary = (summary: Partial<Summary>): ReportDocument => ({
  ...harbor,
  summary: { ...harbor.summary, ...summary },
});

const claims = { made: 9, withInstance: 5, proven: 2 };
const claimed = formatMessage(messages, 'summary.claims', claims);
const guessed = formatMessage(messages, 'summary.guesses', { count: 4, answered });
const noClaims = { made: 0, withInstance: 0, proven: 0 };

describe('the headline', () => {
  it.each([
    ['claims and guesses', { claims, guesses: 4 }, [claimed, guessed]],
    ['claims alone', { claims, guesses: 0 }, [claimed]],
    ['guesses alone', { claims: noClaims, guesses: 4 }, [guessed]],
    ['neither', { claims: noClaims, guesses: 0 }, []],
  ])('ends with how far the answers are a belief: %s', (_name, summary, lines) => {
    const headline = renderHeadline(withSummary(summary), messages);
    const beliefs = [matchMessage('summary.claims'), matchMessage('summary.guesses')];
    const counted = headline.filter((line) => beliefs.some((belief) => belief.test(line)));
    expect(counted).toEqual(lines);
    expect(headline.slice(headline.length - lines.length)).toEqual(lines);
    expect(headline.join(' ')).not.toMatch(/\{\w+\}/);
  });

  it.each(['html', 'markdown', 'text', 'summary'] as const)('%s says so before the score', (format) => {
    const report = withSummary({ claims, guesses: 4 });
    const page =
      format === 'summary'
        ? renderSummary(report, { ...reportContext, files: [] })
        : renderers[format](report, reportContext);
    const text = page
      .replace(/<(style|script)[\s\S]*?<\/\1>/g, '')
      .replaceAll(/<[^>]+>|\*\*/g, ' ')
      .replaceAll(/\s+/g, ' ');
    const places = [claimed, guessed, describeOverall(report, messages)].map((line) => text.indexOf(line));
    expect(places).not.toContain(-1);
    expect(places.toSorted((a, b) => a - b)).toEqual(places);
  });
});
