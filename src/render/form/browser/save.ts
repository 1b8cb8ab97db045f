import { writeYaml } from '#document/edit/write.ts';
import { toDocument } from '#domain/form/to-document.ts';
import type { Fields } from '#domain/form/fields.ts';
import type { FormData } from '#render/form/form-data.ts';

/** Writes the answers as the file that the interview writes, in YAML. */
export function writeAnswers(fields: Fields, { start, questions, schema, header }: FormData): string {
  return writeYaml(toDocument(fields, start, questions), { schema, header: [header] });
}

/** Makes the name of a file, different for each respondent: their files meet in one folder. */
export function makeToken(): string {
  return [...crypto.getRandomValues(new Uint8Array(4))].map((byte) => (byte % 36).toString(36)).join('');
}

/** Downloads a text as a file. */
export function download(text: string, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
