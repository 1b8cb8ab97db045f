import { afterEach, describe, expect, it, vi } from 'vitest';
import { processHost } from '#io/host.ts';

afterEach(() => vi.restoreAllMocks());

describe('the process as a host', () => {
  const spy = () =>
    vi.spyOn(process, 'exit').mockImplementation((() => undefined) as unknown as typeof process.exit);

  it('ends at once where no stream was opened', () => {
    const exit = spy();
    processHost().leave?.(1);
    expect(exit).toHaveBeenCalledExactlyOnceWith(1);
  });

  it.each(['stdout', 'stderr'] as const)('is left to end by itself where %s was opened', (name) => {
    const exit = spy();
    const host = processHost();
    expect(host[name]).toBe(process[name]);
    host.leave?.(1);
    expect(exit).not.toHaveBeenCalled();
  });
});
