import type { Assessment } from '#domain/scoring/assess.ts';
import { type MessageKey, formatMessage } from '#domain/messages.ts';

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

/** Writes the finding of a report in a few words: what is proven, what is only claimed, what is missing. */
export function writeSentence(assessment: Assessment): string {
  const { elements, messages } = assessment.model;
  return sentences
    .flatMap(([verdict, one, many]) => {
      const names = elements
        .filter(({ id }) => judgeElement(assessment, id) === verdict)
        .map(({ name }) => name);
      const last = names.at(-1);
      if (last === undefined) return [];
      const list =
        names.length === 1
          ? last
          : formatMessage(messages, 'report.and', { names: names.slice(0, -1).join(', '), last });
      return [formatMessage(messages, names.length === 1 ? one : many, { names: list })];
    })
    .join(' ');
}
