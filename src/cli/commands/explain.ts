import { type CommandDefinition, modelOption } from '#cli/definition.ts';

/** `explain`: explains an id, or the arithmetic behind a score. */
export const explain: CommandDefinition = {
  name: 'explain',
  description:
    'explain a question, practice, element, pattern or recommendation, or the arithmetic behind a score',
  arguments: [
    {
      name: '<id>',
      description:
        'id of a question, practice, block, element, pattern or check; QUESTION@LEVEL for a recommendation; overall, balance or coverage',
      kind: 'explainable',
    },
  ],
  options: [
    modelOption,
    {
      flags: '--answers <file...>',
      description: 'also explain the scores of these answers (- for standard input); several are combined',
      kind: 'file',
      isRepeatable: true,
    },
  ],
  examples: [
    'sales-audit explain philosophy.stated-purpose.heard',
    'sales-audit explain stated-purpose --answers answers.yaml',
    'sales-audit explain overall --answers answers.yaml',
    'sales-audit explain execution.coaching-cadence.last-session --answers answers/*.answers.yaml',
  ],
  load: async () => (await import('#app/lookup/explain.ts')).explain,
};
