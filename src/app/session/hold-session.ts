import { UsageError } from '#domain/errors.ts';
import { estimateMinutes } from '#domain/interview/interview.ts';
import { formatMessage } from '#domain/messages.ts';
import { type Model, listQuestions, roles } from '#domain/model.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { QuestionVoices } from '#domain/types/report.ts';
import type { Outcome } from '#domain/verdict.ts';
import { countRespondents } from '#domain/voices/count-respondents.ts';
import { settle } from '#domain/scoring/numbers.ts';
import { listDiscussed, measureGap } from '#domain/voices/discussion.ts';
import { formatLevels } from '#render/report/voices/answers.ts';
import { nameRole } from '#render/terminal/voices.ts';
import { isStdout, requireApart, requireWritable } from '#io/write/write-targets.ts';
import type { Asker } from '#io/terminal/asker.ts';
import type { AnswersFile } from '#app/answers/answers-file.ts';
import { parseRules } from '#app/combine/combine.ts';
import { type Context, formatPath } from '#app/context.ts';
import { chooseMode, interact } from '#app/interview/interact.ts';
import { askHowToGoOn } from '#app/interview/resume.ts';
import { askFrom, findPlaceToResume, review } from '#app/interview/rounds.ts';
import type { Interview } from '#app/interview/state.ts';
import { selectModel } from '#app/model/select-model.ts';
import { score } from '#app/report/score.ts';
import { type CombineOptions, renderReportCommand, renderResumeCommand } from './options.ts';
import { makeSessionManner } from './session-manner.ts';
import { type Team, readTeam, requireAgreed } from './team.ts';

/** Says who answered, in how many questions they differ, and how long it takes. */
function welcome({ asker, manner, model, questions }: Interview, context: Context, team: Team): void {
  const { messages } = model;
  const { voices, begun, agreedFile } = team;
  const names = roles.flatMap((role) => {
    const count = countRespondents(voices, role);
    return count === 0 ? [] : [nameRole(role, count, messages)];
  });
  const who = {
    organization: begun.organization.name,
    count: countRespondents(voices),
    roles: names.join(', '),
  };
  const minutes = estimateMinutes(questions.length, manner.minutesEach);
  const { disputedFrom } = model.scoring.voices;
  const levels = formatLevels(disputedFrom, messages);
  const disputed = [...manner.voices.values()].filter(
    (each) => settle(measureGap(each)) >= disputedFrom,
  ).length;
  const differ = [
    formatMessage(messages, 'session.differ', { count: questions.length, of: voices.questions.length }),
    ...(disputed === 1 ? [formatMessage(messages, 'session.disputedOne', { levels })] : []),
    ...(disputed > 1 ? [formatMessage(messages, 'session.disputed', { disputed, levels })] : []),
    formatMessage(messages, 'session.minutes', { minutes }),
  ];
  const file = formatPath(context.host, context.resolvePath(agreedFile));
  asker.tell(
    [
      formatMessage(messages, 'session.team', who),
      differ.join(' '),
      formatMessage(messages, 'session.saves', { file }),
      messages['session.leave'],
    ].join('\n'),
  );
}

/** Goes through the questions from where the team stopped. Returns whether it is done with them. */
async function discuss(interview: Interview, isResumed: boolean): Promise<boolean> {
  if (!isResumed) {
    interview.asker.tell(`\n${interview.model.scale.instruction}`);
    return (await askFrom(interview, 0)) === 'finished' && (await review(interview)) === 'finished';
  }
  const next = await askHowToGoOn(interview, 0);
  if (next === 'quit' || next === 'finish') return next === 'finish';
  if (next === 'continue' && (await askFrom(interview, findPlaceToResume(interview))) === 'quit')
    return false;
  return (await review(interview)) === 'finished';
}

/** Makes the state of a session. Its questions are those that people answered differently, largest gap first. */
function makeSession(
  context: Context,
  model: Model,
  { voices }: Team,
  file: AnswersFile,
  asker: Asker,
  agreed: AnswersDocument,
): Interview {
  const byId = new Map(listQuestions(model).map((question) => [question.id, question]));
  const rules = model.scoring.voices;
  const discussed = listDiscussed(voices.questions, rules, (id) => Object.hasOwn(agreed.answers, id));
  return {
    model,
    manner: makeSessionManner(discussed, countRespondents(voices), context.asOf),
    system: undefined,
    asker,
    file,
    questions: discussed.flatMap(({ id }: QuestionVoices) => byId.get(id) ?? []),
    theme: context.getCanvas('stderr').theme,
    today: context.asOf,
  };
}

/** Asks a team about the questions that its people answered differently. Returns whether it is done with them. */
async function askTeam(
  context: Context,
  model: Model,
  team: Team,
  file: AnswersFile,
  asker: Asker,
): Promise<boolean> {
  if (file.document === undefined) file.begin(team.begun);
  else requireAgreed(file.document, team);
  await file.carryOver();
  const agreed = file.document ?? team.begun;
  const session = makeSession(context, model, team, file, asker, agreed);
  if (session.questions.length === 0) {
    asker.tell(formatMessage(model.messages, 'session.nothing', { count: team.voices.questions.length }));
    return true;
  }
  welcome(session, context, team);
  return discuss(session, Object.keys(agreed.answers).length > 0);
}

/** Throws a UsageError before anything is asked if a report could not be written. */
async function requireReport(
  context: Context,
  output: string | undefined,
  inputs: readonly string[],
): Promise<void> {
  if (output === undefined || isStdout(output)) return;
  const target = { path: context.resolvePath(output), name: output };
  await requireApart([target], inputs.map(context.resolvePath));
  await requireWritable(target);
}

/**
 * Runs a session: a team goes through the questions that its people answered differently, and agrees on answers, which
 * are saved in a file. Then it writes the report, if it was asked for.
 */
export async function holdSession(
  context: Context,
  files: readonly string[],
  options: CombineOptions,
): Promise<Outcome> {
  const mode = chooseMode(context, options.plain);
  if (mode === undefined) {
    throw new UsageError(
      'There is no terminal for a session.',
      'Run it in a terminal, or pass --plain to answer line by line.',
    );
  }
  const rules = parseRules(options);
  const model = await selectModel(context, options);
  const team = await readTeam(context, files, model, rules, options.agreed);
  await requireReport(context, options.output, [...team.files, team.agreedFile]);
  return interact(context, model, {
    mode,
    answers: team.agreedFile,
    options,
    renderResume: () => renderResumeCommand(context, files, options),
    ask: (asker, file) => askTeam(context, model, team, file, asker),
    finish: async ({ isSaved }) => {
      const all = isSaved ? [...team.files, team.agreedFile] : team.files;
      if (options.output !== undefined) {
        await score(context, all, options);
        return;
      }
      if (!isSaved) return;
      const saved = { file: team.agreedFile, command: renderReportCommand(context, all, options) };
      await context.notify(`\n${formatMessage(model.messages, 'session.done', saved)}\n`);
    },
  });
}
