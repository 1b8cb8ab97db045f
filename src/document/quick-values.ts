import { plainValue, takeBlock, takeKey, takePlain, takeQuoted } from './quick-scalars.ts';
import { type QuickText, decline } from './quick-text.ts';

const flowPlain =
  /(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|-(?=[^\s,[\]{}]))(?:[^\n,[\]{}:#]|:(?=[^\s,[\]{}])|(?<=\S)#)*/y;

/** A value inside brackets. */
function takeFlowValue(source: QuickText, parent: number): unknown {
  const { text, at } = source;
  const char = text.charCodeAt(at);
  if (char === 0x5b || char === 0x7b) return takeFlow(source, parent);
  if (char === 0x22 || char === 0x27) return takeQuoted(source);
  source.starts.push(at);
  return plainValue((source.take(flowPlain) ?? decline()).trimEnd());
}

/** Whether the closing bracket is here; else goes behind the comma that has to be, save before the first part. */
function closes(source: QuickText, parent: number, close: number, isFirst: boolean): boolean {
  source.skipGap(parent);
  const char = source.text.charCodeAt(source.at);
  if (char === close) {
    source.at += 1;
    return true;
  }
  if (isFirst) return false;
  if (char !== 0x2c) decline();
  source.at += 1;
  source.skipGap(parent);
  return false;
}

/** A list or map in brackets. */
function takeFlow(source: QuickText, parent: number): unknown {
  source.starts.push(source.at);
  source.enter();
  const isList = source.text.charCodeAt(source.at) === 0x5b;
  source.at += 1;
  const list: unknown[] = [];
  const map: Record<string, unknown> = {};
  for (let count = 0; !closes(source, parent, isList ? 0x5d : 0x7d, count === 0); count += 1) {
    if (isList) {
      list.push(takeFlowValue(source, parent));
      continue;
    }
    const key = takeKey(source) ?? decline();
    if (Object.hasOwn(map, key)) decline();
    source.skipGap(parent);
    map[key] = takeFlowValue(source, parent);
  }
  source.leave();
  return isList ? list : map;
}

/**
 * The value that starts here, and the rest of its last line.
 *
 * @param parent column of what holds the value
 */
export function takeValue(source: QuickText, parent: number): unknown {
  switch (source.text[source.at]) {
    case '"':
    case "'": {
      const text = takeQuoted(source);
      if (!source.endLine()) decline();
      return text;
    }
    case '[':
    case '{': {
      const value = takeFlow(source, parent);
      if (!source.endLine()) decline();
      return value;
    }
    case '|':
    case '>':
      return takeBlock(source, parent);
    default:
      return takePlain(source, parent);
  }
}
