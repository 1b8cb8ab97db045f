import { describe, expect, it } from 'vitest';
import {
  type Texts,
  changeSmallModel,
  findFaults,
  makeOverlay,
  mustLoad,
  smallTexts,
} from '../../../support/model/small-model.ts';

const small = await mustLoad(smallTexts);
const caps = '{none: 0, instance: 2, declaration: 2, affirmation: 3, artifact: 4}';
const change = (before: string, after: string): Texts => changeSmallModel('model.yaml', before, after);

describe('scoring rules that contradict each other are refused', () => {
  it.each<[string, Texts, string]>([
    [
      'neglected and in place at once',
      change('inPlaceAt: 62.5\n  neglectedBelow: 37.5', 'inPlaceAt: 10\n  neglectedBelow: 90'),
      'model.yaml 6:19 /scoring/neglectedBelow > `neglectedBelow` is 90, and `inPlaceAt` is 10: an element would be in place and neglected at once. > Make `neglectedBelow` at most 10, or `inPlaceAt` larger.',
    ],
    [
      'the most for no evidence',
      change('none: 0', 'none: 4'),
      'model.yaml 13:24 /scoring/evidenceCaps/none > `evidenceCaps.none` is 4, and `evidenceCaps.instance` is 2: weaker evidence would prove more than stronger evidence. > Make `evidenceCaps.none` at most 2, or `evidenceCaps.instance` larger.',
    ],
    [
      'the same for every evidence',
      change(caps, '{none: 4, instance: 4, declaration: 4, affirmation: 4, artifact: 4}'),
      'model.yaml 13:24 /scoring/evidenceCaps/none > `evidenceCaps.none` is 4, as much as any evidence: nothing would have to be proved. > Make it smaller than `evidenceCaps.artifact`. Usual: 0.',
    ],
    [
      'unknown in a report that is not provisional',
      change('knownFromCoverage: 0.5', 'knownFromCoverage: 0.9'),
      'model.yaml 9:22 /scoring/knownFromCoverage > `knownFromCoverage` is 0.9, and `provisionalBelowCoverage` is 0.8: a status would be unknown in a report that is not provisional. > Make `knownFromCoverage` at most 0.8, or `provisionalBelowCoverage` larger.',
    ],
    [
      'a warning that weighs more than an error',
      change('warning: 2', 'warning: 4'),
      'model.yaml 16:40 /scoring/severityWeights/warning > `severityWeights.warning` is 4, and `severityWeights.error` is 3: a check would weigh more than a more severe one. > Make `severityWeights.warning` at most 3, or `severityWeights.error` larger.',
    ],
    [
      'a gap that is disputed before anyone talks about it',
      change('talkFrom: 1,', 'talkFrom: 2,'),
      'model.yaml 19:101 /scoring/voices/talkFrom > `voices.talkFrom` is 2, and `voices.disputedFrom` is 1.5: a gap would be disputed before it is talked about. > Make `voices.talkFrom` at most 1.5, or `voices.disputedFrom` larger.',
    ],
    [
      'a group that cannot vary',
      change('agreeUpTo: 0.5', 'agreeUpTo: 1'),
      'model.yaml 19:134 /scoring/voices/agreeUpTo > `voices.agreeUpTo` is 1, and `voices.varyUpTo` is 0.83: no answers of a group could vary. > Make `voices.agreeUpTo` at most 0.83, or `voices.varyUpTo` larger.',
    ],
  ])('%s', async (_name, texts, fault) => {
    expect(await findFaults(texts)).toEqual([fault]);
  });

  it('where an overlay changes one of them', async () => {
    expect(await findFaults(makeOverlay('changes: {scoring: {inPlaceAt: 30}}'), small)).toEqual([
      'part-1.yaml 3:32 /changes/scoring/inPlaceAt > `neglectedBelow` is 37.5, and `inPlaceAt` is 30: an element would be in place and neglected at once. > Make `neglectedBelow` at most 30, or `inPlaceAt` larger.',
    ]);
  });

  it('but not equal ones', async () => {
    const equal = change(caps, '{none: 1, instance: 1, declaration: 1, affirmation: 4, artifact: 4}');
    expect(await findFaults(equal)).toEqual([]);
    expect(await findFaults(change('inPlaceAt: 62.5', 'inPlaceAt: 37.5'))).toEqual([]);
  });
});
