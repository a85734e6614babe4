import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isRefusal } from '#core/kernel/refusal.ts';
import { readSourceFile } from '#server/read/read-source-file.ts';
import {
  listAccessibilityViolations,
  startJourney,
  takeScreenshot,
  type Journey,
  type Visit,
} from '#e2e/harness.ts';
import { pdfFile } from '#test/evidence-files.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney();
});
afterAll(() => journey.close());

const REVIEWED = 'Rà soát thủ tục hành chính cung cấp toàn trình';
const TRAINED = 'Tập huấn kỹ năng số cho công chức tư pháp';
const CONNECTED = 'Kết nối cơ sở dữ liệu hộ tịch';

const dayFromNow = (days: number): string => {
  const day = new Date();
  // Noon of Viet Nam: the day is the same wherever this runs.
  day.setUTCHours(5, 0, 0, 0);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
};
const inFigures = (day: string): string => day.split('-').toReversed().join('/');

/** Opens a page and waits until it says what it found. */
const open = async (page: Page, path: string): Promise<void> => {
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
};

const board = (page: Page, name: string): Promise<void> =>
  open(page, `/nhiem-vu?tim=${encodeURIComponent(name)}`);

const expectOnBoard = async (page: Page, name: string, state: string): Promise<void> => {
  await board(page, name);
  await page
    .getByRole('region', { name: `${state}: 1` })
    .getByRole('link', { name })
    .waitFor();
};

const openTask = async (page: Page, name: string): Promise<void> => {
  await board(page, name);
  await page.getByRole('link', { name }).click();
  await page.getByRole('heading', { level: 1, name: new RegExp(name, 'u') }).waitFor();
};

const choose = async (page: Page, label: string, words: string, within = page.locator('main')) => {
  const field = within.getByRole('combobox', { name: label }).or(within.getByLabel(label)).first();
  await field.click();
  await field.fill(words);
  await page.getByRole('option', { name: words, exact: true }).click();
  await page.keyboard.press('Escape');
};

/** The coordinator enters what the chairman concluded: two tasks with a day, one that waits for an event. */
const enterConclusion = async ({ page }: Visit): Promise<void> => {
  await page.getByLabel('Số, ký hiệu').fill('216/TB-UBND');
  await page.getByLabel('Ngày ban hành').fill(dayFromNow(-2));
  await choose(page, 'Cơ quan ban hành', 'Ủy ban nhân dân tỉnh');
  await page.getByLabel('Trích yếu').fill('Kết luận tại cuộc họp Ban Chỉ đạo về chuyển đổi số');
  const tasks = [
    [REVIEWED, `ngày ${inFigures(dayFromNow(60))}`, 'hạn cuối'],
    [TRAINED, `ngày ${inFigures(dayFromNow(90))}`, 'hạn cuối'],
    [CONNECTED, 'sau khi Bộ Tư pháp ban hành hướng dẫn', 'chờ một sự kiện'],
  ] as const;
  for (const [place, [name, due, understood]] of tasks.entries()) {
    if (place > 0) await page.getByRole('button', { name: 'Thêm nhiệm vụ' }).click();
    const fields = page.getByRole('group', { name: `Nhiệm vụ ${String(place + 1)}`, exact: true });
    await fields.getByLabel('Nội dung nhiệm vụ').fill(name);
    await choose(page, 'Cơ quan chủ trì', 'Sở Tư pháp', fields);
    await fields.getByLabel('Thời hạn').fill(due);
    await fields.getByText(new RegExp(understood, 'u')).waitFor();
  }
  await page.getByRole('button', { name: 'Đưa vào sổ nhiệm vụ' }).click();
  await page.waitForURL(/van-ban\/.+/u);
};

interface Said {
  readonly percent: string;
  readonly words: string;
  readonly file?: string;
}

const report = async (page: Page, name: string, { percent, words, file }: Said): Promise<void> => {
  await openTask(page, name);
  const form = page.getByRole('group', { name: 'Báo cáo tiến độ' });
  await form.getByLabel('Tỷ lệ hoàn thành (%)').fill(percent);
  await form.getByLabel('Đã làm gì').fill(words);
  if (file !== undefined) {
    const buffer = Buffer.from(pdfFile(file));
    await form
      .locator('input[type="file"]')
      .setInputFiles({ name: file, mimeType: 'application/pdf', buffer });
    await form.getByText('1 minh chứng kèm theo').waitFor();
  }
  await form.getByRole('button', { name: 'Gửi báo cáo' }).click();
  await form.getByRole('status').waitFor();
  await page.getByRole('listitem').filter({ hasText: words }).waitFor();
};

const decide = async (page: Page, name: string, step: string, said: Record<string, string>) => {
  await openTask(page, name);
  const form = page.getByRole('group', { name: /^Quyết định/u });
  for (const [label, words] of Object.entries(said)) await form.getByLabel(label).fill(words);
  await form.getByRole('button', { name: step, exact: true }).click();
  await form.waitFor({ state: 'detached' });
};

const askExtension = async (page: Page, name: string, until: string, reason: string): Promise<void> => {
  await openTask(page, name);
  await page.getByText('Xin gia hạn', { exact: true }).click();
  await page.getByLabel('Gia hạn đến').fill(until);
  await page.getByLabel('Lý do').fill(reason);
  await page.getByRole('button', { name: 'Gửi đề nghị' }).click();
  await page.getByRole('listitem').filter({ hasText: reason }).waitFor();
};

const recordEvent = async (page: Page, name: string, day: string, dueDay: string): Promise<void> => {
  await openTask(page, name);
  const form = page.getByRole('form', { name: 'Ghi nhận sự kiện' });
  await form.getByLabel('Ngày diễn ra sự kiện').fill(day);
  await form.getByLabel('Hạn hoàn thành theo sự kiện').fill(dueDay);
  await form.getByRole('button', { name: 'Ghi nhận' }).click();
  await form.waitFor({ state: 'detached' });
};

/** Opens what waits for the person by the bell. */
const followBell = async (page: Page, name: RegExp): Promise<void> => {
  await open(page, '/thong-bao');
  await page.getByRole('button', { name: /^Thông báo/u }).click();
  await page.getByRole('link', { name }).first().click();
  await page.getByRole('heading', { level: 1 }).waitFor();
};

const move = async (page: Page, step: string, said: Record<string, string>): Promise<void> => {
  await page.locator('summary', { hasText: step }).click();
  const form = page.getByRole('group', { name: step });
  for (const [label, words] of Object.entries(said)) await form.getByLabel(label).fill(words);
  await form.getByRole('button', { name: step }).click();
  await form.waitFor({ state: 'detached' });
};

/** Raised from a task, forwarded with a proposal, ruled by the province, told by the bell, accepted. */
const solveDifficulty = async (officer: Page, coordinator: Page, leader: Page): Promise<void> => {
  await openTask(officer, TRAINED);
  await officer.getByRole('link', { name: 'Nêu khó khăn, vướng mắc' }).click();
  await officer.getByLabel('Nội dung khó khăn, vướng mắc').fill('Chưa bố trí kinh phí tập huấn.');
  await officer.getByLabel('Đề nghị trả lời trước hoặc trong ngày').fill(dayFromNow(10));
  await officer.getByRole('button', { name: 'Gửi khó khăn, vướng mắc' }).click();
  await officer.waitForURL(/kho-khan\/[0-9a-f-]{36}/u);
  await followBell(coordinator, /Cần trả lời khó khăn của Sở Tư pháp/u);
  await move(coordinator, 'Trình UBND tỉnh', { 'Đề xuất hướng giải quyết': 'Dùng nguồn sự nghiệp.' });
  await followBell(leader, /Cần trả lời khó khăn của Sở Tư pháp/u);
  const ruling = { 'Ý kiến chỉ đạo': 'Đồng ý.', 'Văn bản (số, ngày)': 'Thông báo số 220/TB-UBND' };
  await move(leader, 'Ghi ý kiến chỉ đạo của UBND tỉnh', ruling);
  await followBell(officer, /Khó khăn của Sở Tư pháp đã được trả lời/u);
  await officer.getByText('Đồng ý.').first().waitFor();
  expect(await listAccessibilityViolations(officer)).toEqual([]);
  await move(officer, 'Chấp nhận câu trả lời', {});
};

/** As many tasks as make the report on all plans too long to be waited for. */
const enterManyTasks = (page: Page): Promise<readonly number[]> =>
  page.evaluate(async (issueDate) => {
    const statuses: number[] = [];
    for (let place = 0; place < 7; place += 1) {
      const tasks = Array.from({ length: 200 }, (_, one) => ({
        ...{ name: `Việc ${String(one)} của phụ lục ${String(place)}`, finding: null, expectedResult: null },
        ...{ leads: ['SNV'], coordinating: [], due: 'Quý IV/2099' },
      }));
      const document = { kind: 'letter', docNumber: `${String(900 + place)}/UBND`, issuer: 'DONG_THAP' };
      const subject = `Về việc giao nhiệm vụ theo phụ lục ${String(place)}`;
      const answer = await fetch('/api/v1/directives', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...document, issueDate, subject, tasks }),
      });
      statuses.push(answer.status);
    }
    return statuses;
  }, dayFromNow(-2));

/** What is written in a file that the page offers. */
const readFileOf = async (page: Page, link: string): Promise<string> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: link }).click(),
  ]);
  const fileName = download.suggestedFilename();
  const read = await readSourceFile({ fileName, bytes: await readFile(await download.path()) });
  if (isRefusal(read)) throw new Error(`${fileName}: ${read.code}`);
  // Lines of a PDF break where the paper ends.
  return read.text.replace(/\s+/gu, ' ');
};

const reportOnQuarter = async (page: Page): Promise<void> => {
  await open(page, '/van-ban-hanh-chinh');
  const form = page.getByRole('form', { name: 'Lập văn bản' });
  await form.getByLabel('Loại văn bản').selectOption({ label: 'Báo cáo kết quả thực hiện kế hoạch' });
  await form.getByRole('button', { name: 'Lập văn bản' }).click();
  await page.getByText('Có thể rời trang này', { exact: false }).waitFor();
  await page.waitForURL(/van-ban-hanh-chinh\/[0-9a-f-]{36}/u);
  await page.getByRole('heading', { level: 1, name: /^Báo cáo/u }).waitFor();
};

test('tasks of a conclusion are reported, confirmed, sent back, extended, begun and helped, and the quarterly report tells of them', async () => {
  const coordinator = await journey.visit('/nhap-van-ban/chi-dao', { as: 'coordinator' });
  const manager = coordinator.page;
  await enterConclusion(coordinator);

  const reporter = await journey.signInAs('stp-can-bo');
  const officer = reporter.page;
  await expectOnBoard(officer, REVIEWED, 'Chưa đến hạn');
  await report(officer, REVIEWED, { percent: '60', words: 'Đã rà soát 60 thủ tục', file: 'danh-muc.pdf' });
  await officer.getByRole('link', { name: 'danh-muc' }).waitFor();
  await expectOnBoard(officer, REVIEWED, 'Đang thực hiện');
  await report(officer, REVIEWED, { percent: '100', words: 'Đã rà soát cả 100 thủ tục' });
  await report(officer, TRAINED, { percent: '100', words: 'Đã tập huấn hai lớp' });

  await open(manager, '/nhiem-vu?cho=xac-nhan&co-quan=STP');
  await manager.getByRole('link', { name: REVIEWED }).waitFor();
  await decide(manager, REVIEWED, 'Xác nhận', {});
  await decide(manager, TRAINED, 'Trả lại', { 'Ý kiến, lý do': 'Mới tập huấn hai trong năm lớp.' });
  await expectOnBoard(manager, REVIEWED, 'Hoàn thành đúng hạn');

  await followBell(officer, /Báo cáo nhiệm vụ của Sở Tư pháp bị trả lại/u);
  await officer.getByText('Mới tập huấn hai trong năm lớp.').waitFor();
  await askExtension(officer, TRAINED, dayFromNow(120), 'Chờ kinh phí cho ba lớp còn lại.');
  await decide(manager, TRAINED, 'Cho gia hạn', { 'Văn bản (số, ngày)': 'Công văn số 77/UBND-KGVX' });
  await officer.reload();
  await officer.getByText('Công văn số 77/UBND-KGVX').waitFor();
  await officer
    .getByText(inFigures(dayFromNow(120)))
    .first()
    .waitFor();

  await open(manager, `/nhiem-vu?cho=su-kien&tim=${encodeURIComponent(CONNECTED)}`);
  await manager.getByText('sau khi Bộ Tư pháp ban hành hướng dẫn').waitFor();
  await recordEvent(manager, CONNECTED, dayFromNow(-1), dayFromNow(80));
  await expectOnBoard(manager, CONNECTED, 'Chưa đến hạn');
  await manager.getByText(`hạn ${inFigures(dayFromNow(80))}`).waitFor();
  expect(await listAccessibilityViolations(manager)).toEqual([]);
  await takeScreenshot(manager, 'task-board');

  const ruler = await journey.signInAs('lanh-dao');
  await solveDifficulty(officer, manager, ruler.page);

  expect(await enterManyTasks(manager)).toEqual(Array(7).fill(200));
  const people = [coordinator, reporter, ruler];
  expect(people.flatMap(({ complaints }) => complaints)).toEqual([]);
  await reportOnQuarter(manager);
  await takeScreenshot(manager, 'quarterly-report');
  for (const link of ['Tải bản Word (.docx)', 'Tải bản PDF']) {
    const text = await readFileOf(manager, link);
    expect(text).toMatch(/CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM/u);
    const due = `Ngày ${inFigures(dayFromNow(60))}`;
    const told = '100%. Đã rà soát cả 100 thủ tục';
    expect(text).toContain(`${REVIEWED} | Sở Tư pháp | ${due} | ${told} | Hoàn thành đúng hạn`);
    expect(text).toMatch(/Thông báo kết luận số 216\/TB-UBND ngày \S+ \| 3 \| 1 \| 2 \| 0 \| 0 \| 33,3%/u);
  }
  for (const visit of people) await visit.close();
}, 180_000);
