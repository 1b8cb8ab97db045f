import type { Model } from '#domain/model.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import { formatMessage } from '#domain/messages.ts';
import type { Asker } from '#io/terminal/asker.ts';
import type { AnswersFile } from '#app/answers/answers-file.ts';
import { type Context, formatPath } from '#app/context.ts';
import { begin, askClosing } from './intake.ts';
import { askFrom, findPlaceToResume, review } from './rounds.ts';
import { interviewManner } from './manner.ts';
import type { Interview } from './state.ts';
import { askHowToGoOn } from './resume.ts';
import { type RunOptions, checkIdentity, listAsked } from './options.ts';
import { readSystem } from '#app/answers/input.ts';

/** Runs the interview from the state of the file. Returns whether it was completed. */
export async function continueInterview(
  context: Context,
  model: Model,
  asker: Asker,
  file: AnswersFile,
  options: RunOptions,
): Promise<boolean> {
  const { theme } = context.getCanvas('stderr');
  const today = context.asOf;
  const existed = Object.keys(file.document?.answers ?? {}).length > 0;
  if (file.document !== undefined) checkIdentity(file.document, options, model);
  const again = await file.carryOver();
  if (again !== undefined) {
    const names = { count: again.outdated.length, copy: formatPath(context.host, again.copy) };
    const lines = [
      formatMessage(model.messages, 'resume.changed', names),
      ...again.outdated.map((id) => `  ${id}`),
    ];
    asker.tell(lines.join('\n'));
  }
  await begin(context, asker, file, model, options);

  const system = (await readSystem(context, options.system, undefined))?.document.value;
  const make = (document: AnswersDocument): Interview => ({
    model,
    manner: interviewManner,
    system,
    asker,
    file,
    questions: listAsked(model, document),
    theme,
    today,
  });
  let document = file.document;
  if (document === undefined) throw new TypeError('The answers file has not been created.');
  let interview = make(document);
  if (existed) {
    const rest = listAsked(model, document, 'full').length - interview.questions.length;
    const next = await askHowToGoOn(interview, rest);
    if (next === 'quit') return false;
    if (next === 'full') {
      document = await file.change((before) => ({ ...before, scope: 'full' }));
      interview = make(document);
    }
    if (next === 'continue' || next === 'full') {
      if ((await askFrom(interview, findPlaceToResume(interview))) === 'quit') return false;
    }
    if (next !== 'finish' && (await review(interview)) === 'quit') return false;
  } else {
    asker.tell(`\n${model.scale.instruction}`);
    if ((await askFrom(interview, 0)) === 'quit') return false;
    if ((await review(interview)) === 'quit') return false;
  }
  await askClosing(asker, file, model);
  return true;
}
