/** Builds the section of a report with what several respondents said. */
import { groupBy } from '#domain/groups.ts';
import { type Model, type Role, type VoiceRules, roles } from '#domain/model.ts';
import type { QuestionVoices, VoiceCell, Voices } from '#domain/types/report.ts';
import { explainGoverning } from './because.ts';
import type { Combination, CombinedQuestion } from './combine.ts';
import { tallyManagers } from './medians.ts';
import { comparePractices } from './perception.ts';
import type { SellerCell } from './protect-sellers.ts';
import { findReadings } from './readings.ts';
import { type Respondent, getAnswerOf, listAsked } from './respondents.ts';
import { listSuppressed } from './suppressed.ts';
import { type Tally, getMedian, measureAgreement, tally } from './tally.ts';

/** Most people that are listed one by one. */
const mostListed = 100;

function buildCell(counted: Tally, rules: VoiceRules): VoiceCell {
  const { count, levels, unknown, notApplicable, open } = counted;
  return {
    count,
    median: getMedian(counted),
    counts: { levels: [...levels] as [number, number, number, number, number], unknown, notApplicable, open },
    agreement: measureAgreement(counted, rules),
  };
}

/** Builds the cell of a group of sellers. If they gave the same answer, how near is not shown either. */
function buildSellerCell({ tally: counted, isSameAnswer, median }: SellerCell, rules: VoiceRules): VoiceCell {
  const { count } = counted;
  if (!isSameAnswer) return { ...buildCell(counted, rules), median };
  return {
    count,
    median,
    agreement: median === null ? null : { reading: 'agree', deviation: null, rwg: null },
  };
}

function buildByRole({ given, sellers }: CombinedQuestion, rules: VoiceRules): QuestionVoices['byRole'] {
  const cells = roles.flatMap((role): [Role, VoiceCell | null][] => {
    if (role === 'seller') {
      if (sellers.asked === 0) return [];
      return [[role, sellers.all === null ? null : buildSellerCell(sellers.all, rules)]];
    }
    const own = given.filter((each) => each.role === role);
    return own.length === 0 ? [] : [[role, buildCell(tally(own.map(({ answer }) => answer)), rules)]];
  });
  return Object.fromEntries(cells);
}

function buildByUnit({ given, sellers }: CombinedQuestion, rules: VoiceRules): QuestionVoices['byUnit'] {
  return [
    ...tallyManagers(given).map(({ unit, tally: counted }) => ({
      role: 'manager' as const,
      units: [unit],
      answers: buildCell(counted, rules),
    })),
    ...sellers.byUnit.map((cell) => ({
      role: 'seller' as const,
      units: [...cell.units],
      ...(cell.hasOthers && { withoutUnit: true as const }),
      answers: buildSellerCell(cell, rules),
    })),
  ];
}

/** Says what a gap, in levels, means, whichever side is higher. */
function readGap(gap: number | null, { talkFrom, disputedFrom }: VoiceRules): QuestionVoices['gapReading'] {
  if (gap === null) return null;
  const size = Math.abs(gap);
  return size >= disputedFrom ? 'disputed' : size >= talkFrom ? 'talk' : 'agree';
}

/** Lists the notes to a question. Those of sellers only if names and notes are wanted. */
function listNotes({ question, given }: CombinedQuestion, combination: Combination): QuestionVoices['notes'] {
  const { audience, withNames } = combination;
  const sellers = withNames
    ? listAsked(audience, 'seller', question).map((seller) => {
        const { role, unit, name } = seller.answers.respondent;
        return { role, unit, name, answer: getAnswerOf(seller, question) };
      })
    : [];
  return [...given, ...sellers]
    .toSorted((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role))
    .flatMap(({ role, unit, name, answer }) =>
      answer?.note === undefined
        ? []
        : [
            {
              role,
              ...(unit !== undefined && { unit }),
              ...(name !== undefined && { name }),
              note: answer.note,
            },
          ],
    );
}

function buildQuestion(combined: CombinedQuestion, model: Model, combination: Combination): QuestionVoices {
  const { question, given, governing, medians } = combined;
  const rules = model.scoring.voices;
  const lowest = given.flatMap(({ role, unit, answer }) =>
    answer?.lowest === undefined ? [] : [{ role, ...(unit !== undefined && { unit }), ...answer.lowest }],
  );
  const notes = listNotes(combined, combination) ?? [];
  const dissent = governing.by === 'agreed' ? governing.answer?.dissent : undefined;
  return {
    id: question.id,
    kind: question.kind,
    governs: governing.by,
    because: explainGoverning(model, combined, combination),
    byRole: buildByRole(combined, rules),
    byUnit: buildByUnit(combined, rules),
    gap: medians.gap,
    gapReading: readGap(medians.gap, rules),
    spread: medians.spread,
    ...(lowest.length > 0 && { lowest }),
    ...(notes.length > 0 && { notes }),
    ...(dissent !== undefined && { dissent }),
  };
}

/** Lists who answered: one by one, or of many people those of a role and unit without names together. */
function listRespondents(people: readonly Respondent[], withNames: boolean): Voices['respondents'] {
  const listed = people.map(({ id, answers: { respondent } }) => {
    const { role, unit, name } = respondent;
    return {
      id,
      role,
      ...(unit !== undefined && { unit }),
      ...(name !== undefined && (withNames || role !== 'seller') && { name }),
    };
  });
  if (listed.length <= mostListed) return listed;
  const groups = groupBy(listed, ({ role, unit, name }) => JSON.stringify([role, unit, name]));
  return [...groups.values()].flatMap((own) =>
    own.slice(0, 1).map((first) => (own.length === 1 ? first : { ...first, count: own.length })),
  );
}

/** Builds what a report says about several respondents. Sellers appear as groups only. */
export function buildVoices(model: Model, combination: Combination): Voices {
  const { audience, questions, minGroup, withNames } = combination;
  const agreed = audience.agreed?.agreed;
  return {
    minGroup,
    withNames,
    ...(agreed !== undefined && { agreed: { on: agreed.on, voices: agreed.voices } }),
    respondents: listRespondents(audience.respondents, withNames),
    practices: [...comparePractices(model, questions)],
    questions: questions.map((combined) => buildQuestion(combined, model, combination)),
    readings: findReadings(model, questions).map(
      ({ reading: { id, name, means, firstMove }, questions: held }) => ({
        id,
        name,
        means,
        firstMove,
        questions: held.map(({ question }) => question.id),
      }),
    ),
    suppressed: [...listSuppressed(questions)],
  };
}
