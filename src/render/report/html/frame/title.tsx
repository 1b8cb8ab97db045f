import type { JSX } from 'preact';
import { formatMessage } from '#domain/messages.ts';
import { escapeLine } from '#render/escape.ts';
import { Name, type SectionProps } from '#render/report/html/parts.tsx';
import { formatDay } from '#domain/format-day.ts';

/** The title of the page, which is its cover on paper: the organization, the day, the author and the confidentiality. */
export function Title({ report, context: { messages, brand } }: SectionProps): JSX.Element {
  return (
    <header class="title">
      <div>
        <p class="kind">{messages['report.title']}</p>
        <h1>
          <Name>{report.organization.name}</Name>
        </h1>
        <p class="about">
          {formatMessage(messages, 'report.asOf', { date: formatDay(report.asOf, messages) })}
          {brand.name !== undefined && (
            <>
              {' · '}
              <Name>{formatMessage(messages, 'report.preparedBy', { name: escapeLine(brand.name) })}</Name>
            </>
          )}
        </p>
        {brand.confidential !== undefined && (
          <p class="confidential" dir="auto">
            {escapeLine(brand.confidential)}
          </p>
        )}
      </div>
      {brand.logo !== undefined && <img src={brand.logo} alt={escapeLine(brand.name ?? '')} />}
    </header>
  );
}
