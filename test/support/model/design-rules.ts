import type { ScoringRules } from '#domain/model.ts';

/** Default scoring rules. */
export const designRules: ScoringRules = {
  inPlaceAt: 62.5,
  neglectedBelow: 37.5,
  blockingBelow: 37.5,
  unprovenBelow: 37.5,
  knownFromCoverage: 0.5,
  provisionalBelowCoverage: 0.8,
  target: 75,
  dependentBoost: 0.25,
  evidenceCaps: { none: 0, instance: 2, declaration: 2, affirmation: 3, artifact: 4 },
  staleEvidenceCosts: 1,
  evidenceMaxAge: 'P12M',
  severityWeights: { error: 3, warning: 2, info: 1 },
  planSize: 3,
  oneTeamUpTo: 10,
  voices: {
    minGroup: 5,
    governs: {
      felt: ['sellers', 'managers', 'enablement', 'leader', 'customers'],
      decided: ['supported-leader', 'managers', 'enablement', 'leader', 'sellers', 'customers'],
      seen: ['strongest-evidence', 'customers', 'managers', 'enablement', 'leader', 'sellers'],
    },
    talkFrom: 1,
    disputedFrom: 1.5,
    agreeUpTo: 0.5,
    varyUpTo: 0.83,
    rwgFrom: 5,
  },
};
