import type { SystemDocument } from '#domain/types/sales-system.ts';
import type { Path } from '#checks/define-check.ts';

/** A value of a document that refers to a location: a path, with or without a `#fragment`, or a URL. */
export interface Reference {
  readonly path: Path;
  /** The reference as written in the document. Also its key in `Facts.paths`. */
  readonly value: string;
}

/** Returns whether a text can only be a location: a URL, or a path with a directory and a file extension. */
function looksLikePlace(text: string): boolean {
  return (
    /^[Hh][Tt][Tt][Pp][Ss]?:\/\/\S+$/.test(text) ||
    /^[^\s:]+\/[^\s:#]*\.[A-Za-z0-9]{1,10}(?:#\S*)?$/.test(text)
  );
}

/**
 * Finds every reference of a declared system, in the order of the schema. The standard of a practice and the
 * source of an insight may be prose or a location; they count only if they cannot be prose.
 */
export function findReferences(system: SystemDocument): readonly Reference[] {
  const references: Reference[] = [];
  const add = (value: string | undefined, ...path: Path): void => {
    if (value !== undefined) references.push({ path, value });
  };
  const addPlace = (value: string | undefined, ...path: Path): void => {
    if (value !== undefined && looksLikePlace(value)) references.push({ path, value });
  };
  system.roles?.forEach(({ description }, index) => {
    add(description?.ref, 'roles', index, 'description', 'ref');
    add(description?.purposeRef, 'roles', index, 'description', 'purposeRef');
  });
  add(system.philosophy?.pay?.ref, 'philosophy', 'pay', 'ref');
  add(system.process?.forecast?.errorLog, 'process', 'forecast', 'errorLog');
  add(system.method?.buyerFeedback, 'method', 'buyerFeedback');
  system.method?.insights?.forEach(({ source }, index) => {
    addPlace(source, 'method', 'insights', index, 'source');
  });
  const { coaching, practice } = system.execution ?? {};
  coaching?.playbooks?.forEach(({ url }, index) => {
    add(url, 'execution', 'coaching', 'playbooks', index, 'url');
  });
  add(coaching?.coachDevelopment, 'execution', 'coaching', 'coachDevelopment');
  practice?.forEach(({ standard }, index) => {
    addPlace(standard, 'execution', 'practice', index, 'standard');
  });
  return references;
}
