import type { JSX } from 'preact';
import { StatusSign, signSize } from '#render/report/charts/status-sign.tsx';
import { describeStatus } from '#render/report/wording/labels.ts';
import { getVerdict } from '#render/report/wording/verdicts.ts';
import { Name, type SectionProps } from '#render/report/html/parts.tsx';

/** A card for each element with its status, as sign, word and color. What is missing is filled. */
export function Cards({ report, context: { messages }, palette }: SectionProps): JSX.Element {
  return (
    <ul class="tiles">
      {report.elements.map((element) => {
        const verdict = getVerdict(element);
        return (
          <li class={`tile ${verdict}`}>
            <svg
              class="chart sign"
              width={32}
              height={32}
              viewBox={`0 0 ${signSize} ${signSize}`}
              aria-hidden="true"
            >
              <StatusSign verdict={verdict} palette={palette} />
            </svg>
            <strong>
              <Name>{element.name}</Name>
            </strong>
            <span class="asks">
              <Name>{element.asks}</Name>
            </span>
            <span class="status">{describeStatus(element, messages)}</span>
          </li>
        );
      })}
    </ul>
  );
}
