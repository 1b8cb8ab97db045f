/** Brings the name of an organization or a person into a form in which two ways to type it are equal. */
export const normalizeName = (name: string): string =>
  name.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
