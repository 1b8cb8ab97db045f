/** An element of an XML document. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string): string {
  if (/[<>"']|&(?!(?:amp|lt|gt|quot|apos);)/.test(text)) throw new Error(`Not escaped: ${text.slice(0, 80)}`);
  return text.replace(/&(\w+);/g, (_, name: string) => entities[name] ?? '');
}

/**
 * Parses the subset of XML that the JUnit format uses: elements, attributes and text; no comments, CDATA or
 * processing instructions except the first line. Throws on anything else.
 */
export function readXml(xml: string): XmlElement {
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!xml.startsWith(head)) throw new Error('No declaration.');
  // eslint-disable-next-line no-control-regex
  if (/[^\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(xml))
    throw new Error('A character that XML 1.0 cannot carry, or that is hidden.');
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const token = /<(\/?)([a-z-]+)((?: [a-zA-Z]+="[^"<]*")*)(\/?)>|([^<]+)/gy;
  let at = head.length;
  while (at < xml.length) {
    token.lastIndex = at;
    const match = token.exec(xml);
    if (match === null) throw new Error(`Not XML at ${at}: ${xml.slice(at, at + 80)}`);
    at = token.lastIndex;
    const [, closing, name = '', listed = '', empty, text] = match;
    const parent = open.at(-1) ?? root;
    if (text !== undefined) parent.text += decode(text);
    else if (closing === '/') {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes another element.`);
    } else {
      const pairs = [...listed.matchAll(/ ([a-zA-Z]+)="([^"]*)"/g)];
      const attributes = Object.fromEntries(pairs.map(([, key = '', value = '']) => [key, decode(value)]));
      const element: XmlElement = { name, attributes, children: [], text: '' };
      parent.children.push(element);
      if (empty !== '/') open.push(element);
    }
  }
  const [only] = root.children;
  if (open.length !== 1 || only === undefined || root.children.length > 1)
    throw new Error('Not one element.');
  return only;
}
