import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { loadModelFrom } from '../model-files.ts';
import { makeQuestionnaire } from '#domain/scoring/questionnaire.ts';
import { type Run, recordScreen } from './record-screen.ts';

/** Runs the built interview of a leader up to its first question, marks level 2, and returns the screen. */
export async function recordQuestion(): Promise<Run[][]> {
  const { messages, ...model } = await loadModelFrom('src/model');
  const question = makeQuestionnaire({ ...model, messages }, 'leader', 'quick')[0];
  const marked = question?.levels[2];
  if (question === undefined || marked === undefined)
    throw new TypeError('The model has no question to show.');
  const folder = await mkdtemp(join(tmpdir(), 'sales-audit-'));
  const args = ['--quick', '--organization', 'Harbor Instruments', '--role', 'leader'];
  try {
    const rows = await recordScreen(
      [resolve('bin/sales-audit.js'), ...args, '--respondent', 'Marisa Trevino'],
      folder,
      [
        [messages['opening.question'], 'Nearly complete\r'],
        [messages['intake.context'].split('?')[0] ?? '', '\r'],
        [messages['keys.quit'], '2'],
      ],
      `❯ 2  ${marked.label}`,
    );
    const text = rows
      .map((row) => row.map((run) => run.text).join(''))
      .join(' ')
      .replace(/\s+/g, ' ');
    for (const part of [question.ask.leader, messages['keys.quit']])
      if (!text.includes(part)) throw new Error(`The screen does not show "${part}":\n${text}`);
    return rows;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
