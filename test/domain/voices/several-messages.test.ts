import { describe, expect, it } from 'vitest';
import { type MessageKey, type Messages, findPlaceholders } from '#domain/messages.ts';
import { chooseMessages } from '#domain/voices/several-messages.ts';
import { files, makeCompany, run } from '../../support/combine.ts';
import { readExampleReport } from '../../support/report/report-context.ts';
import { loadShippedModel } from '../../support/model/shipped-model.ts';

const english = await loadShippedModel();
const german = await loadShippedModel('de');
const report = readExampleReport('sablewick-filtration');

/** Keys of messages that a report is written with. */
const inReports =
  /^(?:balance|chart|commentary|lens|office|plan|report|sentence|status|summary|surprise|voices)\./;

/** Messages that stand in a report, but speak with the person at the terminal. */
const toThePerson = /^summary\.(?:files|file[A-Z]\w+|open|noPage|goOn)$/;

const lists = (messages: Messages): [MessageKey, string][] =>
  Object.entries(messages).filter(([key]) => inReports.test(key) && !toThePerson.test(key)) as [
    MessageKey,
    string,
  ][];

describe.each([
  ['English', english, /\byour (?:own )?(?:answers?|evidence)\b|\byou (?:answered|said|saw|say|were)\b/i],
  [
    'German',
    german,
    /Ihren? Antworten|Ihrer Antworten|Ihre Belege|Sie (?:sagten|sagen|sahen|geantwortet)|haben Sie/,
  ],
])('messages of a report of several respondents in %s', (_language, model, ofOne) => {
  it('say nothing of what one person answered', () => {
    expect(lists(model.messages).filter(([, text]) => ofOne.test(text))).not.toEqual([]);
    const chosen = lists(chooseMessages(report, model.messages));
    expect(chosen.filter(([, text]) => ofOne.test(text))).toEqual([]);
  });

  it('replace a message with the same placeholders', () => {
    const keys = Object.keys(model.messages) as MessageKey[];
    const replacing = keys.filter((key) => key.startsWith('several.'));
    for (const key of replacing) {
      const replaced = key.replace('several.', '') as MessageKey;
      expect([replaced, findPlaceholders(model.messages[replaced] ?? '')]).toEqual([
        replaced,
        findPlaceholders(model.messages[key]),
      ]);
    }
    expect(chooseMessages({}, model.messages)).toBe(model.messages);
  });
});

describe('combine', () => {
  it.each([
    [[], 'By the combined answers, none of the 4', 'By your own answers'],
    [['--model', 'de'], 'Nach den Antworten aller Befragten ist keines der 4', 'Nach Ihren Antworten'],
  ])('speaks of several respondents, and score of one (%j)', async (options, ofSeveral, ofOne) => {
    const cwd = await makeCompany();
    const combined = await run(cwd, 'combine', ...files, ...options, '-o', 'report.yaml');
    expect(combined.stderr).toContain(ofSeveral);
    expect(combined.stderr).not.toContain(ofOne);
    const { stdout } = await run(cwd, 'report', 'report.yaml', '--format', 'markdown');
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(ofSeveral);
    expect(stdout).not.toContain(ofOne);
    const scored = await run(cwd, 'score', 'answers/leader.answers.yaml', ...options, '--format', 'text');
    expect(scored.stdout).toContain(ofOne);
  });
});
