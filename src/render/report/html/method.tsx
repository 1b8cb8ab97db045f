import type { JSX } from 'preact';
import { say } from '#domain/words.ts';
import { methodInWords } from '#render/report/view.ts';
import { Name, Section, type SectionProps } from './parts.tsx';

/** How the result came about and what it cannot tell, on one page. */
export function Method({ report, context: { words, model } }: SectionProps): JSX.Element {
  const { generator } = report;
  return (
    <Section id="method" title={words['report.method']}>
      <div class="prose">
        {methodInWords(words, model).map((text) => (
          <p>{text}</p>
        ))}
        <ul class="small">
          {report.sources.map(({ kind, path, role, respondent }) => (
            <li>
              <Name>
                {kind === 'sales-system'
                  ? say(words, 'report.sourceSystem', { path })
                  : respondent === undefined
                    ? say(words, 'report.sources', { role: words[`role.${role ?? 'leader'}`] })
                    : say(words, 'report.sourcesNamed', {
                        role: words[`role.${role ?? 'leader'}`],
                        name: respondent,
                      })}
              </Name>
            </li>
          ))}
          <li>
            {say(words, 'report.methodModel', {
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
