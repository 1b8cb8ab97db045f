/** Formats that `questions` lists in. */
export const questionFormats = ['text', 'json', 'yaml', 'csv', 'markdown'] as const;

/** A format that `questions` lists in. */
export type QuestionFormat = (typeof questionFormats)[number];

/** Formats that `score` writes a report in. */
export const scoreFormats = ['yaml', 'json', 'text'] as const;

/** A format that `score` writes a report in. */
export type ScoreFormat = (typeof scoreFormats)[number];

/** Formats of `check`, by name: the renderers are loaded only when the command runs. */
export const checkFormatNames = ['text', 'json', 'sarif', 'junit', 'github', 'gitlab', 'markdown'] as const;
