/** Writes values as flow-style YAML (`{a: 1, b: [x]}`) or as JSON. */
import { formatNumber } from './format-number.ts';
import { isFlowPlainSafe, quoteJson, quoteYaml } from './quoting.ts';
import { isRecord } from './json-value.ts';

/** Spelling of a flow collection. */
export interface FlowStyle {
  /** Whether to quote every string and key as JSON does. */
  readonly json: boolean;
  /** Separator of two entries on one line, with its white space. */
  readonly comma: string;
  /** Separator of a key and its value, with its white space. */
  readonly colon: string;
  /** One level of indentation for JSON on several lines; undefined for collections on one line. */
  readonly unit?: string | undefined;
}

/** YAML on one line. */
export const yamlStyle: FlowStyle = { json: false, comma: ', ', colon: ': ' };

function writeFlowString(text: string, style: FlowStyle): string {
  if (style.json) return quoteJson(text);
  return isFlowPlainSafe(text) ? text : quoteYaml(text);
}

/** Writes the entries of a collection in brackets: on lines one unit deeper than `indent`, or inline. */
export function writeBracketed(
  brackets: '[]' | '{}',
  entries: readonly string[],
  style: FlowStyle,
  indent: string,
): string {
  const [open = '', close = ''] = brackets;
  if (entries.length === 0) return brackets;
  if (style.unit === undefined) return `${open}${entries.join(style.comma)}${close}`;
  const lines = entries.map((entry) => `${indent}${style.unit}${entry}`);
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}

/** Writes a pair of a map. `indent` is the white space at the start of its line. */
export function writeFlowPair(key: string, value: unknown, style: FlowStyle, indent = ''): string {
  return `${writeFlowString(key, style)}${style.colon}${writeFlowText(value, style, indent)}`;
}

/** Writes a writable value (see `toWritableValue`), with `\n` between its lines if `style.unit` is set. */
export function writeFlowText(value: unknown, style: FlowStyle, indent = ''): string {
  if (typeof value === 'string') return writeFlowString(value, style);
  if (typeof value === 'number') return style.json ? JSON.stringify(value) : formatNumber(value);
  const deeper = indent + (style.unit ?? '');
  if (Array.isArray(value))
    return writeBracketed(
      '[]',
      value.map((item) => writeFlowText(item, style, deeper)),
      style,
      indent,
    );
  if (!isRecord(value)) return String(value);
  const pairs = Object.entries(value).map(([key, item]) => writeFlowPair(key, item, style, deeper));
  return writeBracketed('{}', pairs, style, indent);
}
