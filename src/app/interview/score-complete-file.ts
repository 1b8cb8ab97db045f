import { UsageError } from '#domain/errors.ts';
import { listOpenQuestions } from '#domain/interview/interview.ts';
import type { Model } from '#domain/model.ts';
import { getWording } from '#domain/scoring/questionnaire.ts';
import type { Outcome } from '#domain/verdict.ts';
import { readBytesIfThere } from '#io/files.ts';
import { isLocked } from '#io/lock.ts';
import { escapeLine } from '#render/escape.ts';
import { hang } from '#render/terminal/layout.ts';
import type { Context } from '#app/context.ts';
import { finish } from './finish.ts';
import { readCarried } from '#app/answers/read-answers.ts';
import { type RunOptions, checkIdentity, listAsked, renderResumeCommand } from './options.ts';

/** Scores a complete file. Throws a UsageError that lists the open questions of an incomplete one. */
export async function scoreCompleteFile(
  context: Context,
  options: RunOptions,
  model: Model,
): Promise<Outcome> {
  const bytes = await readBytesIfThere(context.resolvePath(options.answers), options.answers);
  if (bytes === undefined) {
    throw new UsageError(
      `There is no terminal for questions, and no ${options.answers} to score.`,
      'Run it in a terminal, pass --plain to answer line by line, or provide a complete file with --answers FILE.',
    );
  }
  const answers = await readCarried(options.answers, bytes, model);
  const document = answers.counted;
  checkIdentity(document, options, model);
  const open = listOpenQuestions(listAsked(model, document), document);
  if (open.length > 0) {
    const { width } = context.getCanvas('stderr');
    const list = open.flatMap((question) =>
      hang(
        `  ${question.id}  `,
        escapeLine(getWording(question, document.respondent.role, document.context?.customers)),
        Math.max(width, 60),
      ),
    );
    const goOn = isLocked(context.resolvePath(options.answers))
      ? 'finish the interview that has the file open.'
      : `continue in a terminal with: ${renderResumeCommand(context, options)}`;
    throw new UsageError(
      `${options.answers} leaves ${open.length} of ${listAsked(model, document).length} questions open:\n${list.join('\n')}`,
      `Answer them (\`unknown: true\` is an answer), or ${goOn}`,
    );
  }
  await finish(context, options, model, answers);
  return { end: 'done' };
}
