/**
 * Does something that takes a while. On a terminal a line says so meanwhile and is gone afterwards; anywhere
 * else nothing is written.
 */
export async function whileShowing<T>(
  stream: NodeJS.WriteStream,
  text: string,
  work: () => Promise<T>,
): Promise<T> {
  if (!stream.isTTY) return work();
  // Loaded only where it is seen.
  const { default: ora } = await import('ora');
  // Keys are left alone: Ctrl-C has to reach us as a signal.
  const spinner = ora({ text, stream, color: false, discardStdin: false }).start();
  try {
    return await work();
  } finally {
    spinner.stop();
  }
}
