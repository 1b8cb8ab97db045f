/** A picture that every office program can show, with its size in pixels. */
export interface Picture {
  readonly type: 'png' | 'jpg' | 'gif';
  /** The picture as a `data:` address. */
  readonly address: string;
  readonly width: number;
  readonly height: number;
}

/** Returns the place of the size in a JPEG: after the first marker of a frame. */
function findFrame(readByte: (place: number) => number): number {
  let place = 2;
  while (readByte(place) === 0xff) {
    const marker = readByte(place + 1);
    // Tables of Huffman codes and of arithmetic coding have markers between those of frames.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return place + 5;
    place += 2 + readByte(place + 2) * 256 + readByte(place + 3);
  }
  return Number.NaN;
}

/**
 * Reads a picture from a `data:` address. Returns undefined for SVG and WebP, which not all office programs show, and
 * for a picture without a size.
 */
export function readPicture(address: string | undefined): Picture | undefined {
  const [, name = '', content = ''] = /^data:image\/(png|jpeg|gif);base64,(.*)$/s.exec(address ?? '') ?? [];
  if (address === undefined || name === '') return undefined;
  const bytes = atob(content);
  const readByte = (place: number): number => bytes.charCodeAt(place);
  const readBigEndian = (place: number): number => readByte(place) * 256 + readByte(place + 1);
  const readLittleEndian = (place: number): number => readByte(place + 1) * 256 + readByte(place);
  const frame = name === 'jpeg' ? findFrame(readByte) : 0;
  const sizes = {
    png: [readBigEndian(18), readBigEndian(22)],
    gif: [readLittleEndian(6), readLittleEndian(8)],
    jpeg: [readBigEndian(frame + 2), readBigEndian(frame)],
  };
  const [width = 0, height = 0] = sizes[name as keyof typeof sizes];
  if (!(width > 0 && height > 0)) return undefined;
  return { type: name === 'jpeg' ? 'jpg' : (name as 'png' | 'gif'), address, width, height };
}
