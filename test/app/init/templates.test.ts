import fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readDocument } from '#document/read/read-document.ts';
import { type Learned, prefillFrom } from '#domain/prefill-system.ts';
import { listFilesToWrite } from '#app/init/templates/index.ts';
import type { Scaffold } from '#app/init/templates/scaffold.ts';
import { configTemplate } from '#app/init/templates/config.ts';
import { systemTemplate } from '#app/init/templates/system-template.ts';
import { anyText } from '../../support/hostile/any-text.ts';
import { makeAnswers } from '../../support/model/make-answers.ts';

const bare: Scaffold = {
  organization: { name: 'Acme', isAssumed: false },
  roles: [],
  units: [],
  ci: 'none',
  learned: undefined,
  folder: '',
  hasPipeline: false,
  version: '1.2.3',
  schemaUrl: (kind) => `https://schemas.example/${kind}.json`,
};

function renderFile(name: string, change: Partial<Scaffold> = {}): string {
  return listFilesToWrite({ ...bare, ...change }).get(name) ?? '';
}

async function read(kind: 'sales-system' | 'config', text: string): Promise<unknown> {
  const result = await readDocument(kind, 'file', new TextEncoder().encode(text));
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return result.document.value;
}

/** Uncomments all examples as an editor does: removes `# ` once per line, until nothing changes. */
function uncomment(text: string): string {
  let before = '';
  let now = text;
  while (before !== now) {
    before = now;
    now = now.replace(
      /^( *)# (?=[ \w#-])(?!yaml-language-server|The declared|Lines with|true in|Settings of)/gm,
      '$1',
    );
  }
  return now;
}

/** Lists the paths of the properties of a schema, four levels deep. */
async function listKeys(kind: string): Promise<string[]> {
  interface Node {
    readonly $ref?: string;
    readonly properties?: Readonly<Record<string, Node>>;
  }
  const schema = JSON.parse(await readFile(`schemas/${kind}.schema.json`, 'utf8')) as Node & {
    readonly definitions?: Readonly<Record<string, Node>>;
  };
  const below = (node: Node, depth: number): string[] => {
    const target =
      node.$ref === undefined ? node : (schema.definitions?.[node.$ref.split('/').at(-1) ?? ''] ?? {});
    return Object.entries(target.properties ?? {}).flatMap(([key, part]) => [
      key,
      ...(depth === 0 ? [] : below(part, depth - 1).map((inner) => `${key}.${inner}`)),
    ]);
  };
  return below(schema, 3);
}

function has(value: unknown, path: string): boolean {
  let part: unknown = value;
  for (const key of path.split('.')) {
    if (typeof part !== 'object' || part === null || !Object.hasOwn(part, key)) return false;
    part = (part as Record<string, unknown>)[key];
  }
  return true;
}

describe('the declared system that init writes', () => {
  it('is valid and declares nothing but a name', async () => {
    const text = renderFile('sales-system.yaml');
    expect(text.split('\n')[0]).toBe(
      '# yaml-language-server: $schema=https://schemas.example/sales-system.json',
    );
    expect(await read('sales-system', text)).toEqual({
      kind: 'sales-system',
      schemaVersion: 1,
      organization: { name: 'Acme' },
    });
  });

  it('is valid with every example uncommented, and equals the template', async () => {
    const whole = await read('sales-system', uncomment(renderFile('sales-system.yaml')));
    expect(whole).toMatchObject(parse(systemTemplate) as object);
  });

  it('shows every key of the schema, down to the keys of every section', async () => {
    const example = {
      kind: '',
      schemaVersion: 1,
      organization: { name: '' },
      ...(parse(systemTemplate) as object),
    };
    expect((await listKeys('sales-system')).filter((path) => !has(example, path))).toEqual([]);
  });

  it('explains every section and every part of it', () => {
    const lines = systemTemplate.split('\n');
    const heads = lines.flatMap((line, index) => (/^(?:\w+|  \w+):$/.test(line) ? [index] : []));
    const bareHeads = heads.filter((index) => !lines[index - 1]?.trimStart().startsWith('## '));
    expect(bareHeads.map((index) => lines[index])).toEqual([]);
  });

  it('fills in roles and units, followed by their other keys', async () => {
    const text = renderFile('sales-system.yaml', {
      roles: [{ id: 'hunter', motion: 'hunter' }, { id: 'no' }],
      units: [{ id: 'gulf', region: 'no: #1' }],
    });
    expect(await read('sales-system', text)).toMatchObject({
      roles: [{ id: 'hunter', motion: 'hunter' }, { id: 'no' }],
      units: [{ id: 'gulf', region: 'no: #1' }],
    });
    expect(await read('sales-system', uncomment(text))).toMatchObject({
      roles: [{ id: 'hunter' }, { id: 'no', motion: 'hunter', tenures: [{ id: 'new' }, {}] }],
    });
  });

  it('points out a name that is only that of the folder', () => {
    expect(renderFile('sales-system.yaml', { organization: { name: 'main', isAssumed: true } })).toContain(
      '  name: main\n## This is the name of the folder. Replace it with the name of your organization.\n',
    );
  });

  it('stays valid with any remarks, each in one comment line', async () => {
    const text = anyText({ minLength: 1, maxLength: 700 });
    const paths = [['philosophy'], ['execution', 'coaching', 'cadence'], ['roles'], ['nowhere']];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ path: fc.constantFrom(...paths), text }), { maxLength: 5 }),
        text.filter((name) => name.length <= 300 && /\S/.test(name)),
        async (remarks, name) => {
          const learned: Learned = { organization: name, unit: undefined, values: [], remarks };
          const written = renderFile('sales-system.yaml', {
            organization: { name, isAssumed: true },
            learned,
          });
          expect(await read('sales-system', written)).toMatchObject({ organization: { name } });
          expect(await read('sales-system', uncomment(written))).toHaveProperty(
            'philosophy.purpose.statement',
          );
        },
      ),
    );
  });

  it('adds notes and references as comments above their section', () => {
    const record = { kind: 'artifact', what: 'By deal', date: '2026-10-01', ref: 'docs/errors.csv' } as const;
    const learned = prefillFrom(
      makeAnswers({
        'execution.coaching-cadence.last-session': { unknown: true, note: 'Managers keep\ntheir own notes' },
        'process.shared-stages.stage-agreement': { level: 4, evidence: [record] },
        'own-element.own-practice.own': { level: 1, note: 'Of a model of ours' },
        'method.own-practice.own': { level: 1, note: 'Of our method' },
      }),
    );
    const text = renderFile('sales-system.yaml', { learned });
    expect(text).toContain('#     ## from the interview: Managers keep their own notes\n#     cadence:');
    expect(text).toContain('## from the interview: By deal (2026-10-01, docs/errors.csv)\n#   stages:');
    expect(text).toContain('## from the interview: Of a model of ours\n# openQuestions:');
    expect(text).toContain('## from the interview: Of our method\n# method:');
  });

  it('stays far below the size limit of a document', () => {
    const remarks = Array.from({ length: 5000 }, (_, index) => ({
      path: ['philosophy'],
      text: `${index} ${'\u0007'.repeat(2000)}`,
    }));
    const learned: Learned = { organization: 'Acme', unit: undefined, values: [], remarks };
    expect(renderFile('sales-system.yaml', { learned }).length).toBeLessThan(500_000);
  });
});

describe('the settings that init writes', () => {
  it('are valid, with and without the examples', async () => {
    const text = renderFile('.sales-audit.yaml');
    expect(await read('config', text)).toEqual({
      kind: 'config',
      schemaVersion: 1,
      preset: 'recommended',
      baseline: '.sales-audit-baseline.json',
      failSeverity: 'warning',
    });
    expect(await read('config', uncomment(text))).toMatchObject(parse(configTemplate) as object);
  });

  it('show every key of the schema', async () => {
    const example = { kind: '', schemaVersion: 1, ...(parse(configTemplate) as object) };
    expect((await listKeys('config')).filter((path) => !has(example, path))).toEqual([]);
  });
});
