import { describe, expect, it } from 'vitest';
import { validateAgainstModel } from '#document/model/validate-answers.ts';
import { readValue } from '#document/read/read-document.ts';
import { mustLoad, smallTexts, top } from '../../support/model/small-model.ts';
import { encode } from '../read/reading.ts';

const small = await mustLoad(smallTexts);
const mine = await mustLoad(
  { 'model.yaml': `${top}model: {id: mine, version: 5.0.0, title: Mine, language: en, extends: small@2}\n` },
  small,
);

/** Checks answers against the overlay; returns findings as `line:column check > message > fix`. */
function faults(model: string, answers: string): string[] {
  const read = readValue('answers.yaml', encode(`model: ${model}\nanswers: ${answers}\n`));
  if (!read.ok) throw new Error(JSON.stringify(read.findings));
  return validateAgainstModel(read.document, mine).map(
    ({ line, column, check, message, fix }) => `${line}:${column} ${check} > ${message} > ${fix}`,
  );
}

describe('checkAnswers with an overlay', () => {
  it.each([
    ['{id: mine, version: 5.0.0}', []],
    ['{id: mine, version: 4.9.0}', []],
    ['{id: small, version: 2.1.0}', []],
    [
      '{id: mine, version: 5.0.1}',
      [
        '1:28 answers/model-mismatch > These answers belong to version 5.0.1 of the model, but this is the older version 5.0.0. > Update sales-audit or the model selected with `--model`.',
      ],
    ],
    [
      '{id: small, version: 2.2.0}',
      [
        '1:29 answers/model-mismatch > These answers belong to version 2.2.0 of the model, but this is the older version 2.1.0. > Update sales-audit or the model selected with `--model`.',
      ],
    ],
    [
      '{id: tall, version: 2.1.0}',
      [
        '1:13 answers/model-mismatch > These answers belong to the model `tall`, but this is `mine`. > Select the model of these answers with `--model`.',
      ],
    ],
  ])('accepts answers to %s, or says why not', (model, expected) => {
    expect(faults(model, '{}')).toEqual(expected);
  });

  it('reports an unknown question, and a reason that is not accepted', () => {
    expect(
      faults(
        '{id: mine, version: 5.0.0}',
        '{how.daily.sen: {level: 1}, how.daily.seen: {notApplicable: too-old}, why.purpose.heard: {notApplicable: too-new}}',
      ),
    ).toEqual([
      '2:11 answers/unknown-question > The model mine 5.0.0 has no question `how.daily.sen`. > Did you mean `how.daily.seen`?',
      '2:70 document/invalid > `too-old` is not a reason why `how.daily.seen` may not apply. > Use one of: too-new.',
      '2:100 document/invalid > `why.purpose.heard` applies to every sales organization, so "does not apply" is not an answer to it. > Give a `level` from 0 to 4, or `unknown: true`.',
    ]);
  });
});

it('lists a hundred unknown questions, and counts the rest', () => {
  const ids = Array.from({ length: 1000 }, (_, index) => `a.b.c${index}: {level: 1}`);
  const found = faults('{id: mine, version: 5.0.0}', `{${ids.join(', ')}}`);
  expect(found.filter((each) => each.includes('answers/unknown-question'))).toHaveLength(100);
  expect(found.at(-1)).toContain('There are 900 more faults, not listed here.');
});
