/** The fault of a picture, and how to fix it. */
interface ImageFault {
  readonly ok: false;
  readonly fault: string;
  readonly fix: string;
}

/** A picture that a page can embed, by its media type, or why it cannot. */
export type Image = { readonly ok: true; readonly type: string } | ImageFault;

/** First bytes of each type, in hex digits. The bytes decide, never the name. */
const beginnings: readonly { readonly type: string; readonly start: RegExp }[] = [
  { type: 'image/png', start: /^89504e470d0a1a0a/ },
  { type: 'image/jpeg', start: /^ffd8ff/ },
  { type: 'image/gif', start: /^474946383[79]61/ },
  { type: 'image/webp', start: /^52494646.{8}57454250/ },
];

/**
 * A comment, character data, an instruction or a tag of XML. Of a tag: whether it ends something, its name, its
 * attributes, and whether it is empty.
 */
const markup =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([^\s"'<>/=]+)((?:\s+[^\s"'<>/=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;

/** A reference to anything but the characters that every XML parser knows. */
const unknownReference = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i;

interface Tag {
  readonly name: string;
  readonly attributes: string;
}

/**
 * The first tag of XML that is well-formed as far as it shows in tags and references; undefined for anything
 * else. Looks at every character once: an untrusted file costs no more time than it has bytes.
 */
function findRoot(text: string): Tag | undefined {
  const open: string[] = [];
  let root: Tag | undefined;
  let before = 0;
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', before)) {
    const between = text.slice(before, at);
    markup.lastIndex = at;
    const found = markup.exec(text);
    if (found === null || unknownReference.test(between)) return undefined;
    if (open.length === 0 && between.trim() !== '') return undefined;
    before = markup.lastIndex;
    const [, end, name, attributes = '', empty] = found;
    if (name === undefined) continue;
    if (unknownReference.test(attributes)) return undefined;
    if (end === '/') {
      if (open.pop() !== name || attributes !== '' || empty === '/') return undefined;
      continue;
    }
    if (open.length === 0 && root !== undefined) return undefined;
    root ??= { name, attributes };
    if (empty !== '/') open.push(name);
  }
  return open.length === 0 && text.slice(before).trim() === '' ? root : undefined;
}

const makeFault = (what: string, fix: string): ImageFault => ({ ok: false, fault: what, fix });

const noPicture = makeFault(
  'It is not an image that a page can show.',
  'Give a PNG, JPEG, GIF, WebP or SVG.',
);

function detectSvg(text: string): Image {
  if (!/<(?:\w+:)?svg[\s>]/.test(text)) return noPicture;
  // An entity can make a file of a few bytes as large as a memory.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) {
    return makeFault(
      'The SVG has a document type or entities.',
      'Save it without them, as a plain or optimized SVG.',
    );
  }
  if (/^\s*<\?xml[^>]*encoding\s*=\s*["'](?!utf-8["'])/i.test(text)) {
    return makeFault('The SVG declares an encoding other than UTF-8.', 'Save it as UTF-8.');
  }
  const root = findRoot(text);
  if (root === undefined) {
    return makeFault('The SVG is not well-formed, so no browser would show it.', 'Export it again.');
  }
  if (!/^(?:\w+:)?svg$/.test(root.name)) return noPicture;
  if (!/\sxmlns(?::\w+)?\s*=\s*["']http:\/\/www\.w3\.org\/2000\/svg["']/.test(root.attributes)) {
    return makeFault(
      'The SVG has no SVG namespace, so no browser would show it.',
      'Add xmlns="http://www.w3.org/2000/svg" to its first tag.',
    );
  }
  return { ok: true, type: 'image/svg+xml' };
}

/** Detects the type of a picture: PNG, JPEG, GIF, WebP or a standalone SVG. */
export function detectImage(bytes: Uint8Array): Image {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('hex');
  const type = beginnings.find((each) => each.start.test(start))?.type;
  if (type !== undefined) return { ok: true, type };
  try {
    return detectSvg(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return noPicture;
  }
}

/** Maximum size of a picture, in bytes: it is part of every report. */
const largestImage = 512 * 1024;

/** A picture as a `data:` address, or why it cannot be embedded. */
export type EmbeddedImage = { readonly ok: true; readonly address: string } | ImageFault;

/** Embeds a picture in a page, if its type is known and it is not larger than `largestImage`. */
export function embedImage(bytes: Uint8Array): EmbeddedImage {
  if (bytes.length > largestImage) {
    return makeFault('It is larger than 512 KiB.', 'Save it smaller: it is part of every report.');
  }
  const image = detectImage(bytes);
  return image.ok
    ? { ok: true, address: `data:${image.type};base64,${Buffer.from(bytes).toString('base64')}` }
    : image;
}
