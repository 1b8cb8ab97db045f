/** Digits after the point in a report: people are shown fewer. */
export const digits = { score: 1, share: 2, priority: 3 } as const;

/** Digits after the point of a number in a written report, by its key; undefined where it is a count. */
export function decimalsInReport(path: readonly (string | number)[]): number | undefined {
  const key = path.at(-1);
  if (path[0] === 'context') return undefined;
  switch (key) {
    case 'score':
    case 'low':
    case 'high':
    case 'shown':
    case 'written':
    case 'balance':
    case 'points':
    case 'target':
      return digits.score;
    case 'coverage':
      return digits.share;
    case 'priority':
      return digits.priority;
    default:
      return undefined;
  }
}
