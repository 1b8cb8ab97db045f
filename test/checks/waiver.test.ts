import { describe, expect, it } from 'vitest';
import ending from '#checks/waiver/ending.ts';
import expired from '#checks/waiver/expired.ts';
import incomplete from '#checks/waiver/incomplete.ts';
import unused from '#checks/waiver/unused.ts';
import sellerOnlyExit from '#checks/process/seller-only-exit.ts';
import { computeIdentity } from '#checks/queries/identity.ts';
import { applyWaivers, findUnusedWaivers } from '#checks/queries/waivers.ts';
import { toPointer } from '#document/read/fault.ts';
import type { Waiver } from '#domain/types/sales-system.ts';
import { describeCheck, runOn, parseSystem } from '../support/checks/check-system.ts';
import { today } from '../support/model/make-answers.ts';

const until = (...dates: readonly string[]): string =>
  `waivers: [${dates.map((date) => `{rule: a/b, owner: Priya, until: ${date}}`).join(', ')}]`;

describeCheck(ending, [
  { name: 'no waiver', yaml: '', subjects: 0, finds: [] },
  {
    name: 'yesterday, today, tomorrow, in 14 days, in 15 days',
    yaml: until('2026-11-22', '2026-11-23', '2026-11-24', '2026-12-07', '2026-12-08'),
    subjects: 5,
    finds: [
      ['/waivers/1/until', undefined, 'ends today', { dueTo: 'date' }],
      ['/waivers/2/until', undefined, 'ends tomorrow', { dueTo: 'date' }],
      ['/waivers/3/until', undefined, 'ends in 14 days', { dueTo: 'date' }],
    ],
  },
]);

describeCheck(expired, [
  { name: 'no waiver', yaml: '', subjects: 0, finds: [] },
  { name: 'no end', yaml: 'waivers: [{rule: a/b}]', subjects: 0, finds: [] },
  {
    name: 'yesterday, today, tomorrow, in 14 days, in 15 days',
    yaml: until('2026-11-22', '2026-11-23', '2026-11-24', '2026-12-07', '2026-12-08'),
    subjects: 5,
    finds: [
      ['/waivers/0/until', undefined, 'of `a/b` (owner: Priya) ended on 2026-11-22', { dueTo: 'date' }],
    ],
  },
  {
    name: 'a waiver that says nothing else',
    yaml: 'waivers: [{until: 2020-01-01}]',
    subjects: 1,
    finds: [['/waivers/0/until', undefined, 'A waiver ended', { dueTo: 'date' }]],
  },
]);

describeCheck(incomplete, [
  { name: 'no waiver', yaml: '', subjects: 0, finds: [] },
  {
    name: 'what each leaves out; an unknown rule is a rule',
    yaml: `
waivers:
  - {}
  - {rule: no/such, path: /a, reason: b, owner: c, until: 2027-01-01}
  - {rule: a/b, path: /a, reason: b, until: 2020-01-01}`,
    subjects: 3,
    finds: [
      ['/waivers/0', 'rule, path, reason, owner, until', 'This waiver is missing'],
      ['/waivers/2', 'owner', 'of `a/b` is missing `owner`'],
    ],
  },
]);

describe('check waiver/unused', () => {
  const found = (yaml: string) => {
    const system = parseSystem(yaml);
    return runOn(sellerOnlyExit, yaml).failures.map(({ path, missing }) => ({
      check: sellerOnlyExit.id,
      path: toPointer(path),
      identity: computeIdentity(system, path, missing),
    }));
  };

  it('matches the place of a finding and every place above it, and no neighbor', () => {
    const waiver = { rule: 'a/b', reason: 'c', owner: 'd', until: '2027-01-01' };
    const finding = { check: 'a/b', path: '/process/stages/0/exit', identity: '/process/stages/offer/exit' };
    const isWaived = (path: string): boolean =>
      applyWaivers([finding], [{ ...waiver, path }], '2026-11-23').open.length === 0;
    for (const path of [
      '/process/stages/0/exit',
      '/process/stages/offer',
      '/process/stages',
      '/process',
      '/',
    ])
      expect([path, isWaived(path)]).toEqual([path, true]);
    for (const path of ['/process/stages/0/exit/0', '/process/stages/of', '/process/stages/1', '/method'])
      expect([path, isWaived(path)]).toEqual([path, false]);
  });

  it('finds nothing in a document by itself', () => {
    expect(runOn(unused, unused.example.fails)).toEqual({ subjects: 1, failures: [] });
  });

  it('fails its failing example and passes its passing one, given the findings of the checks', () => {
    const judge = (yaml: string) => findUnusedWaivers(parseSystem(yaml).waivers ?? [], found(yaml));
    expect(judge(unused.example.fails)).toMatchObject([{ path: ['waivers', 0] }]);
    expect(judge(unused.example.passes)).toEqual([]);
  });
});

/** Makes a complete waiver of `a/b` at `/c/0`, with changes. */
const waiver = (changes: Waiver = {}): Waiver => ({
  rule: 'a/b',
  path: '/c/0',
  reason: 'For now',
  owner: 'Priya',
  until: today,
  ...changes,
});
const finding = { check: 'a/b', path: '/c/0', identity: '/c/first' };

/** Makes a waiver without one of its keys. */
function without(key: keyof Waiver): Waiver {
  const { [key]: _left, ...rest } = waiver();
  return rest;
}

describe('applyWaivers', () => {
  it.each<[string, Waiver, boolean]>([
    ['by pointer, on its last day', waiver(), true],
    ['by identity', waiver({ path: '/c/first' }), true],
    ['after its last day', waiver({ until: '2026-11-22' }), false],
    ['for another check', waiver({ rule: 'a/c' }), false],
    ['at a place above', waiver({ path: '/c' }), true],
    ['at another place', waiver({ path: '/d' }), false],
    ['without a reason', without('reason'), false],
    ['without an owner', without('owner'), false],
    ['without an end', without('until'), false],
    ['without a path', without('path'), false],
    ['without a rule', without('rule'), false],
  ])('a waiver %s', (_, given, accepts) => {
    expect(applyWaivers([finding], [given], today)).toEqual(
      accepts ? { open: [], waived: [{ finding, waiver: given }] } : { open: [finding], waived: [] },
    );
  });

  it('accepts / as the root of the document, which is above everything', () => {
    const root = { check: 'a/b', path: '' };
    expect(applyWaivers([root], [waiver({ path: '/' })], today).waived).toHaveLength(1);
    expect(applyWaivers([finding], [waiver({ path: '/' })], today).waived).toHaveLength(1);
  });

  it('never waives problems of a waiver or of the document itself', () => {
    for (const check of ['waiver/expired', 'waiver/unused', 'document/invalid']) {
      const fault = { ...finding, check };
      expect(applyWaivers([fault], [waiver({ rule: check })], today).open).toEqual([fault]);
      expect(findUnusedWaivers([waiver({ rule: check })], [fault])).toHaveLength(1);
    }
  });

  it('keeps the order, and uses the first of several waivers', () => {
    const others = ['/x', '/y'].map((path) => ({ check: 'a/b', path }));
    const [first, second] = [waiver({ owner: 'One' }), waiver({ owner: 'Two' })];
    const [x, y] = others;
    expect(
      applyWaivers(
        [x, finding, y].filter((each) => each !== undefined),
        [first, second],
        today,
      ),
    ).toEqual({
      open: others,
      waived: [{ finding, waiver: first }],
    });
  });
});

describe('findUnusedWaivers', () => {
  it('finds each waiver without a finding, expired or not', () => {
    const waivers = [
      waiver(),
      waiver({ path: '/c/first' }),
      waiver({ path: '/c/1' }),
      waiver({ rule: 'a/c', until: '2020-01-01' }),
      without('path'),
      without('rule'),
    ];
    expect(findUnusedWaivers(waivers, [finding]).map(({ path }) => path)).toEqual([
      ['waivers', 2],
      ['waivers', 3],
    ]);
  });

  it('ignores a waiver whose check was not run', () => {
    expect(findUnusedWaivers([waiver({ path: '/z' })], [], new Set(['a/c']))).toEqual([]);
    expect(findUnusedWaivers([waiver({ path: '/z' })], [], new Set(['a/b']))).toHaveLength(1);
  });
});
