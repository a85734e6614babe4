import { afterAll, beforeAll, expect, test } from 'vitest';
import { listAccessibilityViolations, startJourney, type Journey } from '#e2e/harness.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney();
});
afterAll(() => journey.close());

const LETTER = 'Lập công văn góp ý';
const TARGETS = '/mau-thuan?loai=target-conflict';

test('what a list of contradictions shows becomes a letter that is kept; who may not make it has the workbook', async () => {
  const { page, complaints, close } = await journey.visit(TARGETS, { as: 'coordinator' });
  await page.getByRole('button', { name: LETTER }).click();
  await page.waitForURL(/van-ban-hanh-chinh\/[0-9a-f-]{36}/u);
  await page
    .getByRole('heading', { level: 1, name: /^Công văn rà soát nội dung chưa thống nhất/u })
    .waitFor();
  await page
    .frameLocator('iframe')
    .getByText('trong phạm vi loại “Hai giá trị chỉ tiêu khác nhau”')
    .waitFor();
  await page.getByText('Nguyên vẹn', { exact: false }).waitFor();
  expect(complaints).toEqual([]);
  expect(await listAccessibilityViolations(page)).toEqual([]);
  // It can be gone back to, and stands among the documents.
  await page.goBack();
  await page.getByRole('button', { name: LETTER }).waitFor();
  await page.goto('/van-ban-hanh-chinh');
  await page.getByRole('link', { name: /^Công văn rà soát nội dung chưa thống nhất/u }).waitFor();
  await close();

  const viewer = await journey.visit(TARGETS, { as: 'viewer' });
  await viewer.page.getByRole('link', { name: 'Tải bảng Excel' }).waitFor();
  expect(await viewer.page.getByRole('button', { name: LETTER }).count()).toBe(0);
  await viewer.close();
});

test('a letter on one draft is made where documents are made', async () => {
  const { page, complaints, close } = await journey.visit('/van-ban-hanh-chinh', { as: 'coordinator' });
  const form = page.getByRole('form', { name: 'Lập văn bản' });
  await form.getByLabel('Loại văn bản').selectOption({ label: 'Công văn góp ý nội dung chưa thống nhất' });
  const documents = form.getByLabel('Văn bản còn nội dung chưa thống nhất');
  const draft = await documents.getByRole('option', { name: /^Dự thảo: Nâng cao chỉ số/u }).textContent();
  await documents.selectOption({ label: draft ?? '' });
  await form.getByRole('button', { name: 'Lập văn bản' }).click();
  await page.getByRole('heading', { level: 1, name: /^Công văn góp ý dự thảo Kế hoạch nâng cao/u }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});
