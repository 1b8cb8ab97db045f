/**
 * Distinguishes metrics that count a result from metrics that count work. Only the head of the phrase
 * decides: "Revenue per seller" counts revenue, "Meetings about lost revenue" counts meetings.
 *
 * Uses word sets instead of regular expressions: a pattern with this many words takes longer to compile than
 * to run.
 */

function toWordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** Words that say how a metric counts, not what: `number of`, `growth in`. */
const measures = toWordSet(
  'the total average mean share percentage percent % number count amount value volume sum size growth increase rise attainment achievement rate',
);

/** Words like those above that need no `of` or `in` after them. */
const qualifiers = toWordSet('the total average mean % #');

/** Words that end the counted thing and start its circumstances. */
const circumstances = toWordSet(
  'a an in of on at by per for from to with without within after before during where when that which who whose about against vs versus since until over under among across this last next each every',
);

/** Words that may follow the counted thing without changing what it is. */
const trailing = toWordSet(
  'attainment achievement achieved growth target total volume value amount number generated booked delivered made earned reached margin share weekly monthly quarterly yearly annually',
);

/** Results in one word. */
const results = toWordSet(
  'revenue revenues booking bookings quota quotas turnover profit profits margin margins income sales earnings commission commissions arr mrr',
);

/** Results in two words, by the second one. */
const resultPairs: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['share', toWordSet('market wallet')],
  ['intake', toWordSet('order')],
  ...['logo', 'logos'].map((word) => [word, toWordSet('new')] as const),
  ...['rate', 'rates', 'ratio', 'ratios'].map(
    (word) => [word, toWordSet('win hit close closing closed conversion')] as const,
  ),
]);

/** Nouns and verbs of a won deal, as in `contracts signed`. */
const deals = toWordSet(
  'deal deals order orders contract contracts customer customers account accounts logo logos business',
);
const won = toWordSet('won closed signed received taken booked');

/** The reverse order: `signed contracts`. */
const wonBefore = toWordSet('won closed closed-won signed');
const dealsBehind = toWordSet('deal deals order orders contract contracts business opportunities');

/** Strips leading words that only say how the metric counts. */
function stripMeasures(head: readonly string[]): readonly string[] {
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

/** Strips the circumstances after the counted thing. */
function stripCircumstances(head: readonly string[]): readonly string[] {
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
  // The two words of a pair are separate words. The first one may end a compound: `b2b-market share`.
  return parts.length === 1 && resultPairs.get(end)?.has(before.split('-').at(-1) ?? '') === true;
}

function endsInWonDeals(head: readonly string[]): boolean {
  const [before = '', last = ''] = head.slice(-2);
  if ((deals.has(before) && won.has(last)) || (wonBefore.has(before) && dealsBehind.has(last))) return true;
  return head.join(' ') === 'closed won' || head.join(' ') === 'closed-won';
}

/** Returns whether a metric counts a result, such as revenue, bookings or quota, instead of an activity. */
export function isResult(metric: string): boolean {
  const all = metric.toLowerCase().replaceAll(/\s+/g, ' ').trim().split(' ');
  let head = stripCircumstances(stripMeasures(all));
  while (!endsInResult(head) && head.length > 1 && trailing.has(head.at(-1) ?? '')) head = head.slice(0, -1);
  return endsInResult(head) || endsInWonDeals(head);
}
