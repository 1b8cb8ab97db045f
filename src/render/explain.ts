import type { AssessedQuestion, Assessment } from '#domain/assess.ts';
import { isStale } from '#domain/evidence.ts';
import { type Arithmetic, type Subject, type Term, arithmeticOf } from '#domain/explain.ts';
import { blockKey, practicesIn } from '#domain/lens.ts';
import type { Condition, Model, Pattern, Practice, Question, Recommendation, Source } from '#domain/model.ts';
import { findPatterns } from '#domain/patterns.ts';
import { settle } from '#domain/numbers.ts';
import { safeLine } from './escape.ts';
import { kindInWords } from './help.ts';
import { hang, wrap } from './layout.ts';
import type { Theme } from './theme.ts';

/** Where and how an explanation is laid out. */
export interface ExplainContext {
  readonly width: number;
  readonly theme: Theme;
}

/** A number as it is: up to nine digits, none that it does not have. */
function exact(value: number | null): string {
  return value === null ? 'unknown' : String(settle(value));
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

function explainSubject(subject: Subject, model: Model, context: ExplainContext): string[] {
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

type LensName = 'said' | 'shown' | 'written' | 'low' | 'high';

/** A weighted mean written out: (1 × 50 + 2 × 75) / 3 = 66.7. */
function meanInFigures(entries: readonly { weight: number; value: number | null }[]): string {
  const counted = entries.flatMap(({ weight, value }) => (value === null ? [] : [{ weight, value }]));
  if (counted.length === 0) return 'unknown: nothing beneath has a value';
  const products = counted.map(({ weight, value }) =>
    weight === 1 ? exact(value) : `${weight} × ${exact(value)}`,
  );
  const weights = counted.reduce((sum, { weight }) => sum + weight, 0);
  const total = counted.reduce((sum, { weight, value }) => sum + weight * value, 0);
  return `(${products.join(' + ')}) / ${exact(weights)} = ${exact(total / weights)}`;
}

function levelFigures(
  asked: readonly AssessedQuestion[],
  levelOf: (entry: AssessedQuestion) => number | null,
): string {
  const mean = meanInFigures(
    asked.map((entry) => ({ weight: entry.question.weight, value: levelOf(entry) })),
  );
  return mean.startsWith('unknown')
    ? mean
    : `25 × ${mean.replace(/ = .*$/, '')} = ${exact(scoreOfLevels(asked, levelOf))}`;
}

function scoreOfLevels(
  asked: readonly AssessedQuestion[],
  levelOf: (entry: AssessedQuestion) => number | null,
): number {
  let sum = 0;
  let weights = 0;
  for (const entry of asked) {
    const level = levelOf(entry);
    if (level === null) continue;
    sum += level * entry.question.weight;
    weights += entry.question.weight;
  }
  return (25 * sum) / weights;
}

function openLevel(entry: AssessedQuestion, level: number): number | null {
  return entry.state === 'not-applicable' ? null : (entry.level ?? level);
}

/** A question with its levels, and each piece of its evidence with what that supports. */
function questionFigures(entry: AssessedQuestion, assessment: Assessment): [string, ...string[]] {
  const { question, state, level, shownLevel, answer } = entry;
  const evidence = (answer?.evidence ?? []).map((piece) => {
    const cap = assessment.model.scoring.evidenceCaps[piece.kind];
    const cost = isStale(piece, question, assessment.asOf) ? assessment.model.scoring.staleEvidenceCosts : 0;
    const age =
      piece.date === undefined
        ? 'undated'
        : cost > 0
          ? `${piece.date}, older than ${question.evidenceMaxAge}`
          : piece.date;
    return `${piece.kind}, ${age}: supports level ${cap}${cost > 0 ? ` - ${cost} = ${Math.max(0, cap - cost)}` : ''} (${piece.what})`;
  });
  const levels =
    level === null
      ? state
      : `${state}, said level ${level}, shown level ${shownLevel ?? 'none (no evidence anywhere)'}`;
  return [`${question.id}: ${levels}, weight ${question.weight}`, ...evidence];
}

function figuresOfTerms(terms: readonly Term[], lens: LensName): string {
  return meanInFigures(terms.map((term) => ({ weight: term.weight, value: term[lens] })));
}

function gapFigures({ gap, rank, dependents }: Arithmetic, model: Model): string[] {
  if (gap === undefined) return ['no gap: at its target, or without a score'];
  const { practice, score, priority, points, blockedBy } = gap;
  const boost = model.scoring.dependentBoost;
  return [
    `priority: (${practice.target} - ${exact(score)}) / 100 × ${practice.weight} × (1 + ${boost} × ${dependents}) = ${exact(priority)}`,
    `rank ${rank} in the order of work; reaching the target adds ${exact(points)} points overall`,
    blockedBy.length === 0
      ? 'blocked by nothing'
      : `blocked by ${blockedBy.map(({ id }) => id).join(', ')}: below ${model.scoring.blockingBelow}`,
  ];
}

function coverageFigures({ asked }: Arithmetic): string {
  const weigh = (states: readonly string[]): number =>
    asked
      .filter(({ state }) => states.includes(state))
      .reduce((sum, { question }) => sum + question.weight, 0);
  const answered = weigh(['answered']);
  const applicable = weigh(['answered', 'unknown', 'unanswered']);
  return applicable === 0
    ? 'nothing applies'
    : `${answered} answered / ${applicable} applicable = ${exact(answered / applicable)}`;
}

/** The whole arithmetic behind the scores of a subject in an assessment. */
function explainArithmetic(subject: Subject, assessment: Assessment, context: ExplainContext): string[] {
  const { theme, width } = context;
  const arithmetic = arithmeticOf(assessment, subject);
  const { terms, asked } = arithmetic;
  const lines = ['', theme.strong(`In these answers (as of ${assessment.asOf})`)];
  const add = (label: string, text: string): void =>
    void lines.push(...hang(`  ${label}: `, safeLine(text), width));
  if (subject.kind === 'pattern') {
    const match = findPatterns(assessment).find(({ pattern }) => pattern.id === subject.pattern.id);
    add('fits', match === undefined ? 'no' : `yes, because of ${match.because.join(', ')}`);
    return lines;
  }
  if (asked.length === 0) {
    add('asked', 'no question of it was asked');
    return lines;
  }
  if (subject.kind === 'balance') {
    for (const { id, said } of terms) {
      const position = assessment.model.elements.find((element) => element.id === id)?.position;
      add(id, `${exact(said)} (${position})`);
    }
    add(
      'balance',
      assessment.balance === null
        ? 'unknown while an element is unknown'
        : `(mean of the middle - mean of the bookends) / 25 = ${exact(assessment.balance)}`,
    );
    return lines;
  }
  if (subject.kind === 'question' || subject.kind === 'recommendation' || subject.kind === 'practice') {
    for (const entry of asked) {
      const [question, ...evidence] = questionFigures(entry, assessment);
      lines.push(...hang('  ', safeLine(question), width));
      lines.push(...evidence.flatMap((one) => hang(`    ${theme.signs.dot} `, safeLine(one), width)));
    }
    if (subject.kind !== 'practice') return lines;
    add(
      'said',
      levelFigures(asked, ({ level }) => level),
    );
    add(
      'shown',
      levelFigures(asked, ({ shownLevel }) => shownLevel),
    );
    add(
      'low',
      levelFigures(asked, (entry) => openLevel(entry, 0)),
    );
    add(
      'high',
      levelFigures(asked, (entry) => openLevel(entry, 4)),
    );
    add('coverage', coverageFigures(arithmetic));
    for (const line of gapFigures(arithmetic, assessment.model)) lines.push(...hang('  ', line, width));
    return lines;
  }
  if (subject.kind !== 'coverage') {
    for (const { id, weight, said } of terms) add(id, `${exact(said)}, weight ${weight}`);
    for (const lens of ['said', 'shown', 'low', 'high'] as const) add(lens, figuresOfTerms(terms, lens));
    if (terms.some(({ written }) => written !== null)) add('written', figuresOfTerms(terms, 'written'));
  }
  add('coverage', coverageFigures(arithmetic));
  if (subject.kind === 'element') add('status', assessment.status.get(subject.element.id) ?? 'unknown');
  if (subject.kind === 'overall' && assessment.score === null) {
    const unknown = [...assessment.status].filter(([, status]) => status === 'unknown').map(([id]) => id);
    add('score', `not given: ${unknown.join(', ')} unknown`);
  }
  return lines;
}

/** What a subject is and, for given answers, the arithmetic behind each of its numbers. */
export function renderExplanation(
  subject: Subject,
  model: Model,
  assessment: Assessment | undefined,
  context: ExplainContext,
): string {
  const lines = explainSubject(subject, model, context);
  if (assessment !== undefined) lines.push(...explainArithmetic(subject, assessment, context));
  return `${lines.join('\n')}\n`;
}
