/** What people choose of the gate's output. No renderer is loaded with it, so help and completion have it too. */

/** Formats that `check` reports in. */
export const checkFormats = ['text', 'json', 'sarif', 'junit', 'github', 'gitlab', 'markdown'] as const;

/** A format that `check` reports in. */
export type CheckFormat = (typeof checkFormats)[number];
