import { afterAll, beforeAll, expect, test } from 'vitest';
import { startJourney, type Journey } from '#e2e/harness.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney();
});
afterAll(() => journey.close());

test('a person who is not signed in comes back to the address that was asked for', async () => {
  const { page, close } = await journey.visit('/bo-chi-so/6.4');
  await page.waitForURL(/dang-nhap/u);
  await page.getByLabel('Tên đăng nhập').fill('dieu-phoi');
  await page.getByLabel('Mật khẩu', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('alert').waitFor();

  await page.getByLabel('Mật khẩu', { exact: true }).fill('sen-so-dieu-phoi');
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('heading', { level: 1, name: /^6\.4/u }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/bo-chi-so/6.4');
  await close();
});

test('after signing in nobody is led to another site', async () => {
  const { page, close } = await journey.visit('/dang-nhap?tro-lai=https%3A%2F%2Fevil.example%2F');
  await page.getByRole('button', { name: /Điền tài khoản Người xem/u }).click();
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('button', { name: /Tài khoản/u }).waitFor();
  expect(page.url()).toBe(`${journey.address}/`);
  await close();
});

test('signing out ends the session on the server too', async () => {
  const { page, close } = await journey.visit('/dang-nhap');
  await page.getByRole('button', { name: /Điền tài khoản Người xem/u }).click();
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('button', { name: /Tài khoản/u }).click();
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await page.waitForURL(/dang-nhap/u);
  expect((await page.request.get('/api/v1/overview')).status()).toBe(401);
  await close();
});

test('language and appearance are remembered', async () => {
  const { page, close } = await journey.visit('/', { as: 'viewer' });
  await page.getByRole('button', { name: /Người xem/u }).click();
  await page.getByRole('radio', { name: 'English' }).click();
  await page.getByRole('link', { name: 'Overview' }).first().waitFor();
  await page.reload();
  await page.getByRole('link', { name: 'Overview' }).first().waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await close();
});

test('a session that ends while a figure is filled in costs nothing: sign in on the spot, save again', async () => {
  const { page, close } = await journey.visit('/dang-nhap?tro-lai=%2Fbo-chi-so%2F6.5');
  await page.getByRole('button', { name: /Điền tài khoản Cán bộ điều phối/u }).click();
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page
    .getByRole('button', { name: /^Sửa số liệu/u })
    .last()
    .click();
  await page.getByLabel(/Giá trị \(/u).fill('65,4');
  await page.getByLabel(/Lý do/u).fill('Báo cáo số 12');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Lưu và tính lại điểm' }).click();

  const dialog = page.getByRole('dialog', { name: 'Phiên đăng nhập đã hết' });
  await dialog.getByText(/chưa được lưu/u).waitFor();
  await dialog.getByLabel('Mật khẩu', { exact: true }).fill('sen-so-dieu-phoi');
  await dialog.getByRole('button', { name: 'Đăng nhập' }).click();
  await dialog.waitFor({ state: 'hidden' });
  expect(await page.getByRole('alert').count()).toBe(0);
  expect(await page.getByLabel(/Lý do/u).inputValue()).toBe('Báo cáo số 12');

  await page.getByRole('button', { name: 'Lưu và tính lại điểm' }).click();
  await page.getByText(/Chỉ số 6\.5 từ 14,91 thành/u).waitFor();
  await close();
});
