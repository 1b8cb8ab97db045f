/** Components shared by the sections of the page. */
import type { ComponentChildren, JSX } from 'preact';
import type { ReportDocument } from '#domain/types/report.ts';
import type { Palette } from '#render/report/charts/palette.ts';
import type { ReportContext } from '#render/report/context.ts';

/** Props of every section. */
export interface SectionProps {
  /** The report with every text escaped by `escapeTexts`. */
  readonly report: ReportDocument;
  readonly context: ReportContext;
  readonly palette: Palette;
}

/** A section with its heading: the title of a chart is its message, and the topic above says what it is about. */
export function Section({
  id,
  topic,
  title,
  about,
  children,
}: {
  readonly id: string;
  readonly topic?: string | undefined;
  readonly title: string;
  readonly about?: string | undefined;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        {topic !== undefined && <span class="topic">{`${topic} `}</span>}
        {title}
      </h2>
      {about !== undefined && <p class="about">{about}</p>}
      {children}
    </section>
  );
}

/** Text from a person, with its own direction and line breaks. */
export function Said({ children, class: name }: { children: string; class?: string }): JSX.Element {
  return (
    <p class={name === undefined ? 'said-text' : `said-text ${name}`} dir="auto">
      {children}
    </p>
  );
}

/** A name or short text in a line, isolated so that its direction affects nothing around it. */
export function Name({ children, lang }: { children: string; lang?: string | undefined }): JSX.Element {
  return <bdi lang={lang}>{children}</bdi>;
}

/** Returns the `lang` of a text; undefined if it is that of the page or unknown. */
export function getLanguage(text: string, { foreign }: ReportContext): string | undefined {
  return foreign?.sentences.has(text) === true ? foreign.language : undefined;
}

/** A list of terms with their values. Omits terms without a value. */
export function Facts({
  of,
  context,
}: {
  readonly of: readonly (readonly [term: string, text: string])[];
  readonly context: ReportContext;
}): JSX.Element | null {
  const given = of.filter(([, text]) => text !== '');
  if (given.length === 0) return null;
  return (
    <dl class="facts">
      {given.map(([term, text]) => (
        <div>
          <dt>{term}</dt>
          <dd dir="auto" lang={getLanguage(text, context)}>
            {text}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A message of a check: text between backticks becomes code. */
export function WithCode({ children }: { children: string }): JSX.Element {
  return (
    <>{children.split(/`([^`]+)`/).map((part, index) => (index % 2 === 1 ? <code>{part}</code> : part))}</>
  );
}
