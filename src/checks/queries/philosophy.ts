/**
 * Builds the pattern of a company talking about itself: its numbers and its products. Only contains words
 * that rarely mean anything else; "sales team" and the like do not count.
 */
const makeOwnInterestPattern = (): RegExp =>
  new RegExp(
    String.raw`\b(?:${[
      'quotas?',
      'targets?',
      '(?:make|hit|reach|meet|beat|exceed|deliver)(?:ing|s)? (?:the|our|your|their|every)? ?(?:numbers?|plan|forecast)',
      'revenues?',
      'turnover',
      'bookings',
      'market share',
      'commissions?',
      'sell(?:s|ing)?',
      String.raw`sales(?! (?:team|force|people|person|reps?|staff|organi[sz]ation))`,
      'products?',
      'deals?',
    ].join('|')})\b`,
    'i',
  );

/** Words for customers. */
const customers: ReadonlySet<string> = new Set(
  ['customer', 'client', 'buyer', 'consumer', 'user', 'patient', 'guest'].flatMap((one) => [one, `${one}s`]),
);

/**
 * Builds the pattern of a customer named by what they are, as in "We help laboratories". "help us sell" and
 * "help close deals" do not match. Expects lowercase.
 */
const makeSomeoneHelpedPattern = (): RegExp =>
  /\b(?:help(?:s|ing)?|enabl(?:es?|ing)|serv(?:es?|ing)|support(?:s|ing)?) (?!(?:us|ourselves|me|our|my|the (?:company|business|firm|team)|to|sell|hit|make|reach|meet|beat|exceed|close|win|grow|drive|increase|raise|boost|achieve|deliver|generate)\b)\p{L}/u;

/** Finds the phrase in a statement of purpose that is about the seller's own numbers or products, if any. */
export function findOwnInterest(statement: string): string | undefined {
  return makeOwnInterestPattern().exec(joinLines(statement))?.[0].trim();
}

/**
 * Returns whether a statement names someone who is helped. `organization`, the company itself, does not
 * count.
 */
export function namesCustomer(statement: string, organization: string): boolean {
  const text = joinLines(statement);
  return (
    text
      .toLowerCase()
      .split(/\W+/)
      .some((word) => customers.has(word)) ||
    makeSomeoneHelpedPattern().test(text.replaceAll(organization, 'us').toLowerCase())
  );
}

function joinLines(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
