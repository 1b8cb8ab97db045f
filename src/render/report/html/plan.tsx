import { listSteps, writeDates } from '#render/report/wording/recommendations.ts';
import type { JSX } from 'preact';
import type { Move } from '#domain/types/report.ts';
import { describeTask, listMoveFacts } from '#render/report/wording/actions.ts';
import { describeRest } from '#render/report/wording/gain.ts';
import { describeNoPlan, describeWaits, makeNameLookup } from '#render/report/wording/phrases.ts';
import { describeMove } from '#render/report/wording/labels.ts';
import { Gain } from './gain.tsx';
import { makeCardsAnchor, makeMoveAnchor, makeQuestionAnchor } from './cards/anchors.ts';
import { AnswersBehind } from './cards/links.tsx';
import { Commentary } from './frame/commentary.tsx';
import { Facts, Name, Section, type SectionProps, getLanguage } from './parts.tsx';

function MoveCard({
  move,
  place,
  report,
  context,
  palette,
}: SectionProps & { readonly move: Move; readonly place: number }): JSX.Element {
  const { messages } = context;
  const { asOf } = report;
  const { recommendation } = move;
  const getTextProps = (text: string): { dir: 'auto'; lang: string | undefined } => ({
    dir: 'auto',
    lang: getLanguage(text, context),
  });
  const element = makeNameLookup(report)(move.element);
  const task = describeTask(move, messages);
  return (
    <li class="card move" id={makeMoveAnchor(move)}>
      <p class="kicker">
        <span class="place" aria-hidden="true">
          {place}
        </span>
        {describeMove(move.move, messages)}
        {move.practice !== null && (
          <>
            {' · '}
            <Name>{element}</Name>
          </>
        )}
      </p>
      <h3>
        <Name>{move.name}</Name>
      </h3>
      <p class="do" {...getTextProps(task)}>
        {task}
      </p>
      <p class="because" dir="auto">
        {move.because}
      </p>
      {move.move === 'close' && (
        <AnswersBehind report={report} context={context} palette={palette} move={move} />
      )}
      {recommendation === undefined ? (
        <Facts context={context} of={listMoveFacts(move, asOf, messages)} />
      ) : (
        <>
          <ol class="days">
            {listSteps(recommendation, asOf, messages).map(([day, text]) => (
              <li>
                <h4>{day}</h4>
                <p {...getTextProps(text)}>{text}</p>
              </li>
            ))}
          </ol>
          <Facts
            context={context}
            of={[
              [messages['report.owner'], recommendation.owner],
              [messages['report.effort'], recommendation.effort],
              [messages['report.effectAfter'], recommendation.effectAfter],
              [messages['report.doneWhen'], writeDates(recommendation.evidenceOfDone, asOf, messages)],
              [messages['report.failedWhen'], writeDates(recommendation.successMeasure, asOf, messages)],
            ]}
          />
        </>
      )}
      {move.ask !== undefined && (
        <>
          <h4>{messages['report.askThem']}</h4>
          <ul>
            {move.ask.map(({ question, ask, bestAnsweredBy }) => (
              <li>
                <b>{messages[`role.${bestAnsweredBy}`]}:</b>{' '}
                <a href={`#${makeQuestionAnchor(question)}`}>
                  <Name lang={getLanguage(ask, context)}>{ask}</Name>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {move.attach !== undefined && (
        <>
          <h4>{messages['report.attachThis']}</h4>
          <ul>
            {move.attach.map(({ question, what }) => (
              <li {...getTextProps(what)}>
                <a href={`#${makeQuestionAnchor(question)}`}>{what}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <Commentary of={context.commentary?.actions.get(place)} context={context} />
    </li>
  );
}

/** The next moves, a line each, and how many are left to the list of gaps. */
function Next({ report, context }: SectionProps): JSX.Element | null {
  const { messages } = context;
  const { now, next } = report.plan;
  if (next.length === 0) return null;
  const getName = makeNameLookup(report);
  const rest = describeRest(report, messages);
  return (
    <>
      <h3 id="next">{messages['report.next']}</h3>
      <ol class="later" start={now.length + 1}>
        {next.map((move) => (
          <li id={makeMoveAnchor(move)}>
            <strong>
              <a href={`#${makeCardsAnchor(move.practice)}`}>
                <Name>{move.name}</Name>
              </a>
            </strong>
            {move.do !== undefined && (
              <>
                {': '}
                <Name lang={getLanguage(move.do, context)}>{move.do}</Name>
              </>
            )}
            {move.blockedBy.length > 0 && (
              <span class="waits"> {describeWaits(move.blockedBy, getName, messages)}</span>
            )}
          </li>
        ))}
      </ol>
      {rest !== undefined && (
        <p>
          <a href="#gaps">{rest}</a>
        </p>
      )}
    </>
  );
}

/** The plan: at most three moves now, what they buy, and one line for each of the next. */
export function Plan(props: SectionProps): JSX.Element {
  const { report, context } = props;
  const { messages } = context;
  const { now } = report.plan;
  return (
    <Section id="first" title={messages['summary.do']} about={messages['report.firstAbout']}>
      {now.length === 0 ? (
        <p>{describeNoPlan(report, messages)}</p>
      ) : (
        <ol class="moves">
          {now.map((move, index) => (
            <MoveCard {...props} move={move} place={index + 1} />
          ))}
        </ol>
      )}
      <Gain {...props} />
      <Next {...props} />
    </Section>
  );
}
