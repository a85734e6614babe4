import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  listAccessibilityViolations,
  startJourney,
  takeScreenshot,
  takeStep,
  type Journey,
} from '#e2e/harness.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney();
});
afterAll(() => journey.close());

const COMMUNE = '29869';

/** Writes as whoever visits. */
const write = (page: Page, path: string, body: object): Promise<{ readonly id: string }> =>
  page.evaluate(
    async ([address, content]) => {
      const answer = await fetch(`/api/v1${address}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: content,
      });
      return (await answer.json()) as { id: string };
    },
    [path, JSON.stringify({ ...body, writeId: crypto.randomUUID() })] as const,
  );

const openRound = async (): Promise<void> => {
  const { page, close } = await journey.visit('/', { as: 'coordinator' });
  const { id } = await write(page, '/reporting-rounds', {
    ...{ title: 'Báo cáo năm 2025', dutyId: null, framework: 'dti-commune-2025', period: '2025' },
    ...{ valueKind: 'final', dueDay: '2099-12-01', dueBefore: true, lockDay: null, appraisalSteps: 1 },
    ...{
      requiresEvidence: false,
      organizations: [COMMUNE],
      items: ['1.3.a', '1.3.b', '1.4.count', '4.2.has'],
    },
  });
  await write(page, `/reporting-rounds/${id}/actions`, { action: 'open', version: 1 });
  await close();
};

const saved = (page: Page) => page.getByText(/^Đã lưu trên máy chủ/u);
const cell = (page: Page, name: string) => page.getByLabel(`Kỳ này: ${name}`);

const PART = 'Số văn bản chỉ đạo do người đứng đầu ký';
const WHOLE = 'Số văn bản chỉ đạo chuyển đổi số của xã';
const MEETINGS = 'Số lần Ban Chỉ đạo họp trong năm';
const OFFICER = 'Có công chức phụ trách chuyển đổi số';

const paste = (page: Page, text: string): Promise<void> =>
  page.evaluate((block) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', block);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);

test('a reporter fills the form, loses the connection and the tab but no figure, and the head signs', async () => {
  await openRound();
  const reporter = await journey.signInAs('cao-lanh-can-bo');
  const { page } = reporter;

  // Who has no overview begins with what there is to do.
  await page.getByRole('heading', { level: 1, name: /1 báo cáo cần làm/u }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/viec-cua-toi');
  expect(await listAccessibilityViolations(page)).toEqual([]);
  await takeScreenshot(page, 'my-work');
  await page.getByRole('link', { name: 'Nhập số liệu' }).click();
  await page.getByRole('heading', { level: 1, name: /đã nhập 0\/4 số liệu/u }).waitFor();

  // By keyboard alone: type, Enter, type; a slip is told at once and mended.
  await cell(page, PART).focus();
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await page.keyboard.type('mười');
  await page.getByText('Chưa đọc được: nhập một con số, ví dụ 1.308,9.').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.type('10');
  await page
    .getByText(/lớn hơn .*: xem lại hai số/u)
    .first()
    .waitFor();
  await saved(page).waitFor();

  // A block from a spreadsheet goes over several cells; what has no room is named.
  await cell(page, PART).focus();
  await paste(page, '9\ttheo sổ văn bản đi\n1.308\nkad\ncó\n77');
  await page.getByText('dòng 5, cột 1 của khối dán: “77” nằm ngoài biểu mẫu').waitFor();
  await saved(page).waitFor();
  expect(await cell(page, WHOLE).inputValue()).toBe('1308');
  expect(await cell(page, MEETINGS).inputValue()).toBe('không áp dụng');
  expect(await cell(page, OFFICER).inputValue()).toBe('value:yes');
  expect(await listAccessibilityViolations(page)).toEqual([]);
  await takeScreenshot(page, 'reporting-form');

  // The connection drops: what is typed is on this computer, and the page says so. Then the tab is closed.
  await page.context().setOffline(true);
  await cell(page, MEETINGS).fill('4');
  await page.getByText(/Mới lưu trên máy này, 1 số liệu chờ gửi/u).waitFor();
  const address = page.url();
  const context = page.context();
  await page.close();
  await context.setOffline(false);

  const again = await context.newPage();
  await again.goto(address);
  await saved(again).waitFor();
  expect(await cell(again, MEETINGS).inputValue()).toBe('4');
  await again.reload();
  await again.getByRole('heading', { level: 1, name: /đã nhập 4\/4 số liệu, đủ điều kiện gửi/u }).waitFor();
  expect(await cell(again, MEETINGS).inputValue()).toBe('4');

  // What lacks stops the step and leads to its cell.
  await cell(again, MEETINGS).fill('');
  await again.getByRole('button', { name: 'Chuyển lãnh đạo ký' }).click();
  await again
    .getByRole('alert')
    .getByRole('link', { name: /Số lần Ban Chỉ đạo họp/u })
    .click();
  expect(await cell(again, MEETINGS).evaluate((field) => field === document.activeElement)).toBe(true);
  await again.keyboard.type('4');
  await again.getByRole('heading', { level: 1, name: /đủ điều kiện gửi/u }).waitFor();
  await takeStep(again, 'Chuyển lãnh đạo ký');
  await again.getByText('chờ lãnh đạo ký').first().waitFor();
  await reporter.close();

  const head = await journey.signInAs('cao-lanh-chu-tich');
  await head.page.getByRole('link', { name: 'Ký và gửi' }).click();
  await takeStep(head.page, 'Ký và gửi');
  await head.page.getByText('đã gửi, chờ thẩm định').first().waitFor();
  expect(await cell(head.page, PART).count()).toBe(0);
  expect(head.complaints).toEqual([]);

  // Withdrawing asks for a reason.
  await head.page.getByRole('button', { name: 'Rút lại báo cáo' }).click();
  const dialog = head.page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Rút lại báo cáo' }).click();
  await dialog.getByText('Ghi lý do.').waitFor();
  await dialog.getByLabel('Lý do').fill('Nhầm số văn bản');
  await dialog.getByRole('button', { name: 'Rút lại báo cáo' }).click();
  await head.page.getByRole('cell', { name: 'Nhầm số văn bản' }).waitFor();
  await head.close();
}, 120_000);

test('two people at one figure see both values and choose', async () => {
  const one = await journey.signInAs('cao-lanh-can-bo');
  await one.page.getByRole('link', { name: 'Báo cáo năm 2025' }).click();
  await cell(one.page, WHOLE).waitFor();
  const other = await journey.signInAs('cao-lanh-chu-tich');
  await other.page.goto(new URL(one.page.url()).pathname);
  await cell(other.page, WHOLE).fill('1400');
  await saved(other.page).waitFor();

  await cell(one.page, WHOLE).fill('1500');
  const choice = one.page.getByRole('group', { name: 'Người khác vừa nhập số khác' });
  await choice.getByText(/Trên máy chủ: .*1\.400/u).waitFor();
  await choice.getByText('Bạn nhập: 1500').waitFor();
  await choice.getByRole('button', { name: 'Dùng số tôi nhập' }).click();
  await saved(one.page).waitFor();
  await other.page.reload();
  expect(await cell(other.page, WHOLE).inputValue()).toBe('1500');
  await one.close();
  await other.close();
});

test('a session that ends while somebody types costs no figure', async () => {
  const { page, close } = await journey.signInAs('cao-lanh-can-bo');
  await page.getByRole('link', { name: 'Báo cáo năm 2025' }).click();
  await cell(page, PART).waitFor();
  await page.context().clearCookies();
  await cell(page, PART).fill('8');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Mật khẩu', { exact: true }).fill('sen-so-cao-lanh-can-bo');
  await dialog.getByRole('button', { name: 'Đăng nhập' }).click();
  await saved(page).waitFor();
  await page.reload();
  await cell(page, PART).waitFor();
  expect(await cell(page, PART).inputValue()).toBe('8');
  await close();
});
