/** Longer than 200 lines: all rules for the shipped content, over the same models. */
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { estimateMinutes } from '#domain/interview/interview.ts';
import { type Model, type Question, listQuestions } from '#domain/model.ts';
import type { ModelDocument } from '#domain/types/model.ts';
import { expectSoundQuestion } from '../support/model/sound-question.ts';
import essayRuns from '../fixtures/essay-runs.json' with { type: 'json' };
import { loadModelFrom } from '../../src/tools/model-files.ts';

const model = await loadModelFrom('src/model');
const german = await loadModelFrom('src/overlays/de', model);
const questions = listQuestions(model);

/** Other parts of the product that cover a claim, besides questions and patterns. */
const otherCovers = new Set([
  'opening question',
  'opening question asked again',
  'closing question',
  'business context at intake',
  'balance between middle and bookends',
  'sequence of the elements',
  'count of elements in place',
  'gap order and prerequisites',
  'no training while the purpose is missing',
  'sources page',
  'declared lens',
  'shown lens',
]);

/** Lists the texts below a value, with their paths. */
function listTexts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => listTexts(part, `${path}/${key}`));
}

describe('the shipped model', () => {
  it('has four elements in sequence, the outer two as bookends', () => {
    expect(model.elements.map(({ id, asks, position }) => [id, asks, position])).toEqual([
      ['philosophy', 'why do we', 'bookend'],
      ['process', 'what to do', 'middle'],
      ['method', 'how to', 'middle'],
      ['execution', 'how it becomes habit', 'bookend'],
    ]);
    expect(model.elements.map(({ blocks }) => blocks.map(({ id }) => id))).toEqual([
      [],
      [],
      [],
      ['measurement', 'leadership', 'coaching', 'practice'],
    ]);
  });

  it('asks about each practice after the practices that it depends on', () => {
    const place = new Map(model.practices.map(({ id }, index) => [id, index]));
    const early = model.practices.flatMap(({ id, dependsOn }, index) =>
      dependsOn.filter((other) => (place.get(other) ?? Infinity) >= index).map((other) => `${id} ${other}`),
    );
    expect(early).toEqual([]);
    expect(new Set(model.practices.map(({ element }) => element)).size).toBe(model.elements.length);
  });

  it('has at least one question per practice, asked of roles that can answer it', () => {
    expect(model.practices.filter((practice) => practice.questions.length === 0)).toEqual([]);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
    for (const { ask, bestAnsweredBy } of questions) {
      expect(Object.keys(ask)).toEqual(expect.arrayContaining(['leader', bestAnsweredBy]));
    }
  });

  it('has a quick set that covers every element and block, and takes at most 20 minutes', () => {
    const quick = questions.filter((question) => question.quick);
    const parts = model.elements.flatMap(({ id, blocks }) =>
      blocks.length === 0 ? [id] : blocks.map((block) => `${id} ${block.id}`),
    );
    const touched = new Set(
      quick.map(({ element, block }) => (block === null ? element : `${element} ${block}`)),
    );
    expect(parts.filter((part) => !touched.has(part))).toEqual([]);
    expect(new Set(quick.map(({ practice }) => practice)).size).toBe(quick.length);
    expect(estimateMinutes(quick.length)).toBeLessThanOrEqual(20);
  });

  it('uses the same weight and target everywhere', () => {
    const blocks = model.elements.flatMap((element) => element.blocks);
    for (const { weight } of [...blocks, ...model.practices, ...questions]) expect(weight).toBe(1);
    for (const { target } of model.practices) expect(target).toBe(model.scoring.target);
  });

  it('covers every claim of the essay, 1 to 63', () => {
    expect(model.claims.map(({ id }) => id)).toEqual(Array.from({ length: 63 }, (_, index) => index + 1));
    const covered = new Set([...questions, ...model.patterns].flatMap(({ covers }) => covers ?? []));
    const open = model.claims.filter(
      ({ id, coveredBy }) => !covered.has(id) && (coveredBy ?? []).length === 0,
    );
    expect(open).toEqual([]);
    const phrases = model.claims.flatMap(({ coveredBy }) => coveredBy ?? []);
    expect(phrases.filter((phrase) => !otherCovers.has(phrase))).toEqual([]);
  });

  it('refers only to its own sources, and states the limitations of each', () => {
    const used = new Set([...questions, ...model.patterns].flatMap(({ sources }) => sources ?? []));
    expect(model.sources.length).toBeGreaterThan(20);
    for (const { id, limits } of model.sources) expect([id, limits ?? '']).not.toEqual([id, '']);
    expect([...used].filter((id) => !model.sources.some((source) => source.id === id))).toEqual([]);
  });
});

describe.each([
  ['the shipped model', model, questions],
  ['the German quick questions', german, listQuestions(german).filter(({ quick }) => quick)],
] as const)('the words of %s', (_name, of: Model, list: readonly Question[]) => {
  it.each(list.map((question) => [question.id, question] as const))('%s', (_id, question) => {
    expect(() => expectSoundQuestion(question, of)).not.toThrow();
  });
});

describe('figures', () => {
  /** Matches shares and multiples, which claim an effect or a frequency. Quantities that the firm counts are fine. */
  const claim =
    /\d\s*(%|percent|per cent|x\b|×|-?fold\b|times (as|more|the))|\b(doubles?|triples?) (the|your)\b/i;

  it.each([
    ['a share', 'It lifts results by 12 %.', true],
    ['a share in words', 'It lifts 12 percent.', true],
    ['a multiple', 'Teams sell 3x more.', true],
    ['another multiple', 'Teams sell 2.5 times as much.', true],
    ['a count', 'Ask five sellers, or 12 of 43.', false],
    ['days', 'By day 90, 45 minutes a week.', false],
  ])('%s is found', (_name, text, found) => {
    expect(claim.test(text)).toBe(found);
  });

  it('appear only in the sources', () => {
    const { sources: _sources, messages: _messages, digest: _digest, ...rest } = model;
    expect(listTexts(rest).filter(([, text]) => claim.test(text))).toEqual([]);
  });

  it('do not appear as digits in reasons, patterns or claims', () => {
    const texts = [
      ...questions.map(({ why }) => why),
      ...model.patterns.flatMap(({ means, firstMove }) => [means, firstMove]),
    ];
    expect(texts.filter((text) => /\d/.test(text))).toEqual([]);
  });

  it('do not appear at all if they are not established', () => {
    const never = /\b(107|87|88|53) %|\b21 points/;
    expect(model.sources.filter(({ finding }) => never.test(finding)).map(({ finding }) => finding)).toEqual(
      [],
    );
  });
});

describe('advice', () => {
  const everything = questions.flatMap(({ id, recommendations }) =>
    recommendations.flatMap((each) => listTexts(each, id)),
  );
  const moves = model.patterns.map(({ id, firstMove }): [string, string] => [id, firstMove]);

  it('never drops a process', () => {
    const drop =
      /\b(drop|abandon|scrap|abolish|throw out|get rid of) (the|your|that|this) (sales )?process\b/i;
    expect([...everything, ...moves].filter(([, text]) => drop.test(text))).toEqual([]);
  });

  it('never recommends training where the purpose is missing', () => {
    const first = [...everything.filter(([path]) => path.startsWith('philosophy.stated-purpose.')), ...moves];
    const order = /\b(train|training|workshop|course)\b/i;
    const told = first.filter(
      ([, text]) => order.test(text) && !/\b(no|without) (further )?(sales )?training\b/i.test(text),
    );
    expect(told).toEqual([]);
  });
});

describe('the essay', () => {
  const words = (text: string): string[] =>
    text
      .toLowerCase()
      .replace(/['’‘`]/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const known = new Set(essayRuns);

  /** Lists sequences of seven words that are also in the essay. */
  function borrowed(text: string): string[] {
    const all = words(text);
    return all
      .slice(0, -6)
      .map((_word, index) => all.slice(index, index + 7).join(' '))
      .filter((run) => known.has(createHash('sha256').update(run).digest('hex').slice(0, 16)));
  }

  it('is recognized', () => {
    expect(borrowed('And so: what would you add to this conversation?')).toEqual([
      'what would you add to this conversation',
    ]);
  });

  it('is not copied, except for two questions that quote it', () => {
    const found = listTexts(model).filter(([, text]) => borrowed(text).length > 0);
    expect(found.map(([path]) => path)).toEqual(['/messages/closing.question']);
    expect(model.messages['opening.question']).toBe('How complete is your sales system?');
  });
});

describe('the German overlay', async () => {
  const folder = 'src/overlays/de';
  const files = await Promise.all(
    (await readdir(folder, { recursive: true }))
      .filter((name) => name.endsWith('.yaml'))
      .map(async (name) => parse(await readFile(`${folder}/${name}`, 'utf8')) as ModelDocument),
  );
  const given = Object.assign({}, ...files.map(({ messages }) => messages)) as Record<string, string>;
  const changed = Object.assign({}, ...files.map(({ changes }) => changes?.questions)) as Record<
    string,
    unknown
  >;

  it('has every message', () => {
    expect(Object.keys(given).toSorted()).toEqual(Object.keys(model.messages).toSorted());
  });

  it('has no message in English', () => {
    const same = Object.entries(model.messages).filter(
      ([key, text]) =>
        given[key] === text &&
        /\p{L}{3}/u.test(text.replace(/\{\w+\}/g, '')) &&
        // "Element" and "Median" are the same words in German.
        key !== 'report.element' &&
        key !== 'voices.median',
    );
    expect(same.map(([key]) => key)).toEqual([]);
  });

  it('uses the same keyboard letters', () => {
    const letter = (text: string): string | undefined => /^([a-z?]|0-4)(?= |$)/.exec(text)?.[1];
    const lettersOf = (messages: Readonly<Record<string, string>>): unknown =>
      Object.keys(model.messages)
        .filter((key) => key.startsWith('keys.'))
        .map((key) => [key, letter(messages[key] ?? '')]);
    expect(lettersOf(given)).toEqual(lettersOf(model.messages));
  });

  it('translates the names of every element, block, practice and pattern', () => {
    model.elements.forEach((element, index) => {
      const { name, asks, about, blocks } = german.elements[index] ?? element;
      expect([name, asks, about]).not.toContain(element.name);
      expect(asks).not.toBe(element.asks);
      expect(about).not.toBe(element.about);
      // "Coaching" is the same word in German.
      const translated = element.blocks.filter(({ id }) => id !== 'coaching');
      for (const block of translated) {
        expect(blocks.find(({ id }) => id === block.id)?.name).not.toBe(block.name);
      }
    });
    model.practices.forEach((practice, index) => {
      expect(german.practices[index]?.id).toBe(practice.id);
      expect(german.practices[index]?.name).not.toBe(practice.name);
      expect(german.practices[index]?.about).not.toBe(practice.about);
    });
    for (const { id, name } of model.patterns) {
      expect(german.patterns.find((pattern) => pattern.id === id)?.name).not.toBe(name);
    }
    for (const { id, means } of model.notApplicableReasons) {
      expect(german.notApplicableReasons.find((reason) => reason.id === id)?.means).not.toBe(means);
    }
  });

  it('has every question', () => {
    expect(Object.keys(changed).toSorted()).toEqual(questions.map(({ id }) => id).toSorted());
  });

  it.each(questions.map((question) => [question.id, question] as const))(
    'translates every field of %s',
    (id, question) => {
      const other = listQuestions(german).find((each) => each.id === id);
      expect(Object.keys(other?.ask ?? {})).toEqual(Object.keys(question.ask));
      const fields = ({
        ask,
        askAccountManagers,
        why,
        levels,
        probe,
        evidence,
        redFlags,
        recommendations,
      }: Question): [string, string][] =>
        listTexts({
          ask,
          askAccountManagers,
          why,
          levels,
          probe,
          evidence: evidence.map(({ what }) => what),
          redFlags,
          recommendations: recommendations.map(({ touches: _touches, ...texts }) => texts),
        });
      const english = new Set(fields(question).map(([, text]) => text));
      expect(fields(other ?? question).filter(([, text]) => english.has(text))).toEqual([]);
      expect(other?.evidence.map(({ kind }) => kind)).toEqual(question.evidence.map(({ kind }) => kind));
      expect(other?.recommendations.map(({ levels }) => levels)).toEqual(
        question.recommendations.map(({ levels }) => levels),
      );
      expect(other?.recommendations.map(({ touches }) => touches)).toEqual(
        question.recommendations.map(({ touches }) => touches),
      );
      expectSoundQuestion(other ?? question, german);
    },
  );

  it('scores like the English model', () => {
    const bare = (each: Model): unknown =>
      each.practices.map(({ id, weight, target, dependsOn, questions: own }) => [
        id,
        weight,
        target,
        dependsOn,
        own.map((question) => [question.id, question.weight, question.mayNotApply, question.evidenceMaxAge]),
      ]);
    expect(bare(german)).toEqual(bare(model));
    expect(german.scoring).toEqual(model.scoring);
  });
});
