import { type Fields, type OwnField, toFields } from '#domain/form/fields.ts';
import type { Form } from './form.ts';

/** A field that belongs to no question, for a form in a document. */
export interface OwnEntry {
  readonly name: OwnField;
  readonly label: string;
  readonly hint?: string;
  /** Whether it comes before the questions or after them. */
  readonly place: 'before' | 'after';
}

/** Returns what a form begins with. The placeholder for a missing name of the organization is no answer. */
export function getStartFields({ start, hasOrganization }: Form): Fields {
  return { ...toFields(start), ...(!hasOrganization && { organization: '' }) };
}

/** Lists the fields that belong to no question, in the order of the interview. */
export function listOwnFields({ model, role, hasOrganization }: Form): readonly OwnEntry[] {
  const { messages } = model;
  const makeEntry = (name: OwnField, label: string, hint?: string): OwnEntry => ({
    name,
    label,
    ...(hint !== undefined && { hint }),
    place: 'before',
  });
  const leads = role === 'leader' || role === 'manager';
  return [
    ...(hasOrganization ? [] : [makeEntry('organization', messages['intake.organization'])]),
    makeEntry('name', messages['form.name'], messages['form.nameHint']),
    ...(leads
      ? [
          makeEntry('context.sellers', messages['form.sellers']),
          makeEntry('context.managers', messages['form.managers']),
          makeEntry('context.customers', messages['intake.customers'], messages['form.customersHint']),
          makeEntry('context.spread', messages['form.spread']),
          makeEntry('context.revenue', messages['form.revenue']),
          makeEntry('context.profit', messages['form.profit']),
          makeEntry('context.share', messages['form.share']),
        ]
      : []),
    makeEntry('opening.first', messages['opening.question'], messages['form.openingHint']),
    { name: 'opening.again', label: messages['opening.again'], place: 'after' },
    { name: 'closing', label: messages['closing.question'], place: 'after' },
  ];
}
