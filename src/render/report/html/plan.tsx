import type { JSX } from 'preact';
import type { Move, PlannedMove } from '#domain/types/report.ts';
import { describeNoPlan, describeWaits, makeNameLookup } from '#render/report/wording/phrases.ts';
import { describeMove } from '#render/report/wording/labels.ts';
import { Commentary } from './commentary.tsx';
import { Facts, Name, Section, type SectionProps, getLanguage } from './parts.tsx';

function MoveCard({
  move,
  place,
  report,
  context,
}: SectionProps & { readonly move: Move; readonly place: number }): JSX.Element {
  const { messages } = context;
  const { recommendation } = move;
  const getTextProps = (text: string): { dir: 'auto'; lang: string | undefined } => ({
    dir: 'auto',
    lang: getLanguage(text, context),
  });
  const element = makeNameLookup(report)(move.element);
  return (
    <li class="card move">
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
      {recommendation !== undefined && (
        <p class="do" {...getTextProps(recommendation.do)}>
          {recommendation.do}
        </p>
      )}
      <p class="because" dir="auto">
        {move.because}
      </p>
      {recommendation !== undefined && (
        <>
          <ol class="days">
            <li>
              <h4>{messages['report.days30']}</h4>
              <p {...getTextProps(recommendation.days30)}>{recommendation.days30}</p>
            </li>
            <li>
              <h4>{messages['report.days60']}</h4>
              <p {...getTextProps(recommendation.days60)}>{recommendation.days60}</p>
            </li>
            <li>
              <h4>{messages['report.days90']}</h4>
              <p {...getTextProps(recommendation.days90)}>{recommendation.days90}</p>
            </li>
          </ol>
          <Facts
            context={context}
            of={[
              [messages['report.owner'], recommendation.owner],
              [messages['report.effort'], recommendation.effort],
              [messages['report.effectAfter'], recommendation.effectAfter],
              [messages['report.doneWhen'], recommendation.evidenceOfDone],
              [messages['report.failedWhen'], recommendation.successMeasure],
            ]}
          />
        </>
      )}
      {move.ask !== undefined && (
        <>
          <h4>{messages['report.askThem']}</h4>
          <ul>
            {move.ask.map(({ ask, bestAnsweredBy }) => (
              <li>
                <b>{messages[`role.${bestAnsweredBy}`]}:</b>{' '}
                <Name lang={getLanguage(ask, context)}>{ask}</Name>
              </li>
            ))}
          </ul>
        </>
      )}
      {move.attach !== undefined && (
        <>
          <h4>{messages['report.attachThis']}</h4>
          <ul>
            {move.attach.map(({ what }) => (
              <li {...getTextProps(what)}>{what}</li>
            ))}
          </ul>
        </>
      )}
      <Commentary of={context.commentary?.actions.get(place)} context={context} />
    </li>
  );
}

function Later({
  id,
  title,
  moves,
  start,
  report,
  context,
}: SectionProps & {
  readonly id: string;
  readonly title: string;
  readonly moves: readonly PlannedMove[];
  /** Number of the first move in the plan. */
  readonly start: number;
}): JSX.Element | null {
  if (moves.length === 0) return null;
  const { messages } = context;
  const nameOf = makeNameLookup(report);
  return (
    <>
      <h3 id={id}>{title}</h3>
      <ol class="later" start={start}>
        {moves.map((move) => (
          <li>
            <strong>
              <Name>{move.name}</Name>
            </strong>
            {move.do !== undefined && (
              <>
                {': '}
                <Name lang={getLanguage(move.do, context)}>{move.do}</Name>
              </>
            )}
            {move.blockedBy.length > 0 && (
              <span class="waits"> {describeWaits(move.blockedBy, nameOf, messages)}</span>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

/** The plan: at most three moves now, and one line for each of the rest. */
export function Plan(props: SectionProps): JSX.Element {
  const { report, context } = props;
  const { messages } = context;
  const { now, next, later } = report.plan;
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
      <Later {...props} id="next" title={messages['report.next']} moves={next} start={now.length + 1} />
      <Later
        {...props}
        id="later"
        title={messages['report.later']}
        moves={later}
        start={now.length + next.length + 1}
      />
    </Section>
  );
}
