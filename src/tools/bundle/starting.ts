import { createHash } from 'node:crypto';

/** A script of the build. */
export interface BuiltScript {
  readonly fileName: string;
  readonly code: string;
}

/** V8 keeps a text of so many characters apart from what it collects often. */
const largeText = 128 * 1024;

/**
 * A script as the function that it is called as, for whoever runs its text and for whoever requires its file. Its text
 * is a large one, where it is not small: what fills the memory that is collected often costs a garbage collection that
 * `check` of one file is over without.
 */
export function asFunction(code: string): string {
  const own = '(typeof module=="object"?module:{}).exports';
  const whole = `${own}=(function(exports,require,module,__filename,__dirname){${code}\n})`;
  return whole.length < largeText / 2 ? whole : whole.padEnd(largeText);
}

/** What the bundler names its helpers by, in every script that uses them. */
const runtimeName = 'require_rolldown_runtime';

/** What a bundle has to have. Throws where the bundler does not write it any more. */
function found<T>(what: string, value: T | undefined | null): T {
  if (value === undefined || value === null) throw new Error(`The bundle has no ${what}.`);
  return value;
}

/**
 * A script that takes what it uses of `base` once, into names of its own: a name is found sooner than a property of an
 * object with more than a hundred of them.
 *
 * @param values the exports of `base` that never change
 */
function withLocalNames(code: string, start: string, values: ReadonlySet<string>): string {
  const used = new Set<string>();
  const renamed = code.replaceAll(/require_base\.([\w$]+)/g, (whole, name: string) => {
    if (!values.has(name)) return whole;
    used.add(name);
    return `base_${name}`;
  });
  if (used.size === 0) return code;
  if (/\bbase_/.test(code)) throw new Error('A script has names of its own that begin with `base_`.');
  const taken = Array.from(used, (name) => `${name}:base_${name}`).join(',');
  const required = `require_base=require("./${start}")`;
  if (!renamed.includes(required)) throw new Error('The bundle asks for `base` in another way.');
  return renamed.replace(required, () => `${required},{${taken}}=require_base`);
}

/** Scripts, of which the first is what every command begins with. */
type Starting = readonly [start: BuiltScript, ...others: BuiltScript[]];

/**
 * Scripts with what every command begins with in one of them: the bundler makes three, its helpers in a file of their
 * own, and an entry that only says what `base` exports. Opening and running a file takes longer than what is in these.
 * Its name tells its content, as those of the others do: what V8 compiled is kept by the names of the scripts.
 */
export function startingInOne(scripts: readonly BuiltScript[]): Starting {
  const named = (name: string): BuiltScript =>
    found(
      name,
      scripts.find(({ fileName }) => fileName.replace(/(?:-[\w-]{8})?\.cjs$/, '') === name),
    );
  const [entry, base, runtime] = [named('main'), named('base'), named('rolldown-runtime')];
  const exported = found('exported main', /exports\.main=require_base\.([\w$]+)/.exec(entry.code)?.[1]);
  const asked = `require("./${runtime.fileName}")`;
  const begun = base.code.replace(
    `${runtimeName}=${asked}`,
    // In a function of their own: their names are their own, too.
    () => `${runtimeName}={};(exports=>{${runtime.code}})(${runtimeName}),exports.runtime=${runtimeName}`,
  );
  if (begun === base.code) throw new Error('The bundle asks for its helpers in another way.');
  const code = `${begun}\nexports.main=exports.${exported};`;
  const start = { fileName: `main-${createHash('sha256').update(code).digest('hex').slice(0, 8)}.cjs`, code };
  // Of what it exports itself: its helpers have short names as well.
  const values = new Set(Array.from(base.code.matchAll(/exports\.([\w$]+)=/g), ([, name = '']) => name));
  return [
    start,
    ...scripts
      .filter((script) => ![entry, base, runtime].includes(script))
      .map((other) => {
        const asksStart = other.code
          .replaceAll(asked, () => `require("./${start.fileName}").runtime`)
          .replaceAll(`require("./${base.fileName}")`, () => `require("./${start.fileName}")`);
        return { ...other, code: withLocalNames(asksStart, start.fileName, values) };
      }),
  ];
}
