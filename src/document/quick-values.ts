import { plainValue, takeBlock, takeKey, takePlain, takeQuoted } from './quick-scalars.ts';
import { takeSimpleParts } from './quick-simple.ts';
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

/** Goes over a sign, and says whether it was there. */
function takeSign(source: QuickText, sign: number): boolean {
  if (source.text.charCodeAt(source.at) !== sign) return false;
  source.at += 1;
  return true;
}

/**
 * Goes behind the closing bracket, and says whether it is here; else behind the comma that has to be, save before the
 * first part. The bracket may follow that comma.
 */
function closes(source: QuickText, parent: number, close: number, isFirst: boolean): boolean {
  source.skipGap(parent);
  if (takeSign(source, close)) return true;
  if (isFirst) return false;
  if (!takeSign(source, 0x2c)) decline();
  source.skipGap(parent);
  return takeSign(source, close);
}

/** A list in brackets, from behind the first one. */
function takeFlowList(source: QuickText, parent: number): readonly unknown[] {
  const list: unknown[] = [];
  for (let isFirst = true; !closes(source, parent, 0x5d, isFirst); isFirst = false) {
    list.push(takeFlowValue(source, parent));
  }
  return list;
}

/** A map in brackets, from behind the first one. */
function takeFlowMap(source: QuickText, parent: number): Readonly<Record<string, unknown>> {
  const map: Record<string, unknown> = {};
  for (let isFirst = true; !closes(source, parent, 0x7d, isFirst); isFirst = false) {
    takeSimpleParts(source, map);
    if (source.text.charCodeAt(source.at) === 0x7d) continue;
    const key = takeKey(source) ?? decline();
    if (Object.hasOwn(map, key)) decline();
    source.skipGap(parent);
    map[key] = takeFlowValue(source, parent);
  }
  return map;
}

/** A list or map in brackets. */
function takeFlow(source: QuickText, parent: number): unknown {
  source.starts.push(source.at);
  source.enter();
  const isList = source.text.charCodeAt(source.at) === 0x5b;
  source.at += 1;
  const value = isList ? takeFlowList(source, parent) : takeFlowMap(source, parent);
  source.leave();
  return value;
}

/**
 * The value that starts here, and the rest of its last line.
 *
 * @param parent column of what holds the value
 */
export function takeValue(source: QuickText, parent: number): unknown {
  switch (source.text.charCodeAt(source.at)) {
    case 0x22:
    case 0x27: {
      const text = takeQuoted(source);
      if (!source.endLine()) decline();
      return text;
    }
    case 0x5b:
    case 0x7b: {
      const value = takeFlow(source, parent);
      if (!source.endLine()) decline();
      return value;
    }
    case 0x7c:
    case 0x3e:
      return takeBlock(source, parent);
    default:
      return takePlain(source, parent);
  }
}
