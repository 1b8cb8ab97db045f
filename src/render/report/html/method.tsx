import type { JSX } from 'preact';
import { formatMessage } from '#domain/messages.ts';
import { describeSource, describeMethod } from '#render/report/wording/phrases.ts';
import { Name, Section, type SectionProps } from './parts.tsx';

/** How the result was computed, its limits and its sources. */
export function Method({ report, context: { messages, model } }: SectionProps): JSX.Element {
  const { generator } = report;
  return (
    <Section id="method" title={messages['report.method']}>
      <div class="prose">
        {describeMethod(report, messages, model).map((text) => (
          <p>{text}</p>
        ))}
        <ul class="small">
          {report.sources.map((source) => (
            <li>
              <Name>{describeSource(source, messages)}</Name>
            </li>
          ))}
          <li>
            {formatMessage(messages, 'report.methodModel', {
              id: report.model.id,
              version: report.model.version,
              tool: generator.name,
              toolVersion: generator.version,
            })}
          </li>
        </ul>
      </div>
    </Section>
  );
}
