import type { JSX } from 'preact';
import { describePlanGain, describeRoads } from '#render/report/wording/gain.ts';
import { Name, type SectionProps } from './parts.tsx';

function Sentences({ of }: { readonly of: readonly string[] }): JSX.Element {
  return (
    <ul>
      {of.map((sentence) => (
        <li>
          <Name>{sentence}</Name>
        </li>
      ))}
    </ul>
  );
}

/** What the plan buys. */
export function PlanGain({ report, context: { messages, isBrief } }: SectionProps): JSX.Element {
  const gain = describePlanGain(report, messages);
  return (
    <div>
      <h3 id="gain">{messages['plan.buys']}</h3>
      {gain.length > 0 && (
        <>
          {isBrief !== true && <p class="about">{messages['plan.buysAbout']}</p>}
          <Sentences of={gain} />
        </>
      )}
    </div>
  );
}

/** What the plan buys, and the shortest path of each element to being in place. */
export function Gain(props: SectionProps): JSX.Element {
  const { report, context } = props;
  const { messages } = context;
  return (
    <div class="gain">
      <PlanGain {...props} />
      <div>
        <h3>{messages['plan.roads']}</h3>
        <p class="about">{messages['plan.roadsAbout']}</p>
        <Sentences of={describeRoads(report, messages)} />
      </div>
    </div>
  );
}
