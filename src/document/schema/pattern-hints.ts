/** Describes a format of text, with an example. */
export interface Form {
  readonly description: string;
  readonly example: string;
}

const number = { description: 'a version as major.minor.patch', example: '1.0.0' };
const id = {
  description: 'an id in lowercase letters, digits and hyphens that starts with a letter',
  example: 'stated-purpose',
};

/** Describes each pattern of the schemas, because messages should not show regular expressions. */
const patterns: Readonly<Record<string, Form>> = {
  '^[a-z][a-z0-9-]*$': id,
  '^\\d+\\.\\d+\\.\\d+$': number,
  '^sha256:[0-9a-f]{64}$': {
    description: 'a fingerprint as `sha256:` and 64 hexadecimal digits',
    example: `sha256:${'0123456789abcdef'.repeat(4)}`,
  },
  '^[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*$': {
    description: 'a question id as element.practice.question, in lowercase letters, digits and hyphens',
    example: 'philosophy.stated-purpose.heard',
  },
  '^P(?=\\d)(\\d{1,3}Y)?(\\d{1,4}M)?(\\d{1,4}W)?(\\d{1,5}D)?$': {
    description: 'a duration as P and a number of years (Y), months (M), weeks (W) or days (D)',
    example: 'P12M',
  },
  '^[a-z][a-z0-9-]*@\\d+$': {
    description: 'the id of a model, @ and its major version',
    example: 'sales-system@1',
  },
  '^[a-z][a-z0-9-]*@\\d+\\.\\d+\\.\\d+$': {
    description: 'the id of a model, @ and its version',
    example: 'sales-system@1.0.0',
  },
  '^[^\\r\\n]*\\S[^\\r\\n]*$': { description: 'one line of text', example: 'For the client only.' },
  '^[^A-Z\\s]+$': { description: 'one word in lowercase', example: 'often' },
  '^[a-z]{2}(-[A-Z]{2})?$': { description: 'a language tag', example: 'en' },
  '^[a-z][a-z-]*/[a-z][a-z-]*$': {
    description: 'the id of a check as topic/failing-state',
    example: 'philosophy/missing-purpose',
  },
  '^20\\d\\d-\\d\\d-\\d\\d$': { description: 'a day from 2000-01-01 to 2099-12-31', example: '2026-11-23' },
  '^[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9-]*)+$': {
    description: 'a key of two or more names separated by dots',
    example: 'interview.title',
  },
};

const formats: Readonly<Record<string, Form>> = {
  date: { description: 'a date as YYYY-MM-DD', example: '2026-11-20' },
};

/** Finds the description of a schema's format or pattern; undefined if there is none. */
export function findPatternHint(schema: {
  readonly pattern?: string | undefined;
  readonly format?: string | undefined;
}): Form | undefined {
  const { pattern, format } = schema;
  if (pattern !== undefined && Object.hasOwn(patterns, pattern)) return patterns[pattern];
  return format !== undefined && Object.hasOwn(formats, format) ? formats[format] : undefined;
}
