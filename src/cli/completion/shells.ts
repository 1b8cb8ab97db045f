/** Shells that there is a completion script for. */
export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;

/** A shell that there is a completion script for. */
export type Shell = (typeof shells)[number];
