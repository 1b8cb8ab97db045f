/** Returns the code of a system error, such as ENOENT; empty for any other value. */
export function getErrorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is not a folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ELOOP: 'it is a symbolic link',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be larger than the system allows',
  EROFS: 'the disk is read-only',
  ENAMETOOLONG: 'the name is too long',
};

/** Explains why a file could not be read or written. */
export function getReason(error: unknown): string {
  return reasons[getErrorCode(error)] ?? (error instanceof Error ? error.message : String(error));
}
