/** Longer than 200 lines: every fault of a form, with its line or cell. */
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import writeWorkbook from 'write-excel-file/node';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openWorkbook } from '#document/form/read-workbook.ts';
import { runCommand } from '../../support/command.ts';
import { makeEmptyFolder } from '../../support/folder.ts';

const example = resolve('examples/harbor-instruments/answers.yaml');

/** What the interview adds or changes without a person. */
function withoutDigest(text: string): unknown {
  const { model, scope, ...rest } = parse(text) as Record<string, unknown> & { model: { digest?: string } };
  const { digest: _digest, ...reference } = model;
  return { scope: scope ?? 'full', model: reference, ...rest };
}

const today = '2026-11-30';

describe.each(['md', 'xlsx'])('a form as %s', (ending) => {
  it.each(['shipped', 'de'])('gives back every answer that it began with (%s)', async (model) => {
    const cwd = await makeEmptyFolder();
    const file = `form.${ending}`;
    await runCommand(['form', '--model', model, '--answers', example, '-o', file], { cwd, today });
    const { exitCode, stderr } = await runCommand(['import', file, '-o', 'answers.yaml'], { cwd, today });
    expect([exitCode, stderr]).toEqual([0, 'Wrote answers.yaml\n']);
    const imported = await readFile(join(cwd, 'answers.yaml'), 'utf8');
    expect(withoutDigest(imported)).toEqual(withoutDigest(await readFile(example, 'utf8')));
  });

  it('gives an empty file of answers for an empty form', async () => {
    const cwd = await makeEmptyFolder();
    await runCommand(['form', '--role', 'seller', '--unit', 'South', '-o', `form.${ending}`], { cwd, today });
    const { exitCode, stdout } = await runCommand(['import', `form.${ending}`], { cwd, today });
    expect(exitCode).toBe(0);
    expect(parse(stdout)).toMatchObject({
      respondent: { role: 'seller', unit: 'South' },
      startedOn: today,
      answers: {},
    });
  });
});

/** Fills in a Markdown form: a text of it, and what to write instead. */
async function importMarkdown(
  changes: readonly (readonly [string, string])[],
): Promise<{ stderr: string; exitCode: number | null; answers: Record<string, unknown>; lines: string[] }> {
  const cwd = await makeEmptyFolder();
  const made = await runCommand(['form', '--role', 'seller', '--quick', '--format', 'markdown'], {
    cwd,
    today,
  });
  const text = changes.reduce((whole, [from, to]) => {
    if (!whole.includes(from)) throw new Error(`The form has no ${from}`);
    return whole.replace(from, () => to);
  }, made.stdout);
  await writeFile(join(cwd, 'form.md'), text);
  const { exitCode, stderr, stdout } = await runCommand(['import', 'form.md'], { cwd, today });
  return { exitCode, stderr, answers: parse(stdout)?.answers ?? {}, lines: text.split('\n') };
}

const id = 'philosophy.stated-purpose.heard';
const level2 = '- [ ] **2** A shared line';
const chosen = [level2, level2.replace('[ ]', '[x]')] as const;

describe('a Markdown form that came back', () => {
  it('is read with everything that was written', async () => {
    const { exitCode, answers } = await importMarkdown([
      chosen,
      ['**Note** <!-- note -->\n', '**Note** <!-- note -->\nFirst line\n\n- a list\n# and more\n'],
      [
        '**Evidence** <!-- evidence -->\n',
        '**Evidence** <!-- evidence -->\n- work record | 2026-05-04 | a \\| b | crm/calls | Kim\n- instance || Kim\n',
      ],
    ]);
    expect(exitCode).toBe(0);
    expect(answers).toEqual({
      [id]: {
        level: 2,
        evidence: [
          { kind: 'artifact', date: '2026-05-04', what: 'a | b', ref: 'crm/calls', seenBy: 'Kim' },
          { kind: 'instance', what: 'Kim' },
        ],
        note: 'First line\n\n- a list\n# and more',
        answeredOn: today,
      },
    });
  });

  it.each<readonly [string, readonly (readonly [string, string])[], string, string, object]>([
    ['another mark', [[level2, level2.replace('[ ]', '[2]')]], '[2]', '"2" marks no answer.', {}],
    [
      'two answers',
      [chosen, ['- [ ] **3** Most', '- [x] **3** Most']],
      '[x] **3**',
      'A second answer is marked, besides "2": "3".',
      { [id]: { level: 2, answeredOn: today } },
    ],
    [
      'a note without an answer',
      [['**Note** <!-- note -->\n', '**Note** <!-- note -->\nlonely\n']],
      'lonely',
      'The question has no answer, so this cannot be attached to it: "lonely".',
      {},
    ],
    [
      'a text between the parts',
      [chosen, [level2.replace('[ ]', '[x]'), `I think so.\n${level2.replace('[ ]', '[x]')}`]],
      'I think so.',
      'This is not part of the form, so it is left out: "I think so.".',
      { [id]: { level: 2, answeredOn: today } },
    ],
    [
      'a date that is none',
      [
        chosen,
        ['**Evidence** <!-- evidence -->\n', '**Evidence** <!-- evidence -->\n- artifact | May | calls\n'],
      ],
      '| May |',
      '"May" is not a date.',
      { [id]: { level: 2, evidence: [{ kind: 'artifact', what: 'calls' }], answeredOn: today } },
    ],
    [
      'an unknown question',
      [[`<!-- ${id} -->`, '<!-- philosophy.x.y -->']],
      'philosophy.x.y',
      'The form has no question "philosophy.x.y".',
      {},
    ],
  ])('names the line of %s, and keeps the rest', async (_what, changes, needle, message, kept) => {
    const { exitCode, stderr, answers, lines } = await importMarkdown(changes);
    const line = lines.findIndex((each) => each.includes(needle)) + 1;
    expect(stderr).toContain(`form.md, line ${line}: ${message}`);
    expect([exitCode, answers]).toEqual([1, kept]);
  });

  it('names the line of a fault in its head, and imports nothing', async () => {
    const { exitCode, stderr } = await importMarkdown([['role: seller', 'role: sailor']]);
    expect(stderr).toMatch(/^form\.md, line 1\d: .*sailor/);
    expect(stderr).toContain('nothing was imported');
    expect(exitCode).toBe(1);
  });
});

describe('an xlsx form that came back', () => {
  it('names the cell of every fault, and keeps the rest', async () => {
    const cwd = await makeEmptyFolder();
    await runCommand(['form', '--role', 'seller', '--quick', '-o', 'form.xlsx'], { cwd, today });
    const form = await openWorkbook(await readFile(join(cwd, 'form.xlsx')));
    const sheets = (form?.sheets ?? []).map(({ sheet, data }) => ({
      sheet,
      data: data.map((row) => [...row]),
    }));
    const set = (name: string, row: number, column: number, value: string | number | Date): void => {
      const cells = sheets.find(({ sheet }) => sheet === name)?.data[row - 1];
      if (cells !== undefined) cells[column] = value as string;
    };
    set('Questions', 2, 8, 3);
    set('Questions', 2, 9, '=HYPERLINK("x")');
    set('Questions', 3, 8, 'five');
    set('Questions', 4, 10, 'lonely');
    set('Questions', 5, 8, '?');
    set('Questions', 5, 11, 1);
    set('Evidence', 1, 0, 'Question');
    const evidence = sheets.find(({ sheet }) => sheet === 'Evidence')?.data;
    evidence?.push(
      [1, 'artifact', new Date('2026-05-04') as never, 'calls', null, null],
      [99, 'artifact', null, 'lost', null, null],
    );
    const bytes = await writeWorkbook(
      sheets.map(({ sheet, data }) => ({
        sheet,
        data: data.map((row) =>
          row.map((value) => {
            if (value === null) return null;
            const isDate = typeof value === 'object';
            return isDate
              ? { type: Date, value: value as never, format: 'yyyy-mm-dd' }
              : { type: typeof value === 'number' ? Number : String, value };
          }),
        ),
      })) as never,
    ).toBuffer();
    await writeFile(join(cwd, 'back.xlsx'), bytes);
    const { exitCode, stderr, stdout } = await runCommand(['import', 'back.xlsx'], { cwd, today });
    expect(stderr.split('\n')).toEqual([
      expect.stringContaining('back.xlsx, Questions!I3: "five" is not an answer.'),
      expect.stringContaining(
        'back.xlsx, Evidence!A3: "99" is not the number of a question: "artifact | lost".',
      ),
      expect.stringContaining('back.xlsx, Questions!K4: The question has no answer'),
      expect.stringContaining(
        'back.xlsx, Questions!L5: There is no level that this could be lower than: "1".',
      ),
      '4 faults found.',
      '',
    ]);
    expect(exitCode).toBe(1);
    const answers = Object.values(parse(stdout).answers as object);
    expect(answers).toEqual([
      {
        level: 3,
        evidence: [
          { kind: 'instance', date: today, what: '=HYPERLINK("x")' },
          { kind: 'artifact', date: '2026-05-04', what: 'calls' },
        ],
        answeredOn: today,
      },
      { unknown: true, answeredOn: today },
    ]);
  });

  it('is refused where it is no form, and the others are imported', async () => {
    const cwd = await makeEmptyFolder();
    await runCommand(['form', '--role', 'seller', '-o', 'a.md'], { cwd, today });
    await writeFile(join(cwd, 'b.xlsx'), 'PK not a workbook');
    const { exitCode, stderr } = await runCommand(['import', 'b.xlsx', 'a.md', example, '-o', '.'], {
      cwd,
      today,
    });
    expect(exitCode).toBe(1);
    expect(stderr).toContain('b.xlsx is not a workbook that `form` wrote');
    expect(stderr).toContain('Wrote a.answers.yaml\nWrote answers.answers.yaml');
    // An answers file stays as it is.
    expect(await readFile(join(cwd, 'answers.answers.yaml'), 'utf8')).toBe(await readFile(example, 'utf8'));
  });
});
