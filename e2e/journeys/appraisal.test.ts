import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listAccessibilityViolations, startJourney, takeScreenshot, type Journey } from '#e2e/harness.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney();
});
afterAll(() => journey.close());

interface Asked {
  readonly subject: string;
  readonly item: {
    readonly code: string;
    readonly kind: string;
    readonly levels?: readonly { code: string }[];
  };
  readonly answer: { readonly version: number } | null;
}

/** Fills a whole report and sends it, as whoever visits. */
const send = (page: Page, id: string): Promise<string> =>
  page.evaluate(async (submission) => {
    const call = async (method: string, path: string, body?: object) => {
      const answer = await fetch(`/api/v1${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify({ ...body, writeId: crypto.randomUUID() }) }),
      });
      return (await answer.json()) as Record<string, unknown>;
    };
    const form = await call('GET', `/submissions/${submission}`);
    const groups = form.groups as { indicators: { items: Asked[] }[] }[];
    const asked = groups.flatMap(({ indicators }) => indicators.flatMap(({ items }) => items));
    await call('PUT', `/submissions/${submission}/answers`, {
      answers: asked.map(({ subject, item, answer }) => ({
        ...{ subject, item: item.code, state: 'value', note: null, explanation: 'đã kiểm tra' },
        value: item.kind === 'yes-no' ? 'no' : item.kind === 'level' ? item.levels?.[0]?.code : '0',
        version: answer?.version ?? 0,
      })),
    });
    const { version } = await call('GET', `/submissions/${submission}`);
    const { state } = await call('POST', `/submissions/${submission}/actions`, {
      ...{ action: 'submit', reason: null, version },
    });
    return String(state);
  }, id);

test('a round is prepared and opened, the late are reminded, a report is appraised by keyboard and accepted', async () => {
  const coordinator = await journey.visit('/dot-bao-cao', { as: 'coordinator' });
  const { page } = coordinator;
  await page.getByRole('link', { name: 'Lập đợt báo cáo' }).click();
  await page.getByRole('table', { name: 'Các lần báo cáo theo kế hoạch' }).waitFor();
  await page.getByRole('radio', { name: 'Một bộ chỉ số' }).check();
  await page.getByLabel('Tên đợt báo cáo').fill('Báo cáo cấp xã năm 2025');
  await page.getByLabel('Bộ chỉ số', { exact: true }).selectOption('dti-commune-2025');
  await page.getByLabel('Kỳ', { exact: true }).fill('2025');
  await page.getByLabel('Hạn', { exact: true }).fill('2026-01-15');
  await page.getByRole('checkbox', { name: /^Bắt buộc minh chứng/u }).uncheck();
  await page.getByRole('heading', { level: 1, name: /hỏi 102 cơ quan/u }).waitFor();
  await page.getByRole('button', { name: /^Bỏ chọn tất cả: xã, phường/u }).click();
  await page.getByRole('checkbox', { name: /^Phường Cao Lãnh \(/u }).check();
  await page.getByRole('heading', { level: 1, name: /hỏi 1 cơ quan/u }).waitFor();
  await page.getByRole('button', { name: 'Lập đợt báo cáo' }).click();
  await page.getByRole('button', { name: 'Mở đợt báo cáo' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Mở đợt báo cáo' }).click();
  await page.getByRole('heading', { level: 1, name: /0\/1 cơ quan đã gửi, 1 cơ quan muộn/u }).waitFor();
  await page.getByRole('button', { name: 'Nhắc Phường Cao Lãnh' }).click();
  await page.getByText('Đã nhắc 1 cơ quan.').waitFor();
  await page.getByText('đã nhắc hôm nay').waitFor();
  expect(await listAccessibilityViolations(page)).toEqual([]);
  await takeScreenshot(page, 'round-wall');

  const head = await journey.signInAs('cao-lanh-chu-tich');
  await head.page.goto('/viec-cua-toi');
  const reminder = head.page.getByRole('link', { name: /Phường Cao Lãnh đã muộn/u });
  const address = (await reminder.getAttribute('href')) ?? '';
  const submission = address.split('/').at(-1) ?? '';
  await head.page.getByRole('button', { name: 'Đã xem' }).click();
  await head.page.getByRole('button', { name: 'Đã xem' }).waitFor({ state: 'detached' });
  expect(await send(head.page, submission)).toBe('submitted');
  await head.page.goto('/viec-cua-toi');
  await head.page.getByRole('heading', { level: 1 }).waitFor();
  expect(await reminder.count()).toBe(0);

  await page.goto(`/tham-dinh/${submission}`);
  await page.getByRole('heading', { level: 1, name: /chưa thẩm định/u }).waitFor();
  const rows = page.getByRole('table', { name: 'Số liệu thẩm định' }).locator('[data-row]');
  await rows.first().focus();
  await page.keyboard.press('t');
  await page.getByLabel('Lý do').fill('thiếu văn bản');
  await page.getByLabel('Lý do').press('Control+Enter');
  await rows.first().getByText('thiếu văn bản').waitFor();
  await rows.first().focus();
  await page.keyboard.press('b');
  await rows.first().getByText('chưa thẩm định').waitFor();
  await page.keyboard.press('c');
  await rows.first().getByText('chấp nhận', { exact: true }).waitFor();
  await page.getByRole('button', { name: /^Chấp nhận \d+ số liệu không có vướng mắc$/u }).click();
  await page.getByText(/^Đã chấp nhận \d+ số liệu\.$/u).waitFor();
  await page.getByRole('heading', { level: 1, name: /đã thẩm định cả/u }).waitFor();
  expect(await listAccessibilityViolations(page)).toEqual([]);
  await takeScreenshot(page, 'appraisal');
  await page.getByRole('button', { name: 'Chấp nhận báo cáo' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Chấp nhận báo cáo' }).click();
  await page.getByText('Đã chấp nhận báo cáo.').waitFor();

  const leader = await journey.signInAs('lanh-dao');
  await leader.page.goto('/dot-bao-cao');
  await leader.page.getByRole('heading', { level: 1, name: /1\/1 cơ quan đã gửi, 0 muộn/u }).waitFor();
  expect(await leader.page.getByRole('link', { name: 'Lập đợt báo cáo' }).count()).toBe(0);
  expect([...coordinator.complaints, ...head.complaints, ...leader.complaints]).toEqual([]);
  for (const visit of [coordinator, head, leader]) await visit.close();
});
