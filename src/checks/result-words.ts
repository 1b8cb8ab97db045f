/**
 * Tells a metric that counts a result from one that counts work. Only the head of the phrase decides:
 * "Revenue per seller" counts revenue, "Meetings about lost revenue" counts meetings.
 */

/** How a metric counts, which says nothing about what. */
const measure = new RegExp(
  String.raw`^(?:(?:the|total|average|mean|share|percentage|percent|per cent|%|number|count|amount|value|volume|sum|size|growth|increase|rise|attainment|achievement|rate) (?:of|in) |(?:the|total|average|mean|%|#) )`,
);

/** Where what is counted ends and its circumstances begin. */
const circumstance =
  / (?:a|an|in|of|on|at|by|per|for|from|to|with|without|within|after|before|during|where|when|that|which|who|whose|about|against|vs|versus|since|until|over|under|among|across|this|last|next|each|every)\b.*$|[,;:(–—/].*$/;

/** What may follow the thing counted without changing what it is. */
const trailing =
  / (?:attainment|achievement|achieved|growth|target|total|volume|value|amount|number|generated|booked|delivered|made|earned|reached|margin|share|weekly|monthly|quarterly|yearly|annually)$/;

const resultNoun =
  /(?:^|[ -])(?:revenues?|bookings?|quotas?|turnover|profits?|margins?|income|sales|earnings|commissions?|arr|mrr|market share|wallet share|order intake|new logos?|(?:win|hit|clos(?:e|ing)|closed|conversion) (?:rate|ratio)s?)$/;

const wonDeals =
  /(?:^| )(?:deals?|orders?|contracts?|customers?|accounts?|logos?|business) (?:won|closed|signed|received|taken|booked)$|(?:^| )(?:won|closed(?:[ -]won)?|signed) (?:deals?|orders?|contracts?|business|opportunities)$|^closed[ -]won$/;

/** Whether a metric counts a result, such as revenue, bookings or quota, instead of something that is done. */
export function isResult(metric: string): boolean {
  let head = metric.toLowerCase().replaceAll(/\s+/g, ' ').trim();
  while (measure.test(head)) head = head.replace(measure, '');
  head = head.replace(circumstance, '').trim();
  while (!resultNoun.test(head) && trailing.test(head)) head = head.replace(trailing, '');
  return resultNoun.test(head) || wonDeals.test(head);
}
