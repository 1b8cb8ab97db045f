import { describe, expect, it } from 'vitest';
import type { QuestionVoices, VoiceCell } from '#domain/types/report.ts';
import { measureWidth } from '#render/terminal/layout.ts';
import { makeTheme } from '#render/terminal/theme.ts';
import { renderVoices, renderVoicesPage } from '#render/terminal/voices.ts';
import { loadShippedModel } from '../../support/model/shipped-model.ts';

const { messages } = await loadShippedModel();
const theme = makeTheme(undefined, true);

const count = (
  levels: [number, number, number, number, number],
  median: number,
  split = false,
): VoiceCell => ({
  count: levels.reduce((sum, each) => sum + each, 0) + 1,
  median,
  counts: { levels, unknown: 1, notApplicable: 0, open: 0 },
  agreement: { reading: split ? 'split' : 'agree', deviation: 1, rwg: 0 },
});

const voices: QuestionVoices = {
  id: 'a.b.c',
  kind: 'felt',
  governs: 'sellers',
  because: 'The median of 9 sellers counts.',
  byRole: {
    leader: {
      count: 1,
      median: 3,
      counts: { levels: [0, 0, 0, 1, 0], unknown: 0, notApplicable: 0, open: 0 },
      agreement: null,
    },
    manager: count([1, 0, 0, 1, 0], 1.5, true),
    seller: count([4, 4, 0, 0, 0], 0.5),
    customer: { count: 6, median: 1, agreement: { reading: 'agree', deviation: null, rwg: null } },
  },
  byUnit: [
    { role: 'seller', units: ['North'], answers: count([4, 0, 0, 0, 0], 0) },
    { role: 'seller', units: ['Export', 'South'], withoutUnit: true, answers: count([0, 4, 0, 0, 0], 1) },
    { role: 'manager', units: ['North'], answers: count([1, 0, 0, 0, 0], 0) },
  ],
  gap: 2.5,
  gapReading: 'disputed',
  spread: 1,
  lowest: [{ role: 'manager', unit: 'North', level: 0, where: 'Depot' }],
  notes: [{ role: 'leader', note: 'As I see it' }],
};

describe('the answers of several respondents', () => {
  it('are a table of roles with their units, the number at each level and the median', () => {
    expect(renderVoices(voices, 'units', 80, theme, messages)).toEqual([
      'Ask everyone: “What would we have seen there?”',
      '                               0   1   2   3   4  median',
      'Leader                         ·   ·   ·   1   ·       3',
      'Managers (3)                   1   ·   ·   1   ·     1.5  they disagree',
      'Sellers (9)                    4   4   ·   ·   ·     0.5',
      '  North (5)                    4   ·   ·   ·   ·       0',
      '  Export, South, no unit (5)   ·   4   ·   ·   ·       1',
      'Customers (6)                                          1  nearly all the same',
    ]);
  });

  it('are the roles alone, or a row of medians, where there is no room', () => {
    expect(renderVoices(voices, 'roles', 80, theme, messages)).toHaveLength(6);
    expect(renderVoices(voices, 'medians', 80, theme, messages)).toEqual([
      'Leader: 3 · Managers (3): 1.5 · Sellers (9): 0.5 · Customers (6): 1',
    ]);
    expect(renderVoices(undefined, 'units', 80, theme, messages)).toEqual([]);
  });

  it('are never wider than the screen, with units of any name', () => {
    const units = [
      { role: 'seller' as const, units: ['長い名前'.repeat(20)], answers: count([5, 0, 0, 0, 0], 0) },
    ];
    const long = { ...voices, byUnit: [...units, ...voices.byUnit] };
    for (const width of [40, 60, 100]) {
      const rows = [
        ...(['units', 'roles', 'medians'] as const).flatMap((detail) =>
          renderVoices(long, detail, width, theme, messages),
        ),
        ...renderVoicesPage(long, width, theme, messages),
      ];
      expect(rows.filter((row) => measureWidth(row) > width)).toEqual([]);
    }
  });

  it('are sentences for those who want more, or cannot see a table', () => {
    const hidden = { ...voices, byRole: { ...voices.byRole, seller: null }, byUnit: [] };
    expect(renderVoicesPage(hidden, 100, theme, messages)).toEqual([
      'What people answered',
      '  · Leader: 1 at level 3',
      '  · Managers (3): 1 at level 0, 1 at level 3, don’t know: 1, median 1.5, they disagree',
      '  · Sellers: not shown, too few people',
      '  · Customers (6): median 1, nearly all the same',
      '  · Manager, North: lowest: level 0 in Depot',
      '  · Leader: As I see it',
      'Ask everyone: “What would we have seen there?”',
      'Until you agree: The median of 9 sellers counts.',
      '',
    ]);
  });
});
