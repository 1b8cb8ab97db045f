/** Formats a finite number in a form that YAML 1.1 reads as a number too. */
export function formatNumber(value: number): string {
  const text = Object.is(value, -0) ? '-0' : String(value);
  const [mantissa = '', exponent] = text.split('e');
  if (exponent === undefined) return text;
  const [whole, fraction = '0'] = mantissa.split('.');
  return `${whole}.${fraction}e${exponent}`;
}
