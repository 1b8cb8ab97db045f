/** The one contradiction that surprises most (docs/scoring.md, "The contradiction that surprises most"). */
import type { AssessedQuestion, Assessment } from '#domain/scoring/assess.ts';
import type { CheckOutcome } from '#domain/scoring/declared-lens.ts';
import { isClaim } from '#domain/scoring/evidence.ts';
import { getWording } from '#domain/scoring/questionnaire.ts';
import { findCheckText, formatMessage } from '#domain/messages.ts';
import { type Model, getPrimaryLanguage } from '#domain/model.ts';
import { roundTo, settle } from '#domain/scoring/numbers.ts';
import type { Finding, Summary, Voices } from '#domain/types/report.ts';
import { findContradictions } from './contradictions.ts';

type Surprise = NonNullable<Summary['surprise']>;

/** Evidence that supports at most this many levels less than was answered does not contradict the answer. */
const widestUnsurprising = 1;

/** Compares two lists of numbers: the first difference decides, and the higher number comes first. */
function compareHighestFirst(a: readonly number[], b: readonly number[]): number {
  const differing = a.findIndex((value, index) => value !== b[index]);
  return differing === -1 ? 0 : (b[differing] ?? 0) - (a[differing] ?? 0);
}

/** Ranks a failing check: by its natural severity, then by the share of its subjects that fail. */
function rankOutcome({ severity, subjects, failing }: CheckOutcome): readonly number[] {
  return [['info', 'warning', 'error'].indexOf(severity), failing / Math.max(1, subjects)];
}

/** Writes a message of a check for people who never see the file: names in quotes instead of backticks. */
function quoteNames(message: string): string {
  return message.replaceAll(/`([^`]+)`/g, '“$1”');
}

/** Says what a check found, in the language of the model: only its title is translated. */
function describeFound({ check, message }: Finding, { language, messages }: Model): string {
  const title = getPrimaryLanguage(language) === 'en' ? undefined : findCheckText(messages, check, 'title');
  return title === undefined ? quoteNames(message) : `${title}.`;
}

/** Returns what was asked and answered. */
function recall(
  { role, context }: Assessment,
  { question, level }: AssessedQuestion,
): { readonly ask: string; readonly said: string } {
  return {
    ask: getWording(question, role, context.customers),
    said: question.levels[level ?? 0]?.means ?? '',
  };
}

function findDeclared(
  assessment: Assessment,
  outcomes: readonly CheckOutcome[],
  findings: readonly Finding[],
): Surprise | undefined {
  const { messages } = assessment.model;
  const failing = outcomes.filter((outcome) => outcome.failing > 0);
  const [first] = findContradictions(assessment, outcomes)
    .flatMap((asked) => {
      const [worst] = failing
        .filter(({ check }) => asked.question.disprovedBy.includes(check))
        .toSorted((a, b) => compareHighestFirst(rankOutcome(a), rankOutcome(b)));
      return worst === undefined ? [] : [{ asked, worst }];
    })
    .toSorted((a, b) =>
      compareHighestFirst(
        [a.asked.level ?? 0, ...rankOutcome(a.worst), a.asked.question.weight],
        [b.asked.level ?? 0, ...rankOutcome(b.worst), b.asked.question.weight],
      ),
    );
  if (first === undefined) return undefined;
  const { asked, worst } = first;
  const found = findings.find(({ check }) => check === worst.check);
  return {
    question: asked.question.id,
    against: 'declared',
    check: worst.check,
    sentence:
      found === undefined
        ? formatMessage(messages, 'surprise.declaredUnnamed', recall(assessment, asked))
        : formatMessage(messages, 'surprise.declared', {
            ...recall(assessment, asked),
            found: describeFound(found, assessment.model),
          }),
  };
}

function findShown(assessment: Assessment): Surprise | undefined {
  const { messages } = assessment.model;
  const measureDistance = ({ level, shownLevel }: AssessedQuestion): number =>
    isClaim(level) && shownLevel !== null ? (level ?? 0) - shownLevel : 0;
  const [asked] = assessment.asked
    .filter((each) => measureDistance(each) > widestUnsurprising)
    .toSorted((a, b) =>
      compareHighestFirst(
        [measureDistance(a), a.level ?? 0, a.question.weight],
        [measureDistance(b), b.level ?? 0, b.question.weight],
      ),
    );
  if (asked === undefined) return undefined;
  const shown = asked.question.levels[asked.shownLevel ?? 0]?.means ?? '';
  const said = recall(assessment, asked);
  return {
    question: asked.question.id,
    against: 'shown',
    sentence:
      asked.shownLevel === 0
        ? formatMessage(messages, 'surprise.shownNothing', said)
        : formatMessage(messages, 'surprise.shown', { ...said, shown }),
  };
}

/** Finds the practice that the leader and the sellers see most differently, if so differently that both are printed. */
function findPerceived({ model }: Assessment, voices: Voices): Surprise | undefined {
  const disputedFrom = settle(model.scoring.voices.disputedFrom * 25);
  const disputed = voices.practices.filter(({ gap }) => gap !== null && Math.abs(gap) >= disputedFrom);
  // What the leader believes and the sellers do not see comes before what the leader does not know of.
  const [widest] = disputed.toSorted(
    (a, b) => Math.sign(b.gap ?? 0) - Math.sign(a.gap ?? 0) || Math.abs(b.gap ?? 0) - Math.abs(a.gap ?? 0),
  );
  const practice = model.practices.find(({ id }) => id === widest?.id);
  if (widest === undefined || practice === undefined) return undefined;
  const ids = new Set(practice.questions.map(({ id }) => id));
  const [question] = voices.questions
    .filter(({ id, gap }) => ids.has(id) && gap !== null)
    .toSorted((a, b) => Math.abs(b.gap ?? 0) - Math.abs(a.gap ?? 0));
  if (question === undefined) return undefined;
  return {
    question: question.id,
    against: 'sellers',
    practice: practice.id,
    sentence: formatMessage(model.messages, 'surprise.sellers', {
      practice: practice.name,
      leader: roundTo(widest.leader ?? 0, 0),
      sellers: roundTo(widest.sellers ?? 0, 0),
    }),
  };
}

/**
 * Chooses the contradiction that surprises most and says it in words; undefined if there is none. What sellers say comes
 * before what the company declared, and that before what the evidence supports.
 *
 * @param outcomes outcomes of the checks on the declared system; undefined without one
 * @param voices what several respondents said; undefined for the answers of one
 */
export function findSurprise(
  assessment: Assessment,
  outcomes: readonly CheckOutcome[] | undefined,
  findings: readonly Finding[],
  voices?: Voices,
): Surprise | undefined {
  return (
    (voices && findPerceived(assessment, voices)) ??
    findDeclared(assessment, outcomes ?? [], findings) ??
    findShown(assessment)
  );
}
