import type { Question, Recommendation, Scale, WordingRules } from '#domain/model.ts';
import type { LevelDefinition } from '#domain/types/model.ts';

/** A fault in the wording of a question. `path` is relative to the question. */
export interface WordingFault {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly fix: string;
}

type Advice = Pick<WordingFault, 'message' | 'fix'>;

/** What to look for in the wording of a language, in a form in which each word of a text is looked up once. */
interface Rules {
  readonly estimate: string;
  readonly avoid: readonly string[];
  readonly vague: ReadonlySet<string>;
  readonly clearAfter: ReadonlySet<string>;
  readonly joining: ReadonlySet<string>;
  readonly time: ReadonlySet<string>;
  /** The spans of time that a level may name, in lowercase. */
  readonly windows: readonly string[];
  /** The same spans, to be shown. */
  readonly spans: string;
}

function prepareRules(rules: WordingRules, windows: Scale['windows']): Rules {
  return {
    estimate: rules.estimate,
    avoid: rules.avoid ?? [],
    vague: new Set(rules.vague),
    clearAfter: new Set(rules.clearAfter),
    joining: new Set(rules.joining),
    time: new Set(rules.time),
    windows: windows.map(({ says }) => says.toLowerCase()),
    spans: windows.map(({ says }) => `"${says}"`).join(', '),
  };
}

/** Finds the vague words in a lowercase text, in order. */
function findVagueWords(low: string, { vague, clearAfter }: Rules): string[] {
  const words = low.match(/\p{L}+/gu) ?? [];
  return words.filter((word, index) => vague.has(word) && !clearAfter.has(words[index - 1] ?? ''));
}

/** Counts the occurrences of words or signs in a lowercase text, as whole words. */
function countWords(low: string, words: ReadonlySet<string>): number {
  const found = low.match(/\p{L}+|[^\p{L}\s]/gu) ?? [];
  return found.filter((word) => words.has(word)).length;
}

/** Finds what is wrong with the wording of one level, as message and fix. */
function checkLevel({ means }: LevelDefinition, rules: Rules): Advice[] {
  const { avoid, joining, time, windows, spans } = rules;
  const low = means.toLowerCase();
  const outside = windows.reduce((text, says) => text.replaceAll(says, ''), low);
  return [
    ...findVagueWords(low, rules).map((word) => ({
      message: `Two readers can mean different things by "${word}".`,
      fix: 'Say for whom it holds: a few, some, most, every team.',
    })),
    ...avoid
      .filter((phrase) => low.includes(phrase))
      .map((phrase) => ({
        message: `A level does not say "${phrase}": it includes the levels below it.`,
        fix: 'Say only what this level adds.',
      })),
    ...(countWords(low, joining) > 1
      ? [{ message: 'The level has more than two facts.', fix: 'Keep the fact that decides.' }]
      : []),
    ...(countWords(outside, time) > 0
      ? [{ message: 'The level names a span of time of its own.', fix: `Use one of these: ${spans}.` }]
      : []),
  ];
}

function checkLevels({ levels }: Question, rules: Rules | undefined): WordingFault[] {
  return levels.flatMap((level, index) => {
    const faults: WordingFault[] = [];
    const add = (key: keyof LevelDefinition, message: string, fix: string): void => {
      faults.push({ path: ['levels', index, key], message, fix });
    };
    const { label, means } = level;
    if (levels.findIndex((each) => each.label.toLowerCase() === label.toLowerCase()) !== index)
      add('label', 'Two levels have the same label.', 'Say how this level differs from the one below.');
    const words = label.match(/[\p{L}\p{N}'’-]+/gu)?.length ?? 0;
    if (words < 2 || words > 5)
      add('label', `The label has ${words} ${words === 1 ? 'word' : 'words'}.`, 'Use 2 to 5 words.');
    if (levels.findIndex((each) => each.means === means) !== index)
      add('means', 'Two levels have the same words.', 'Say what this level adds to the one below.');
    if (!/^[^.!?]*[.!?]$/.test(means))
      add('means', 'A level must be one sentence.', 'Say it in one sentence, with a period at the end.');
    if (rules !== undefined)
      for (const { message, fix } of checkLevel(level, rules)) add('means', message, fix);
    return faults;
  });
}

const estimated: readonly (keyof Recommendation)[] = ['effort', 'effectAfter'];

function checkRecommendation(
  recommendation: Recommendation,
  index: number,
  rules: Rules | undefined,
): WordingFault[] {
  if (rules === undefined) return [];
  return estimated
    .filter((key) => !String(recommendation[key]).includes(rules.estimate))
    .map((key) => ({
      path: ['recommendations', index, key],
      message: 'An effort or a time is an estimate and has to say so.',
      fix: `Add ${rules.estimate}.`,
    }));
}

/** Finds a question about what others feel whose answer by a leader is not marked as a guess, or the other way round. */
function checkGuess({ kind, bestAnsweredBy, guessFor }: Question): WordingFault[] {
  const isGuess = kind === 'felt' && bestAnsweredBy !== 'leader';
  if (guessFor.includes('leader') === isGuess) return [];
  return [
    isGuess
      ? {
          path: ['kind'],
          message: 'A leader can only guess what others feel, and the question does not say so.',
          fix: 'Add `guessFor: [leader]`.',
        }
      : {
          path: ['guessFor'],
          message: 'What is decided or seen is not a guess.',
          fix: 'Remove `leader` from `guessFor`, or make the question `kind: felt`.',
        },
  ];
}

/** Finds questions that are not a sentence. */
function checkAsks({ ask }: Question): WordingFault[] {
  return Object.entries(ask).flatMap(([role, text]): WordingFault[] =>
    /[.?]$/.test(text)
      ? []
      : [
          {
            path: ['ask', role],
            message: 'A question must be a sentence.',
            fix: 'End it with a question mark or a period.',
          },
        ],
  );
}

/**
 * Makes a function that checks the wording of a question beyond the schema: levels that two people could read
 * differently, estimates that are not marked as such, questions that are not a sentence, guesses that are not marked.
 *
 * @param known what to look for in the language of the questions; undefined to check only the form
 * @param windows the spans of time that a level may name
 */
export function makeWordingChecker(
  known: WordingRules | undefined,
  windows: Scale['windows'],
): (question: Question) => readonly WordingFault[] {
  const rules = known === undefined ? undefined : prepareRules(known, windows);
  return (question) => [
    ...checkAsks(question),
    ...checkGuess(question),
    ...checkLevels(question, rules),
    ...question.recommendations.flatMap((recommendation, index) =>
      checkRecommendation(recommendation, index, rules),
    ),
  ];
}
