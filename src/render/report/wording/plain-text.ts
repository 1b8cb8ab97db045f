/** Messages of the checks in words of the business: names instead of ids, paths and keys. */
import { listQuestions } from '#domain/model.ts';
import type { Finding, ReportDocument } from '#domain/types/report.ts';
import { describeDuration } from '#render/durations.ts';
import type { ReportContext } from '#render/report/context.ts';
import { formatDay } from '#domain/format-day.ts';
import { makeNameLookup } from './phrases.ts';

/** Matches a dotted key or id, such as `execution.measurement.goal`, and a key of two words, such as `openQuestions`. */
const key = /^(?:[a-z]+(?:-[a-z\d]+)+|[a-z][A-Za-z\d-]*(?:\.[a-z][A-Za-z\d-]*)+|[a-z]+(?:[A-Z][a-z]+)+)$/;

/** Matches the path of a file. */
const file = /^[^\s:]*\/[^\s/]+\.\w+$/;

/** Matches a JSON pointer. */
const pointer = /^(?:\/[^/\s]+)+$/;

/** Returns the words of a key or an id: `buyer feedback` for `method.buyerFeedback`. */
function splitKey(text: string): string {
  const last = text.split('.').at(-1) ?? text;
  return last.replaceAll('-', ' ').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** Returns the practice of a question by id, also of one that the report did not ask. */
function findPracticeName(
  id: string,
  report: ReportDocument,
  model: ReportContext['model'],
): string | undefined {
  const practices = report.elements.flatMap((element) => element.practices);
  const asked = practices.find(({ questions }) => questions.some((question) => question.id === id));
  if (asked !== undefined) return asked.name;
  if (model === undefined) return undefined;
  const question = listQuestions(model).find((each) => each.id === id);
  return model.practices.find((practice) => practice.id === question?.practice)?.name;
}

/** The names that a finding gives to ids of the declared system. */
type Named = Pick<Finding, 'names'>;

/** Returns what an id, a key or a name of the company is called in the report. */
function nameCode(code: string, named: Named, report: ReportDocument, context: ReportContext): string {
  const { checks, model } = context;
  const name = named.names?.[code];
  if (name !== undefined) return name;
  const practice = findPracticeName(code, report, model);
  if (practice !== undefined) return practice;
  const known = checks.get(code)?.title ?? makeNameLookup(report)(code);
  if (known !== code) return known;
  const parts = code.split('/');
  if (file.test(code)) return parts.at(-1) ?? code;
  // A segment has the ids of a role and a tenure.
  if (parts.length === 2 && !parts.includes(''))
    return parts.map((part) => nameCode(part, named, report, context)).join(', ');
  if (key.test(code)) return splitKey(code);
  if (pointer.test(code)) return splitKey(code.slice(1).replaceAll(/\/\d+/g, '').replaceAll('/', ' '));
  return code;
}

/**
 * Returns a message of a check in plain words. What it has between backticks becomes a quoted name, and a duration or a date
 * becomes words.
 */
export function writePlainly(
  text: string,
  named: Named,
  report: ReportDocument,
  context: ReportContext,
): string {
  return text
    .replaceAll(/`([^`]+)`/g, (_whole, code: string) => `“${nameCode(code, named, report, context)}”`)
    .replaceAll(/\bP\d+[DWMY]\b/g, (duration) => describeDuration(duration).replace(/^1 /, ''))
    .replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => formatDay(day, context.messages));
}

/** Lists what a message of a check is about, by name: what it has between backticks or, without that, quotes. */
export function listPlaces(
  finding: Finding,
  report: ReportDocument,
  context: ReportContext,
): readonly string[] {
  const { message: text } = finding;
  const codes = [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
  const names = codes
    .filter((code) => !context.checks.has(code))
    .map((code) => nameCode(code, finding, report, context));
  const quoted = [...text.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name);
  return [...new Set(names.length > 0 ? names : quoted)];
}

/** Returns a function that names checks: by title or, for those who edit the files, by id. */
export function makeCheckNamer({ checks, isTechnical }: ReportContext): (id: string) => string {
  return (id) => {
    const title = isTechnical ? undefined : checks.get(id)?.title;
    return title === undefined ? id : `“${title}”`;
  };
}
