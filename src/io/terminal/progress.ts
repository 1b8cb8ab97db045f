/**
 * Does something that takes a while. On a terminal a line says so meanwhile and is gone afterwards; anywhere
 * else nothing is written.
 */
export async function whileShowing<T>(
  stream: NodeJS.WriteStream,
  text: string,
  work: (show: (text: string) => void) => Promise<T>,
): Promise<T> {
  // A terminal that does not know its width, as `script` makes one, would be cleared for ever.
  if (!stream.isTTY || !(stream.columns > 0)) return work(() => undefined);
  const { default: ora } = await import('ora');
  // Keys are left alone: Ctrl-C has to reach us as a signal.
  const spinner = ora({ text, stream, color: false, discardStdin: false }).start();
  try {
    return await work((now) => {
      spinner.text = now;
    });
  } finally {
    spinner.stop();
  }
}
