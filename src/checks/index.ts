import type { Check } from './define-check.ts';
import answersContradictsSystem from './answers/contradicts-system.ts';
import answersDisputed from './answers/disputed.ts';
import answersIncomplete from './answers/incomplete.ts';
import answersMissingEvidencePath from './answers/missing-evidence-path.ts';
import answersModelMismatch from './answers/model-mismatch.ts';
import answersNotCounted from './answers/not-counted.ts';
import answersNotEverywhere from './answers/not-everywhere.ts';
import answersOutOfRangeDate from './answers/out-of-range-date.ts';
import answersOverclaimed from './answers/overclaimed.ts';
import answersStale from './answers/stale.ts';
import answersUnknownQuestion from './answers/unknown-question.ts';
import coachingMissingCadence from './coaching/missing-cadence.ts';
import coachingMissingCoachDevelopment from './coaching/missing-coach-development.ts';
import coachingNarrowFocus from './coaching/narrow-focus.ts';
import coachingOfflinePlaybook from './coaching/offline-playbook.ts';
import coachingOverCapacity from './coaching/over-capacity.ts';
import coachingSkillWithoutPlaybook from './coaching/skill-without-playbook.ts';
import coachingUncoachedUnit from './coaching/uncoached-unit.ts';
import coachingUnevenCadence from './coaching/uneven-cadence.ts';
import leadershipFlavorOfTheMonth from './leadership/flavor-of-the-month.ts';
import leadershipMissingExpectations from './leadership/missing-expectations.ts';
import leadershipMissingModeling from './leadership/missing-modeling.ts';
import leadershipMovingGoalposts from './leadership/moving-goalposts.ts';
import leadershipUnevenExpectations from './leadership/uneven-expectations.ts';
import measurementLagAsLead from './measurement/lag-as-lead.ts';
import measurementLeadWithoutBehavior from './measurement/lead-without-behavior.ts';
import measurementLeadWithoutProficiency from './measurement/lead-without-proficiency.ts';
import measurementMissingGoal from './measurement/missing-goal.ts';
import measurementMissingOwner from './measurement/missing-owner.ts';
import measurementMissingSegment from './measurement/missing-segment.ts';
import measurementOneSizeFitsAll from './measurement/one-size-fits-all.ts';
import measurementPrematureLead from './measurement/premature-lead.ts';
import measurementSeparateOnboarding from './measurement/separate-onboarding.ts';
import measurementTooFewLeads from './measurement/too-few-leads.ts';
import measurementTooManyLeads from './measurement/too-many-leads.ts';
import measurementUncoachedLead from './measurement/uncoached-lead.ts';
import methodMethodChurn from './method/method-churn.ts';
import methodMissingBuyerFeedback from './method/missing-buyer-feedback.ts';
import methodMissingMethod from './method/missing-method.ts';
import methodMissingSkillKind from './method/missing-skill-kind.ts';
import methodSkillWithoutBehavior from './method/skill-without-behavior.ts';
import methodUnsourcedInsight from './method/unsourced-insight.ts';
import philosophyMissingCustomerOutcome from './philosophy/missing-customer-outcome.ts';
import philosophyMissingPurpose from './philosophy/missing-purpose.ts';
import philosophyMissingToughQuestions from './philosophy/missing-tough-questions.ts';
import philosophyOneSidedWin from './philosophy/one-sided-win.ts';
import philosophyQuotaPurpose from './philosophy/quota-purpose.ts';
import philosophyRoleWithoutPurpose from './philosophy/role-without-purpose.ts';
import philosophyStalePurposeConversation from './philosophy/stale-purpose-conversation.ts';
import philosophyUnresolvedPayConflict from './philosophy/unresolved-pay-conflict.ts';
import practiceOneOffPractice from './practice/one-off-practice.ts';
import practicePracticeWithoutFeedback from './practice/practice-without-feedback.ts';
import practiceUnpracticedSkill from './practice/unpracticed-skill.ts';
import processMissingStages from './process/missing-stages.ts';
import processSellerLedWinLoss from './process/seller-led-win-loss.ts';
import processSellerOnlyExit from './process/seller-only-exit.ts';
import processStageWithoutConversation from './process/stage-without-conversation.ts';
import processStageWithoutExit from './process/stage-without-exit.ts';
import systemDanglingReference from './system/dangling-reference.ts';
import systemDuplicateId from './system/duplicate-id.ts';
import systemEmptyElement from './system/empty-element.ts';
import systemLopsided from './system/lopsided.ts';
import systemMissingEvidencePath from './system/missing-evidence-path.ts';
import systemMissingOpenQuestions from './system/missing-open-questions.ts';
import systemOutOfRangeDate from './system/out-of-range-date.ts';
import systemPlaceholderText from './system/placeholder-text.ts';
import systemStaleReview from './system/stale-review.ts';
import waiverEnding from './waiver/ending.ts';
import waiverExpired from './waiver/expired.ts';
import waiverIncomplete from './waiver/incomplete.ts';
import waiverUnused from './waiver/unused.ts';

/**
 * Every check: those of a declared system, errors first, then those of answers. Findings and docs use this
 * order. A test compares the list with the directory.
 */
export const checks: readonly Check[] = [
  philosophyMissingPurpose,
  processMissingStages,
  processStageWithoutExit,
  methodMissingMethod,
  measurementTooManyLeads,
  measurementMissingSegment,
  measurementMissingOwner,
  measurementMissingGoal,
  measurementLeadWithoutBehavior,
  measurementLeadWithoutProficiency,
  measurementSeparateOnboarding,
  coachingMissingCadence,
  coachingUncoachedUnit,
  coachingSkillWithoutPlaybook,
  systemEmptyElement,
  systemDanglingReference,
  systemDuplicateId,
  systemMissingEvidencePath,
  systemOutOfRangeDate,
  waiverExpired,
  waiverUnused,
  waiverIncomplete,
  philosophyQuotaPurpose,
  philosophyMissingCustomerOutcome,
  philosophyRoleWithoutPurpose,
  philosophyMissingToughQuestions,
  philosophyUnresolvedPayConflict,
  processSellerOnlyExit,
  processStageWithoutConversation,
  methodMissingSkillKind,
  methodSkillWithoutBehavior,
  methodUnsourcedInsight,
  methodMethodChurn,
  measurementTooFewLeads,
  measurementOneSizeFitsAll,
  measurementLagAsLead,
  measurementPrematureLead,
  measurementUncoachedLead,
  leadershipMissingExpectations,
  leadershipUnevenExpectations,
  leadershipMissingModeling,
  leadershipMovingGoalposts,
  leadershipFlavorOfTheMonth,
  coachingUnevenCadence,
  coachingOfflinePlaybook,
  coachingOverCapacity,
  practiceUnpracticedSkill,
  practicePracticeWithoutFeedback,
  practiceOneOffPractice,
  systemPlaceholderText,
  systemStaleReview,
  philosophyStalePurposeConversation,
  philosophyOneSidedWin,
  processSellerLedWinLoss,
  methodMissingBuyerFeedback,
  coachingMissingCoachDevelopment,
  coachingNarrowFocus,
  systemLopsided,
  systemMissingOpenQuestions,
  waiverEnding,
  answersUnknownQuestion,
  answersModelMismatch,
  answersOutOfRangeDate,
  answersMissingEvidencePath,
  answersOverclaimed,
  answersContradictsSystem,
  answersNotCounted,
  answersNotEverywhere,
  answersStale,
  answersIncomplete,
  answersDisputed,
];
