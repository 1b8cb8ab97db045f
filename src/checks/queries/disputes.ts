import type { Failure } from '#checks/define-check.ts';

/**
 * Describes a question that the leader and the sellers answer very differently.
 *
 * @param leader level of the leader, 0..4
 * @param sellers median of the sellers, 0..4
 */
export function describeDispute(
  id: string,
  leader: number,
  sellers: number,
): Pick<Failure, 'message' | 'fix'> {
  return {
    message: `\`${id}\` is ${leader} to the leader and ${sellers} to the sellers: each sees something else, and a mean would describe nobody.`,
    fix: 'Ask both what they would have seen, and agree on what is true.',
  };
}
