import { afterAll, beforeAll, expect, test } from 'vitest';
import { startJourney, type Journey } from '#e2e/harness.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney();
});
afterAll(() => journey.close());

test('the first page says that the data do not support the forecast, and leads to the reason', async () => {
  const { page, complaints, close } = await journey.visit('/', { as: 'viewer' });
  const title = page.getByRole('heading', { level: 1 });
  await title.getByText('817,41').waitFor();
  expect(await title.textContent()).toMatch(/62\d,\d\d–6[45]\d,\d\d/u);

  await page.getByRole('link', { name: /6\.4/u }).first().click();
  await page.waitForURL(/bo-chi-so\/6\.4/u);
  await page.getByText('60', { exact: false }).first().waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test('correcting a figure shows at once what it does to the score, and keeps the old one', async () => {
  const { page, close } = await journey.visit('/bo-chi-so/6.4', { as: 'coordinator' });
  await page.getByRole('button', { name: /^Sửa số liệu: Tỷ lệ dịch vụ công/u }).click();
  const value = page.getByLabel(/Giá trị/u).first();
  await value.fill('năm mươi');
  await page.getByRole('button', { name: 'Lưu và tính lại điểm' }).click();
  await page.getByText('Nhập một số, ví dụ 57,6.').waitFor();

  await value.fill('60');
  await page.getByLabel(/Lý do/u).fill('Báo cáo bổ sung của Văn phòng Ủy ban nhân dân tỉnh');
  await page.getByRole('button', { name: 'Lưu và tính lại điểm' }).click();
  await page.getByText(/Chỉ số 6\.4 từ 0,00 thành 20,00/u).waitFor();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('20,00 / 20');

  const history = page.getByRole('table').filter({ hasText: 'Người sửa' });
  expect(await history.textContent()).toMatch(/57,6.*60/su);
  await close();
});

test('a viewer reads the same figures and is offered no way to change them', async () => {
  const { page, close } = await journey.visit('/bo-chi-so/6.5', { as: 'viewer' });
  await page.getByText('59,65').first().waitFor();
  expect(await page.getByRole('button', { name: /Sửa số liệu|Nhập số liệu/u }).count()).toBe(0);
  await page.goto('/nhap-van-ban');
  await page
    .getByRole('heading', { name: 'Chỉ cơ quan điều phối nhập được văn bản vào sổ', level: 1 })
    .waitFor();
  await close();
});

test('the address of a filtered index shows a colleague the same', async () => {
  const { page, close } = await journey.visit('/bo-chi-so', { as: 'viewer' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByLabel('Cơ quan chủ trì').first().selectOption({ label: 'Công an tỉnh' });
  await page.getByRole('heading', { level: 1, name: /Công an tỉnh/u }).waitFor();
  const colleague = await journey.visit(new URL(page.url()).pathname + new URL(page.url()).search, {
    as: 'coordinator',
  });
  await colleague.page.getByRole('heading', { level: 1, name: /Công an tỉnh/u }).waitFor();
  await colleague.close();
  await close();
});
