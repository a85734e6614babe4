import { afterAll, beforeAll, expect, test } from 'vitest';
import { startJourney, type Journey } from '#e2e/harness.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney();
});
afterAll(() => journey.close());

test('a page that has not loaded yet says that the connection is gone, and comes by itself once it is back', async () => {
  const { page, close } = await journey.visit('/', { as: 'viewer' });
  await page.getByRole('heading', { level: 1, name: /817,41/u }).waitFor();
  await page.context().setOffline(true);
  await page.getByRole('link', { name: 'Kế hoạch', exact: true }).first().click();
  await page.getByText('Trang chưa tải sẽ tự hiện khi có lại kết nối.', { exact: false }).waitFor();
  expect(await page.getByRole('link', { name: 'Tổng quan' }).first().isVisible()).toBe(true);

  await page.context().setOffline(false);
  await page.getByRole('heading', { level: 1, name: /chỉ tiêu/u }).waitFor();
  expect(await page.getByText('Mất kết nối mạng', { exact: false }).count()).toBe(0);
  await close();
});
