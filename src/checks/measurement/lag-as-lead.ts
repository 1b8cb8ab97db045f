import { defineCheck } from '#checks/define-check.ts';
import { getActiveLeads } from '#checks/queries/measurement.ts';
import { describeInShort } from '#checks/queries/wording.ts';
import { isResult } from '#checks/queries/result-words.ts';

export default defineCheck({
  id: 'measurement/lag-as-lead',
  severity: 'warning',
  practice: 'few-lead-metrics',
  title: 'A result is used as a lead metric',
  why: 'A result comes in when it is too late to change. A lead metric counts what a seller can still do differently this week.',
  remedy: 'The metric counts something a seller does before the result.',
  covers: [36],
  example: {
    fails: `
execution:
  measurement:
    segments:
      - role: hunter
        leads:
          - { id: new-revenue, metric: Revenue per quarter, status: active }`,
    passes: `
execution:
  measurement:
    segments:
      - role: hunter
        leads:
          - { id: cost-named, metric: First meetings in which the customer names lost revenue, status: active }`,
  },
  run: (system) => {
    const lag = system.execution?.measurement?.goal?.lag;
    const active = getActiveLeads(system);
    return {
      subjects: active.length,
      failures: active.flatMap(({ lead, path, segment }) => {
        const metric = lead.metric ?? lead.id.replaceAll('-', ' ');
        const isGoal = lag !== undefined && metric.trim().toLowerCase() === lag.trim().toLowerCase();
        if (!isGoal && !isResult(metric)) return [];
        return {
          path: [...path, lead.metric === undefined ? 'id' : 'metric'],
          message: `\`${lead.id}\` of \`${segment}\` counts "${describeInShort(metric)}", which is ${isGoal ? 'the goal itself' : 'a result'}: it tells sellers how they did, not what to do.`,
          fix: `Make \`metric\` of \`${lead.id}\` count something a seller does before that result, or set \`status: retired\`.`,
        };
      }),
    };
  },
});
