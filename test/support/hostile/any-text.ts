import fc from 'fast-check';

/** Any character, the halves of a surrogate pair included. The unit `binary` of fast-check takes seconds to build. */
const anyCharacter = fc.nat({ max: 0x10ffff }).map((code) => String.fromCodePoint(code));

/** Generates any text: of any characters, or of ASCII, also names such as `__proto__`. */
export function anyText(limits: Omit<fc.StringConstraints, 'unit'> = {}): fc.Arbitrary<string> {
  return fc.oneof(fc.string({ ...limits, unit: anyCharacter }), fc.string(limits));
}
