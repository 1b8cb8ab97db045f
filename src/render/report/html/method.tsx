import type { JSX } from 'preact';
import { describeMaker, listSourceLines } from '#render/report/cover.ts';
import { describeMethod } from '#render/report/wording/phrases.ts';
import { Name, Section, type SectionProps } from './parts.tsx';

/** How the result was computed, its limits and its sources. */
export function Method({ report, context: { messages, model, isTechnical } }: SectionProps): JSX.Element {
  return (
    <Section id="method" title={messages['report.method']}>
      <div class="prose">
        {describeMethod(report, messages, model).map((text) => (
          <p>{text}</p>
        ))}
        <ul class="small">
          {listSourceLines(report, messages, isTechnical).map((source) => (
            <li>
              <Name>{source}</Name>
            </li>
          ))}
          <li>{describeMaker(report, messages, isTechnical)}</li>
        </ul>
      </div>
    </Section>
  );
}
