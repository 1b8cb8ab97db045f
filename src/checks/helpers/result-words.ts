/**
 * Tells a metric that counts a result from one that counts work. Only the head of the phrase decides:
 * "Revenue per seller" counts revenue, "Meetings about lost revenue" counts meetings.
 *
 * Words are looked up, not matched by patterns: a pattern of so many words takes longer to prepare than to use.
 */

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** How a metric counts, which says nothing about what: `number of`, `growth in`. */
const measures = words(
  'the total average mean share percentage percent % number count amount value volume sum size growth increase rise attainment achievement rate',
);

/** The same without `of` or `in` behind it. */
const qualifiers = words('the total average mean % #');

/** Where what is counted ends and its circumstances begin. */
const circumstances = words(
  'a an in of on at by per for from to with without within after before during where when that which who whose about against vs versus since until over under among across this last next each every',
);

/** What may follow the thing counted without changing what it is. */
const trailing = words(
  'attainment achievement achieved growth target total volume value amount number generated booked delivered made earned reached margin share weekly monthly quarterly yearly annually',
);

/** Results in one word. */
const results = words(
  'revenue revenues booking bookings quota quotas turnover profit profits margin margins income sales earnings commission commissions arr mrr',
);

/** Results in two words, by their second. */
const resultPairs: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['share', words('market wallet')],
  ['intake', words('order')],
  ...['logo', 'logos'].map((word) => [word, words('new')] as const),
  ...['rate', 'rates', 'ratio', 'ratios'].map(
    (word) => [word, words('win hit close closing closed conversion')] as const,
  ),
]);

/** What is won. */
const deals = words(
  'deal deals order orders contract contracts customer customers account accounts logo logos business',
);
const won = words('won closed signed received taken booked');

/** The other way round: `signed contracts`. */
const wonBefore = words('won closed closed-won signed');
const dealsBehind = words('deal deals order orders contract contracts business opportunities');

/** The words behind everything that only says how is counted. */
function withoutMeasures(head: readonly string[]): readonly string[] {
  for (let rest = head; ;) {
    const [first = '', second = '', third = ''] = rest;
    const length = first === 'per' && second === 'cent' ? 2 : measures.has(first) ? 1 : 0;
    const link = length === 2 ? third : second;
    if (length > 0 && rest.length > length + 1 && (link === 'of' || link === 'in'))
      rest = rest.slice(length + 1);
    else if (rest.length > 1 && qualifiers.has(first)) rest = rest.slice(1);
    else return rest;
  }
}

/** The words before the circumstances. */
function withoutCircumstances(head: readonly string[]): readonly string[] {
  const end = head.findIndex((word, index) => index > 0 && circumstances.has(/^\w*/.exec(word)?.[0] ?? ''));
  const phrase = (end === -1 ? head : head.slice(0, end)).join(' ');
  const [before = ''] = phrase.split(/[,;:(–—/]/, 1);
  return before.trim().split(' ');
}

function endsInResult(head: readonly string[]): boolean {
  const [before = '', last = ''] = head.slice(-2).length === 2 ? head.slice(-2) : ['', ...head];
  const parts = last.split('-');
  const end = parts.at(-1) ?? '';
  if (results.has(end)) return true;
  // The two words of a pair stand apart; what is before them may be tied to the first: `b2b-market share`.
  return parts.length === 1 && resultPairs.get(end)?.has(before.split('-').at(-1) ?? '') === true;
}

function endsInWonDeals(head: readonly string[]): boolean {
  const [before = '', last = ''] = head.slice(-2);
  if ((deals.has(before) && won.has(last)) || (wonBefore.has(before) && dealsBehind.has(last))) return true;
  return head.join(' ') === 'closed won' || head.join(' ') === 'closed-won';
}

/** Whether a metric counts a result, such as revenue, bookings or quota, instead of something that is done. */
export function isResult(metric: string): boolean {
  const all = metric.toLowerCase().replaceAll(/\s+/g, ' ').trim().split(' ');
  let head = withoutCircumstances(withoutMeasures(all));
  while (!endsInResult(head) && head.length > 1 && trailing.has(head.at(-1) ?? '')) head = head.slice(0, -1);
  return endsInResult(head) || endsInWonDeals(head);
}
