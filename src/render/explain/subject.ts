import type { Subject } from '#domain/explain.ts';
import { getBlockKey, listPractices } from '#domain/scoring/roll-up.ts';
import type { Model, Practice } from '#domain/model.ts';
import { escapeLine } from '#render/escape.ts';
import { type ExplainContext, renderBullets } from './context.ts';
import { explainPattern } from './pattern.ts';
import { explainQuestion, renderRecommendationLines } from './question.ts';
import { hang, wrap } from '#render/terminal/layout.ts';

function explainPractice(practice: Practice, model: Model, context: ExplainContext): string[] {
  const { width, theme } = context;
  const dependents = model.practices.filter(({ dependsOn }) => dependsOn.includes(practice.id));
  const place = practice.block === null ? practice.element : getBlockKey(practice.element, practice.block);
  return [
    ...wrap(theme.strong(escapeLine(`${practice.name} (${practice.id})`)), width),
    ...wrap(theme.faint(`${place}, weight ${practice.weight}, target ${practice.target} of 100`), width),
    '',
    ...wrap(escapeLine(practice.about), width),
    '',
    ...hang('Build first: ', practice.dependsOn.join(', ') || 'nothing', width),
    ...hang('Needed by: ', dependents.map(({ id }) => id).join(', ') || 'nothing', width),
    '',
    theme.strong('Questions'),
    ...(practice.questions.length === 0
      ? ['  none yet']
      : renderBullets(
          practice.questions.map(({ id, ask }) => `${id}: ${ask.leader}`),
          context,
        )),
  ];
}

/** Explains a subject: its wording, its place in the model and what it consists of. */
export function explainSubject(subject: Subject, model: Model, context: ExplainContext): string[] {
  const { width, theme } = context;
  const renderPractices = (practices: readonly Practice[]): string[] =>
    renderBullets(
      practices.map(({ id, name, about }) => `${id}: ${name}. ${about}`),
      context,
    );
  switch (subject.kind) {
    case 'question':
      return explainQuestion(subject.question, model, context);
    case 'practice':
      return explainPractice(subject.practice, model, context);
    case 'pattern':
      return explainPattern(subject.pattern, model, context);
    case 'recommendation':
      return [
        ...wrap(theme.strong(subject.question.id), width),
        '',
        ...renderRecommendationLines(subject.recommendation, context),
      ];
    case 'block':
      return [
        theme.strong(
          escapeLine(`${subject.block.name} (${getBlockKey(subject.element.id, subject.block.id)})`),
        ),
        '',
        ...renderPractices(listPractices(model, subject.element.id, subject.block.id)),
      ];
    case 'element': {
      const { element } = subject;
      const { inPlaceAt, neglectedBelow, knownFromCoverage } = model.scoring;
      return [
        theme.strong(escapeLine(`${element.name}: ${element.asks} (${element.id})`)),
        '',
        ...wrap(escapeLine(element.about), width),
        '',
        ...wrap(
          `In place from ${inPlaceAt} of 100 with none of its ${element.blocks.length > 0 ? 'blocks' : 'practices'} below ${neglectedBelow}; neglected below ${neglectedBelow}; unknown if less than ${knownFromCoverage * 100}% is answered; partly in place otherwise.`,
          width,
        ),
        '',
        ...renderPractices(listPractices(model, element.id)),
      ];
    }
    case 'overall':
      return [
        theme.strong('overall'),
        '',
        ...wrap('The mean of the four elements. Not given while any element is unknown.', width),
      ];
    case 'balance':
      return [
        theme.strong('balance'),
        '',
        ...wrap(
          'The mean of the middle elements minus the mean of the bookends, in levels (score / 25). Above 0 the middle is stronger. Not given while any element is unknown.',
          width,
        ),
      ];
    case 'coverage':
      return [
        theme.strong('coverage'),
        '',
        ...wrap(
          `The share of the asked and applicable questions that have a level, by weight. Below ${model.scoring.provisionalBelowCoverage} the report is provisional.`,
          width,
        ),
      ];
  }
}
