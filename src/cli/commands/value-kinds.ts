/**
 * What can stand for the value of an argument or an option that has no choices of its own.
 *
 * - `text`: free text, a number or a date, which nobody can complete
 * - `file`, `folder`: left to the shell
 * - `model`: a folder, or the name of a translation that comes with the tool
 * - `element`: id of an element; `element=`: such an id and a score
 * - `explainable`: id of anything that `explain` explains
 * - `report-output`: file that a report is written to, with a format before it or not
 * - `check-output`: format of `check` and a file
 */
export type ValueKind =
  | 'text'
  | 'file'
  | 'folder'
  | 'model'
  | 'element'
  | 'element='
  | 'explainable'
  | 'report-output'
  | 'check-output';
