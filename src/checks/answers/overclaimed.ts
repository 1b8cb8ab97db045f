import { getPastDate } from '#domain/dates.ts';
import { listClaims } from '#checks/queries/answers.ts';
import { defineAnswersCheck } from '#checks/define-check.ts';
import { computeSupportedLevel, maxUnprovenLevel } from '#domain/scoring/evidence.ts';

export default defineAnswersCheck({
  id: 'answers/overclaimed',
  severity: 'warning',
  title: 'A high level has little or no evidence',
  why: 'What works leaves traces. A high level without any is a belief: it may be right, but nobody else can tell.',
  remedy: 'A dated case or document proves the level, or the level is lower.',
  example: {
    fails: `
answers:
  philosophy.stated-purpose.heard:
    level: 4
    evidence: [{ kind: declaration, what: The purpose on the intranet }]`,
    passes: `
answers:
  philosophy.stated-purpose.heard:
    level: 4
    evidence: [{ kind: artifact, date: 2026-10-01, what: Five sellers asked unrehearsed }]`,
  },
  run: (answers, { model, facts: { asOf } }) => {
    const claimed = listClaims(answers, model);
    return {
      subjects: claimed.length,
      failures: claimed.flatMap(({ id, question, level, answer: { evidence = [] } }) => {
        const shown = computeSupportedLevel(evidence, question, model.scoring, asOf);
        if (shown > maxUnprovenLevel) return [];
        const whenNew = evidence.map((piece) =>
          computeSupportedLevel([piece], question, model.scoring, getPastDate(piece.date, asOf) ?? asOf),
        );
        const aged = Math.max(0, ...whenNew) > maxUnprovenLevel;
        const has =
          evidence.length === 0
            ? 'has no evidence'
            : `its evidence supports level ${shown} at most${aged ? ', because it is out of date' : ''}`;
        const wanted = question.evidence[0]?.what;
        return [
          {
            path: ['answers', id, 'level'],
            ...(aged && { dueTo: 'date' as const }),
            message: `\`${id}\` has level ${level}, but ${has}.`,
            fix: `Attach dated \`evidence\` to \`${id}\`${wanted === undefined ? '' : ` (for example: ${wanted.replace(/[.?!]$/, '')})`}, or lower its \`level\`.`,
          },
        ];
      }),
    };
  },
});
