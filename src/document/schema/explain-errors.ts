import type { ErrorObject } from 'ajv';
import { type Path, toPointer } from '#document/read/fault.ts';
import { limits } from '#document/read/limits.ts';
import type { Schema } from './schema.ts';
import type { Place } from './node-at.ts';
import { type Problem, describeValueProblem } from './value-messages.ts';
import {
  describeKeyNameProblem,
  describeOneOfProblem,
  describeMissingKey,
  describeUnknownKey,
} from './key-messages.ts';

/** Keywords whose error is the whole story of a value: errors below it only follow from it. */
const decisive: ReadonlySet<string> = new Set(['type', 'const', 'enum']);

/** Keywords about text. At a map they are about the names of its keys, which have an error of their own. */
const aboutText: ReadonlySet<string> = new Set(['pattern', 'format', 'maxLength']);

/** Problems of a document, and how many more there are at least. */
export interface ExplainedProblems {
  readonly problems: readonly Problem[];
  readonly more: number;
}

/**
 * Turns the errors of a validator into readable problems, one for each fault:
 *
 * - a value of the wrong type, or with a fault already, has no problems of its children;
 * - a misspelled key is not also reported as missing;
 * - the branches of a `oneOf` are one problem.
 *
 * It describes the first unknown keys and the first other problems, up to the limit of each, and counts the rest.
 *
 * @param faulty JSON pointers of values that already have a fault
 * @param getPlace looks up the value at a path
 */
export function explainErrors(
  root: Schema,
  errors: readonly ErrorObject[],
  faulty: ReadonlySet<string>,
  getPlace: (path: Path) => Place,
): ExplainedProblems {
  const settled = new Set(faulty);
  for (const { instancePath, keyword, schemaPath } of errors) {
    if (decisive.has(keyword) && !isBranch(schemaPath)) settled.add(instancePath);
  }
  const problems: Problem[] = [];
  let more = 0;
  const meant = new Set<string>();
  const places = cachePlace(getPlace);
  const unknown = errors.filter(({ keyword }) => keyword === 'additionalProperties');
  for (const { instancePath, params } of unknown) {
    if (hasAncestor(instancePath, settled)) continue;
    if (problems.length >= limits.faults) {
      more += 1;
      continue;
    }
    const { problem, suggestion } = describeUnknownKey(
      root,
      places(instancePath),
      String(params['additionalProperty']),
    );
    if (suggestion !== undefined) meant.add(`${instancePath}${toPointer([suggestion])}`);
    problems.push(problem);
  }
  const most = problems.length + limits.faults;
  for (const error of errors) {
    const { instancePath, keyword, schemaPath, params } = error;
    if (keyword === 'additionalProperties' || isBranch(schemaPath)) continue;
    if (hasAncestor(instancePath, settled)) continue;
    if (settled.has(instancePath) && (faulty.has(instancePath) || !decisive.has(keyword))) continue;
    const place = places(instancePath);
    if (aboutText.has(keyword) && typeof place.value !== 'string') continue;
    if (problems.length >= most) {
      more += 1;
      continue;
    }
    if (keyword === 'required') {
      const key = String(params['missingProperty']);
      if (!meant.has(`${instancePath}${toPointer([key])}`))
        problems.push(describeMissingKey(root, place, key));
    } else if (keyword === 'oneOf') {
      const problem = describeOneOfProblem(root, place, (key) =>
        meant.has(`${instancePath}${toPointer([key])}`),
      );
      if (problem !== undefined) problems.push(problem);
    } else if (keyword === 'propertyNames') {
      problems.push(describeKeyNameProblem(root, place, String(params['propertyName'])));
    } else {
      problems.push(describeValueProblem(root, place, error));
    }
  }
  return { problems, more };
}

/** Whether an error is inside a branch of a rule, which has an error of its own. */
function isBranch(schemaPath: string): boolean {
  return /\/(oneOf|anyOf|not|if)\//.test(schemaPath);
}

function hasAncestor(pointer: string, settled: ReadonlySet<string>): boolean {
  if (settled.size === 0) return false;
  for (let end = pointer.lastIndexOf('/'); end >= 0; end = pointer.lastIndexOf('/', end - 1)) {
    if (settled.has(pointer.slice(0, end))) return true;
    if (end === 0) break;
  }
  return false;
}

/** Caches the last place, because the errors of one value follow each other. */
function cachePlace(getPlace: (path: Path) => Place): (pointer: string) => Place {
  let last: { pointer: string; place: Place } | undefined;
  return (pointer) => {
    if (last?.pointer === pointer) return last.place;
    const parts = pointer.split('/').slice(1);
    const place = getPlace(parts.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~')));
    last = { pointer, place };
    return place;
  };
}
