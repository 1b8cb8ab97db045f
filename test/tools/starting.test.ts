import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { type BuiltScript, asFunction, startingInOne } from '../../src/tools/bundle/starting.ts';
import { emptyFolder } from '../support/folder.ts';

const runtime = {
  fileName: 'rolldown-runtime-AAAAAAAA.cjs',
  code: 'var twice=(n)=>n*2;exports.t=twice;',
};
const requiresRuntime = 'const require_rolldown_runtime=require("./rolldown-runtime-AAAAAAAA.cjs")';
const base = {
  fileName: 'base-BBBBBBBB.cjs',
  code: `${requiresRuntime};var twice=2,count=0;function main(){return require("./gate-CCCCCCCC.cjs").gate()}function add(){return count+=1}exports.x=main,exports.y=add,Object.defineProperty(exports,"t",{enumerable:!0,get:function(){return count}})`,
};
const gate = {
  fileName: 'gate-CCCCCCCC.cjs',
  code: `${requiresRuntime},require_base=require("./base-BBBBBBBB.cjs");exports.gate=()=>[require_base.t,(0,require_base.y)(),require_base.t,require_rolldown_runtime.t(4)];`,
};
const entry = {
  fileName: 'main.cjs',
  code: 'require("./rolldown-runtime-AAAAAAAA.cjs");const require_base=require("./base-BBBBBBBB.cjs");exports.main=require_base.x;',
};

async function runMain(scripts: readonly BuiltScript[], start: string): Promise<unknown> {
  const folder = await emptyFolder();
  for (const { fileName, code } of scripts) await writeFile(join(folder, fileName), code);
  const { main } = createRequire(import.meta.url)(join(folder, start)) as { main: () => unknown };
  return main();
}

describe('what every command begins with', () => {
  const scripts = [runtime, base, gate, entry];

  it('is one script, and does what the three did', async () => {
    const inOne = startingInOne(scripts);
    const [start, ...others] = inOne;
    expect(start.fileName).toMatch(/^main-[0-9a-f]{8}\.cjs$/);
    expect(others.map(({ fileName }) => fileName)).toEqual(['gate-CCCCCCCC.cjs']);
    expect(await runMain(scripts, 'main.cjs')).toEqual([0, 1, 1, 8]);
    expect(await runMain(inOne, start.fileName)).toEqual([0, 1, 1, 8]);
  });

  it('has another name where anything in it is another', () => {
    const edited = { ...base, code: base.code.replace('twice=2', 'twice=3') };
    expect(startingInOne([runtime, edited, gate, entry])[0].fileName).not.toBe(
      startingInOne(scripts)[0].fileName,
    );
  });

  it('gives its values to the other scripts once, and what changes every time', () => {
    const [, { code } = entry] = startingInOne(scripts);
    expect(code).toContain('{y:base_y}=require_base;');
    expect(code).toContain('[require_base.t,(0,base_y)(),require_base.t,');
  });

  it.each<[what: string, scripts: readonly BuiltScript[], says: string]>([
    ['lacks a script', [base, gate, entry], 'The bundle has no rolldown-runtime.'],
    ['exports no main', [runtime, base, { ...entry, code: '' }], 'The bundle has no exported main.'],
    [
      'asks for its helpers differently',
      [runtime, { ...base, code: '' }, entry],
      'The bundle asks for its helpers in another way.',
    ],
    [
      'asks for what it begins with differently',
      [runtime, base, entry, { ...gate, code: 'require_base.y()' }],
      'The bundle asks for `base` in another way.',
    ],
    [
      'has such names already',
      [runtime, base, entry, { ...gate, code: `${gate.code}let base_y;` }],
      'A script has names of its own that begin with `base_`.',
    ],
  ])('cannot be made of a bundle that %s', (_what, given, says) => {
    expect(() => startingInOne(given)).toThrow(says);
  });
});

describe('a script as a function', () => {
  it('is the same for whoever requires it and for whoever runs it', async () => {
    const text = asFunction('exports.sum = (a) => a + 1; // the end');
    const path = join(await emptyFolder(), 'script.cjs');
    await writeFile(path, text);
    for (const script of [createRequire(import.meta.url)(path), runInThisContext(text)] as const) {
      const exports: { sum?: (a: number) => number } = {};
      (script as (exports: object) => void)(exports);
      expect(exports.sum?.(1)).toBe(2);
    }
  });

  it.each([
    ['small', 60_000, 60_102],
    ['between', 100_000, 131_072],
    ['large', 200_000, 200_102],
  ])('has a text that is large or small: %s', (_what, length, becomes) => {
    expect(asFunction(' '.repeat(length))).toHaveLength(becomes);
  });
});
