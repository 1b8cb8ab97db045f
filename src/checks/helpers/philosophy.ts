/**
 * What a sentence of a company talks about when it talks about itself: its numbers and what it sells. Only
 * words that hardly mean anything else; the sales team itself is no number.
 */
const ownInterest = (): RegExp =>
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

// Without regard to case in the text, not in the pattern: a pattern that has none takes longer to prepare than to use.

/** Words for who is sold to. */
const customers: ReadonlySet<string> = new Set(
  ['customer', 'client', 'buyer', 'consumer', 'user', 'patient', 'guest'].flatMap((one) => [one, `${one}s`]),
);

/** "We help laboratories" names a customer by what they are; "help us sell" and "help close deals" do not. */
const someoneHelped = (): RegExp =>
  /\b(?:help(?:s|ing)?|enabl(?:es?|ing)|serv(?:es?|ing)|support(?:s|ing)?) (?!(?:us|ourselves|me|our|my|the (?:company|business|firm|team)|to|sell|hit|make|reach|meet|beat|exceed|close|win|grow|drive|increase|raise|boost|achieve|deliver|generate)\b)\p{L}/u;

/** The words with which a statement of purpose speaks of the seller's own numbers or products, if any. */
export function findOwnInterest(statement: string): string | undefined {
  return ownInterest().exec(inOneLine(statement))?.[0].trim();
}

/** Whether a statement names somebody who is helped. `organization` is the company itself, which does not count. */
export function namesCustomer(statement: string, organization: string): boolean {
  const text = inOneLine(statement);
  return (
    text
      .toLowerCase()
      .split(/\W+/)
      .some((word) => customers.has(word)) ||
    someoneHelped().test(text.replaceAll(organization, 'us').toLowerCase())
  );
}

function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
