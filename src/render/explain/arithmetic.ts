import type { AssessedQuestion, Assessment } from '#domain/scoring/assess.ts';
import { type Arithmetic, type Subject, computeArithmetic } from '#domain/explain.ts';
import type { Model } from '#domain/model.ts';
import { findPatterns } from '#domain/plan/patterns.ts';
import { safeLine } from '#render/escape.ts';
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

/** Figures behind their label. */
function labelled(label: string, text: string, { width }: ExplainContext): string[] {
  return hang(`  ${label}: `, safeLine(text), width);
}

function questionLines(
  asked: readonly AssessedQuestion[],
  assessment: Assessment,
  { theme, width }: ExplainContext,
): string[] {
  return asked.flatMap((entry) => {
    const [question, ...evidence] = renderQuestionFigures(entry, assessment);
    return [
      ...hang('  ', safeLine(question), width),
      ...evidence.flatMap((one) => hang(`    ${theme.signs.dot} `, safeLine(one), width)),
    ];
  });
}

/** The scores of a practice over its questions, its coverage and its gap. */
function practiceLines(arithmetic: Arithmetic, model: Model, context: ExplainContext): string[] {
  const { asked } = arithmetic;
  const lenses = {
    said: renderLevelFigures(asked, ({ level }) => level),
    shown: renderLevelFigures(asked, ({ shownLevel }) => shownLevel),
    low: renderLevelFigures(asked, (entry) => openLevel(entry, 0)),
    high: renderLevelFigures(asked, (entry) => openLevel(entry, 4)),
    coverage: renderCoverageFigures(arithmetic),
  };
  return [
    ...Object.entries(lenses).flatMap(([label, text]) => labelled(label, text, context)),
    ...renderGapFigures(arithmetic, model).flatMap((line) => hang('  ', line, context.width)),
  ];
}

/** The scores of a block, an element or the whole over the terms of its mean. */
function termLines({ terms }: Arithmetic, context: ExplainContext): string[] {
  const lenses = ['said', 'shown', 'low', 'high', 'declared'] as const;
  const isDeclared = terms.some(({ declared }) => declared !== null);
  return [
    ...terms.flatMap(({ id, weight, said }) =>
      labelled(id, `${formatExact(said)}, weight ${weight}`, context),
    ),
    ...lenses
      .filter((lens) => lens !== 'declared' || isDeclared)
      .flatMap((lens) => labelled(lens, renderTermFigures(terms, lens), context)),
  ];
}

function balanceLines({ terms }: Arithmetic, assessment: Assessment, context: ExplainContext): string[] {
  const { balance, model } = assessment;
  const positions = new Map(model.elements.map(({ id, position }) => [id, position]));
  const figures =
    balance === null
      ? 'unknown while an element is unknown'
      : `(mean of the middle - mean of the bookends) / 25 = ${formatExact(balance)}`;
  return [
    ...terms.flatMap(({ id, said }) => labelled(id, `${formatExact(said)} (${positions.get(id)})`, context)),
    ...labelled('balance', figures, context),
  ];
}

/** Why there is no overall score, where there is none. */
function unknownLines({ score, status }: Assessment, context: ExplainContext): string[] {
  if (score !== null) return [];
  const unknown = [...status].filter(([, each]) => each === 'unknown').map(([id]) => id);
  return labelled('score', `not given: ${unknown.join(', ')} unknown`, context);
}

function figureLines(subject: Subject, assessment: Assessment, context: ExplainContext): string[] {
  if (subject.kind === 'pattern') {
    const match = findPatterns(assessment).find(({ pattern }) => pattern.id === subject.pattern.id);
    const fits = match === undefined ? 'no' : `yes, because of ${match.because.join(', ')}`;
    return labelled('fits', fits, context);
  }
  const arithmetic = computeArithmetic(assessment, subject);
  const { asked } = arithmetic;
  if (asked.length === 0) return labelled('asked', 'no question of it was asked', context);
  const coverage = labelled('coverage', renderCoverageFigures(arithmetic), context);
  switch (subject.kind) {
    case 'question':
    case 'recommendation':
      return questionLines(asked, assessment, context);
    case 'practice':
      return [
        ...questionLines(asked, assessment, context),
        ...practiceLines(arithmetic, assessment.model, context),
      ];
    case 'block':
      return [...termLines(arithmetic, context), ...coverage];
    case 'element': {
      const status = assessment.status.get(subject.element.id) ?? 'unknown';
      return [...termLines(arithmetic, context), ...coverage, ...labelled('status', status, context)];
    }
    case 'overall':
      return [...termLines(arithmetic, context), ...coverage, ...unknownLines(assessment, context)];
    case 'balance':
      return balanceLines(arithmetic, assessment, context);
    case 'coverage':
      return coverage;
  }
}

/** The whole arithmetic behind the scores of a subject in an assessment. */
export function explainArithmetic(
  subject: Subject,
  assessment: Assessment,
  context: ExplainContext,
): string[] {
  const title = context.theme.strong(`In these answers (as of ${assessment.asOf})`);
  return ['', title, ...figureLines(subject, assessment, context)];
}
