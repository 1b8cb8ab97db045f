import { formatPercent } from '#render/report/wording/numbers.ts';
import { describe, expect, it } from 'vitest';
import type { Range, ReportDocument } from '#domain/types/report.ts';
import { findQuestions, listUnknowns } from '#domain/answers/not-known.ts';
import { formatMessage } from '#domain/messages.ts';
import { escapeMarkdown } from '#render/escape.ts';
import { matchMessage, readExampleReport, reportContext } from '../../../support/report/report-context.ts';
import {
  messages,
  open,
  render,
  sectionOf,
  weak,
  withEvidence,
  withQuestions,
  withSummary,
} from './sections.ts';

describe('unknowns in Markdown', () => {
  const unknowns = (report: ReportDocument): string => sectionOf(render(report), 'unknowns');

  const say = (...given: Parameters<typeof matchMessage>): RegExp => matchMessage(...given);
  const percent = ({ summary }: ReportDocument): string => formatPercent(summary.coverage, messages);
  const element = weak.elements.find(({ range }) => range !== null && range.low !== range.high);
  const ends = (range: Range | undefined): { low: number; high: number } => ({
    low: Math.round(range?.low ?? NaN),
    high: Math.round(range?.high ?? NaN),
  });

  it.each([
    ['coverage', weak, say('report.coverage', { percent: percent(weak) })],
    ['the range', weak, say('report.rangeAbout', ends(weak.summary.range))],
    [
      'the range of an element',
      weak,
      say('report.rangeElement', { element: element?.name ?? '?', ...ends(element?.range) }),
    ],
    ['that nothing is attached', open, say('report.noEvidence')],
    ['that no system is declared', open, say('report.noSystem')],
    ['that it is provisional', withSummary(weak, { provisional: true }), say('summary.provisional')],
    [
      'that it is quick',
      withSummary(weak, { scope: 'quick', asked: 12 }),
      say('report.quickAbout', { asked: 12, outOf: weak.summary.outOf }),
    ],
  ])('names %s', (_name, report, sentence) => {
    expect(unknowns(report)).toMatch(new RegExp(`^- ${sentence.source}$`, 'm'));
  });

  it('lists the questions that the respondent does not know', () => {
    const items = listUnknowns(open).unknown.map(
      ({ practice, question }) => `- **${practice.name}:** ${escapeMarkdown(question.ask)}`,
    );
    expect(items.length).toBeGreaterThan(1);
    expect(unknowns(open)).toContain(
      `### ${escapeMarkdown(messages['report.dontKnow'])}\n\n${items.join('\n')}\n`,
    );
  });

  it('lists evidence that counts less', () => {
    const stale = withEvidence({ kind: 'declaration', what: 'Five cards', stale: true });
    const [{ practice } = { practice: undefined }] = findQuestions(weak);
    const kind = messages['report.kindDeclaration'];
    expect(unknowns(stale)).toContain(
      `- **${practice?.name}:** Five cards (${kind}, ${messages['report.undated']})`,
    );
  });

  it('marks a provisional or quick report at the top', () => {
    const [top] = render(withSummary(weak, { provisional: true, scope: 'quick', asked: 12 })).split('\n## ');
    const counts = { asked: 12, outOf: weak.summary.outOf };
    expect(top).toContain(
      [
        `**${messages['summary.provisional']}**`,
        escapeMarkdown(formatMessage(messages, 'report.quickAbout', counts)),
        'In this quick audit, 12 of ',
      ].join('<br>\n'),
    );
  });

  it('lists claims without proof', () => {
    const bold = withQuestions(weak, (question, index) =>
      index === 0 ? { ...question, level: 4, shownLevel: 1 } : question,
    );
    const claims = listUnknowns(bold).unproven;
    const items = claims.map(
      ({ practice, question }) => `- **${practice.name}:** ${escapeMarkdown(question.ask)}`,
    );
    const heading = formatMessage(messages, 'report.unproven', { count: claims.length });
    expect(claims[0]?.question.id).toBe(findQuestions(bold)[0]?.question.id);
    expect(unknowns(bold)).toContain(`### ${escapeMarkdown(heading)}\n\n${items.join('\n')}`);
  });

  it('lists what does not apply, with the reason of the model if available', () => {
    const excused = withQuestions(weak, (question, index) =>
      index === 0
        ? {
            ...question,
            state: 'not-applicable',
            level: null,
            shownLevel: null,
            answer: null,
            reason: 'out-of-scope',
          }
        : question,
    );
    const means =
      reportContext.model?.notApplicableReasons.find(({ id }) => id === 'out-of-scope')?.means ?? '?';
    const ask = escapeMarkdown(findQuestions(weak)[0]?.question.ask ?? '?');
    expect(unknowns(excused)).toContain(`${ask} (${means})`);
    const alone = render(excused, { model: undefined });
    expect(sectionOf(alone, 'unknowns')).toContain(`${ask} (out-of-scope)`);
    expect(sectionOf(alone, 'answers')).toContain(
      `**${messages['report.stateNotApplicable']}:** out-of-scope<br>`,
    );
  });

  it('states that nothing is open and the score is final', () => {
    const whole = readExampleReport('tarnbeck-cooling');
    const section = unknowns({
      ...whole,
      summary: { ...whole.summary, range: { low: 70, high: 70 } },
      elements: withQuestions(whole, (question) =>
        question.state === 'answered' || question.state === 'not-applicable'
          ? question
          : { ...question, state: 'answered', level: 3, shownLevel: 3, answer: 'Something.' },
      ).elements,
    });
    expect(section).toContain(
      `- ${escapeMarkdown(messages['report.nothingUnknown'])}\n- ${escapeMarkdown(messages['report.rangeNone'])}`,
    );
  });
});
