import { afterAll, beforeAll, expect, test } from 'vitest';
import { startJourney, type Journey } from '#e2e/harness.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney();
});
afterAll(() => journey.close());

test('the first Ctrl K of a page keeps every key that follows it at once', async () => {
  const { page, complaints, close } = await journey.visit('/', { as: 'viewer' });
  await page.getByRole('heading', { level: 1, name: /817,41/u }).waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('so tu phap');
  expect(await page.getByRole('combobox').inputValue()).toBe('so tu phap');
  await page.getByRole('option', { name: /Sở Tư pháp/u }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /^Sở Tư pháp/u }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test('Esc closes the search and gives the focus back to where it was', async () => {
  const { page, close } = await journey.visit('/', { as: 'viewer' });
  await page.getByRole('heading', { level: 1, name: /817,41/u }).waitFor();
  await page.getByRole('button', { name: /Tìm/u }).click();
  await page.keyboard.type('sen');
  await page.keyboard.press('Escape');
  await page.getByRole('combobox').waitFor({ state: 'hidden' });
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-haspopup'))).toBe('dialog');
  await close();
});

test('Ctrl K without a connection says so and leaves the form that is being filled', async () => {
  const { page, close } = await journey.visit('/bo-chi-so/6.4', { as: 'coordinator' });
  await page.getByRole('button', { name: /^Sửa số liệu: Tỷ lệ dịch vụ công/u }).click();
  await page.getByLabel(/Lý do/u).fill('Báo cáo số 12');
  await page.context().setOffline(true);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('sen');
  await page.getByRole('dialog').getByRole('alert').waitFor();
  await page.keyboard.press('Escape');
  expect(await page.getByLabel(/Lý do/u).inputValue()).toBe('Báo cáo số 12');
  await close();
});
