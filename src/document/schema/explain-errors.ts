import type { ErrorObject } from 'ajv';
import { type Path, toPointer } from '#document/read/fault.ts';
import type { Schema } from './schema.ts';
import type { Place } from './node-at.ts';
import { type Problem, describeValueProblem } from './value-messages.ts';
import {
  describeKeyNameProblem,
  describeOneOfProblem,
  requiredProblem,
  describeUnknownKey,
} from './key-messages.ts';

/** Keywords whose error says all that there is to say about a value, and makes those below it follow. */
const decisive: ReadonlySet<string> = new Set(['type', 'const', 'enum']);

/** Keywords that speak of text: at a map they are about the names of its keys, which have their own error. */
const aboutText: ReadonlySet<string> = new Set(['pattern', 'format', 'minLength', 'maxLength']);

/**
 * Turns the errors of a validator into problems in our words, each fault once:
 *
 * - what is wrong in type, or has a fault already, has no errors of its children;
 * - a misspelt key is not also missing under its right name;
 * - the branches of a `oneOf` are one problem.
 *
 * @param faulty JSON pointers of values that have a fault already
 * @param placeOf what stands at a path
 */
export function explainErrors(
  root: Schema,
  errors: readonly ErrorObject[],
  faulty: ReadonlySet<string>,
  placeOf: (path: Path) => Place,
): Problem[] {
  const settled = new Set(faulty);
  for (const { instancePath, keyword, schemaPath } of errors) {
    if (decisive.has(keyword) && !isBranch(schemaPath)) settled.add(instancePath);
  }
  const problems: Problem[] = [];
  const meant = new Set<string>();
  const places = createPlaces(placeOf);
  const unknown = errors.filter(({ keyword }) => keyword === 'additionalProperties');
  for (const { instancePath, params } of unknown) {
    if (hasAncestor(instancePath, settled)) continue;
    const { problem, suggestion } = describeUnknownKey(
      root,
      places(instancePath),
      String(params['additionalProperty']),
    );
    if (suggestion !== undefined) meant.add(`${instancePath}${toPointer([suggestion])}`);
    problems.push(problem);
  }
  for (const error of errors) {
    const { instancePath, keyword, schemaPath, params } = error;
    if (keyword === 'additionalProperties' || isBranch(schemaPath)) continue;
    if (hasAncestor(instancePath, settled)) continue;
    if (settled.has(instancePath) && (faulty.has(instancePath) || !decisive.has(keyword))) continue;
    const place = places(instancePath);
    if (aboutText.has(keyword) && typeof place.value !== 'string') continue;
    if (keyword === 'required') {
      const key = String(params['missingProperty']);
      if (!meant.has(`${instancePath}${toPointer([key])}`)) problems.push(requiredProblem(root, place, key));
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
  return problems;
}

/** Errors inside the branches of a rule are told by the rule itself. */
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

/** The errors of one value come one after the other, so the last place is kept. */
function createPlaces(placeOf: (path: Path) => Place): (pointer: string) => Place {
  let last: { pointer: string; place: Place } | undefined;
  return (pointer) => {
    if (last?.pointer === pointer) return last.place;
    const parts = pointer.split('/').slice(1);
    const place = placeOf(parts.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~')));
    last = { pointer, place };
    return place;
  };
}
