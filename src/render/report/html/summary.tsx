import type { JSX } from 'preact';
import { type CommentaryText, type Inline, flattenInlines } from '#document/commentary/commentary.ts';
import { formatMessage } from '#domain/messages.ts';
import type { Move } from '#domain/types/report.ts';
import { clip } from '#render/terminal/layout.ts';
import { describeTask, listMoveFacts } from '#render/report/wording/actions.ts';
import { formatLimit, writeDates } from '#render/report/wording/recommendations.ts';
import { describeMove } from '#render/report/wording/labels.ts';
import { describeNoPlan, makeNameLookup } from '#render/report/wording/phrases.ts';
import { Commentary } from './frame/commentary.tsx';
import { PlanGain } from './gain.tsx';
import { Facts, Name, Section, type SectionProps, getLanguage } from './parts.tsx';
import { Result } from './result.tsx';
import { Elements } from './scores/elements.tsx';
import { Perception } from './voices/perception.tsx';

/** Most characters of commentary in a summary, so that it stays on two pages. */
const longest = 900;

/** Returns the text of a block, to measure it and to cut it off. */
function getText(block: CommentaryText[number]): string {
  if (block.kind === 'rule') return '';
  if (block.kind === 'code') return block.text;
  if (block.kind === 'list') return block.items.flat().map(getText).join(' ');
  if (block.kind === 'quote') return block.children.map(getText).join(' ');
  return flattenInlines(block.children);
}

/** Takes the blocks that fit into a summary. A first one that is too long is cut off. */
function shorten(blocks: CommentaryText, more: string): CommentaryText {
  let rest = longest;
  const fitting = blocks.filter((block) => (rest -= getText(block).length) >= 0);
  if (fitting.length === blocks.length) return blocks;
  const [first] = blocks;
  const shown: CommentaryText =
    fitting.length > 0 || first === undefined
      ? fitting
      : [{ kind: 'paragraph', children: [{ kind: 'text', text: clip(getText(first), longest, '…') }] }];
  const note: Inline = { kind: 'emphasis', children: [{ kind: 'text', text: more }] };
  return [...shown, { kind: 'paragraph', children: [note] }];
}

/** An action without its 30, 60 and 90 days. */
function ShortMove({
  move,
  place,
  report,
  context,
}: SectionProps & { readonly move: Move; readonly place: number }): JSX.Element {
  const { messages } = context;
  const { asOf } = report;
  const { recommendation, ask = [], attach = [] } = move;
  const task = describeTask(move, messages);
  return (
    <li class="card move">
      <h3>
        <span class="place">{place}</span> {describeMove(move.move, messages)}: <Name>{move.name}</Name>
      </h3>
      <p class="do" dir="auto" lang={getLanguage(task, context)}>
        {task}
      </p>
      <Facts
        context={context}
        of={[
          ...(recommendation === undefined
            ? listMoveFacts(move, asOf, messages)
            : ([
                [formatLimit(30, asOf, messages), recommendation.days30],
                [messages['report.owner'], recommendation.owner],
                ...(context.isBrief === true
                  ? []
                  : ([
                      [
                        messages['report.doneWhen'],
                        writeDates(recommendation.evidenceOfDone, asOf, messages),
                      ],
                    ] as const)),
              ] as const)),
          [
            messages['report.askThem'],
            [...new Set(ask.map(({ bestAnsweredBy }) => messages[`role.${bestAnsweredBy}`]))].join(', '),
          ],
          [messages['report.attachThis'], attach[0]?.what ?? ''],
        ]}
      />
    </li>
  );
}

/** The summary of two pages: the result, the elements, the actions of now, and what comes next by name. */
export function Summary(props: SectionProps): JSX.Element {
  const { report, context } = props;
  const { messages, commentary } = context;
  const { now, next } = report.plan;
  const names = next.map(({ practice }) => makeNameLookup(report)(practice)).join(', ');
  return (
    <>
      <Result {...props} />
      <Elements {...props} context={{ ...context, commentary: undefined }} />
      <Section id="first" title={messages['summary.do']} about={messages['report.firstAbout']}>
        <Commentary of={shorten(commentary?.overall ?? [], messages['commentary.more'])} context={context} />
        {now.length === 0 ? (
          <p>{describeNoPlan(report, messages)}</p>
        ) : (
          <ol class="moves">
            {now.map((move, index) => (
              <ShortMove {...props} move={move} place={index + 1} />
            ))}
          </ol>
        )}
        {now.length > 0 && <PlanGain {...props} />}
        {next.length > 0 && <p class="about">{formatMessage(messages, 'summary.then', { names })}</p>}
      </Section>
      <Perception {...props} />
    </>
  );
}
