import { describe, expect, it } from 'vitest';
import { assess } from '#domain/scoring/assess.ts';
import type { Model } from '#domain/model.ts';
import { listSentences } from '#domain/model-texts.ts';
import { buildReport } from '#domain/report/report.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import { groupFindings } from '#render/report/appendix.ts';
import { escapeXml } from '#render/escape.ts';
import { renderHtml } from '#render/report/html/index.tsx';
import { readExampleReport, reportContext } from '../../support/report/report-context.ts';
import { makeExampleContext } from '../../../src/tools/docs/derive-examples.ts';
import { loadShippedModel } from '../../support/model/shipped-model.ts';

const english = await loadShippedModel();
const german = await loadShippedModel('de');
/** A translation with the patterns and the second half of the practices in English. */
const partlyGerman: Model = {
  ...german,
  patterns: english.patterns,
  practices: german.practices.map((practice, index) =>
    index < german.practices.length / 2 ? practice : (english.practices[index] ?? practice),
  ),
};
const harbor = readExampleReport('harbor-instruments');

/** Renders the page of the example with a model. */
function renderPage(model: Model): string {
  const given = harbor.elements.flatMap(({ practices }) => practices.flatMap(({ questions }) => questions));
  const answers: AnswersDocument = {
    kind: 'answers',
    schemaVersion: 1,
    model: { id: model.id, version: model.version },
    organization: harbor.organization,
    respondent: { role: 'leader' },
    startedOn: '2026-11-20',
    answers: Object.fromEntries(given.flatMap(({ id, level }) => (level === null ? [] : [[id, { level }]]))),
  };
  const report = buildReport({
    assessment: assess(model, answers, undefined, harbor.asOf),
    answers,
    sources: [],
    findings: harbor.findings,
    version: '0.1.0',
  });
  return renderHtml(report, {
    ...makeExampleContext(model),
    foreign: model === english ? undefined : { language: 'en', sentences: listSentences(english) },
  });
}

/** Lists the texts that the page marks as English. */
const findMarked = (page: string): readonly string[] =>
  [...page.matchAll(/ lang="en"[^>]*>([^<]*)/g)].map(([, text = '']) => text);

describe('a German page', () => {
  const page = renderPage(german);

  it('says what the checks found in German, and marks none of it as English', () => {
    const context = makeExampleContext(german);
    const [entry] = groupFindings(harbor, context)[0]?.entries ?? [];
    const [inEnglish] = groupFindings(harbor, reportContext)[0]?.entries ?? [];
    if (entry === undefined) throw new Error('The example has no findings.');
    for (const [key, text] of [
      ['title', entry.title],
      ['remedy', entry.remedy],
    ] as const) {
      expect(text).not.toBe(inEnglish?.[key]);
      expect(page).toContain(escapeXml(text));
      expect(findMarked(page)).not.toContain(escapeXml(text));
    }
  });

  it('marks no text of a model that is translated in full', () => {
    const sentences = listSentences(english);
    expect(findMarked(page).filter((text) => sentences.has(text))).toEqual([]);
  });

  it('marks untranslated texts as English, and no translated ones', () => {
    const partly = renderPage(partlyGerman);
    const texts = findMarked(partly);
    const shown = (text: string): boolean =>
      partly.includes(`>${escapeXml(text).replaceAll('&apos;', "'")}<`);
    const ofPatterns = english.patterns.flatMap(({ means, firstMove }) => [means, firstMove]).filter(shown);
    expect(ofPatterns.length).toBeGreaterThan(0);
    expect(ofPatterns.filter((text) => !texts.includes(text))).toEqual([]);
    const recommended = (model: Model): string[] =>
      model.practices
        .flatMap(({ questions }) => questions.flatMap(({ recommendations }) => recommendations))
        .flatMap(({ levels: _levels, touches: _touches, inOneTeam: _inOneTeam, ...said }) =>
          Object.values(said),
        )
        .filter(shown);
    const own = new Set(recommended(partlyGerman));
    const taken = recommended(english).filter((text) => own.has(text));
    expect(taken.length).toBeGreaterThan(0);
    expect(taken.filter((text) => !texts.includes(text))).toEqual([]);
    const translated = [...own].filter((text) => !taken.includes(text));
    expect(translated.length).toBeGreaterThan(0);
    expect(translated.filter((text) => texts.includes(text))).toEqual([]);
  });
});

it('an English page marks nothing', () => {
  expect(renderPage(english).match(/ lang="/g)).toHaveLength(1);
});
