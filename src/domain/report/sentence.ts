import type { Assessment } from '#domain/scoring/assess.ts';
import { type MessageKey, formatMessage, joinNames } from '#domain/messages.ts';

/** What the sentence says of an element, in the order in which it says it. */
type Verdict = 'proven' | 'claimed' | 'partial' | 'missing' | 'unknown' | 'notAsked';

/** The message of each verdict, for one element and for several. */
const sentences = [
  ['proven', 'sentence.provenOne', 'sentence.provenMany'],
  ['claimed', 'sentence.claimedOne', 'sentence.claimedMany'],
  ['partial', 'sentence.partialOne', 'sentence.partialMany'],
  ['missing', 'sentence.missingOne', 'sentence.missingMany'],
  ['unknown', 'sentence.unknown', 'sentence.unknown'],
  ['notAsked', 'sentence.notAsked', 'sentence.notAsked'],
] as const satisfies readonly (readonly [Verdict, one: MessageKey, many: MessageKey])[];

function judgeElement({ status, shownInPlace }: Assessment, id: string): Verdict {
  switch (status.get(id)) {
    case 'in-place':
      return shownInPlace?.has(id) === true ? 'proven' : 'claimed';
    case 'partial':
      return 'partial';
    case 'neglected':
      return 'missing';
    case 'not-asked':
      return 'notAsked';
    default:
      return 'unknown';
  }
}

/**
 * Writes the finding of a report in a few words: what is proven, what is only claimed, what is missing, and what the
 * declared system disputes.
 *
 * @param contested ids of elements with answers that the declared system contradicts; only those in place are disputed
 */
export function writeSentence(assessment: Assessment, contested: ReadonlySet<string> = new Set()): string {
  const { elements, messages } = assessment.model;
  const disputed = elements
    .filter(({ id }) => contested.has(id) && assessment.status.get(id) === 'in-place')
    .map(({ name }) => name);
  const found = sentences
    .flatMap(([verdict, one, many]) => {
      const names = elements
        .filter(({ id }) => judgeElement(assessment, id) === verdict)
        .map(({ name }) => name);
      if (names.length === 0) return [];
      return [
        formatMessage(messages, names.length === 1 ? one : many, { names: joinNames(names, messages) }),
      ];
    })
    .join(' ');
  if (disputed.length === 0) return found;
  return `${found} ${formatMessage(messages, 'sentence.disputed', { names: joinNames(disputed, messages) })}`;
}
