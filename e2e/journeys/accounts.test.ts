import { afterAll, beforeAll, expect, test } from 'vitest';
import { computeCode, timeStepOf } from '#server/auth/totp.ts';
import { listAccessibilityViolations, startJourney, type Journey } from '#e2e/harness.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney();
});
afterAll(() => journey.close());

const PASSWORD = 'ngỗng tím ăn cỏ ven đê';
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

const secretBytes = (secret: string): Buffer => {
  const bits = Array.from(secret, (letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
};

test('a person is added, invited by a sheet, chooses a password and sets up a second factor', async () => {
  const office = await journey.visit('/quan-tri/tai-khoan', { as: 'administrator' });
  const { page } = office;
  await page.getByRole('button', { name: 'Thêm người' }).click();
  const form = page.getByRole('region', { name: 'Thêm người dùng' });
  await form.getByLabel('Tên đăng nhập').fill('ngo.van.quy');
  await form.getByLabel('Họ và tên').fill('Ngô Văn Quý');
  await form.getByLabel('Vai trò').selectOption({ label: 'Xem' });
  await form.getByRole('button', { name: 'Thêm', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /Ngô Văn Quý: chưa có lối vào/u }).waitFor();
  await page.getByRole('button', { name: 'Tạo phiếu mời' }).click();
  const link = await page.getByText(/\/loi-moi#/u).innerText();
  expect(await listAccessibilityViolations(page)).toEqual([]);
  await office.close();

  const home = await journey.visit(link.replace(journey.address, ''));
  await home.page.getByRole('button', { name: 'Tiếp tục' }).click();
  await home.page.getByRole('heading', { name: 'Tài khoản của Ngô Văn Quý' }).waitFor();
  await home.page.getByLabel('Mật khẩu mới', { exact: true }).fill('password2026');
  await home.page.getByLabel('Nhập lại mật khẩu mới').fill('password2026');
  await home.page.getByRole('button', { name: 'Đặt mật khẩu và đăng nhập' }).click();
  await home.page
    .getByRole('alert')
    .getByText(/nhiều người dùng hoặc đã lộ/u)
    .waitFor();
  await home.page.getByLabel('Mật khẩu mới', { exact: true }).fill(PASSWORD);
  await home.page.getByLabel('Nhập lại mật khẩu mới').fill(PASSWORD);
  await home.page.getByRole('button', { name: 'Đặt mật khẩu và đăng nhập' }).click();
  await home.page.getByRole('button', { name: /Ngô Văn Quý/u }).click();
  await home.page.getByRole('link', { name: 'Tài khoản của tôi' }).click();

  const factor = home.page.getByRole('region', { name: 'Xác thực hai bước' });
  await factor.getByLabel('Mật khẩu hiện tại').fill(PASSWORD);
  await factor.getByRole('button', { name: 'Bật xác thực hai bước' }).click();
  await factor.getByRole('img', { name: /Mã QR/u }).waitFor();
  const key = (await factor.getByText(/^[A-Z2-7]{4}( [A-Z2-7]{4})+$/u).innerText()).replaceAll(' ', '');
  await factor.getByLabel('Mã 6 số').fill(computeCode(secretBytes(key), timeStepOf(Date.now())));
  await factor.getByRole('button', { name: 'Xác nhận mã' }).click();
  const recovery = await factor.getByRole('listitem').first().innerText();
  expect(await listAccessibilityViolations(home.page)).toEqual([]);
  await factor.getByRole('button', { name: 'Tôi đã cất các mã' }).click();
  await factor.getByText(/Còn 10 mã dự phòng/u).waitFor();
  await home.close();

  const next = await journey.visit('/dang-nhap');
  await next.page.getByLabel('Tên đăng nhập').fill('ngo.van.quy');
  await next.page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
  await next.page.getByRole('button', { name: 'Đăng nhập' }).click();
  await next.page.getByLabel('Mã xác thực').fill(recovery);
  await next.page.getByRole('button', { name: 'Đăng nhập' }).click();
  await next.page.getByRole('button', { name: /Ngô Văn Quý/u }).waitFor();
  await next.close();
});
