import { homedir, hostname } from 'node:os';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { describeMachine } from '../../../src/tools/bench/machine.ts';
import { type Meter, startMeter } from '../../../src/tools/bench/meter.ts';
import { emptyFolder } from '../../support/folder.ts';

describe('what the bench measures with', () => {
  const meters: Meter[] = [];
  afterEach(() => {
    vi.unstubAllEnvs();
    for (const meter of meters.splice(0)) meter.close();
  });
  const meterIn = async (folder: string): Promise<Meter> => {
    const meter = await startMeter(folder, { HOME: folder });
    meters.push(meter);
    return meter;
  };
  const node = (script: string): readonly [string, ...string[]] => [process.execPath, '-e', script];

  it('measures time, work and memory of a command', async () => {
    const cwd = await emptyFolder();
    const meter = await meterIn(cwd);
    const sample = await meter.measure({ argv: node('0'), cwd, exits: 0 });
    expect(sample?.wall).toBeGreaterThan(0);
    expect([typeof sample?.cpu, typeof sample?.memory]).toEqual(
      meter.knowsAll ? ['number', 'number'] : ['object', 'object'],
    );
    // Blocks of 1,024 bytes that are taken for bytes would be far off, or the other way round.
    const mebibytes = sample?.memory ?? 50;
    expect(mebibytes > 10 && mebibytes < 500).toBe(true);
  });

  it('measures time alone where there is nothing else', async () => {
    const cwd = await emptyFolder();
    vi.stubEnv('PATH', '');
    const meter = await meterIn(cwd);
    expect(meter.knowsAll).toBe(false);
    const sample = await meter.measure({ argv: node('0'), cwd, exits: 0 });
    expect(sample).toEqual({ wall: expect.any(Number), cpu: null, memory: null });
  });

  it.each([
    ['with what there is', process.env['PATH']],
    ['by the clock alone', ''],
  ])('fails for another exit code, and shows what was printed, %s', async (_, path) => {
    const cwd = await emptyFolder();
    vi.stubEnv('PATH', path);
    const meter = await meterIn(cwd);
    const broken = { argv: node('console.error("Out of paper"); process.exitCode = 3'), cwd, exits: 0 };
    await expect(meter.measure(broken)).rejects.toThrow(/ended with 3 instead of 0\.\n.*Out of paper/s);
    const killed = { argv: node('process.kill(process.pid, "SIGKILL")'), cwd, exits: 0 };
    await expect(meter.measure(killed)).rejects.toThrow('instead of 0');
    // It goes on working, in the folder and with the variables that were named.
    const right = 'process.exitCode = process.cwd() === process.env.HOME && !process.env.TZ ? 7 : 1';
    expect(await meter.measure({ argv: node(right), cwd, exits: 7 })).not.toBeNull();
  });

  it('describes the machine without naming it or anybody', async () => {
    const text = JSON.stringify(await describeMachine());
    expect(text).not.toContain(homedir());
    expect(text).not.toContain(hostname());
    expect(text).toContain(process.version);
  });
});
