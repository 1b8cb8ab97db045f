/** Values as flow-style YAML (`{a: 1, b: [x]}`) or as JSON. */
import { formatNumber } from './write-block.ts';
import { isFlowPlainSafe, jsonQuoted, quoted } from './quoting.ts';
import { isRecord } from './json-value.ts';

/** How a flow collection is spelt. */
export interface FlowStyle {
  /** Whether every string and key is quoted as JSON has it. */
  readonly json: boolean;
  /** What stands between two entries on one line, with its white space. */
  readonly comma: string;
  /** What stands between a key and its value, with its white space. */
  readonly colon: string;
  /** One level of indentation where JSON is spread over lines; undefined keeps collections on one line. */
  readonly unit?: string | undefined;
}

/** YAML on one line. */
export const yamlStyle: FlowStyle = { json: false, comma: ', ', colon: ': ' };

/** A key or string. */
function flowString(text: string, style: FlowStyle): string {
  if (style.json) return jsonQuoted(text);
  return isFlowPlainSafe(text) ? text : quoted(text);
}

/** The entries of a collection between their brackets: on lines of their own at one unit below `indent`, or inline. */
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

/** A pair of a map. `indent` is the white space before the line that it stands on. */
export function writeFlowPair(key: string, value: unknown, style: FlowStyle, indent = ''): string {
  return `${flowString(key, style)}${style.colon}${writeFlowText(value, style, indent)}`;
}

/** A writable value (see `writableValue`), with `\n` between its lines if `style.unit` spreads it over several. */
export function writeFlowText(value: unknown, style: FlowStyle, indent = ''): string {
  if (typeof value === 'string') return flowString(value, style);
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
