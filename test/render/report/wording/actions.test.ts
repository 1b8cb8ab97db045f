import { describe, expect, it } from 'vitest';
import type { ElementResult, Move, ReportDocument } from '#domain/types/report.ts';
import { renderers } from '#render/report/index.ts';
import {
  describeTask,
  listActionTexts,
  listActions,
  listMissingProofs,
  listMoveFacts,
  writeActionsTitle,
} from '#render/report/wording/actions.ts';
import { renderSummary } from '#render/terminal/summary.ts';
import { readExampleReport, reportContext } from '../../../support/report/report-context.ts';

const { messages } = reportContext;
const fernlatch = readExampleReport('fernlatch');
const harbor = readExampleReport('harbor-instruments');
const tarnbeck = readExampleReport('tarnbeck-cooling');

const ask = (bestAnsweredBy: 'seller' | 'leader'): NonNullable<Move['ask']>[number] => ({
  question: `method.insight.${bestAnsweredBy}`,
  ask: 'Who shows customers something new?',
  bestAnsweredBy,
});
const findOut: Move = {
  move: 'find-out',
  element: 'method',
  practice: null,
  name: 'Method',
  because: 'We know too little.',
  ask: [ask('seller'), ask('leader'), ask('seller')],
};
const prove: Move = {
  move: 'prove',
  element: 'method',
  practice: 'insight',
  name: 'Insight',
  because: 'No evidence.',
  attach: [{ question: 'method.insight.shown', kind: 'artifact', what: 'Notes of a meeting.' }],
};

/** Returns an element without its proof. */
function omitProven({ proven: _proven, ...element }: ElementResult): ElementResult {
  return element;
}

const planning = (report: ReportDocument, ...now: Move[]): ReportDocument => ({
  ...report,
  plan: { ...report.plan, now },
});

describe('an action of the plan', () => {
  it.each<readonly [string, Move, string]>([
    [
      'finds out',
      findOut,
      'Ask sellers and the sales leader the 3 questions about it that have no answer yet.',
    ],
    [
      'finds out about one',
      { ...findOut, ask: [ask('seller')] },
      'Ask sellers the question about it that has no answer yet.',
    ],
    ['proves', prove, 'Attach evidence for Insight: Notes of a meeting.'],
    ['proves without an example', { ...prove, attach: [] }, 'Attach evidence for Insight.'],
    ['closes without advice', { ...prove, move: 'close' }, 'Bring Insight up to its target.'],
  ])('%s in a sentence with a verb', (_name, move, task) => {
    expect(describeTask(move, messages)).toBe(task);
    expect(listActionTexts(planning(harbor, move), messages)).toEqual([
      `Method: ${task} Owner: The sales leader.`,
    ]);
  });

  it('has an owner and a day even without a recommendation', () => {
    expect(listMoveFacts(findOut, '2026-11-23', messages)).toEqual([
      ['Owner', 'The sales leader'],
      ['Due', 'December 23, 2026'],
    ]);
  });

  it('says the first step of the first one only, and the day once', () => {
    const [first, ...others] = listActions(harbor, messages);
    expect(first?.firstStep).toBe(`First step: ${harbor.plan.now[0]?.recommendation?.days30}`);
    expect(others.map(({ firstStep }) => firstStep)).toEqual([undefined, undefined]);
    expect(writeActionsTitle(harbor, messages)).toBe('Do first, each with a first step by December 23, 2026');
    expect(listActionTexts(harbor, messages).join(' ')).not.toContain('December');
  });

  it('ends its sentences once, whatever a model ends them with', () => {
    const [move] = harbor.plan.now;
    const advice = move?.recommendation;
    if (advice === undefined) throw new Error('The example has no recommendation.');
    const acts = ['Ask who said so?', 'Ask.', 'Ask'].map((what) => {
      const recommendation = { ...advice, do: what, owner: 'Sales Inc.' };
      return listActions(planning(harbor, { ...prove, recommendation }), messages)[0]?.act;
    });
    expect(acts).toEqual(['Ask who said so?', 'Ask.', 'Ask.'].map((act) => `${act} Owner: Sales Inc.`));
  });

  it('writes the days of its first step as dates, as the rest of the report does', () => {
    const [move] = harbor.plan.now;
    const { recommendation } = move ?? {};
    if (move === undefined || recommendation === undefined) throw new Error('The example has no advice.');
    const days30 = 'Ask three customers by day 30.';
    const report = planning(harbor, { ...move, recommendation: { ...recommendation, days30 } });
    expect(listActions(report, messages)[0]?.firstStep).toBe(
      'First step: Ask three customers by December 23, 2026.',
    );
  });

  it.each(['html', 'markdown', 'text'] as const)('asks for the same everywhere in %s', (format) => {
    const text = renderers[format](fernlatch, reportContext)
      .replaceAll(/<[^>]+>|\*\*|\\/g, ' ')
      .replaceAll(/\s+/g, ' ');
    const task =
      'Ask sellers, the sales leader and customers the 4 questions about it that have no answer yet.';
    expect(text.split(task)).toHaveLength(3);
  });
});

describe('an element that is claimed but not proven', () => {
  it('says which proof it lacks, below the actions', () => {
    const [lack = '?'] = listMissingProofs(tarnbeck, messages);
    expect(lack).toBe(
      'What Philosophy lacks is proof: add recent evidence to the answers about "Stated purpose", "A role built on customer results" and "Belief and permission".',
    );
    const text = renderSummary(tarnbeck, { ...reportContext, files: [] }).replaceAll(/\s+/g, ' ');
    expect(text).toContain(lack);
  });

  it('is not mentioned if an action proves it, or if its answers are supported', () => {
    const philosophy: Move = { ...prove, element: 'philosophy' };
    expect(listMissingProofs(planning(tarnbeck, philosophy), messages)).toEqual([]);
    expect(listMissingProofs(fernlatch, messages)).toEqual([]);
  });

  it('counts practices if there are many', () => {
    const elements = tarnbeck.elements.map((element) => ({
      ...omitProven(element),
      practices: element.practices.map((practice) => ({
        ...practice,
        questions: practice.questions.map((question) => ({ ...question, level: 4, shownLevel: null })),
      })),
    }));
    expect(listMissingProofs({ ...tarnbeck, elements }, messages)).toContain(
      'What Execution lacks is proof: add recent evidence to the answers about 10 of its practices.',
    );
  });
});
