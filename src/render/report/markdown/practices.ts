import type { ElementResult, PracticeResult } from '#domain/types/report.ts';
import { makeNumberer } from '#render/report/backlog.ts';
import { describeMap } from '#render/report/charts/map-scores.ts';
import { escapeMarkdown } from '#render/escape.ts';
import { writePracticesTitle } from '#render/report/wording/chart-titles.ts';
import { type Band, describeBand, getBand } from '#render/report/wording/verdicts.ts';
import {
  type Lens,
  type Part,
  explainNothingShown,
  formatAnswered,
  formatLens,
  listLenses,
  makeLensColumns,
} from './lens-columns.ts';
import { renderLink } from './anchors.ts';
import { type Column, type Section, renderHeading, renderStrong, renderTable } from './parts.ts';

/** Signs of the bands in the table of practices. What is in place needs none. */
const bandSigns = { missing: '✖', partial: '◐', 'in-place': '', unknown: '' } satisfies Record<Band, string>;

/** Renders every practice as a row with a number per lens, and a sign below the score for "in place". */
export const renderPracticesSection: Section = (page) => {
  const { report, messages } = page;
  const lenses = listLenses(page);
  const number = makeNumberer(report, messages);
  const renderCell = (part: Part & PracticeResult, lens: Lens): string => {
    if (lens === 'declared' && part.nothingDeclared === true) return '–';
    const score = part[lens];
    const sign = bandSigns[getBand(score, report.thresholds)];
    return (sign === '' ? '' : `${sign} `) + formatLens(part, lens, messages);
  };
  const makeRow = (element: ElementResult, practice: PracticeResult): string[] => {
    const block = element.blocks.find(({ id }) => id === practice.block);
    const part = { ...practice, practices: [practice] };
    return [
      renderLink(escapeMarkdown(number(practice)), page.anchors.cards.get(practice.id)),
      escapeMarkdown(block === undefined ? element.name : `${element.name}: ${block.name}`),
      ...lenses.map((lens) => renderCell(part, lens)),
      formatAnswered(part, messages),
    ];
  };
  const columns: Column[] = [
    { title: messages['report.practice'] },
    { title: messages['report.element'] },
    ...makeLensColumns(page),
    { title: messages['report.stateAnswered'], isNumber: true },
  ];
  return [
    renderHeading(2, messages['report.practices']),
    renderStrong(writePracticesTitle(report, messages)),
    (['missing', 'partial', 'in-place'] as const)
      .map((band) =>
        escapeMarkdown(`${bandSigns[band]} ${describeBand(band, report.thresholds, messages)}`.trim()),
      )
      .join(' · '),
    describeMap(report, messages).map(escapeMarkdown).join(' '),
    renderTable(
      columns,
      report.elements.flatMap((element) => element.practices.map((practice) => makeRow(element, practice))),
    ),
    explainNothingShown(page),
  ];
};
