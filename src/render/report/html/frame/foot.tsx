import type { JSX } from 'preact';
import { escapeLine } from '#render/escape.ts';
import type { SectionProps } from '#render/report/html/parts.tsx';
import { listFootLines } from '#render/report/cover.ts';

/** The next meeting, the confidentiality and what made the report. */
export function Foot({ report: { generator, model }, context }: SectionProps): JSX.Element {
  return (
    <footer>
      {listFootLines(context).map((line) => (
        <p class="foot-line" dir="auto">
          {escapeLine(line)}
        </p>
      ))}
      {generator.name} {generator.version}
      {context.isTechnical && ` · ${model.id} ${model.version}`}
    </footer>
  );
}
