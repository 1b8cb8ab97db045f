/** Runs `work`. On a terminal, shows a spinner meanwhile and removes it afterwards; elsewhere writes nothing. */
export async function showProgress<T>(
  stream: NodeJS.WriteStream,
  text: string,
  work: (show: (text: string) => void) => Promise<T>,
): Promise<T> {
  // In a terminal of unknown width, as made by `script`, ora would clear lines forever.
  if (!stream.isTTY || !(stream.columns > 0)) return work(() => undefined);
  const { default: ora } = await import('ora');
  // Do not read stdin: Ctrl-C has to arrive as a signal.
  const spinner = ora({ text, stream, color: false, discardStdin: false }).start();
  try {
    return await work((now) => {
      spinner.text = now;
    });
  } finally {
    spinner.stop();
  }
}
