import type { Sourced } from '#document/read/sourced.ts';
import { groupBy } from '#domain/groups.ts';
import type { Model } from '#domain/model.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import { type Combination, combineAnswers } from '#domain/voices/combine.ts';
import { dropOutdated } from '#app/answers/read-answers.ts';
import { normalizeName } from '#domain/answers/normalize-name.ts';

/** Median of the sellers, 0..4, by question. Has no question of which it may not be shown. */
export type SellersMedians = ReadonlyMap<string, number>;

/** Returns the medians of the sellers that a combination shows. */
export function getSellersMedians({ questions }: Combination): SellersMedians {
  return new Map(
    questions.flatMap(({ question, medians: { sellers } }) =>
      sellers === null ? [] : [[question.id, sellers]],
    ),
  );
}

/** Whether answers are those of a leader, which are compared with those of the sellers. */
export function isLeader({ agreed, respondent }: AnswersDocument): boolean {
  return agreed === undefined && respondent.role === 'leader';
}

/**
 * Makes a function that returns the medians of the sellers of the organization that a leader answered for; undefined
 * for other answers, and without sellers. As `combine` does, counts copies once and shows no group that is too small.
 *
 * @param documents answers of any organizations
 */
export function makeFindSellers(
  documents: readonly Sourced<AnswersDocument>[],
  model: Model,
  asOf: string,
): (answers: AnswersDocument) => SellersMedians | undefined {
  const byOrganization = groupBy(documents, ({ value }) => normalizeName(value.organization.name));
  const known = new Map<string, SellersMedians | undefined>();
  const compute = (organization: string): SellersMedians | undefined => {
    const own = byOrganization.get(organization) ?? [];
    const distinct = [...new Map(own.map((each) => [each.text, each])).values()];
    const given = distinct
      .map((each) => dropOutdated(each, model).counted)
      .filter(({ answers }) => Object.keys(answers).length > 0);
    if (!given.some(({ agreed, respondent }) => agreed === undefined && respondent.role === 'seller'))
      return undefined;
    return getSellersMedians(combineAnswers(model, given, asOf));
  };
  return (answers) => {
    if (!isLeader(answers)) return undefined;
    const organization = normalizeName(answers.organization.name);
    if (!known.has(organization)) known.set(organization, compute(organization));
    return known.get(organization);
  };
}
