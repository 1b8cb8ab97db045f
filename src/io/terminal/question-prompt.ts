import {
  createPrompt,
  isDownKey,
  isEnterKey,
  isUpKey,
  useEffect,
  useKeypress,
  useState,
} from '@inquirer/core';
import type { QuestionAction, QuestionView } from '#domain/interview.ts';
import { type QuestionPainter, getAction } from './asker.ts';

/** Configuration of the question prompt. */
export interface QuestionPromptConfig {
  readonly view: QuestionView;
  /** Preselected level; null for none. */
  readonly highlighted: number | null;
  readonly message: string | undefined;
  readonly painter: QuestionPainter;
  readonly output: NodeJS.WriteStream;
}

const hideCursor = '\u001b[?25l';
const clearScreen = '\u001b[2J\u001b[H';

/** Returns the next level up or down; from none, the first or the last. */
function moveHighlight(highlighted: number | null, step: 1 | -1, count: number): number {
  if (highlighted === null) return step === 1 ? 0 : count - 1;
  return Math.min(count - 1, Math.max(0, highlighted + step));
}

/** Shows a question with its levels and keys. Resolves with the chosen action; never throws because of a key. */
export const promptQuestion = createPrompt<QuestionAction, QuestionPromptConfig>((config, done) => {
  const { view, painter, output } = config;
  const [highlighted, setHighlighted] = useState<number | null>(config.highlighted);
  const [message, setMessage] = useState<string | undefined>(config.message);
  const [finished, setFinished] = useState<QuestionAction | undefined>(undefined);
  const [size, setSize] = useState({ columns: output.columns, rows: output.rows });

  // Narrowing a terminal wraps the lines that it shows, so row counts become wrong: start on a clear screen.
  // Earlier output remains in the scrollback.
  useEffect(() => {
    const onResize = (): void => {
      output.write(clearScreen);
      setSize({ columns: output.columns, rows: output.rows });
    };
    output.on('resize', onResize);
    return () => output.off('resize', onResize);
  }, []);

  const finish = (action: QuestionAction): void => {
    setFinished(action);
    done(action);
  };

  useKeypress((key, rl) => {
    // Drop what readline collects: nothing is typed here, and it would move the cursor.
    rl.clearLine(0);
    const typed = 'sequence' in key && typeof key.sequence === 'string' ? key.sequence : key.name;
    if (isEnterKey(key)) {
      if (highlighted === null) setMessage(painter.levelFirst);
      else finish({ act: 'level', level: highlighted });
      return;
    }
    if (key.ctrl) return;
    if (isUpKey(key)) setHighlighted(moveHighlight(highlighted, -1, view.levels.length));
    else if (isDownKey(key)) setHighlighted(moveHighlight(highlighted, 1, view.levels.length));
    else if (/^\d$/.test(typed) && Number(typed) < view.levels.length) setHighlighted(Number(typed));
    else {
      const act = getAction(typed);
      if (act === undefined) return;
      if (act === 'not-applicable' && !view.mayNotApply) setMessage(painter.cannotNotApply);
      else if (act === 'note' || act === 'evidence') finish({ act, level: highlighted });
      else finish({ act });
      return;
    }
    setMessage(undefined);
  });

  if (finished !== undefined) return painter.answered(view, finished, size.columns);
  return `${painter.frame(view, highlighted, message, size.columns, size.rows)}${hideCursor}`;
});
