import type { Subject } from '#domain/explain.ts';
import { blockKey, practicesIn } from '#domain/lens.ts';
import type { Condition, Model, Pattern, Practice, Question, Recommendation, Source } from '#domain/model.ts';
import { safeLine } from './escape.ts';
import { kindInWords } from './help.ts';
import { hang, wrap } from './layout.ts';
import type { Theme } from './theme.ts';

/** Where and how an explanation is laid out. */
export interface ExplainContext {
  readonly width: number;
  readonly theme: Theme;
}

function bullets(entries: readonly string[], { width, theme }: ExplainContext): string[] {
  return entries.flatMap((entry) => hang(`  ${theme.signs.dot} `, safeLine(entry), width));
}

function explainQuestion(question: Question, model: Model, context: ExplainContext): string[] {
  const { width, theme } = context;
  const title = (text: string): string => theme.strong(text);
  const practice = model.practices.find(({ id }) => id === question.practice);
  const lines = [
    ...wrap(theme.strong(question.id), width),
    ...wrap(
      `${practice?.name ?? question.practice}, ${question.kind}, weight ${question.weight}, ${question.quick ? 'in the quick set' : 'in the full set only'}`,
      width,
    ).map(theme.faint),
    '',
    ...Object.entries(question.ask).flatMap(([role, text]) => hang(`${role}: `, safeLine(text), width)),
    '',
    title('Levels'),
    ...question.levels.flatMap((text, level) => hang(`  ${level}  `, safeLine(text), width)),
    ...hang('  ', theme.faint(model.words['interview.rule']), width),
    '',
    ...hang(`${title('Why')}  `, safeLine(question.why), width),
    ...hang(`${title('Best answered by')}  `, question.bestAnsweredBy, width),
    '',
    title('Evidence'),
    ...bullets(
      question.evidence.map(({ kind, what }) => `${what} (${kind}: ${kindInWords(kind, model)})`),
      context,
    ),
    ...hang(
      '  ',
      theme.faint(
        `Stays fresh for ${question.evidenceMaxAge}; older or undated evidence counts ${model.scoring.staleEvidenceCosts} level less.`,
      ),
      width,
    ),
    '',
    title('Red flags'),
    ...bullets(question.redFlags, context),
  ];
  if (question.mayNotApply) {
    const reasons = model.notApplicableReasons.filter(({ id }) => question.notApplicableReasons.includes(id));
    lines.push(
      '',
      title('May not apply'),
      ...bullets(
        reasons.map(({ id, means }) => `${id}: ${means}`),
        context,
      ),
    );
  }
  const sources = model.sources.filter(({ id }) => question.sources?.includes(id));
  if (sources.length > 0) lines.push('', title('Sources'), ...bullets(sources.map(sourceInWords), context));
  if (question.disprovedBy.length > 0) {
    lines.push('', title('Disproved by'), ...bullets(question.disprovedBy, context));
  }
  for (const recommendation of question.recommendations)
    lines.push('', ...recommendationLines(recommendation, context));
  return lines;
}

function recommendationLines(recommendation: Recommendation, context: ExplainContext): string[] {
  const { width, theme } = context;
  return [
    theme.strong(`At level ${recommendation.levels.join(' or ')}`),
    ...wrap(safeLine(recommendation.do), width - 2).map((line) => `  ${line}`),
    ...bullets(
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

const signs = [
  ['atLeast', 'at least'],
  ['atMost', 'at most'],
  ['below', 'below'],
  ['equals', 'exactly'],
] as const;

/** A condition in words, with the value that it compares in levels. */
function conditionInWords(condition: Condition): string {
  // A list inside a list is put into brackets: "a and b or c" can be read in two ways.
  const inner = (part: Condition): string =>
    (part.all ?? part.any ?? []).length > 1 ? `(${conditionInWords(part)})` : conditionInWords(part);
  if (condition.all !== undefined) return condition.all.map(inner).join(' and ');
  if (condition.any !== undefined) return condition.any.map(inner).join(' or ');
  if (condition.check !== undefined)
    return `${condition.check} ${condition.fails === false ? 'passes' : 'fails'}`;
  const limits = signs.flatMap(([key, words]) =>
    condition[key] === undefined ? [] : [`${words} ${condition[key]}`],
  );
  if (condition.spread !== undefined)
    return `${condition.spread} differs between units by ${limits.join(' and ')}`;
  if (condition.difference !== undefined) {
    return `leaders and managers answer ${condition.difference} higher than sellers by ${limits.join(' and ')}`;
  }
  return `${condition.value} is ${limits.join(' and ')}`;
}

function explainPattern(pattern: Pattern, model: Model, context: ExplainContext): string[] {
  const { width, theme } = context;
  const sources = model.sources.filter(({ id }) => pattern.sources?.includes(id));
  return [
    ...wrap(theme.strong(`${pattern.name} (${pattern.id})`), width),
    '',
    ...hang('When  ', `${conditionInWords(pattern.when)} (in levels, 0 to 4)`, width),
    '',
    ...wrap(safeLine(pattern.means), width),
    '',
    ...hang('First move  ', safeLine(pattern.firstMove), width),
    ...hang('Works on  ', pattern.practices.join(', '), width),
    ...(sources.length === 0
      ? []
      : ['', theme.strong('Sources'), ...bullets(sources.map(sourceInWords), context)]),
  ];
}

function sourceInWords({ finding, reference, established, limits }: Source): string {
  const how = established === 'read' ? 'read at the source' : 'second-hand';
  return `${finding} ${reference} (${how})${limits === undefined ? '' : ` But: ${limits}`}`;
}

function explainPractice(practice: Practice, model: Model, context: ExplainContext): string[] {
  const { width, theme } = context;
  const needing = model.practices.filter(({ dependsOn }) => dependsOn.includes(practice.id));
  const place = practice.block === null ? practice.element : blockKey(practice.element, practice.block);
  return [
    ...wrap(theme.strong(`${practice.name} (${practice.id})`), width),
    ...wrap(theme.faint(`${place}, weight ${practice.weight}, target ${practice.target} of 100`), width),
    '',
    ...wrap(safeLine(practice.about), width),
    '',
    ...hang('Build first: ', practice.dependsOn.join(', ') || 'nothing', width),
    ...hang('Needed by: ', needing.map(({ id }) => id).join(', ') || 'nothing', width),
    '',
    theme.strong('Questions'),
    ...(practice.questions.length === 0
      ? ['  none yet']
      : bullets(
          practice.questions.map(({ id, ask }) => `${id}: ${ask.leader}`),
          context,
        )),
  ];
}

/** What a subject is: its words, its place, what stands behind it. */
export function explainSubject(subject: Subject, model: Model, context: ExplainContext): string[] {
  const { width, theme } = context;
  const list = (practices: readonly Practice[]): string[] =>
    bullets(
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
        ...recommendationLines(subject.recommendation, context),
      ];
    case 'block':
      return [
        theme.strong(`${subject.block.name} (${blockKey(subject.element.id, subject.block.id)})`),
        '',
        ...list(practicesIn(model, subject.element.id, subject.block.id)),
      ];
    case 'element': {
      const { element } = subject;
      const { inPlaceAt, neglectedBelow, knownFromCoverage } = model.scoring;
      return [
        theme.strong(`${element.name}: ${element.asks} (${element.id})`),
        '',
        ...wrap(element.about, width),
        '',
        ...wrap(
          `In place from ${inPlaceAt} of 100 with none of its ${element.blocks.length > 0 ? 'blocks' : 'practices'} below ${neglectedBelow}; neglected below ${neglectedBelow}; unknown where less than ${knownFromCoverage * 100} % is answered; partly in place otherwise.`,
          width,
        ),
        '',
        ...list(practicesIn(model, element.id)),
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
