import { expect, it } from 'vitest';
import { runCommand } from '../../support/command.ts';

it('says what the sales-system file declares instead', async () => {
  const { stdout } = await runCommand(
    'score answers.yaml --system sales-system.yaml --as-of 2026-11-23 --format json'.split(' '),
    { cwd: 'examples/harbor-instruments' },
  );
  const { summary, findings } = JSON.parse(stdout);
  const found = findings.find(({ check }: { check: string }) => check === summary.surprise.check);
  expect(summary.surprise.sentence).toContain(found.message.replaceAll(/`([^`]+)`/g, '“$1”'));
});
