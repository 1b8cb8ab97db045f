import type { Model, Question } from '#domain/model.ts';
import type { QuestionView } from '#domain/interview/interview.ts';
import type { VoiceCell } from '#domain/types/report.ts';
import { makeSessionManner } from '#app/session/session-manner.ts';
import { interviewManner } from '#app/interview/manner.ts';

/** Makes the view of a question that needs the most rows: saved before, with evidence, a note and a declared system. */
export function makeLongView(question: Question, model: Model): QuestionView {
  const asks = Object.values(question.ask).toSorted((a, b) => b.length - a.length);
  return {
    element: model.elements.find(({ id }) => id === question.element)?.name ?? '',
    practice: model.practices.find(({ id }) => id === question.practice)?.name ?? '',
    place: 36,
    count: 37,
    minutesLeft: 54,
    ask: asks[0] ?? '',
    isGuess: true,
    levels: question.levels,
    keys: interviewManner.keys,
    voices: undefined,
    saved: 'level 2, evidence: 2',
    remarks: ['A note of some length, as people write it'],
    evidence: ['artifact 2026-10-01 Verbatims', 'declaration A policy'],
    declared: ['purpose: one', 'owner: two'],
  };
}

const cell = (count: number, median: number): VoiceCell => ({
  count,
  median,
  counts: { levels: [count, 0, 0, 0, 0], unknown: 0, notApplicable: 0, open: 0 },
  agreement: { reading: 'split', deviation: 1, rwg: 0 },
});

/** Makes the view of the same question in a session of a team of four roles in three units. */
export function makeSessionView(question: Question, model: Model): QuestionView {
  const byRole = { leader: cell(1, 3), manager: cell(3, 1.5), seller: cell(12, 0.5), customer: cell(2, 2.5) };
  return {
    ...makeLongView(question, model),
    isGuess: false,
    declared: undefined,
    keys: makeSessionManner([], 2, '2026-11-23').keys,
    voices: {
      id: question.id,
      kind: question.kind,
      governs: 'sellers',
      because: '',
      byRole,
      byUnit: ['North', 'South', 'Export'].map((unit) => ({
        role: 'seller',
        units: [unit],
        answers: cell(4, 1),
      })),
      gap: 2.5,
      gapReading: 'disputed',
      spread: 1,
    },
  };
}
