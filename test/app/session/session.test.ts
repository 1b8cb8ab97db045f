/** Longer than 200 lines: everything that a session says, saves and refuses. */
import { cp, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import validateAnswers from '#document/schema/validators/answers.js';
import type { ReportDocument } from '#domain/types/report.ts';
import { type Printed, runCommand } from '../../support/command.ts';
import { makeEmptyFolder } from '../../support/folder.ts';
import { formatInput, messages, readAnswersIn, unwrap } from '../../support/terminal/interview.ts';

const example = 'examples/sablewick-filtration/answers';
const files = (await readdir(example)).toSorted().map((name) => `answers/${name}`);
const agreedFile = 'answers/agreed.answers.yaml';
/** The question with the largest gap. */
const first = 'execution.coaching-cadence.follow-through';

/** Makes a copy of the answers of fourteen people. */
async function makeTeam(): Promise<string> {
  const cwd = await makeEmptyFolder();
  await cp(example, join(cwd, 'answers'), { recursive: true });
  return cwd;
}

/** Holds a session line by line. */
const hold = (cwd: string, args: readonly string[], ...lines: readonly string[]): Promise<Printed> =>
  runCommand(['combine', '--session', '--plain', '--as-of', '2026-11-23', ...args], {
    cwd,
    input: formatInput(...lines),
  });

describe('a session', () => {
  it('says who answered and how much they differ, and shows the answers of each role and unit', async () => {
    const cwd = await makeTeam();
    const { exitCode, stdout, stderr } = await hold(cwd, files, 'q');
    const text = unwrap(stderr);
    expect([exitCode, stdout]).toEqual([0, '']);
    expect(text).toContain(
      'Sablewick Filtration: 14 people answered: Leader, Managers (3), Sellers (8), Customers (2).',
    );
    expect(text).toContain(
      'They see 27 of 37 questions differently. You start with the largest gap. In 11 of them, roles are 1.5 levels or more apart, so the report prints both answers. All of them take about 135 minutes, but you can stop at any time.',
    );
    expect(text).toContain('Stop with q or Ctrl-C. To go on another time, run the same command again.');
    expect(text).toContain('Question 1 of 27');
    expect(text).toContain('Leader: 1 at level 3 ');
    expect(text).toContain('Managers (3): 1 at level 0, 1 at level 1, 1 at level 3, median 1, they disagree');
    expect(text).toContain('North (1): 1 at level 3');
    expect(text).toContain(
      'Sellers (8): 4 at level 0, 1 at level 1, 2 at level 2, 1 at level 3, median 0.5, they disagree',
    );
    expect(text).toContain('“What would we have seen there?”');
    expect(text).not.toContain(messages['interview.guess']);
    // Nothing was agreed, so there is no file.
    expect(await readdir(join(cwd, 'answers'))).not.toContain('agreed.answers.yaml');
    expect(text).not.toContain('To continue');
  });

  it('saves the level, the reason and the dissent, which then govern', async () => {
    const cwd = await makeTeam();
    const { exitCode, stderr } = await hold(
      cwd,
      files,
      '1',
      'Two of five could name it',
      'North does it weekly',
      'q',
    );
    expect(exitCode).toBe(0);
    expect(stderr).toContain('Saved to answers/agreed.answers.yaml.');
    expect(stderr).toMatch(/To continue: .* combine --session --plain answers\/customer-1/);
    const document = await readAnswersIn(cwd, agreedFile);
    expect(validateAnswers(document)).toBe(true);
    expect(document).toMatchObject({
      organization: { name: 'Sablewick Filtration' },
      agreed: { on: '2026-11-23', voices: 14 },
      answers: {
        [first]: {
          level: 1,
          note: 'Two of five could name it',
          dissent: 'North does it weekly',
          answeredOn: '2026-11-23',
        },
      },
    });
    const combined = await runCommand(['combine', ...files, agreedFile, '--as-of', '2026-11-30'], { cwd });
    const { voices } = parse(combined.stdout) as ReportDocument;
    expect(voices?.questions.find(({ id }) => id === first)).toMatchObject({
      governs: 'agreed',
      because: expect.stringContaining('The team agreed on it on November 23, 2026'),
      dissent: 'North does it weekly',
    });
  });

  it('continues with what is open, and shows what was agreed before', async () => {
    const cwd = await makeTeam();
    await hold(cwd, files, '1', 'Two of five', 'North', 'q');
    // Continue with the first open question; agree; back twice; skip; a reason for the second; the end of the input.
    const lines = ['1', '2', '', '', 'b', 'b', 's', 'r', 'We counted', 'q'];
    const { exitCode, stderr } = await hold(cwd, [...files, agreedFile], ...lines);
    const text = unwrap(stderr);
    expect(exitCode).toBe(0);
    expect(text).toContain('Welcome back. You have agreed on 1 of 27 questions');
    expect(text).toContain(
      'Saved: level 1 · agreed on 2026-11-23 · reason: Two of five · who sees it differently: North',
    );
    const { answers } = await readAnswersIn(cwd, agreedFile);
    expect(Object.keys(answers)).toHaveLength(2);
    expect(Object.values(answers)[1]).toMatchObject({ level: 2, note: 'We counted' });
  });

  it('writes the report at the end where one is asked for, else says how', async () => {
    const cwd = await makeTeam();
    await hold(cwd, files, '1', '', '', 'q');
    // Review, and finish with the rest open.
    const said = await hold(cwd, files, '2', '1');
    expect(said.exitCode).toBe(0);
    expect(said.stderr).toMatch(
      /To include it in the report: .* combine -o report.yaml .*agreed\.answers\.yaml/,
    );
    const written = await hold(cwd, ['-o', 'report.yaml', ...files], '2', '1');
    expect(written.exitCode).toBe(0);
    const report = parse(await readFile(join(cwd, 'report.yaml'), 'utf8')) as ReportDocument;
    expect(report.voices?.agreed).toEqual({ on: '2026-11-23', voices: 14 });
    expect((await runCommand(['check', 'report.yaml'], { cwd })).stderr).not.toContain('report/out-of-date');
  });

  it('ends with the input: what was agreed is saved, and the exit code is 2', async () => {
    const cwd = await makeTeam();
    const { exitCode, stderr } = await hold(cwd, files, '1', 'A reason');
    expect(exitCode).toBe(2);
    expect(stderr).toContain(messages['interview.endOfInput']);
    expect((await readAnswersIn(cwd, agreedFile)).answers[first]).toMatchObject({
      level: 1,
      note: 'A reason',
    });
  });

  it('lets a team agree that nobody knows, and shows no sellers of whom there are too few', async () => {
    const cwd = await makeTeam();
    const few = files.filter((file) => !/seller-[5-8]/.test(file));
    const { stderr } = await hold(cwd, few, 'd', 'q');
    expect(unwrap(stderr)).toContain('Sellers: not shown, too few people');
    const [[id = '', answer] = []] = Object.entries((await readAnswersIn(cwd, agreedFile)).answers);
    expect(answer).toEqual({ unknown: true, answeredOn: '2026-11-23' });
    const combined = await runCommand(['combine', ...few, agreedFile, '--as-of', '2026-11-23'], { cwd });
    const report = parse(combined.stdout) as ReportDocument;
    expect(report.voices?.questions.find((each) => each.id === id)?.governs).toBe('agreed');
  });

  it('says so if people agree on everything', async () => {
    const cwd = await makeTeam();
    await cp(join(cwd, 'answers/leader.answers.yaml'), join(cwd, 'other.answers.yaml'));
    const text = await readFile(join(cwd, 'other.answers.yaml'), 'utf8');
    await writeFile(join(cwd, 'other.answers.yaml'), `${text}\n# another copy\n`);
    const { exitCode, stderr } = await hold(cwd, ['answers/leader.answers.yaml', 'other.answers.yaml']);
    expect([exitCode, unwrap(stderr)]).toEqual([
      0,
      expect.stringContaining('Answers to the 37 questions do not differ enough'),
    ]);
  });
});

describe('a session refuses', () => {
  const refused: readonly (readonly [name: string, args: readonly string[], says: string])[] = [
    ['one person', ['answers/leader.answers.yaml'], 'A session needs the answers of at least two people'],
    ['standard input', ['answers/leader.answers.yaml', '-'], 'no answers can come from standard input'],
    [
      'the answers of one person as agreed',
      ['--agreed', files[0] ?? '', ...files],
      'not what a team agreed on',
    ],
    ['a report over answers', ['-o', files[0] ?? '', ...files], files[0] ?? ''],
  ];

  it.each(refused)('%s', async (_name, args, says) => {
    const cwd = await makeTeam();
    const { exitCode, stdout, stderr } = await hold(cwd, args, '1');
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(says);
    expect(await readdir(join(cwd, 'answers'))).toHaveLength(files.length);
  });

  it('what a team of another organization agreed on', async () => {
    const cwd = await makeTeam();
    await hold(cwd, files, '1', '', '', 'q');
    const path = join(cwd, agreedFile);
    const before = (await readFile(path, 'utf8')).replace('Sablewick Filtration', 'Another Company');
    await writeFile(path, before);
    const { exitCode, stderr } = await hold(cwd, files, '1');
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('"Another Company"')]);
    expect(await readFile(path, 'utf8')).toBe(before);
  });

  it('to begin without a terminal, and its options without --session', async () => {
    const cwd = await makeTeam();
    const silent = await runCommand(['combine', '--session', ...files], { cwd });
    expect([silent.exitCode, silent.stderr]).toEqual([2, expect.stringContaining('--plain')]);
    for (const option of ['--plain', '--take-over', '--agreed=x.yaml']) {
      const { exitCode, stderr } = await runCommand(['combine', option, ...files], { cwd });
      expect([exitCode, stderr]).toEqual([2, expect.stringContaining('--session')]);
    }
  });
});
