/** What people and their programs make of the lines of a form in Markdown. */
import { describe, expect, it } from 'vitest';
import { classifyLine, isChosen } from '#document/form/classify-line.ts';

const id = 'philosophy.stated-purpose.heard';
const ids = new Set([id]);

/** Tells whether a line chooses an answer: undefined where that cannot be told. */
function isLineChosen(line: string): boolean | undefined {
  const found = classifyLine(line, ids);
  if (found.kind !== 'choice' || found.value !== '2') throw new Error(`${line} is no answer of level 2`);
  if (found.mark === undefined) return undefined;
  if (found.mark === '') return false;
  return isChosen(found.mark) ? true : undefined;
}

describe('an answer', () => {
  it.each([
    '- [x] **2** Agreed <!-- 2 -->',
    '- [X] **2** Agreed <!-- 2 -->',
    '- [ x ] **2** Agreed <!-- 2 -->',
    '- [x ] **2** Agreed <!-- 2 -->',
    '- [\u00a0x\u00a0] **2** Agreed <!-- 2 -->',
    '- [✓] **2** Agreed <!-- 2 -->',
    '- [✔] **2** Agreed <!-- 2 -->',
    '- [☑] **2** Agreed <!-- 2 -->',
    '- [×] **2** Agreed <!-- 2 -->',
    '- [\u0445] **2** Agreed <!-- 2 -->',
    '- [**x**] **2** Agreed <!-- 2 -->',
    '- **[x]** **2** Agreed <!-- 2 -->',
    '**- [x] 2 Agreed <!-- 2 -->**',
    '* [x] **2** Agreed <!-- 2 -->',
    '+ [x] **2** Agreed <!-- 2 -->',
    '•\t[x] **2** Agreed <!-- 2 -->',
    '– [x] **2** Agreed <!-- 2 -->',
    '-[x] **2** Agreed <!-- 2 -->',
    '[x] 2 Agreed <!-- 2 -->',
    '  - [x] **2** Agreed <!-- 2 -->  ',
    String.raw`- \[x\] **2** Agreed <!-- 2 -->`,
    '- ☑ **2** Agreed <!-- 2 -->',
    '- ☒ **2** Agreed <!-- 2 -->',
    '☒ 2 Agreed <!-- 2 -->',
    '- [x] **2** “Agreed” <!– 2 –>',
    '- [x] **2** Agreed <!— 2 —>',
    String.raw`- [x] **2** Agreed \<!-- 2 --\>`,
    '- [x] **2** Agreed <!--2-->',
  ])('%s is chosen', (line) => {
    expect(isLineChosen(line)).toBe(true);
  });

  it.each([
    '- [ ] **2** Agreed <!-- 2 -->',
    '- [] **2** Agreed <!-- 2 -->',
    '- [\u00a0] **2** Agreed <!-- 2 -->',
    '- ☐ **2** Agreed <!-- 2 -->',
    String.raw`- \[ \] **2** Agreed <!-- 2 -->`,
  ])('%s is not chosen', (line) => {
    expect(isLineChosen(line)).toBe(false);
  });

  it.each([
    '- [2] **2** Agreed <!-- 2 -->',
    '- [yes] **2** Agreed <!-- 2 -->',
    '- [-] **2** Agreed <!-- 2 -->',
    '- [?] **2** Agreed <!-- 2 -->',
    '- x **2** Agreed <!-- 2 -->',
    '- **2** Agreed <!-- 2 -->',
  ])('%s is a fault', (line) => {
    expect(isLineChosen(line)).toBeUndefined();
  });
});

describe('another line', () => {
  it.each([
    [
      `### 1. What would I hear? <!-- ${id} 2 2026-05-04 -->`,
      { kind: 'question', id, choice: '2', on: '2026-05-04' },
    ],
    [`**1. What would I hear?** <!-- ${id} -->`, { kind: 'question', id, choice: '', on: '' }],
    [
      '### 1. Another <!-- philosophy.x.y -->',
      { kind: 'question', id: 'philosophy.x.y', choice: '', on: '' },
    ],
    ['## Philosophy <!-- part -->', { kind: 'part' }],
    ['**Note** <!-- note -->', { kind: 'field', name: 'note' }],
    ['Note <!-- note -->', { kind: 'field', name: 'note' }],
    ['**Note** <!– lowest.level –>', { kind: 'field', name: 'lowest.level' }],
    ['- [x] a list of somebody', { kind: 'text' }],
    ['“Quoted” -- and more', { kind: 'text' }],
    ['', { kind: 'text' }],
  ])('%s', (line, expected) => {
    expect(classifyLine(line, ids)).toEqual(expected);
  });
});
