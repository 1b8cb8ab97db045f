/** Parts that several sections of the page share. */
import type { ComponentChildren, JSX } from 'preact';
import type { ReportDocument } from '#domain/types/report.ts';
import type { Palette } from '#render/report/charts/palette.ts';
import type { ReportContext } from '#render/report/context.ts';

/** What every section of the page gets. */
export interface SectionProps {
  /** The report, with every text safe to show (`safeReport`). */
  readonly report: ReportDocument;
  readonly context: ReportContext;
  readonly palette: Palette;
}

/** A section with its heading, in the order of the contents. */
export function Section({
  id,
  title,
  about,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly about?: string | undefined;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {about !== undefined && <p class="about">{about}</p>}
      {children}
    </section>
  );
}

/** Text that a person wrote: its own direction, its own line breaks. */
export function Said({ children, class: name }: { children: string; class?: string }): JSX.Element {
  return (
    <p class={name === undefined ? 'said-text' : `said-text ${name}`} dir="auto">
      {children}
    </p>
  );
}

/** A name or short text inside a line, whose direction changes nothing around it. */
export function Name({ children, lang }: { children: string; lang?: string | undefined }): JSX.Element {
  return <bdi lang={lang}>{children}</bdi>;
}

/** The language of a text for its `lang`; undefined where it is that of the page, as far as anybody knows. */
export function getLanguage(text: string, { foreign }: ReportContext): string | undefined {
  return foreign?.sentences.has(text) === true ? foreign.language : undefined;
}

/** A list of terms, each with what it stands for. Terms without a text are left out. */
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

/** A picture with its description. It scales with the page. */
export function Chart({
  width,
  height,
  description,
  children,
}: {
  readonly width: number;
  readonly height: number;
  readonly description: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <svg class="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={description}>
      {children}
    </svg>
  );
}

/** The anchor of a question: its id, with everything that is not part of a plain id written as hex. */
export function makeAnchor(id: string): string {
  return `q-${id.replace(/[^a-z0-9.-]/gu, (sign) => `_${(sign.codePointAt(0) ?? 0).toString(16)}_`)}`;
}

/** A sentence in which what stands between backticks is code, as the checks write it. */
export function WithCode({ children }: { children: string }): JSX.Element {
  return (
    <>{children.split(/`([^`]+)`/).map((part, index) => (index % 2 === 1 ? <code>{part}</code> : part))}</>
  );
}
