import type { AssessedQuestion, Assessment } from '#domain/scoring/assess.ts';
import { type Arithmetic, type Subject, computeArithmetic } from '#domain/explain.ts';
import type { Model } from '#domain/model.ts';
import { type Reason, findPatterns } from '#domain/plan/patterns.ts';
import { escapeLine } from '#render/escape.ts';
import {
  renderCoverageFigures,
  formatExact,
  renderGapFigures,
  renderLevelFigures,
  openLevel,
  renderQuestionFigures,
  renderTermFigures,
} from './figures.ts';
import type { ExplainContext } from './context.ts';
import { hang } from '#render/terminal/layout.ts';

/** Renders figures after their label. */
function renderLabeled(label: string, text: string, { width }: ExplainContext): string[] {
  return hang(`  ${label}: `, escapeLine(text), width);
}

function explainQuestions(
  asked: readonly AssessedQuestion[],
  assessment: Assessment,
  { theme, width }: ExplainContext,
): string[] {
  return asked.flatMap((entry) => {
    const [question, ...evidence] = renderQuestionFigures(entry, assessment);
    return [
      ...hang('  ', escapeLine(question), width),
      ...evidence.flatMap((one) => hang(`    ${theme.signs.dot} `, escapeLine(one), width)),
    ];
  });
}

/** Explains the scores of a practice from its questions, its coverage and its gap. */
function explainPractice(arithmetic: Arithmetic, model: Model, context: ExplainContext): string[] {
  const { asked } = arithmetic;
  const lenses = {
    said: renderLevelFigures(asked, ({ level }) => level),
    shown: renderLevelFigures(asked, ({ shownLevel }) => shownLevel),
    low: renderLevelFigures(asked, (entry) => openLevel(entry, 0)),
    high: renderLevelFigures(asked, (entry) => openLevel(entry, 4)),
    coverage: renderCoverageFigures(arithmetic),
  };
  return [
    ...Object.entries(lenses).flatMap(([label, text]) => renderLabeled(label, text, context)),
    ...renderGapFigures(arithmetic, model).flatMap((line) => hang('  ', line, context.width)),
  ];
}

/** Formats the said score of a term, as the reports do: what was not asked is not unknown. */
function formatSaid({ said, isAsked }: Arithmetic['terms'][number]): string {
  return isAsked ? formatExact(said) : 'not asked';
}

/** Explains the scores of a block, an element or the whole from the terms of the mean. */
function explainTerms(arithmetic: Arithmetic, context: ExplainContext): string[] {
  const { terms } = arithmetic;
  const lenses = ['said', 'shown', 'low', 'high', 'declared'] as const;
  const isDeclared = terms.some(({ declared }) => declared !== null);
  return [
    ...terms.flatMap((term) => renderLabeled(term.id, `${formatSaid(term)}, weight ${term.weight}`, context)),
    ...lenses
      .filter((lens) => lens !== 'declared' || isDeclared)
      .flatMap((lens) => renderLabeled(lens, renderTermFigures(arithmetic, lens), context)),
  ];
}

function explainBalance({ terms }: Arithmetic, assessment: Assessment, context: ExplainContext): string[] {
  const { balance, model } = assessment;
  const positions = new Map(model.elements.map(({ id, position }) => [id, position]));
  const figures =
    balance === null
      ? 'unknown while an element is unknown'
      : `(mean of the middle - mean of the bookends) / 25 = ${formatExact(balance)}`;
  return [
    ...terms.flatMap((term) =>
      renderLabeled(term.id, `${formatSaid(term)} (${positions.get(term.id)})`, context),
    ),
    ...renderLabeled('balance', figures, context),
  ];
}

/** Explains why there is no overall score; nothing if there is one. */
function explainUnknown({ score, status }: Assessment, context: ExplainContext): string[] {
  if (score !== null) return [];
  const unknown = [...status].filter(([, each]) => each === 'unknown').map(([id]) => id);
  return renderLabeled('score', `not given: ${unknown.join(', ')} unknown`, context);
}

/** Describes what a pattern rests on: the id, with its value in levels. */
function describeReason({ id, level, where, fails, of }: Reason): string {
  if (fails !== undefined) return `${id} (${fails ? 'fails' : 'passes'})`;
  const kind = of === undefined ? '' : `${of} `;
  return `${id} (${kind}${formatExact(level ?? 0)}${where === undefined ? '' : ` in ${where}`})`;
}

function explainFigures(subject: Subject, assessment: Assessment, context: ExplainContext): string[] {
  if (subject.kind === 'pattern') {
    const match = findPatterns(assessment).find(({ pattern }) => pattern.id === subject.pattern.id);
    const fits =
      match === undefined ? 'no' : `yes, because of ${match.because.map(describeReason).join(', ')}`;
    return renderLabeled('fits', fits, context);
  }
  const arithmetic = computeArithmetic(assessment, subject);
  const { asked } = arithmetic;
  if (asked.length === 0) return renderLabeled('asked', 'none of its questions was asked', context);
  const coverage = renderLabeled('coverage', renderCoverageFigures(arithmetic), context);
  switch (subject.kind) {
    case 'question':
    case 'recommendation':
      return explainQuestions(asked, assessment, context);
    case 'practice':
      return [
        ...explainQuestions(asked, assessment, context),
        ...explainPractice(arithmetic, assessment.model, context),
      ];
    case 'block':
      return [...explainTerms(arithmetic, context), ...coverage];
    case 'element': {
      const status = assessment.status.get(subject.element.id) ?? 'unknown';
      return [...explainTerms(arithmetic, context), ...coverage, ...renderLabeled('status', status, context)];
    }
    case 'overall':
      return [...explainTerms(arithmetic, context), ...coverage, ...explainUnknown(assessment, context)];
    case 'balance':
      return explainBalance(arithmetic, assessment, context);
    case 'coverage':
      return coverage;
  }
}

/** Explains how each score of a subject is computed. */
export function explainArithmetic(
  subject: Subject,
  assessment: Assessment,
  context: ExplainContext,
): string[] {
  const title = context.theme.strong(`In these answers (as of ${assessment.asOf})`);
  return ['', title, ...explainFigures(subject, assessment, context)];
}
