/**
 * Repeated unterminated hyperlinks, `ESC ] 8 ;`. Measuring such a text takes time quadratic in its length: over 100 s
 * for a megabyte. So every text from a file or a person is escaped before it is measured.
 */
import { describe, expect, it } from 'vitest';
import { listExplainableIds, findSubject } from '#domain/explain.ts';
import type { QuestionView } from '#domain/interview/interview.ts';
import type { Messages } from '#domain/messages.ts';
import { type Model, listQuestions } from '#domain/model.ts';
import { assess } from '#domain/scoring/assess.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import { renderers as checkRenderers } from '#render/check/index.ts';
import { renderCheckExplanation } from '#render/explain/check.ts';
import { renderExplanation } from '#render/explain/index.ts';
import { renderQuestions } from '#render/questions/questions.ts';
import { charts, renderers } from '#render/report/index.ts';
import { renderFindings } from '#render/terminal/findings.ts';
import { renderBanner, renderHelp } from '#render/terminal/help.ts';
import { renderChoice, renderSettled, renderText } from '#render/terminal/prompts.ts';
import { renderAnswered, renderPlainQuestion, renderQuestion } from '#render/terminal/question.ts';
import { renderSummary } from '#render/terminal/summary.ts';
import { makePainter } from '#app/interview/question-screen.ts';
import { readExampleReport, reportContext } from '../../support/report/report-context.ts';
import { makeOneElementModel } from '../../support/model/make-model.ts';
import { context as checkContext, makeFinding, makeReport, makeScores } from '../check/reports.ts';

const text = '\u001b]8;'.repeat(2_000);
const escape = '\u001b';
const { theme } = reportContext;
const width = 80;

/** Messages of a custom model, each a short sequence of the same kind. */
const messages = Object.fromEntries(
  Object.keys(reportContext.messages).map((key) => [key, '\u001b]8;'.repeat(3)]),
) as Messages;

/** A report with the text as its title, as the name of an element and as a note. */
function makeHostileReport(): ReportDocument {
  const report = readExampleReport('harbor-instruments');
  const [first, ...others] = report.elements;
  const [practice, ...practices] = first?.practices ?? [];
  const [question, ...questions] = practice?.questions ?? [];
  if (!first || !practice || !question) throw new Error('The example has no question.');
  const noted = { ...practice, questions: [{ ...question, note: text }, ...questions] };
  return {
    ...report,
    organization: { ...report.organization, name: text },
    elements: [{ ...first, name: text, practices: [noted, ...practices] }, ...others],
  };
}

/** A model of one question with the text in its names and wordings. */
function makeHostileModel(): Model {
  const model = makeOneElementModel([{ id: 'p', questions: [{ id: 'q' }] }]);
  return {
    ...model,
    title: text,
    messages: { ...messages },
    elements: model.elements.map((element) => ({ ...element, name: text, asks: text, about: text })),
    practices: model.practices.map((practice) => ({
      ...practice,
      name: text,
      about: text,
      questions: practice.questions.map((question) => ({ ...question, ask: { leader: text }, why: text })),
    })),
    patterns: [
      {
        id: 'hostile',
        name: text,
        when: { value: 'p', below: 2 },
        means: text,
        firstMove: text,
        practices: ['p'],
      },
    ],
  };
}

describe('a text of unterminated hyperlinks', () => {
  const report = makeHostileReport();
  const model = makeHostileModel();
  const [question] = listQuestions(model);
  if (question === undefined) throw new Error('The model has no question.');

  it('is escaped in the text report', () => {
    for (const each of [reportContext.messages, messages])
      expect(renderers.text(report, { ...reportContext, messages: each })).not.toContain(escape);
  });

  it('is escaped in the summary', () => {
    for (const each of [reportContext.messages, messages])
      expect(renderSummary(report, { width, theme, messages: each, files: [] })).not.toContain(escape);
  });

  it('is escaped where a page or picture measures it', () => {
    const titled = { ...reportContext, messages: { ...reportContext.messages, 'report.title': text } };
    const [head] = renderers.html(report, titled).split('<body>');
    expect(head).not.toContain(escape);
    for (const chart of charts) {
      const context = {
        ...reportContext,
        chart,
        messages: { ...reportContext.messages, 'chart.badge': text },
      };
      expect(renderers.svg(report, context)).not.toContain(escape);
    }
  });

  it('is escaped in check', () => {
    const finding = makeFinding({ check: text, message: text, file: text, fix: text, element: text });
    const checked = makeReport({
      files: [text],
      texts: new Map([[text, text]]),
      scores: [makeScores({ file: text, elements: [{ id: text, name: text, score: 10 }] })],
      findings: [{ ...finding, line: 1, column: text.length }],
      suppressed: [{ finding, suppression: { by: 'waiver', reason: text, owner: text, until: text } }],
      notes: [text],
    });
    expect(checkRenderers.text(checked, checkContext)).not.toContain(escape);
    const invalid = { ...makeFinding({ check: text, message: text, file: text, fix: text }), points: null };
    expect(renderFindings([invalid], new Map([[text, text]]), width, theme)).not.toContain(escape);
  });

  it('is escaped in the list of questions', () => {
    expect(renderQuestions(model, [question], 'leader', { width, theme })).not.toContain(escape);
  });

  it('is escaped in every explanation', () => {
    const answers: AnswersDocument = {
      kind: 'answers',
      schemaVersion: 1,
      model: { id: model.id, version: model.version },
      organization: { name: text },
      respondent: { role: 'leader' },
      startedOn: '2026-11-20',
      answers: { [question.id]: { level: 3, evidence: [{ kind: 'artifact', what: text }], note: text } },
    };
    const assessment = assess(model, answers, undefined, '2026-11-23');
    for (const id of listExplainableIds(model)) {
      const subject = findSubject(model, id);
      if (subject === undefined) throw new Error(`Cannot explain ${id}.`);
      expect(renderExplanation(subject, model, assessment, { width, theme })).not.toContain(escape);
    }
    const check = {
      id: 'a/b',
      severity: 'error',
      over: 'sales-system',
      title: text,
      why: text,
      practice: text,
    };
    expect(
      renderCheckExplanation({ ...check, example: { fails: text, passes: text } }, { width, theme }),
    ).not.toContain(escape);
  });

  it('is escaped in the interview', () => {
    const view: QuestionView = {
      element: text,
      practice: text,
      place: 1,
      count: 1,
      minutesLeft: 1,
      ask: text,
      isGuess: true,
      levels: [0, 1, 2, 3, 4].map(() => ({ label: text, means: text })),
      keys: ['help', 'evidence', 'note', 'lowest', 'unknown', 'not-applicable', 'skip', 'back', 'quit'],
      voices: undefined,
      saved: text,
      remarks: [text],
      evidence: [text],
      declared: [text],
    };
    const canvas = { width, rows: 24 };
    for (const screen of [
      renderQuestion(view, 1, text, canvas, theme, messages).join('\n'),
      renderQuestion(view, 1, text, { width, rows: 9 }, theme, messages).join('\n'),
      renderQuestion({ ...view, declared: [] }, null, undefined, canvas, theme, messages).join('\n'),
      renderText({ hint: text, message: text, text, cursor: 3, fault: text }, canvas, theme).rows.join('\n'),
      renderChoice(
        { message: text, names: [text], marked: 0, fault: text },
        canvas,
        theme,
        messages,
      ).rows.join('\n'),
      renderSettled({ message: text, answer: text, isSaved: true }, width, theme),
      renderPlainQuestion(view, width, theme, messages),
      renderAnswered(view, { text, isAnswer: true }, width, theme),
      renderHelp(question, model, width, theme),
      renderBanner({ name: text, asks: text, about: text }, [text], width, theme),
      makePainter(theme, messages).wrap(text, width).join('\n'),
    ])
      expect(screen).not.toContain(escape);
  });
});
