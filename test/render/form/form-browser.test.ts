/** Longer than 200 lines: every way to fill in one page. */
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Role } from '#domain/model.ts';
import { makeQuestionnaire } from '#domain/scoring/questionnaire.ts';
import { makeReference } from '#domain/answers/migrate-answers.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import { readAnswers } from '#app/answers/read-answers.ts';
import { renderForm } from '#app/form/render-form.ts';
import { loadShippedModel } from '#app/model/shipped-model.ts';
import { listBarriers } from '../../support/axe.ts';
import { openPage, serveToTabs } from '../../support/browser.ts';
import { runCommand } from '../../support/command.ts';
import { makeEmptyFolder } from '../../support/folder.ts';

const model = await loadShippedModel();

function makeForm(role: Role, before: Partial<AnswersDocument> = {}, name = 'Harbor Instruments'): string {
  const start: AnswersDocument = {
    kind: 'answers',
    schemaVersion: 1,
    model: makeReference(model),
    organization: { name },
    respondent: { role },
    scope: 'full',
    answers: {},
    ...before,
  };
  const questions = makeQuestionnaire(model, role, start.scope ?? 'full');
  return renderForm({ model, role, questions, start, hasOrganization: true }, 'Send it back.');
}

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const;
const ids = makeQuestionnaire(model, 'seller', 'full').map(({ id }) => id);

/** Chooses an answer by what somebody sees of it. */
async function choose(page: Page, place: number, choice: number): Promise<void> {
  await page.locator('.question').nth(place).locator('.choice').nth(choice).click();
}

/** Saves, and reads the file as every command does. */
async function save(page: Page): Promise<{ answers: AnswersDocument; bytes: Buffer; name: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save my answers as a file' }).click(),
  ]);
  const bytes = await buffer(await download.createReadStream());
  return {
    answers: (await readAnswers('saved.yaml', bytes, model)).value,
    bytes,
    name: download.suggestedFilename(),
  };
}

describe('the form in a browser', { tags: ['browser'] }, () => {
  it('takes a whole audit on a phone, through a reload, to a file that reads to the letter', async () => {
    const { openTab, happened, close } = await serveToTabs(
      makeForm('seller', { respondent: { role: 'seller', unit: 'South' } }),
      phone,
    );
    const page = await openTab();
    for (const place of ids.keys()) {
      await choose(page, place, place % 6);
      if (place === 3) {
        const question = page.locator('.question').nth(3);
        await question
          .getByLabel(/Who|Which|When|What/)
          .first()
          .fill('Ada, with Brightwater, in May');
        await question.getByText('Add a note').click();
        await question.getByLabel('Note').fill('Quotes: "a" \'b\' </script> & more');
        await question.getByLabel('lowest level').selectOption({ index: 1 });
        await question.getByLabel('Where is that?').fill('North');
        await question.getByRole('button', { name: 'Add evidence' }).click();
        await question.getByLabel('What is it?').fill('Call recordings');
        await question.getByLabel('What date is it from?').fill('2026-05-04');
      }
      if (place === 5) await page.reload();
    }
    expect(await page.locator('#count').textContent()).toBe(`${ids.length} of ${ids.length} answered`);
    await page.getByLabel('Now that you have heard').fill('Not very');
    const { answers, bytes, name } = await save(page);
    expect(name).toMatch(/^answers-seller-south-[a-z0-9]{4}\.yaml$/);
    expect(answers.respondent).toEqual({ role: 'seller', unit: 'South' });
    expect(Object.keys(answers.answers)).toEqual(ids);
    const on = answers.startedOn;
    expect(on).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(answers.answers[ids[3] ?? '']).toEqual({
      level: 3,
      lowest: { level: 0, where: 'North' },
      evidence: [
        { kind: 'instance', date: on, what: 'Ada, with Brightwater, in May' },
        { kind: 'artifact', date: '2026-05-04', what: 'Call recordings' },
      ],
      note: 'Quotes: "a" \'b\' </script> & more',
      answeredOn: on,
    });
    expect(answers.answers[ids[5] ?? '']).toEqual({ unknown: true, answeredOn: on });
    expect(answers.opening).toEqual({ again: 'Not very' });
    expect(await page.locator('#status').textContent()).toContain('Send it back.');

    // The saved file is combined with those of others as it is.
    const cwd = await makeEmptyFolder();
    await cp('examples/harbor-instruments/answers.yaml', join(cwd, 'leader.yaml'));
    await writeFile(join(cwd, name), bytes);
    expect(await runCommand(['combine', 'leader.yaml', name, '-o', 'report.yaml'], { cwd })).toMatchObject({
      exitCode: 0,
    });
    const { voices } = parse(await readFile(join(cwd, 'report.yaml'), 'utf8')) as ReportDocument;
    expect(voices?.respondents.map(({ role }) => role)).toEqual(['leader', 'seller']);

    // A second tab goes on with the same draft, and neither overwrites the other.
    const other = await openTab();
    expect(await other.locator('#count').textContent()).toBe(`${ids.length} of ${ids.length} answered`);
    await choose(other, 0, 4);
    await page.locator('.question').first().locator('input').nth(4).and(page.locator(':checked')).waitFor();
    expect(await page.locator('#status').textContent()).toContain('another tab');
    await choose(page, 1, 0);
    const later = await save(page);
    expect(later.name).toBe(name);
    expect([later.answers.answers[ids[0] ?? '']?.level, later.answers.answers[ids[1] ?? '']?.level]).toEqual([
      4, 0,
    ]);
    // Deleting asks first.
    const remove = other.getByRole('button', { name: 'Delete my answers' });
    other.once('dialog', async (dialog) => dialog.dismiss());
    await remove.click();
    expect(await other.locator('#count').textContent()).not.toMatch(/^0 of/);
    other.once('dialog', async (dialog) => dialog.accept());
    await remove.click();
    await page.getByText('were deleted').waitFor();
    await page.reload();
    expect(await page.locator('#count').textContent()).toBe(`0 of ${ids.length} answered`);
    expect(happened).toEqual([]);
    await close();
  });

  it('works and says so where the browser stores nothing', async () => {
    // A page without an address may not store.
    const { page, happened } = await openPage(makeForm('customer'));
    expect(await page.locator('#status').textContent()).toContain('does not store your answers');
    await choose(page, 0, 2);
    expect(await page.locator('#status').textContent()).toContain('does not store your answers');
    const { answers } = await save(page);
    expect(Object.values(answers.answers).map(({ level }) => level)).toEqual([2]);
    expect(happened.filter((each) => !each.startsWith('request: blob:'))).toEqual([]);
  });

  it('is filled in with the keyboard alone, and leads to what is wrong', async () => {
    const { page } = await openPage(makeForm('seller'));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('.question').first().locator('input:checked').getAttribute('value')).toBe('1');
    await page.getByRole('button', { name: 'Next open question' }).press('Enter');
    const second = page.locator('.question').nth(1);
    expect(
      await second
        .locator('input')
        .first()
        .evaluate((each) => each === document.activeElement),
    ).toBe(true);
    await page.keyboard.press('Space');
    await second.locator('.more summary').press('Enter');
    await second.getByRole('button', { name: 'Add evidence' }).press('Enter');
    await second.getByLabel('Where is it?').fill('a.md');
    await second.locator('.more summary').press('Enter');
    await page.getByRole('button', { name: 'Save my answers as a file' }).press('Enter');
    expect(await second.locator('textarea:invalid').evaluate((each) => each === document.activeElement)).toBe(
      true,
    );
    await second.getByRole('button', { name: 'Remove this evidence' }).press('Enter');
    expect(Object.keys((await save(page)).answers.answers)).toEqual(ids.slice(0, 2));
  });

  it('goes on with answers of any text', async () => {
    const text = '</script><script>alert(1)</script> <!-- "\' & \u2028 \u202e end';
    const id = ids[0] ?? '';
    const answer = { level: 4, note: text, evidence: [{ kind: 'artifact' as const, what: text, ref: text }] };
    const { page, happened } = await openPage(
      makeForm(
        'seller',
        { answers: { [id]: answer }, closing: text, respondent: { role: 'seller', unit: text } },
        text,
      ),
    );
    const { answers } = await save(page);
    expect(answers.answers[id]).toEqual(answer);
    expect([answers.closing, answers.organization.name, answers.respondent.unit]).toEqual([text, text, text]);
    expect(happened.filter((each) => !each.startsWith('request: blob:'))).toEqual([]);
  });

  it.each([
    ['a phone, dark', { viewport: { width: 320, height: 640 }, colorScheme: 'dark' }],
    ['a laptop at a zoom of 200%', { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }],
  ] as const)('has no barriers and does not scroll sideways: %s', async (_name, options) => {
    const { page } = await openPage(makeForm('leader', { scope: 'quick' }), { ...options, bypassCSP: true });
    await choose(page, 0, 3);
    await page.locator('.question').first().locator('.more summary').click();
    await page.getByRole('button', { name: 'Add evidence' }).first().click();
    await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(options.viewport.width);
    expect(await listBarriers(page)).toEqual([]);
  });

  it('is printed without its controls, and readable without its script', async () => {
    const { page } = await openPage(makeForm('seller'), { javaScriptEnabled: false });
    expect(await page.getByText('needs JavaScript').isVisible()).toBe(true);
    expect(await page.locator('.bar:visible, #controls:visible').count()).toBe(0);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('button:visible, .bar:visible, .help:visible').count()).toBe(0);
    expect(await page.locator('.question:visible').count()).toBe(ids.length);
  });
});
