import { describe, expect, it } from 'vitest';
import type { Model } from '#domain/model.ts';
import { makeReference } from '#domain/answers/migrate-answers.ts';
import { makeQuestionnaire } from '#domain/scoring/questionnaire.ts';
import { renderForm } from '#app/form/render-form.ts';
import { loadShippedModel } from '#app/model/shipped-model.ts';

function render(model: Model): string {
  const questions = makeQuestionnaire(model, 'seller', 'quick');
  const start = {
    kind: 'answers',
    schemaVersion: 1,
    model: makeReference(model),
    organization: { name: 'Harbor' },
    respondent: { role: 'seller' },
    scope: 'quick',
    answers: {},
  } as const;
  return renderForm({ model, role: 'seller', questions, start, hasOrganization: true }, 'Send it.');
}

describe('the page of a form', () => {
  it('is in the language of the model, and says what the group protects', async () => {
    expect(render(await loadShippedModel())).toContain('of 5 or more, unless');
    const page = render(await loadShippedModel('de'));
    expect(page).toContain('<html lang="de">');
    expect(page).toContain('ab 5 Personen, sofern');
    expect(page).not.toContain('of 5 or more');
  });

  it('loads nothing, and escapes every text of a model', async () => {
    const model = await loadShippedModel();
    const text = '</script><img src=x onerror=alert(1)>\u202e"\'';
    const hostile = {
      ...model,
      messages: Object.fromEntries(
        Object.keys(model.messages).map((key) => [key, text]),
      ) as Model['messages'],
      practices: model.practices.map((practice) => ({
        ...practice,
        name: text,
        questions: practice.questions.map((question) => ({
          ...question,
          probe: text,
          why: text,
          redFlags: [text],
        })),
      })),
    };
    const page = render(hostile);
    expect(page).not.toContain('<img');
    expect(page).not.toContain('\u202e');
    expect(page.match(/<script\b/g)).toHaveLength(2);
    expect(page.match(/<\/script/g)).toHaveLength(2);
    expect(page).not.toMatch(/\b(?:src|href)="(?!#)/);
  });
});
