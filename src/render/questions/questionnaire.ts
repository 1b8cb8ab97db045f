import { type Model, type Question, type Role } from '#domain/model.ts';
import { estimateMinutes } from '#domain/interview.ts';
import { getWording } from '#domain/scoring/questionnaire.ts';
import { escapeMarkdown } from '#render/escape.ts';

function renderQuestion(question: Question, number: number, role: Role | undefined, model: Model): string[] {
  const lines = [
    `#### ${number}. ${escapeMarkdown(getWording(question, role ?? 'leader'))}`,
    '',
    `\`${question.id}\`${question.quick ? ' · quick set' : ''} · best answered by: ${question.bestAnsweredBy}`,
    '',
    ...question.levels.map((text, level) => `- [ ] **${level}** ${escapeMarkdown(text)}`),
    "- [ ] I don't know",
  ];
  if (question.mayNotApply) {
    const reasons = model.notApplicableReasons.filter(({ id }) => question.notApplicableReasons.includes(id));
    lines.push(...reasons.map(({ means }) => `- [ ] Does not apply: ${escapeMarkdown(means)}`));
  }
  if (role === undefined) {
    const others = Object.entries(question.ask).filter(([asked]) => asked !== 'leader');
    if (others.length > 0) {
      lines.push('', ...others.map(([asked, text]) => `- As asked of a ${asked}: ${escapeMarkdown(text)}`));
    }
  }
  return [
    ...lines,
    '',
    `**Why:** ${escapeMarkdown(question.why)}`,
    '',
    `**Proof:** ${question.evidence.map(({ kind, what }) => `${escapeMarkdown(what)} (${kind})`).join(' ')}`,
    '',
    `**Too kind if:** ${question.redFlags.map(escapeMarkdown).join(' ')}`,
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
    `# ${escapeMarkdown(model.title)}: the questionnaire`,
    '',
    `Model ${model.id} ${model.version}. ${questions.length} questions, about ${estimateMinutes(questions.length)} minutes (estimate).`,
    '',
    '**Before any question:**',
    '',
    `> ${escapeMarkdown(messages['opening.question'])}`,
    '',
    'Write the answer down word for word: ______________________________________________',
    '',
    `**How to choose a level:** ${escapeMarkdown(messages['interview.rule'])}`,
    '',
  ];
  let number = 0;
  for (const element of model.elements) {
    const own = questions.filter((question) => question.element === element.id);
    if (own.length === 0) continue;
    lines.push(
      `## ${escapeMarkdown(element.name)}: ${escapeMarkdown(element.asks)}`,
      '',
      escapeMarkdown(element.about),
      '',
    );
    for (const practice of model.practices.filter(({ id }) =>
      own.some((question) => question.practice === id),
    )) {
      lines.push(`### ${escapeMarkdown(practice.name)}`, '', escapeMarkdown(practice.about), '');
      for (const question of own.filter((each) => each.practice === practice.id)) {
        number += 1;
        lines.push(...renderQuestion(question, number, role, model));
      }
    }
  }
  lines.push(
    '## At the end',
    '',
    `> ${escapeMarkdown(messages['opening.again'])}`,
    '',
    '______________________________________________',
    '',
    `> ${escapeMarkdown(messages['closing.question'])}`,
    '',
    '______________________________________________',
    '',
  );
  return lines.join('\n');
}
