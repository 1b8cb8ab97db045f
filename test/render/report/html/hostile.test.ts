import { describe, expect, it } from 'vitest';
import { findQuestions } from '#domain/answers/not-known.ts';
import { escapeLines } from '#render/escape.ts';
import { renderHtml } from '#render/report/html/index.tsx';
import { parseMarkup } from '../../../support/markup.ts';
import { reportContext } from '../../../support/report/report-context.ts';
import { hostileReports } from '../hostile-report.ts';

/** Elements that the page may contain. */
const ours = new Set(
  (
    'html head meta title style body script a div p b i h1 h2 h3 h4 h5 ul ol li section header main footer nav strong span ' +
    'svg g rect line path circle polygon text tspan dl dt dd table thead tbody tr th td article figure figcaption blockquote ' +
    'label select option input output code bdi button details summary'
  ).split(' '),
);

/** Returns text as the page shows it, with white space collapsed. */
const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();

// A page whose elements and attributes are ours alone runs nothing. html-browser.test.ts shows it in a browser.
describe('hostile text on a page', () => {
  it.each(hostileReports)('%s: adds no element or attribute, and is there in full', (_name, report) => {
    const { elements, texts } = parseMarkup(renderHtml(report, reportContext));
    expect(elements.map(({ name }) => name).filter((name) => !ours.has(name))).toEqual([]);
    const attributes = elements.flatMap((each) => [...each.attributes.keys()]);
    expect(attributes.filter((name) => /^on|^style$/.test(name))).toEqual([]);
    const links = elements.flatMap((each) => [
      each.attributes.get('href'),
      each.attributes.get('xlink:href'),
    ]);
    expect(links.filter((link) => link !== undefined && !/^(?:#|https?:\/\/)/.test(link))).toEqual([]);
    const shown = fold(texts.map(({ text }) => text).join(''));
    const wanted = findQuestions(report)
      .flatMap(({ question }) => [question.note ?? '', question.ask])
      .concat(report.closing ?? '', report.organization.name);
    expect(wanted.filter((text) => !shown.includes(fold(escapeLines(text).join('\n'))))).toEqual([]);
  });

  it('would be found', () => {
    const { elements } = parseMarkup('<p onclick="alert(1)">a<img src=x></p>');
    expect(elements.map(({ name }) => name)).toEqual(['html', 'head', 'body', 'p', 'img']);
    expect(elements[3]?.attributes.get('onclick')).toBe('alert(1)');
  });
});
