import { defineAnswersCheck } from '#checks/define-check.ts';
import { findEvidenceReferences, judgeReferences } from '#checks/queries/references.ts';

export default defineAnswersCheck({
  id: 'answers/missing-evidence-path',
  severity: 'error',
  title: 'Evidence leads to nothing inside the repository',
  why: 'Evidence that nobody can open shows nothing, and counts as if it did.',
  remedy: 'Say where the evidence is now, or take it out.',
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
