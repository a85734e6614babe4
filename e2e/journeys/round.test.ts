import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  listAccessibilityViolations,
  startJourney,
  takeScreenshot,
  takeStep,
  type Journey,
  type Visit,
} from '#e2e/harness.ts';
import { pdfFile } from '#test/evidence-files.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney();
});
afterAll(() => journey.close());

const INSPECTED = 'Đã kiểm tra, đánh giá an toàn thông tin trong năm';
const INCIDENTS = 'Số sự cố an toàn thông tin do lỗi chủ quan';

const cell = (page: Page, name: string) => page.getByLabel(`Kỳ này: ${name}`);

/** Asks one agency for two figures that the police appraise; answers the address of the wall. */
const openRound = async ({ page }: Visit): Promise<string> => {
  await page.getByRole('link', { name: 'Lập đợt báo cáo' }).click();
  await page.getByRole('table', { name: 'Các lần báo cáo theo kế hoạch' }).waitFor();
  await page.getByRole('radio', { name: 'Một bộ chỉ số' }).check();
  await page.getByLabel('Tên đợt báo cáo').fill('An toàn thông tin năm 2025');
  await page.getByLabel('Bộ chỉ số', { exact: true }).selectOption('dti-agency-2025');
  await page.getByLabel('Kỳ', { exact: true }).fill('2025');
  await page.getByLabel('Hạn', { exact: true }).fill('2026-01-15');
  await page.getByRole('heading', { level: 1, name: /về \d+ số liệu/u }).waitFor();
  await page.getByRole('radio', { name: 'Yêu cầu riêng' }).check();
  await page.getByRole('checkbox', { name: `5.2 ${INSPECTED}` }).check();
  await page.getByRole('checkbox', { name: `5.4 ${INCIDENTS}` }).check();
  for (const all of await page.getByRole('button', { name: /^Bỏ chọn tất cả: (?!\d)/u }).all()) {
    await all.click();
  }
  await page.getByRole('checkbox', { name: /^Sở Tư pháp \(/u }).check();
  await page.getByRole('heading', { level: 1, name: /hỏi 1 cơ quan về 2 số liệu/u }).waitFor();
  await page.getByRole('button', { name: 'Lập đợt báo cáo' }).click();
  await takeStep(page, 'Mở đợt báo cáo');
  await page.getByRole('heading', { level: 1, name: /0\/1 cơ quan đã gửi, 1 cơ quan muộn/u }).waitFor();
  await page.getByRole('button', { name: 'Nhắc Sở Tư pháp' }).click();
  await page.getByText('Đã nhắc 1 cơ quan.').waitFor();
  expect(await listAccessibilityViolations(page)).toEqual([]);
  await takeScreenshot(page, 'round-wall');
  return new URL(page.url()).pathname;
};

const attach = async (page: Page, item: string, name: string): Promise<void> => {
  await page.getByRole('button', { name: `Thêm minh chứng cho ${item}` }).click();
  const dialog = page.getByRole('dialog');
  const buffer = Buffer.from(pdfFile(name));
  await dialog.locator('input[type="file"]').setInputFiles({ name, mimeType: 'application/pdf', buffer });
  await dialog.getByText(name).first().waitFor();
  await dialog.getByRole('button', { name: 'Xong' }).click();
};

/** The head of the agency signs what waits for the signature. */
const sign = async ({ page }: Visit): Promise<void> => {
  await page.goto('/viec-cua-toi');
  await page.getByRole('link', { name: 'Ký và gửi' }).click();
  await takeStep(page, 'Ký và gửi');
  await page.getByText('đã gửi, chờ thẩm định').first().waitFor();
};

const rowOf = (page: Page, item: string) =>
  page.getByRole('table', { name: 'Số liệu thẩm định' }).locator('[data-row]').filter({ hasText: item });

/** Who is of another agency sees nothing of it, by no way in. */
const refuseStranger = async ({ page }: Visit, wall: string, submission: string): Promise<void> => {
  await page.getByRole('heading', { level: 1, name: 'Không có báo cáo nào chờ bạn' }).waitFor();
  for (const path of [`/bao-cao/${submission}`, `/tham-dinh/${submission}`, wall]) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page
      .getByText(/Không tìm thấy|không có quyền|không được/u)
      .first()
      .waitFor();
    expect(await page.getByText(INCIDENTS).count()).toBe(0);
  }
  const statuses = await page.evaluate(async (id) => {
    const ask = async (path: string, method = 'GET', body?: object): Promise<number> => {
      const headers = { 'content-type': 'application/json' };
      const content = body && JSON.stringify({ ...body, writeId: crypto.randomUUID() });
      return (
        await fetch(`/api/v1/submissions/${id}${path}`, {
          method,
          headers,
          ...(content && { body: content }),
        })
      ).status;
    };
    return [
      await ask(''),
      await ask('/changes'),
      await ask('/evidence'),
      await ask('/answers', 'PUT', {
        answers: [
          {
            ...{ subject: 'STP', item: '5.4.incidents', state: 'value', value: '0' },
            ...{ note: null, explanation: null, version: 2 },
          },
        ],
      }),
      await ask('/actions', 'POST', { action: 'submit', reason: null, version: 1 }),
    ];
  }, submission);
  expect(statuses).toEqual([404, 404, 404, 403, 403]);
};

test('six people play a whole round: opened, filled in, signed, returned, corrected, accepted, published, read, refused', async () => {
  const coordinator = await journey.visit('/dot-bao-cao', { as: 'coordinator' });
  const wall = await openRound(coordinator);

  const reporter = await journey.signInAs('stp-can-bo');
  const { page } = reporter;
  await page.getByRole('link', { name: /Sở Tư pháp đã muộn/u }).waitFor();
  await page.getByRole('button', { name: 'Đã xem' }).click();
  await page.getByRole('link', { name: 'Nhập số liệu' }).click();
  await page.getByRole('heading', { level: 1, name: /đã nhập 0\/2 số liệu/u }).waitFor();
  const submission = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await cell(page, INSPECTED).selectOption('value:yes');
  await cell(page, INCIDENTS).fill('3');
  await attach(page, INSPECTED, 'bien-ban-kiem-tra.pdf');
  await attach(page, INCIDENTS, 'bao-cao-su-co.pdf');
  await page.getByRole('heading', { level: 1, name: /đã nhập 2\/2 số liệu, đủ điều kiện gửi/u }).waitFor();
  await takeStep(page, 'Chuyển lãnh đạo ký');
  await page.getByText('chờ lãnh đạo ký').first().waitFor();

  const head = await journey.signInAs('stp-lanh-dao');
  await sign(head);

  const appraiser = await journey.signInAs('cat-tham-dinh');
  await appraiser.page.getByRole('link', { name: 'Thẩm định', exact: true }).click();
  await appraiser.page.getByRole('heading', { level: 1, name: /chưa thẩm định/u }).waitFor();
  await rowOf(appraiser.page, INSPECTED).focus();
  await appraiser.page.keyboard.press('c');
  await rowOf(appraiser.page, INSPECTED).getByText('chấp nhận', { exact: true }).waitFor();
  await rowOf(appraiser.page, INCIDENTS).focus();
  await appraiser.page.keyboard.press('t');
  await appraiser.page.getByLabel('Lý do').fill('còn sự cố tháng 6');
  await appraiser.page.getByLabel('Lý do').press('Control+Enter');
  await rowOf(appraiser.page, INCIDENTS).getByText('còn sự cố tháng 6').waitFor();
  expect(await listAccessibilityViolations(appraiser.page)).toEqual([]);
  await takeScreenshot(appraiser.page, 'appraisal');
  await takeStep(appraiser.page, 'Trả lại cơ quan');
  await appraiser.page.getByText('Đã trả lại báo cáo.').waitFor();

  await page.goto('/viec-cua-toi');
  await page.getByRole('link', { name: 'Sửa theo ý kiến thẩm định' }).click();
  await page
    .getByText(/còn sự cố tháng 6/u)
    .first()
    .waitFor();
  await cell(page, INCIDENTS).fill('4');
  await page.getByText(/^Đã lưu trên máy chủ/u).waitFor();
  await takeStep(page, 'Chuyển lãnh đạo ký');
  await page.getByText('chờ lãnh đạo ký').first().waitFor();
  await sign(head);

  await appraiser.page.reload();
  // What changed since it was sent before is told; what was accepted and is the same stays accepted.
  await rowOf(appraiser.page, INCIDENTS)
    .getByText(/lần gửi trước: 3/u)
    .waitFor();
  await rowOf(appraiser.page, INCIDENTS).focus();
  await appraiser.page.keyboard.press('c');
  await appraiser.page.getByRole('heading', { level: 1, name: /đã thẩm định cả/u }).waitFor();
  await takeStep(appraiser.page, 'Chấp nhận báo cáo');
  await appraiser.page.getByText('Đã chấp nhận báo cáo.').waitFor();

  await coordinator.page.reload();
  await takeStep(coordinator.page, 'Khóa đợt');
  await takeStep(coordinator.page, 'Công bố');
  await coordinator.page.getByText('đã công bố').first().waitFor();

  const leader = await journey.signInAs('lanh-dao');
  await leader.page.goto(wall);
  await leader.page.getByRole('heading', { level: 1, name: /1\/1 cơ quan đã gửi/u }).waitFor();
  expect(await leader.page.getByRole('button', { name: 'Mở lại đợt' }).count()).toBe(0);
  await leader.page.goto('/bo-chi-so/5.4?don-vi=STP&bo=dti-agency-2025');
  await leader.page
    .getByText(/^4\s+sự cố/u)
    .first()
    .waitFor();
  await takeScreenshot(leader.page, 'figure-of-a-round');

  const stranger = await journey.signInAs('snv-can-bo');
  await refuseStranger(stranger, wall, submission);

  const people = [coordinator, reporter, head, appraiser, leader];
  expect(people.flatMap(({ complaints }) => complaints)).toEqual([]);
  for (const visit of [...people, stranger]) await visit.close();
}, 120_000);
