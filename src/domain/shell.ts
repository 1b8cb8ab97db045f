/** A shell, by how it reads a command line. `posix` means bash, zsh and ksh. */
export type Shell = 'posix' | 'fish' | 'powershell' | 'cmd';
