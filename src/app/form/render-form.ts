import { createHash } from 'node:crypto';
import { type Form } from '#render/form/form.ts';
import { renderFormPage } from '#render/form/index.tsx';
import { getSchemaUrl, version } from '#app/version.ts';

/** First comment of a file that a form saved. */
const header = 'Answers of a sales-system audit, saved by a form. Safe to edit by hand.';

/**
 * Renders a form as a page.
 *
 * @param afterSaving sentence after the file is saved, such as whom to send it to
 */
export function renderForm(form: Form, afterSaving: string): string {
  return renderFormPage(form, {
    generator: { name: 'sales-audit', version },
    schema: getSchemaUrl('answers'),
    header,
    afterSaving,
    sha256: (text) => createHash('sha256').update(text).digest('base64'),
  });
}
