/** Longer than 200 lines: whole reports. */
import { expect, it } from 'vitest';
import { renderJobSummary, renderers } from '#render/check/index.ts';
import { context, makeFinding, makeReport, makeScores, smallReport } from './reports.ts';

it('text: groups findings by file and ends with the verdict', () => {
  expect(renderers.text(smallReport, { ...context, detail: 'verbose' })).toMatchInlineSnapshot(`
    "File sales-system.yaml

      1:1 info system/missing-open-questions
      | No question is open. (only the date changed)
        ❯ 1 | kind: sales-system
            | ^
          2 | schemaVersion: 1
      Fix: Add \`purpose.statement\`.
      Waiver: - {rule: system/missing-open-questions, path: "/openQuestions", reason: , owner: , until: }

      4:1 error philosophy/missing-purpose
      | Harbor Instruments has not written down why it sells.
          3 | organization: {name: Harbor Instruments}
        ❯ 4 | philosophy: {}
            | ^
          5 | process:
      Fix: Add \`purpose.statement\`.
      + fixing this adds 4 to Philosophy
      Waiver: - {rule: philosophy/missing-purpose, path: "/philosophy/purpose", reason: , owner: , until: }

      7:7 warning process/seller-only-exit
      | Nothing that a buyer does ends the stage "discovery".
          6 |   stages:
        ❯ 7 |     - id: discovery
            |       ^
          8 | 
      Fix: Add an exit with \`by: buyer\`.
      + fixing this adds less than 1 to Process
      Waiver: - {rule: process/seller-only-exit, path: "/process/stages/discovery", reason: , owner: , until: }

    Suppressed
      – warning process/seller-only-exit at sales-system.yaml:6:5
        | Nothing that a buyer does ends the stage "discovery".
        > waived by Ana Ruiz until 2026-12-31: New stage
      – warning process/seller-only-exit at sales-system.yaml:5:1
        | Nothing that a buyer does ends the stage "discovery".
        > in the baseline

    Scores
      ▒▒▒▒▒▒▒▒············  41 sales-system.yaml (declared), 46 once what is
                             | suppressed is fixed
      ····················   0 Philosophy
      ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒···  83 Process
      ····················   – Method
      ████▒▒▒▒▒▒▒▒········  60 answers.yaml (said), 20 shown, 1 of 1 in place, 28 of
                             | 32 answered, 1 don't know, 1 open, 2 not applicable
      ▒▒▒▒▒▒▒▒▒▒▒▒········  60 Philosophy

    Changes
      – Process lost 3 points: process/seller-only-exit is new.

    Notes
      – The history is shallow: older commits were not seen.

    No longer needed in the baseline
      – method/missing-method /method

    Why the gate failed
      – 1 error found.
      – The score 41 is below the floor 50.

    Failed: 1 error, 1 warning, 1 info, 2 suppressed in 2 files, as of 2026-11-23.
    "
  `);
});

it('markdown: starts with the marker of the comment', () => {
  expect(renderers.markdown(smallReport, context)).toMatchInlineSnapshot(`
    "<!-- sales-audit -->

    **Failed: 1 error, 1 warning, 1 info, 2 suppressed in 2 files, as of 2026-11-23.**

    ### Scores

    | File | Score | By element | Also |
    | --- | --- | --- | --- |
    | sales-system.yaml | 41 declared | Philosophy 0, Process 83, Method unknown | 46 once what is suppressed is fixed |
    | answers.yaml | 60 said | Philosophy 60 | 20 shown, 1 of 1 in place, 28 of 32 answered, 1 don't know, 1 open, 2 not applicable |

    ### sales-system.yaml

    - **info** [system/missing-open-questions](https://example.com/docs/checks.md#system-missing-open-questions) at 1:1: No question is open. (only the date changed) **Fix:** Add \\\`purpose.statement\\\`.
    - **error** [philosophy/missing-purpose](https://example.com/docs/checks.md#philosophy-missing-purpose) at 4:1: Harbor Instruments has not written down why it sells. **Fix:** Add \\\`purpose.statement\\\`. (fixing this adds 4 to Philosophy)
    - **warning** [process/seller-only-exit](https://example.com/docs/checks.md#process-seller-only-exit) at 7:7: Nothing that a buyer does ends the stage "discovery". **Fix:** Add an exit with \\\`by: buyer\\\`. (fixing this adds less than 1 to Process)

    <details>
    <summary>2 suppressed</summary>

    - warning [process/seller-only-exit](https://example.com/docs/checks.md#process-seller-only-exit) at sales-system.yaml:6:5: Nothing that a buyer does ends the stage "discovery". (waived by Ana Ruiz until 2026-12-31: New stage)
    - warning [process/seller-only-exit](https://example.com/docs/checks.md#process-seller-only-exit) at sales-system.yaml:5:1: Nothing that a buyer does ends the stage "discovery". (in the baseline)

    </details>

    ### Changes

    - Process lost 3 points: process/seller-only-exit is new.

    ### Notes

    - The history is shallow: older commits were not seen.

    ### No longer needed in the baseline

    - method/missing-method /method

    ### Why the gate failed

    - 1 error found.
    - The score 41 is below the floor 50.
    "
  `);
});

it('github: lists the most severe first, then the text report', () => {
  const [commands, ...rest] = renderers.github(smallReport, context).split('\n\n');
  expect(commands).toMatchInlineSnapshot(`
    "::error file=sales-system.yaml,line=4,col=1,title=philosophy/missing-purpose::Harbor Instruments has not written down why it sells.%0AFix: Add \`purpose.statement\`.%0A(fixing this adds 4 to Philosophy)
    ::warning file=sales-system.yaml,line=7,col=7,title=process/seller-only-exit::Nothing that a buyer does ends the stage "discovery".%0AFix: Add an exit with \`by: buyer\`.%0A(fixing this adds less than 1 to Process)
    ::notice file=sales-system.yaml,line=1,col=1,title=system/missing-open-questions::No question is open. (only the date changed)%0AFix: Add \`purpose.statement\`."
  `);
  expect(rest.join('\n\n')).toBe(renderers.text(smallReport, context));
});

it('job summary: equals the comment', () => {
  expect(renderJobSummary(smallReport, context)).toBe(renderers.markdown(smallReport, context));
});

it('text: reports a run without findings in one line', () => {
  const verdict = 'Passed: 0 errors, 0 warnings, 0 info in 1 file, as of 2026-11-23.';
  const line = `${' '.repeat(17)}sales-system.yaml\n\n`;
  expect(renderers.text(makeReport(), context)).toBe(`${line}${verdict}\n`);
  expect(renderers.github(makeReport(), context)).toBe(`${line}${verdict}\n`);
  expect(renderers.markdown(makeReport(), context)).toBe(`<!-- sales-audit -->\n\n**${verdict}**\n`);
});

it('text: says a line for each file of a run that passes', () => {
  const report = makeReport({ ...smallReport, verdict: { ok: true, exitCode: 0, reasons: [] } });
  expect(renderers.text(report, context)).toMatchInlineSnapshot(`
    "  ▒▒▒▒······  41 sales-system.yaml: 1 error, 1 warning, 1 info, 2 suppressed
      ██▒▒▒▒····  60 answers.yaml
    --verbose shows everything that was found.

    Changes
      – Process lost 3 points: process/seller-only-exit is new.

    Notes
      – The history is shallow: older commits were not seen.

    No longer needed in the baseline
      – method/missing-method /method

    Passed: 1 error, 1 warning, 1 info, 2 suppressed in 2 files, as of 2026-11-23.
    "
  `);
});

it('text: says how much was found in each file of a run that fails', () => {
  const text = renderers.text(smallReport, context);
  expect(text).toContain('4:1 error philosophy/missing-purpose');
  expect(text.slice(text.indexOf('sales-system.yaml: '))).toMatchInlineSnapshot(`
    "sales-system.yaml: 1 error, 1 warning, 1 info, 2 suppressed
      ██▒▒▒▒····  60 answers.yaml
    --verbose shows everything that was found.

    Changes
      – Process lost 3 points: process/seller-only-exit is new.

    Notes
      – The history is shallow: older commits were not seen.

    No longer needed in the baseline
      – method/missing-method /method

    Why the gate failed
      – 1 error found.
      – The score 41 is below the floor 50.

    Failed: 1 error, 1 warning, 1 info, 2 suppressed in 2 files, as of 2026-11-23.
    "
  `);
});

it('text: says nothing but what fails, if it is to be quiet', () => {
  expect(renderers.text(makeReport(), { ...context, detail: 'quiet' })).toBe('');
  expect(renderers.text(smallReport, { ...context, detail: 'quiet' })).toMatchInlineSnapshot(`
    "File sales-system.yaml

      4:1 error philosophy/missing-purpose
      | Harbor Instruments has not written down why it sells.
          3 | organization: {name: Harbor Instruments}
        ❯ 4 | philosophy: {}
            | ^
          5 | process:
      Fix: Add \`purpose.statement\`.
      + fixing this adds 4 to Philosophy

    Why the gate failed
      – 1 error found.
      – The score 41 is below the floor 50.

    Failed: 1 error, 1 warning, 1 info, 2 suppressed in 2 files, as of 2026-11-23.
    "
  `);
});

it('text: a run of thirty systems with a baseline fits on one screen', () => {
  const files = Array.from({ length: 30 }, (_, index) => `regions/${index}/sales-system.yaml`);
  const known = files.flatMap((file) =>
    Array.from({ length: 50 }, () => ({
      finding: makeFinding({ file }),
      suppression: { by: 'baseline' } as const,
    })),
  );
  const report = makeReport({ files, scores: files.map((file) => makeScores({ file })), suppressed: known });
  expect(renderers.text(report, context).split('\n').length).toBeLessThanOrEqual(35);
});
