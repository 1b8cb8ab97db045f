import { expect, it } from 'vitest';
import { renderers } from '#render/check/index.ts';
import { context, makeReport, smallReport } from './reports.ts';

const [, error] = smallReport.findings;
const report = makeReport({
  rules: smallReport.rules.slice(0, 1),
  findings: error === undefined ? [] : [error],
  suppressed: smallReport.suppressed.slice(0, 1),
  verdict: { ok: false, exitCode: 1, reasons: ['1 error found.'] },
});

it('json: a report', () => {
  expect(renderers.json(report)).toMatchInlineSnapshot(`
    "{
      "verdict": {
        "ok": false,
        "exitCode": 1,
        "reasons": [
          "1 error found."
        ]
      },
      "scores": [],
      "findings": [
        {
          "check": "philosophy/missing-purpose",
          "severity": "error",
          "message": "Harbor Instruments has not written down why it sells.",
          "file": "sales-system.yaml",
          "path": "/philosophy",
          "line": 4,
          "column": 1,
          "points": 4.2,
          "fix": "Add \`purpose.statement\`.",
          "element": "philosophy",
          "identity": "/philosophy/purpose",
          "dueTo": null
        }
      ],
      "suppressed": [
        {
          "check": "process/seller-only-exit",
          "severity": "warning",
          "message": "Nothing that a buyer does ends the stage \\"discovery\\".",
          "file": "sales-system.yaml",
          "path": "/process/stages/0",
          "line": 6,
          "column": 5,
          "points": 0.5,
          "fix": "Add an exit with \`by: buyer\`.",
          "element": "process",
          "identity": "/process/stages/proposal",
          "dueTo": null,
          "suppression": {
            "by": "waiver",
            "reason": "New stage",
            "owner": "Ana Ruiz",
            "until": "2026-12-31"
          }
        }
      ],
      "settled": [],
      "notes": [],
      "changes": [],
      "asOf": "2026-11-23",
      "generator": {
        "name": "sales-audit",
        "version": "0.1.0"
      }
    }
    "
  `);
});

it('junit: a report', () => {
  expect(renderers.junit(report)).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <testsuites>
      <testsuite name="sales-system.yaml" package="sales-audit" id="0" timestamp="2026-11-23T00:00:00" hostname="localhost" tests="2" failures="1" errors="0" skipped="1" time="0">
        <properties/>
        <testcase name="philosophy/missing-purpose" classname="sales-system.yaml" time="0">
          <failure message="Harbor Instruments has not written down why it sells." type="error">sales-system.yaml:4:1 error philosophy/missing-purpose: Harbor Instruments has not written down why it sells. Fix: Add \`purpose.statement\`. (fixing this adds 4 to the declared score of philosophy)</failure>
        </testcase>
        <testcase name="process/seller-only-exit" classname="sales-system.yaml" time="0">
          <skipped message="waived by Ana Ruiz until 2026-12-31: New stage: Nothing that a buyer does ends the stage &quot;discovery&quot;.">sales-system.yaml:6:5 warning process/seller-only-exit: Nothing that a buyer does ends the stage &quot;discovery&quot;. Fix: Add an exit with \`by: buyer\`. (fixing this adds less than 1 to the declared score of process) [waived by Ana Ruiz until 2026-12-31: New stage]</skipped>
        </testcase>
        <system-out></system-out>
        <system-err/>
      </testsuite>
      <testsuite name="verdict" package="sales-audit" id="1" timestamp="2026-11-23T00:00:00" hostname="localhost" tests="1" failures="1" errors="0" skipped="0" time="0">
        <properties>
          <property name="version" value="0.1.0"/>
          <property name="exitCode" value="1"/>
        </properties>
        <testcase name="verdict" classname="verdict" time="0">
          <failure message="Failed: 1 error, 0 warnings, 0 info, 1 suppressed in 1 file, as of 2026-11-23." type="verdict">1 error found.</failure>
        </testcase>
        <system-out>Failed: 1 error, 0 warnings, 0 info, 1 suppressed in 1 file, as of 2026-11-23.</system-out>
        <system-err/>
      </testsuite>
    </testsuites>
    "
  `);
});

it('gitlab: a report', () => {
  expect(renderers.gitlab(report, context)).toMatchInlineSnapshot(`
    "[
      {
        "description": "Harbor Instruments has not written down why it sells.",
        "check_name": "philosophy/missing-purpose",
        "fingerprint": "8d2d2e9e9e58f516",
        "severity": "major",
        "location": {
          "path": "sales-system.yaml",
          "lines": {
            "begin": 4
          }
        }
      }
    ]
    "
  `);
});

it('sarif: a suppressed result', () => {
  const { runs } = JSON.parse(renderers.sarif(report, { ...context, sarifSuppressed: true }));
  expect(JSON.stringify(runs[0].results[1], null, 1)).toMatchInlineSnapshot(`
    "{
     "ruleId": "process/seller-only-exit",
     "ruleIndex": 1,
     "level": "warning",
     "message": {
      "text": "Nothing that a buyer does ends the stage \\"discovery\\". Fix: Add an exit with \`by: buyer\`. (fixing this adds less than 1 to the declared score of process)"
     },
     "locations": [
      {
       "physicalLocation": {
        "artifactLocation": {
         "uri": "sales-system.yaml",
         "uriBaseId": "%SRCROOT%"
        },
        "region": {
         "startLine": 6,
         "startColumn": 5
        }
       }
      }
     ],
     "partialFingerprints": {
      "primaryLocationLineHash": "dc8735b2ec623f1c:1",
      "sales-audit/v1": "30dd17c974a4262c"
     },
     "suppressions": [
      {
       "kind": "inSource",
       "status": "accepted",
       "justification": "waived by Ana Ruiz until 2026-12-31: New stage"
      }
     ]
    }"
  `);
});

it('sarif: a rule', () => {
  const { runs } = JSON.parse(renderers.sarif(report, context));
  expect(JSON.stringify(runs[0].tool.driver.rules[0], null, 1)).toMatchInlineSnapshot(`
    "{
     "id": "philosophy/missing-purpose",
     "name": "PhilosophyMissingPurpose",
     "shortDescription": {
      "text": "No stated purpose"
     },
     "fullDescription": {
      "text": "Without a purpose nobody knows why a customer should care."
     },
     "help": {
      "text": "No stated purpose. Without a purpose nobody knows why a customer should care.",
      "markdown": "**No stated purpose**\\n\\nWithout a purpose nobody knows why a customer should care.\\n\\nFails:\\n\\n    philosophy: {}\\n\\nPasses:\\n\\n    philosophy:\\n      purpose: {statement: We help.}"
     },
     "defaultConfiguration": {
      "level": "error"
     }
    }"
  `);
});
