import { type Model, type Question, type Role, type Term, roles } from '#domain/model.ts';
import { listUsedTerms } from '#domain/terms.ts';
import { describeTerm } from '#render/terminal/help.ts';
import { estimateMinutes } from '#domain/interview/interview.ts';
import { formatMessage } from '#domain/messages.ts';
import { getWording } from '#domain/scoring/questionnaire.ts';
import { escapeMarkdown } from '#render/escape.ts';

/** A line to write on. */
const blank = '_'.repeat(46);

function renderQuestion(question: Question, number: number, role: Role | undefined, model: Model): string[] {
  const { messages } = model;
  const about = [
    `\`${question.id}\``,
    ...(question.quick ? [escapeMarkdown(messages['questionnaire.quick'])] : []),
    ...(question.guessFor.includes(role ?? 'leader') ? [escapeMarkdown(messages['interview.guess'])] : []),
    escapeMarkdown(
      formatMessage(messages, 'help.bestAnsweredBy', { role: messages[`role.${question.bestAnsweredBy}`] }),
    ),
  ];
  const lines = [
    `#### ${number}. ${escapeMarkdown(getWording(question, role ?? 'leader'))}`,
    '',
    about.join(' · '),
    '',
    ...question.levels.map(
      ({ label, means }, level) => `- [ ] **${level}** ${escapeMarkdown(label)}: ${escapeMarkdown(means)}`,
    ),
    `- [ ] ${escapeMarkdown(messages['interview.unknown'])}`,
  ];
  if (question.mayNotApply) {
    const reasons = model.notApplicableReasons.filter(({ id }) => question.notApplicableReasons.includes(id));
    lines.push(
      ...reasons.map(
        ({ means }) =>
          `- [ ] ${escapeMarkdown(formatMessage(messages, 'interview.notApplicable', { reason: means }))}`,
      ),
    );
  }
  if (role === undefined) {
    const others = roles.flatMap((asked) => {
      const text = asked === 'leader' ? undefined : question.ask[asked];
      if (text === undefined) return [];
      return [`- ${escapeMarkdown(messages[`role.${asked}`])}: ${escapeMarkdown(text)}`];
    });
    if (question.askAccountManagers !== undefined) {
      const text = escapeMarkdown(question.askAccountManagers);
      others.push(`- ${escapeMarkdown(messages['questionnaire.accountManagers'])}: ${text}`);
    }
    if (others.length > 0) lines.push('', ...others);
  }
  return [
    ...lines,
    '',
    `**${escapeMarkdown(messages['help.probe'])}:** ${escapeMarkdown(question.probe)}`,
    '',
    `**${escapeMarkdown(messages['help.why'])}:** ${escapeMarkdown(question.why)}`,
    '',
    `**${escapeMarkdown(messages['help.evidence'])}:** ${question.evidence.map(({ kind, what }) => `${escapeMarkdown(what)} (${kind})`).join(' ')}`,
    '',
    ...(question.redFlags.length === 0
      ? []
      : [
          `**${escapeMarkdown(messages['help.redFlags'])}:** ${question.redFlags.map(escapeMarkdown).join(' ')}`,
          '',
        ]),
    `${escapeMarkdown(messages['questionnaire.notes'])}: ${blank}`,
    '',
  ];
}

/** Renders the scale, its windows of time, and every term that the questions use. */
function renderScale(model: Model, questions: readonly Question[]): string[] {
  const { messages, scale, terms } = model;
  const used = listUsedTerms(questions, terms);
  const isGeneral = (term: Term): boolean => term.general === true;
  const renderTerm = (term: Term): string => `- ${escapeMarkdown(describeTerm(term, messages))}`;
  return [
    `**${escapeMarkdown(messages['help.rule'])}:** ${escapeMarkdown(scale.instruction)}`,
    '',
    ...scale.levels.map(
      ({ name, means }, level) => `- **${level}** ${escapeMarkdown(name)}: ${escapeMarkdown(means)}`,
    ),
    '',
    ...scale.windows.map(({ says, means }) => `- ${escapeMarkdown(says)}: ${escapeMarkdown(means)}`),
    '',
    `**${escapeMarkdown(messages['help.terms'])}**`,
    '',
    ...used.filter(isGeneral).map(renderTerm),
    ...used.filter((term) => !isGeneral(term)).map(renderTerm),
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
  const about = formatMessage(messages, 'questionnaire.about', {
    model: model.id,
    version: model.version,
    count: questions.length,
    minutes: estimateMinutes(questions.length),
  });
  const lines = [
    `# ${escapeMarkdown(formatMessage(messages, 'questionnaire.title', { title: model.title }))}`,
    '',
    escapeMarkdown(about),
    '',
    `**${escapeMarkdown(messages['questionnaire.before'])}:**`,
    '',
    `> ${escapeMarkdown(messages['opening.question'])}`,
    '',
    `${escapeMarkdown(messages['questionnaire.writeDown'])}: ${blank}`,
    '',
    ...renderScale(model, questions),
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
    `## ${escapeMarkdown(messages['questionnaire.end'])}`,
    '',
    `> ${escapeMarkdown(messages['opening.again'])}`,
    '',
    blank,
    '',
    `> ${escapeMarkdown(messages['closing.question'])}`,
    '',
    blank,
    '',
  );
  return lines.join('\n');
}
