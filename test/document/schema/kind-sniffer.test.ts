import { describe, expect, it } from 'vitest';
import { declaresOwnKind } from '#document/schema/kind-sniffer.ts';

describe('saysOurKind', () => {
  it.each([
    ['kind: answers', true],
    ['\uFEFFkind: report\r\n', true],
    ['---\n# comment\nschemaVersion: 1\nkind:   "sales-system"  # ours\n', true],
    [`'kind': 'answers'`, true],
    ['{kind: answers, schemaVersion: 1}', true],
    ['# comment {\n{ "kind" : "answers" }', true],
    ['{"a": {"b": [1, "}"]}, "kind": "report", "x": ', true],
    ['  kind: answers', false],
    ['a:\n  kind: answers', false],
    ['kind: answersheet', false],
    ['kind: answers sheet', false],
    ['kind:answers', false],
    ['kinds: answers', false],
    ['# kind: answers', false],
    ['kind: config', false],
    ['{"items": [{"kind": "report"}]}', false],
    ['{"a": "kind", "b": "report"}', false],
    ['{"a": "\\"kind\\": \\"report\\""}', false],
    ['{"a": 1}\n"kind": "report"', false],
    ['[{"kind": "report"}]', false],
    ['', false],
    ['{'.repeat(4096), false],
    [`${'#'.repeat(4000)}{`, false],
    [`{${'"'.repeat(4001)}`, false],
  ])('%j: %j', (text, expected) => {
    expect(declaresOwnKind(text)).toBe(expected);
  });
});
