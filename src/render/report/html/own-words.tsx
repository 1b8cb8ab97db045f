import type { JSX } from 'preact';
import { listBusinessFacts, listVoices } from '#render/report/wording/own-words.ts';
import { Facts, Said, Section, type SectionProps } from './parts.tsx';

/** Tells whether the section of own words has any content. */
export function hasOwnWords({ report, context: { messages } }: SectionProps): boolean {
  return listVoices(report, messages).length + listBusinessFacts(report, messages).length > 0;
}

/** What the respondent said in their own words, unedited: before and after the questions and at the end. */
export function OwnWords(props: SectionProps): JSX.Element | null {
  const {
    report,
    context: { messages },
  } = props;
  const business = listBusinessFacts(report, messages);
  if (!hasOwnWords(props)) return null;
  return (
    <Section id="own-words" title={messages['report.ownWords']}>
      {listVoices(report, messages).map(({ when, question, text }) => (
        <figure class="quote">
          <figcaption>
            {when}: <i>{question}</i>
          </figcaption>
          <blockquote>
            <Said>{text}</Said>
          </blockquote>
        </figure>
      ))}
      {business.length > 0 && (
        <>
          <h3>{messages['report.context']}</h3>
          <Facts of={business} context={props.context} />
        </>
      )}
    </Section>
  );
}
