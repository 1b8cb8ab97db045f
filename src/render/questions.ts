import { type Model, questionsOf } from '#domain/model.ts';
import { safeLine } from './escape.ts';
import { hang, wrap } from './layout.ts';
import type { Theme } from './theme.ts';

/** Every question and practice of a model as data for other tools, in asking order. */
export function questionsAsData(model: Model): Record<string, unknown> {
  return {
    model: { id: model.id, version: model.version, digest: model.digest },
    questions: questionsOf(model).map((question) => ({
      id: question.id,
      element: question.element,
      block: question.block,
      practice: question.practice,
      ask: question.ask,
      quick: question.quick,
      weight: question.weight,
      kind: question.kind,
      bestAnsweredBy: question.bestAnsweredBy,
      mayNotApply: question.mayNotApply,
      notApplicableReasons: question.notApplicableReasons,
      evidenceMaxAge: question.evidenceMaxAge,
      disprovedBy: question.disprovedBy,
      why: question.why,
      levels: question.levels,
      evidence: question.evidence,
      redFlags: question.redFlags,
      recommendations: question.recommendations,
    })),
    practices: model.practices.map((practice) => ({
      id: practice.id,
      element: practice.element,
      block: practice.block,
      name: practice.name,
      about: practice.about,
      weight: practice.weight,
      target: practice.target,
      dependsOn: practice.dependsOn,
    })),
  };
}

/** Every question of a model as a list for a terminal; the quick ones are starred. */
export function renderQuestions(model: Model, { width, theme }: { width: number; theme: Theme }): string {
  const questions = questionsOf(model);
  const lines: string[] = [];
  for (const element of model.elements) {
    lines.push(theme.strong(`${element.name}: ${element.asks}`), '');
    for (const question of questions.filter((each) => each.element === element.id)) {
      lines.push(
        ...hang(question.quick ? '* ' : '  ', theme.accent(question.id), width),
        ...wrap(safeLine(question.ask.leader), width - 4).map((line) => `    ${line}`),
      );
    }
    lines.push('');
  }
  const quick = questions.filter(({ quick: starred }) => starred).length;
  lines.push(theme.faint(`${questions.length} questions, ${quick} of them in the quick set (*).`), '');
  return lines.join('\n');
}
