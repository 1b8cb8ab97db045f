/** Longest piece of the company's own text that a message repeats, in UTF-16 units. */
const longest = 80;

/** A text of the company on one line and short enough for a message; a cut shows as an ellipsis. */
export function inShort(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= longest) return line;
  const words = line.slice(0, longest).split(' ');
  // A text without spaces has no better place to be cut than anywhere.
  const whole = words.length > 1 ? words.slice(0, -1).join(' ') : [...line].slice(0, longest / 2).join('');
  return `${whole}…`;
}

/**
 * What a sentence of a company talks about when it talks about itself: its numbers and what it sells. Only
 * words that hardly mean anything else; the sales team itself is no number.
 */
const ownInterest = new RegExp(
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

const customer = /\b(?:customers?|clients?|buyers?|consumers?|users?|patients?|guests?)\b/i;

/** "We help laboratories" names a customer by what they are; "help us sell" and "help close deals" do not. */
const someoneHelped = new RegExp(
  String.raw`\b(?:help(?:s|ing)?|enabl(?:es?|ing)|serv(?:es?|ing)|support(?:s|ing)?) (?!(?:${[
    'us|ourselves|me|our|my|the (?:company|business|firm|team)|to',
    'sell|hit|make|reach|meet|beat|exceed|close|win|grow|drive|increase|raise|boost|achieve|deliver|generate',
  ].join('|')})\b)\p{L}`,
  'iu',
);

/** The words with which a statement of purpose speaks of the seller's own numbers or products, if any. */
export function ownInterestIn(statement: string): string | undefined {
  return ownInterest.exec(inOneLine(statement))?.[0].trim();
}

/** Whether a statement names somebody who is helped. `organization` is the company itself, which does not count. */
export function namesCustomer(statement: string, organization: string): boolean {
  const text = inOneLine(statement);
  return customer.test(text) || someoneHelped.test(text.replaceAll(organization, 'us'));
}

function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
