import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startJourney, type Journey } from '#e2e/harness.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney();
});
afterAll(() => journey.close());

const titleOf = async (page: Page): Promise<string> =>
  (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';

const keepScore = async (page: Page, name: string): Promise<void> => {
  await page.goto('/bo-chi-so/ban-chot');
  await page.getByRole('button', { name: 'Chốt điểm hiện nay' }).click();
  await page.getByLabel('Tên bản chốt').fill(name);
  await page.getByRole('button', { name: 'Chốt điểm', exact: true }).click();
  await page.getByText(`Đã chốt “${name}”`).waitFor();
};

/** Every picture on the page stands with a table of its figures; answers how many there are. */
const countPictures = async (page: Page): Promise<number> => {
  const pictures = page.getByRole('figure');
  await pictures.first().waitFor();
  const count = await pictures.count();
  for (let place = 0; place < count; place += 1) {
    const picture = pictures.nth(place);
    expect(await picture.getByRole('img').first().getAttribute('aria-label')).toMatch(/\d/u);
    expect(await picture.locator('table tbody tr').count()).toBeGreaterThan(0);
  }
  return count;
};

test('a score is kept, a figure changes, and two snapshots say component by component what that did', async () => {
  const { page, complaints, close } = await journey.visit('/', { as: 'coordinator' });
  await keepScore(page, 'Trước khi sửa');
  await page.goto('/bo-chi-so/6.4');
  await page.getByRole('button', { name: /^Sửa số liệu: Tỷ lệ dịch vụ công/u }).click();
  await page
    .getByLabel(/Giá trị/u)
    .first()
    .fill('60');
  await page.getByRole('button', { name: 'Lưu và tính lại điểm' }).click();
  await page.getByText(/Chỉ số 6\.4 từ 0,00 thành 20,00/u).waitFor();
  await keepScore(page, 'Sau khi sửa');

  // The two newest are chosen already.
  await page.getByRole('button', { name: 'So sánh', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /Từ “Trước khi sửa” đến “Sau khi sửa”/u }).waitFor();
  expect(await titleOf(page)).toContain('20,00');
  const changed = page.getByRole('row').filter({ hasText: /6\.4/u }).filter({ hasText: '20,00' });
  expect(await changed.first().textContent()).toContain('0,00');
  await countPictures(page);

  await page.goto('/bo-chi-so/ban-chot');
  await page.getByRole('link', { name: 'Sau khi sửa', exact: true }).click();
  await page.getByText('Còn nguyên như lúc chốt').waitFor();
  await page.getByRole('link', { name: 'Giải trình cách tính điểm' }).click();
  await page.getByRole('heading', { level: 1, name: /^Giải trình cách tính điểm/u }).waitFor();
  await page.evaluate(() => {
    window.print = () => {
      document.body.dataset.printed = 'yes';
    };
  });
  await page.getByRole('button', { name: 'In trang này' }).click();
  expect(await page.locator('body').getAttribute('data-printed')).toBe('yes');
  await page.emulateMedia({ media: 'print' });
  await page.getByText('Thủ trưởng cơ quan').waitFor();
  expect(await page.getByRole('button', { name: 'In trang này' }).isVisible()).toBe(false);
  expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
  expect(complaints).toEqual([]);
  await close();
});

test('a whole league is kept, and its ranks are compared with those of another day', async () => {
  const { page, complaints, close } = await journey.visit('/xep-hang?bang=dti-agency-2026', {
    as: 'coordinator',
  });
  await page.getByRole('button', { name: 'Chốt điểm cả bảng' }).click();
  await page.getByLabel('Tên bản chốt').fill('Quý III');
  await page.getByRole('button', { name: 'Chốt điểm', exact: true }).click();
  await page.getByText('Đã chốt “Quý III” cho 22 sở, ban, ngành').waitFor();
  await page.getByLabel('So với', { exact: true }).selectOption({ label: 'Quý III (tự đánh giá, 2026)' });
  await page.getByText(/So với bản chốt “Quý III”.*22 giữ hạng/u).waitFor();

  await page.getByRole('link', { name: 'Xem hạng theo bản chốt này' }).click();
  await page.getByText('Còn nguyên như lúc chốt').waitFor();
  const address = new URL(page.url());
  expect(address.searchParams.get('chot')).toBeTruthy();
  const colleague = await journey.visit(address.pathname + address.search, { as: 'viewer' });
  await colleague.page.getByText(/Xếp theo bản chốt “Quý III”/u).waitFor();
  expect(await titleOf(colleague.page)).toBe(await titleOf(page));
  expect(await colleague.page.getByRole('button', { name: 'Chốt điểm cả bảng' }).count()).toBe(0);
  expect([...complaints, ...colleague.complaints]).toEqual([]);
  await colleague.close();
  await close();
});

test('a figure is tried out, the score and what is missing follow, and the kept scenario opens by its link', async () => {
  const { page, complaints, close } = await journey.visit('/bo-chi-so/neu-thi', { as: 'coordinator' });
  const bar = page.getByRole('region', { name: 'Điểm theo giả định' });
  await bar.getByText('Còn thiếu đến 700').waitFor();
  const before = await bar.textContent();
  await page.locator('input[data-cell="6.5.rate"]').first().fill('70');
  await page.getByRole('heading', { level: 1, name: /^Nếu đổi 1 số liệu/u }).waitFor();
  const after = await bar.textContent();
  expect(after).toContain('2,59');
  expect(after).not.toBe(before);

  await page.getByRole('button', { name: 'Lưu thành phương án' }).click();
  await page.getByLabel('Tên phương án').fill('Đẩy 6.5 lên 70 %');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByText('Đang mở phương án “Đẩy 6.5 lên 70 %”').waitFor();
  const address = new URL(page.url());
  const colleague = await journey.visit(address.pathname + address.search, { as: 'viewer' });
  await colleague.page.getByText('Đang mở phương án “Đẩy 6.5 lên 70 %”').waitFor();
  expect(await titleOf(colleague.page)).toBe(await titleOf(page));
  expect([...complaints, ...colleague.complaints]).toEqual([]);
  await colleague.close();
  await close();
});

test('a framework is copied to the next year, breaks, is mended as it is advised, and shows what changed', async () => {
  const { page, complaints, close } = await journey.visit('/bo-chi-so/khung/dti-province-2025/1', {
    as: 'coordinator',
  });
  await page.getByRole('button', { name: 'Nhân bản…' }).click();
  await page.getByRole('button', { name: 'Nhân bản', exact: true }).click();
  await page.waitForURL(/khung\/dti-province-2026\/1$/u);
  await page.getByRole('link', { name: 'Sửa bản thảo' }).click();
  const tree = page.getByRole('list', { name: 'Chỉ số', exact: true });
  const maximum = page.getByLabel('Điểm tối đa', { exact: true });
  await tree.getByRole('link', { name: /^6\.4 /u }).click();
  expect(await maximum.inputValue()).toBe('20');
  await maximum.fill('25');
  await page.getByRole('heading', { level: 1, name: /lỗi phải sửa/u }).waitFor();
  await tree.getByRole('link', { name: /^✗ 6 /u }).click();
  const finding = page.getByRole('table', { name: 'Kiểm tra tính nhất quán' });
  expect(await finding.textContent()).toMatch(/lỗi.*6.*Nên làm/su);

  await tree.getByRole('link', { name: /^6\.5 /u }).click();
  await maximum.fill('15');
  await page.getByRole('heading', { level: 1, name: /^(?!.*lỗi phải sửa)/u }).waitFor();
  await page.getByRole('button', { name: 'Lưu bản thảo' }).click();
  await page.getByText('Đã lưu').waitFor();
  await page.getByRole('link', { name: 'dti-province-2026, phiên bản 1' }).click();
  await page.getByLabel('So sánh với').selectOption('dti-province-2025@1');
  await page.getByRole('heading', { level: 1, name: /Chỉ số: đổi 2/u }).waitFor();
  expect(await page.getByRole('main').textContent()).toMatch(/6\.4.*20.*25/su);
  expect(complaints).toEqual([]);
  await close();
});

test('the plan to reach 700 and the forecast open, and each of their pictures has its table', async () => {
  const { page, complaints, close } = await journey.visit('/bo-chi-so/phuong-an-cai-thien', { as: 'viewer' });
  await page.getByRole('heading', { level: 1, name: /700 điểm/u }).waitFor();
  expect(await countPictures(page)).toBeGreaterThan(0);
  await page.goto('/bo-chi-so/du-bao');
  await page.getByRole('heading', { level: 1, name: /dự báo khoảng/u }).waitFor();
  expect(await countPictures(page)).toBeGreaterThan(0);
  expect(complaints).toEqual([]);
  await close();
});
