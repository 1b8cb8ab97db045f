import { describe, expect, it } from 'vitest';
import { makeQuestionnaire } from '#domain/scoring/questionnaire.ts';
import { loadModelFrom } from '../../src/tools/model-files.ts';
import { runCommand } from '../support/command.ts';
import { makeEmptyFolder } from '../support/folder.ts';
import {
  answerQuestion,
  findAsks,
  fullCount,
  enterLine,
  readAnswersIn,
  readReportIn,
  formatInput,
} from '../support/terminal/interview.ts';
import { Terminal, keys } from '../support/terminal/terminal.ts';

const model = await loadModelFrom('src/model');

const asOf = ['--as-of', '2026-11-23'];

describe('an interview with a seller', () => {
  const seller = makeQuestionnaire(model, 'seller', 'full');

  it('asks exactly the questions for sellers, in their wording', async () => {
    const cwd = await makeEmptyFolder();
    const { stderr, exitCode } = await runCommand(['run', '--plain', '--role', 'seller', ...asOf], {
      cwd,
      // No answer to the opening question, the organization, no facts; then the review and the closing questions.
      input: formatInput('', 'Acme', '', ...seller.map(() => '2'), '1', '', ''),
    });
    expect(exitCode).toBe(0);
    expect(findAsks(stderr, model)).toEqual(expect.arrayContaining(seller.map(({ id }) => `${id} seller`)));
    expect(findAsks(stderr, model).filter((name) => !name.endsWith(' seller'))).toEqual([]);
    expect(seller.length).toBeLessThan(fullCount);
    const document = await readAnswersIn(cwd);
    expect(document.respondent.role).toBe('seller');
    expect(Object.keys(document.answers)).toEqual(seller.map(({ id }) => id));
    const report = await readReportIn(cwd);
    expect(report.summary).toMatchObject({ asked: seller.length, outOf: fullCount, coverage: 1 });
  });

  it('shows them in a terminal too', async () => {
    const cwd = await makeEmptyFolder();
    const quick = makeQuestionnaire(model, 'seller', 'quick');
    const terminal = Terminal.start(['--quick', '--role', 'seller', '--organization', 'Acme', ...asOf], {
      cwd,
      rows: 40,
    });
    await enterLine(terminal, 'How complete is your sales system?', '');
    await enterLine(terminal, 'Add a few facts about the business', '');
    for (const [index, question] of quick.entries()) {
      const screen = await terminal.see(`Question ${index + 1} of ${quick.length}`);
      expect(findAsks(screen, model)).toEqual([`${question.id} seller`]);
      await answerQuestion(terminal, index + 1, 3, quick.length);
    }
    await terminal.see('Choose one to change it, or finish.');
    terminal.type(keys.ctrlC);
    expect((await terminal.end()).exitCode).toBe(130);
  });
});
