/** The interview asks again for a date of evidence that cannot be right. */
import { expect, it } from 'vitest';
import { changeEvidence } from '#app/interview/ask/ask-details.ts';
import type { Interview } from '#app/interview/state.ts';
import { loadShippedModel } from '../../support/model/shipped-model.ts';

it('takes a day that has been, or none', async () => {
  const model = await loadShippedModel();
  const { messages } = model;
  const faults: (string | undefined)[] = [];
  const asker = {
    choose: async () => 'artifact',
    text: async ({
      message,
      validate,
    }: {
      message: string;
      validate?: (text: string) => string | undefined;
    }) => {
      if (message !== messages['evidence.date']) return 'A record';
      for (const typed of ['2062-11-11', '0206-11-11', '2026-11-31', '2026-11-20', '']) {
        faults.push(validate?.(typed));
      }
      return '';
    },
  };
  const interview = { asker, model, today: '2026-11-23' } as unknown as Interview;
  await changeEvidence(interview, { level: 2 }, () => Promise.resolve());
  expect(faults).toEqual([
    expect.stringContaining('after 2026-11-23'),
    expect.stringContaining('after 2026-11-23'),
    expect.stringContaining('2026-11-23'),
    undefined,
    undefined,
  ]);
});
