import type { Model, Question, Recommendation } from '#domain/model.ts';
import { describeDuration } from '#render/durations.ts';
import { escapeLine } from '#render/escape.ts';
import { type ExplainContext, renderBullets, describeSource } from './context.ts';
import { describeKind } from '#render/terminal/help.ts';
import { describeLevel } from '#render/terminal/question-parts.ts';
import { hang, wrap } from '#render/terminal/layout.ts';

/** Explains a question: wording, levels, evidence, recommendations. */
export function explainQuestion(question: Question, model: Model, context: ExplainContext): string[] {
  const { width, theme } = context;
  const renderTitle = (text: string): string => theme.strong(text);
  const practice = model.practices.find(({ id }) => id === question.practice);
  const lines = [
    ...wrap(theme.strong(question.id), width),
    ...wrap(
      escapeLine(
        `${practice?.name ?? question.practice}, ${question.kind}, weight ${question.weight}, ${question.quick ? 'in the quick set' : 'in the full set only'}`,
      ),
      width,
    ).map(theme.faint),
    '',
    ...Object.entries(question.ask).flatMap(([role, text]) => hang(`${role}: `, escapeLine(text), width)),
    '',
    renderTitle('Levels'),
    ...question.levels.flatMap((each, level) => hang(`  ${level}  `, escapeLine(describeLevel(each)), width)),
    ...hang('  ', theme.faint(escapeLine(model.scale.instruction)), width),
    '',
    ...hang(`${renderTitle('Why')}  `, escapeLine(question.why), width),
    ...hang(`${renderTitle('Best answered by')}  `, question.bestAnsweredBy, width),
    '',
    renderTitle('Evidence'),
    ...renderBullets(
      question.evidence.map(({ kind, what }) => `${what} (${kind}: ${describeKind(kind, model)})`),
      context,
    ),
    ...hang(
      '  ',
      theme.faint(
        `Counts as fresh for ${describeDuration(question.evidenceMaxAge)}; older or undated evidence counts ${model.scoring.staleEvidenceCosts} level less.`,
      ),
      width,
    ),
    '',
    renderTitle('Red flags'),
    ...renderBullets(question.redFlags, context),
  ];
  if (question.mayNotApply) {
    const reasons = model.notApplicableReasons.filter(({ id }) => question.notApplicableReasons.includes(id));
    lines.push(
      '',
      renderTitle('May not apply'),
      ...renderBullets(
        reasons.map(({ id, means }) => `${id}: ${means}`),
        context,
      ),
    );
  }
  const sources = model.sources.filter(({ id }) => question.sources?.includes(id));
  if (sources.length > 0)
    lines.push('', renderTitle('Sources'), ...renderBullets(sources.map(describeSource), context));
  if (question.disprovedBy.length > 0) {
    lines.push('', renderTitle('Disproved by'), ...renderBullets(question.disprovedBy, context));
  }
  for (const recommendation of question.recommendations)
    lines.push('', ...renderRecommendationLines(recommendation, context));
  return lines;
}

/** Renders a recommendation for some levels of a question. */
export function renderRecommendationLines(recommendation: Recommendation, context: ExplainContext): string[] {
  const { width, theme } = context;
  return [
    theme.strong(`At level ${recommendation.levels.join(' or ')}`),
    ...wrap(escapeLine(recommendation.do), width - 2).map((line) => `  ${line}`),
    ...renderBullets(
      [
        `Owner: ${recommendation.owner}; effort: ${recommendation.effort}; effect: ${recommendation.effectAfter}`,
        `30 days: ${recommendation.days30}`,
        `60 days: ${recommendation.days60}`,
        `90 days: ${recommendation.days90}`,
        `Done when: ${recommendation.evidenceOfDone}`,
        `Success measure: ${recommendation.successMeasure}`,
      ],
      context,
    ),
  ];
}
