import type { JSX } from 'preact';
import type { ElementResult, Status } from '#domain/types/report.ts';
import { say } from '#domain/messages.ts';
import { rangeInWords } from '#render/terminal/element-rows.ts';
import { headline, overallInWords } from '#render/report/headline.ts';
import { Track, trackHeight } from '#render/report/charts/track.tsx';
import { LegendList, lensSigns } from '#render/report/charts/legend.tsx';
import { lensesOf } from '#render/report/charts/lenses.ts';
import { statusInWords } from '#render/report/labels.ts';
import { lensNumbers, lensSentence, percent } from '#render/report/numbers.ts';
import { limitsInWords } from '#render/report/phrases.ts';
import { Name, Section, type SectionProps } from './parts.tsx';

/** A sign for each status, so that it never rests on colour. */
const signs = {
  'in-place': '●',
  partial: '◐',
  neglected: '○',
  unknown: '?',
  'not-asked': '–',
} satisfies Record<Status, string>;

/** The result in its first lines: the count twice, who is neglected, what limits it. */
export function Result({ report, context: { words } }: SectionProps): JSX.Element {
  const [count = '', ...named] = headline(report, words);
  const overall = [overallInWords(report, words), ...rangeInWords(report.summary.range, words)];
  return (
    <section id="result" aria-labelledby="result-title">
      <h2 id="result-title" class="unseen">
        {words['report.result']}
      </h2>
      <p class="headline">{count}</p>
      {named.map((line) => (
        <p class="named">{line}</p>
      ))}
      <ul class="tiles">
        {report.elements.map((element) => (
          <li class={`tile ${element.status}`}>
            <span class="sign" aria-hidden="true">
              {signs[element.status]}
            </span>
            <strong>
              <Name>{element.name}</Name>
            </strong>
            <span class="asks">
              <Name>{element.asks}</Name>
            </span>
            <span class="status">{statusInWords(element.status, words)}</span>
          </li>
        ))}
      </ul>
      <p class="limits">{overall.join(' · ')}</p>
      {limitsInWords(report, words).map((line) => (
        <p class="limits">{line}</p>
      ))}
    </section>
  );
}

function ElementRow({
  element,
  context: { words },
  palette,
}: Omit<SectionProps, 'report'> & { readonly element: ElementResult }): JSX.Element {
  const lenses = lensesOf(element);
  const { range, coverage } = element;
  const facts = [
    statusInWords(element.status, words),
    ...(coverage === null ? [] : [say(words, 'summary.answered', { percent: percent(coverage) })]),
    ...rangeInWords(range, words),
  ];
  return (
    <div class="element-row">
      <h3>
        <Name>{element.name}</Name>
      </h3>
      <p class="facts-line">{facts.join(' · ')}</p>
      <svg class="chart track-chart" height={trackHeight} role="img" aria-label={lensSentence(lenses, words)}>
        <Track lenses={lenses} range={range} at={(score) => `${score}%`} palette={palette} />
      </svg>
      <ul class="lenses">
        {lensNumbers(lenses, words).map(({ number, name }) => (
          <li>
            {number !== undefined && <b>{number} </b>}
            {name}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The four elements with all three lenses at once. */
export function Elements(props: SectionProps): JSX.Element {
  const { report, context, palette } = props;
  const { words } = context;
  return (
    <Section id="elements" title={words['report.elements']} about={words['report.elementsAbout']}>
      <div class="elements">
        {report.elements.map((element) => (
          <ElementRow element={element} context={context} palette={palette} />
        ))}
      </div>
      <LegendList signs={lensSigns(report)} words={words} palette={palette} />
    </Section>
  );
}
