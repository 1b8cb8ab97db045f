import type { Condition, Model, Pattern } from '#domain/model.ts';
import { escapeLine } from '#render/escape.ts';
import { type ExplainContext, renderBullets, describeSource } from './context.ts';
import { hang, wrap } from '#render/terminal/layout.ts';

const signs = [
  ['atLeast', 'at least'],
  ['atMost', 'at most'],
  ['below', 'below'],
  ['equals', 'exactly'],
] as const;

/** Describes a condition, with its limits in levels. */
function describeCondition(condition: Condition): string {
  // Nested lists go in parentheses: "a and b or c" is ambiguous.
  const describePart = (part: Condition): string =>
    (part.all ?? part.any ?? []).length > 1 ? `(${describeCondition(part)})` : describeCondition(part);
  if (condition.all !== undefined) return condition.all.map(describePart).join(' and ');
  if (condition.any !== undefined) return condition.any.map(describePart).join(' or ');
  if (condition.check !== undefined)
    return `${condition.check} ${condition.fails === false ? 'passes' : 'fails'}`;
  const limits = signs.flatMap(([key, comparison]) =>
    condition[key] === undefined ? [] : [`${comparison} ${condition[key]}`],
  );
  if (condition.spread !== undefined)
    return `${condition.spread} differs between units by ${limits.join(' and ')}`;
  if (condition.lowest !== undefined)
    return `the lowest level named for ${condition.lowest} is ${limits.join(' and ')}`;
  if (condition.difference !== undefined) {
    return `leaders and managers answer ${condition.difference} higher than sellers by ${limits.join(' and ')}`;
  }
  return `${condition.value} is ${limits.join(' and ')}`;
}

/** Explains a pattern: when it matches, what it means, what to do first. */
export function explainPattern(pattern: Pattern, model: Model, context: ExplainContext): string[] {
  const { width, theme } = context;
  const sources = model.sources.filter(({ id }) => pattern.sources?.includes(id));
  return [
    ...wrap(theme.strong(escapeLine(`${pattern.name} (${pattern.id})`)), width),
    '',
    ...hang('When  ', escapeLine(`${describeCondition(pattern.when)} (in levels, 0 to 4)`), width),
    '',
    ...wrap(escapeLine(pattern.means), width),
    '',
    ...hang('First move  ', escapeLine(pattern.firstMove), width),
    ...hang('Works on  ', pattern.practices.join(', '), width),
    ...(sources.length === 0
      ? []
      : ['', theme.strong('Sources'), ...renderBullets(sources.map(describeSource), context)]),
  ];
}
