import { InterruptedError } from '#domain/errors.ts';

/** Signals that end a process and can be caught. */
export const endingSignals = ['SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGTERM'] as const;

/** Signals that are held back while work must not stop halfway. */
interface HeldSignals {
  /** Throws an InterruptedError if a signal has arrived: the caller undoes its work. */
  throwIfInterrupted(): void;
  /** Stops holding signals. One that nobody has been told about by an error takes effect now. */
  release(): void;
}

/** Holds back the signals that would end the process. Leaves those alone that someone else listens to. */
export function holdSignals(): HeldSignals {
  let arrived: (typeof endingSignals)[number] | undefined;
  let isTold = false;
  const listeners = endingSignals
    .filter((name) => process.listenerCount(name) === 0)
    .map((name) => [name, () => (arrived ??= name)] as const);
  for (const [name, listener] of listeners) process.on(name, listener);
  return {
    throwIfInterrupted: () => {
      if (arrived === undefined) return;
      isTold = true;
      throw new InterruptedError(arrived);
    },
    release: () => {
      for (const [name, listener] of listeners) process.off(name, listener);
      if (arrived !== undefined && !isTold) process.kill(process.pid, arrived);
    },
  };
}
