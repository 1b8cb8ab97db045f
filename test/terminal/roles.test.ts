import { describe, expect, it } from 'vitest';
import { questionnaireFor } from '#domain/scoring/questionnaire.ts';
import { loadModelFrom } from '../../src/tools/model-files.ts';
import { runCommand } from '../support/command.ts';
import { emptyFolder } from '../support/folder.ts';
import {
  answer,
  asksIn,
  fullCount,
  line,
  readAnswersIn,
  readReportIn,
  typed,
} from '../support/terminal/interview.ts';
import { Terminal, keys } from '../support/terminal/terminal.ts';

const model = await loadModelFrom('src/model');

const asOf = ['--as-of', '2026-11-23'];

describe('an interview with a seller', () => {
  const seller = questionnaireFor(model, 'seller', 'full');

  it('asks exactly the questions for sellers, in their wording', async () => {
    const cwd = await emptyFolder();
    const { stderr, exitCode } = await runCommand(['run', '--plain', '--role', 'seller', ...asOf], {
      cwd,
      // No answer to the opening question, the organization, no facts; then the review and the closing questions.
      input: typed('', 'Acme', '', ...seller.map(() => '2'), '1', '', ''),
    });
    expect(exitCode).toBe(0);
    expect(asksIn(stderr, model)).toEqual(expect.arrayContaining(seller.map(({ id }) => `${id} seller`)));
    expect(asksIn(stderr, model).filter((name) => !name.endsWith(' seller'))).toEqual([]);
    expect(seller.length).toBeLessThan(fullCount);
    const document = await readAnswersIn(cwd);
    expect(document.respondent.role).toBe('seller');
    expect(Object.keys(document.answers)).toEqual(seller.map(({ id }) => id));
    const report = await readReportIn(cwd);
    expect(report.summary).toMatchObject({ asked: seller.length, outOf: fullCount, coverage: 1 });
  });

  it('shows them in a terminal too', async () => {
    const cwd = await emptyFolder();
    const quick = questionnaireFor(model, 'seller', 'quick');
    const terminal = Terminal.start(['--quick', '--role', 'seller', '--organization', 'Acme', ...asOf], {
      cwd,
      rows: 40,
    });
    await line(terminal, 'How complete is your sales system?', '');
    await line(terminal, 'Add a few facts about the business', '');
    for (const [index, question] of quick.entries()) {
      const screen = await terminal.see(`Question ${index + 1} of ${quick.length}`);
      expect(asksIn(screen, model)).toEqual([`${question.id} seller`]);
      await answer(terminal, index + 1, 3, quick.length);
    }
    await terminal.see('Choose one to change it, or finish.');
    terminal.type(keys.ctrlC);
    expect((await terminal.end()).exitCode).toBe(130);
  });
});
