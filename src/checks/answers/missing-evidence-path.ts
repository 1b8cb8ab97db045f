import { defineAnswersCheck } from '#checks/define-check.ts';
import { findEvidenceReferences, judgeReferences } from '#checks/queries/references.ts';

export default defineAnswersCheck({
  id: 'answers/missing-evidence-path',
  severity: 'error',
  title: 'Evidence is not where the answer says it is',
  why: 'Evidence that nobody can open proves nothing, but counts as if it did.',
  remedy: 'The evidence is where the answer says it is, or is removed.',
  example: {
    fails: `
answers:
  philosophy.stated-purpose.heard:
    level: 2
    evidence:
      - kind: artifact
        date: 2026-11-20
        what: Five sellers asked unrehearsed
        ref: docs/verbatims-2019.md # no such file`,
    passes: `
answers:
  philosophy.stated-purpose.heard:
    level: 2
    evidence:
      - kind: artifact
        date: 2026-11-20
        what: Five sellers asked unrehearsed
        ref: https://wiki.example.com/verbatims`,
  },
  run: (answers, { facts: { paths } }) => judgeReferences(findEvidenceReferences(answers), paths),
});
