import { afterAll, beforeAll, expect, test } from 'vitest';
import { inventedPlanFile } from '#test/invented-plan.ts';
import { startJourney, type Journey } from '#e2e/harness.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney();
});
afterAll(() => journey.close());

const upload = ({ name, content }: { name: string; content: Uint8Array }) => ({
  name,
  mimeType: 'text/markdown',
  buffer: Buffer.from(content),
});

test('a plan is uploaded, looked through beside its text, accepted; its items show their words', async () => {
  const { page, complaints, close } = await journey.visit('/nhap-van-ban', { as: 'coordinator' });
  await page.locator('input[type=file]').setInputFiles(upload(inventedPlanFile()));
  await page.waitForURL(/nhap-van-ban\/.+/u);
  await page.getByText('Tỷ lệ ao sen có bản đồ số').first().waitFor();
  await page.getByText('1 tên cơ quan chưa ghép với danh mục').waitFor();
  await page.getByRole('button', { name: 'Duyệt bằng bàn phím' }).click();
  await page.keyboard.press('e');
  await page.getByLabel('Tên', { exact: true }).fill('Mở lớp dạy trồng sen trên mạng cho nông dân');
  await page.keyboard.press('Enter');
  await page.getByText('Đã duyệt 1/7').waitFor();
  for (let item = 0; item < 5; item += 1) await page.keyboard.press('Enter');
  await page.getByText('Đã duyệt 6/7').waitFor();
  await page.getByText(/đang lưu/u).waitFor({ state: 'hidden' });
  // What is half done is still there for whoever goes on.
  await page.reload();
  await page.getByText('Đã duyệt 6/7').waitFor();
  await page.getByRole('button', { name: 'Duyệt tiếp' }).click();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Đưa vào sổ' }).click();
  // The page says what entered, and offers to take it back.
  await page.getByText('Kết quả: thêm 7').waitFor();
  await page.getByRole('button', { name: 'Hoàn tác lần nhập' }).waitFor();
  await page.getByRole('link', { name: 'Mở văn bản' }).click();
  await page.waitForURL(/van-ban\/.+/u);
  await page.getByRole('heading', { level: 1, name: /3 chỉ tiêu và 3 nhiệm vụ/u }).waitFor();

  await page.goto('/ke-hoach?tab=chi-tieu');
  await page.getByLabel('Lọc theo chữ').fill('ao sen co ban do');
  await page.getByText('Tỷ lệ ao sen có bản đồ số').first().click();
  await page.waitForURL(/ke-hoach\/chi-tieu\//u);
  await page.getByRole('heading', { level: 1, name: /Tỷ lệ ao sen có bản đồ số/u }).waitFor();
  await page.locator('mark').first().waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test('the same file again changes nothing, and says so', async () => {
  const { page, close } = await journey.visit('/nhap-van-ban', { as: 'coordinator' });
  await page.locator('input[type=file]').setInputFiles(upload(inventedPlanFile()));
  await page.waitForURL(/nhap-van-ban\/.+/u);
  await page.getByText('Tệp này đã được tải lên trước đây').waitFor();
  await close();
});

test('a file that is no plan is refused with what to do, and nothing is stored', async () => {
  const { page, close } = await journey.visit('/nhap-van-ban', { as: 'coordinator' });
  const countImports = async (): Promise<number> => {
    const answer = await page.request.get('/api/v1/plan-imports');
    return ((await answer.json()) as { readonly total: number }).total;
  };
  const before = await countImports();
  await page
    .locator('input[type=file]')
    .setInputFiles(upload({ name: 'anh.txt', content: new Uint8Array(4000) }));
  await page.getByRole('alert').getByText('anh.txt').waitFor();
  await page
    .locator('input[type=file]')
    .setInputFiles(upload({ name: 'rong.txt', content: new Uint8Array() }));
  await page.getByRole('alert').getByText('rong.txt').waitFor();
  expect(await countImports()).toBe(before);
  await close();
});

test('tasks of one agency, grouped and sorted, are one address away', async () => {
  const { page, close } = await journey.visit('/ke-hoach?tab=nhiem-vu', { as: 'viewer' });
  await page.getByText(/Tất cả \d+ mục/u).waitFor();
  await page.getByRole('combobox', { name: 'Cơ quan chủ trì' }).click();
  await page
    .getByRole('option', { name: /Công an tỉnh/u })
    .first()
    .click();
  const shown = page.getByText(/Hiện \d+ trên \d+ mục/u);
  await shown.waitFor();
  const words = await shown.textContent();
  await page.reload();
  await shown.waitFor();
  expect(await shown.textContent()).toBe(words);
  await close();
});

test('the register is walked with the keyboard alone', async () => {
  const { page, close } = await journey.visit('/ke-hoach?tab=ton-tai', { as: 'viewer' });
  await page.getByRole('grid').getByRole('row').nth(2).waitFor();
  await page.getByRole('grid').locator('[tabindex="0"]').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/ke-hoach\/ton-tai\//u);
  await close();
});

test('search finds by Ctrl K from anywhere, with and without diacritics, and keeps like names apart', async () => {
  const { page, close } = await journey.visit('/co-quan', { as: 'viewer' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByLabel('Từ cần tìm').fill('my tho');
  await page.getByRole('option', { name: /Phường Mỹ Tho/u }).waitFor();
  await page.getByRole('option', { name: /Xã Mỹ Thọ/u }).waitFor();
  await page.getByLabel('Từ cần tìm').fill('Sở Tư pháp');
  await page
    .getByRole('option', { name: /Sở Tư pháp/u })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/co-quan\/STP/u);
  await page.getByRole('heading', { level: 1, name: /Sở Tư pháp/u }).waitFor();
  await close();
});
