import { type Model, type Question, type Role } from '#domain/model.ts';
import { estimateMinutes } from '#domain/interview.ts';
import { getWording } from '#domain/scoring/questionnaire.ts';
import { safeMarkdown } from '#render/escape.ts';

function renderQuestion(question: Question, number: number, role: Role | undefined, model: Model): string[] {
  const lines = [
    `#### ${number}. ${safeMarkdown(getWording(question, role ?? 'leader'))}`,
    '',
    `\`${question.id}\`${question.quick ? ' · quick set' : ''} · best answered by: ${question.bestAnsweredBy}`,
    '',
    ...question.levels.map((text, level) => `- [ ] **${level}** ${safeMarkdown(text)}`),
    "- [ ] I don't know",
  ];
  if (question.mayNotApply) {
    const reasons = model.notApplicableReasons.filter(({ id }) => question.notApplicableReasons.includes(id));
    lines.push(...reasons.map(({ means }) => `- [ ] Does not apply: ${safeMarkdown(means)}`));
  }
  if (role === undefined) {
    const others = Object.entries(question.ask).filter(([asked]) => asked !== 'leader');
    if (others.length > 0) {
      lines.push('', ...others.map(([asked, text]) => `- As asked of a ${asked}: ${safeMarkdown(text)}`));
    }
  }
  return [
    ...lines,
    '',
    `**Why:** ${safeMarkdown(question.why)}`,
    '',
    `**Proof:** ${question.evidence.map(({ kind, what }) => `${safeMarkdown(what)} (${kind})`).join(' ')}`,
    '',
    `**Too kind if:** ${question.redFlags.map(safeMarkdown).join(' ')}`,
    '',
    'Evidence and notes: ______________________________________________',
    '',
  ];
}

/**
 * Renders the questionnaire as Markdown, for printing and for meetings.
 *
 * @param role whose wording to use; undefined for the wording of the leader followed by all others
 */
export function renderQuestionnaire(
  model: Model,
  questions: readonly Question[],
  role: Role | undefined,
): string {
  const { messages } = model;
  const lines = [
    `# ${safeMarkdown(model.title)}: the questionnaire`,
    '',
    `Model ${model.id} ${model.version}. ${questions.length} questions, about ${estimateMinutes(questions.length)} minutes (estimate).`,
    '',
    '**Before any question:**',
    '',
    `> ${safeMarkdown(messages['opening.question'])}`,
    '',
    'Write the answer down word for word: ______________________________________________',
    '',
    `**How to choose a level:** ${safeMarkdown(messages['interview.rule'])}`,
    '',
  ];
  let number = 0;
  for (const element of model.elements) {
    const own = questions.filter((question) => question.element === element.id);
    if (own.length === 0) continue;
    lines.push(
      `## ${safeMarkdown(element.name)}: ${safeMarkdown(element.asks)}`,
      '',
      safeMarkdown(element.about),
      '',
    );
    for (const practice of model.practices.filter(({ id }) =>
      own.some((question) => question.practice === id),
    )) {
      lines.push(`### ${safeMarkdown(practice.name)}`, '', safeMarkdown(practice.about), '');
      for (const question of own.filter((each) => each.practice === practice.id)) {
        number += 1;
        lines.push(...renderQuestion(question, number, role, model));
      }
    }
  }
  lines.push(
    '## At the end',
    '',
    `> ${safeMarkdown(messages['opening.again'])}`,
    '',
    '______________________________________________',
    '',
    `> ${safeMarkdown(messages['closing.question'])}`,
    '',
    '______________________________________________',
    '',
  );
  return lines.join('\n');
}
