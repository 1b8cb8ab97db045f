import { Session } from 'node:inspector';

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[];
  }[];
}

/** Counts how often pieces of code run. */
interface StepCounter {
  /** Counts the steps of the measured code while work is done. */
  count(work: () => unknown): Promise<number>;
  stop(): void;
}

/**
 * Starts to count how often each piece of code runs, so that a result is the same on every machine. Call it before the
 * code is loaded: V8 counts only calls, not loops, in code that is already compiled.
 *
 * @param measured matches the addresses of the modules whose steps count
 */
export function startCountingSteps(measured: RegExp): StepCounter {
  const session = new Session();
  session.connect();
  const post = (method: string, parameters?: object): unknown => {
    let answer: unknown;
    session.post(method, parameters, (error, result) => {
      if (error !== null) throw error;
      answer = result;
    });
    return answer;
  };
  post('Profiler.enable');
  post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return {
    count: async (work) => {
      post('Profiler.takePreciseCoverage');
      await work();
      const { result } = post('Profiler.takePreciseCoverage') as Coverage;
      return result
        .filter(({ url }) => measured.test(url))
        .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
        .reduce((sum, { count }) => sum + count, 0);
    },
    stop: () => {
      post('Profiler.stopPreciseCoverage');
      session.disconnect();
    },
  };
}
