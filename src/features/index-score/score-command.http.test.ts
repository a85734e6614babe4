import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '#test/api.ts';
import { runCommand } from '#test/command.ts';
import { register } from './cli.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
});
afterAll(() => api.close());

const run = (...words: readonly string[]) => runCommand(register, api, 'score', ...words);

it('prints the eight main indicators with the range, the goal and the forecast', async () => {
  const { text } = await run();
  expect(text).toContain('Điểm theo quy tắc: 625,64–646,82 / 1000 · mục tiêu 700 · kế hoạch dự kiến 817,41');
  expect(text).toContain('Tỉnh Tiền Giang 596,03; Tỉnh Đồng Tháp (cũ) 624,80; trung bình 610,415');
  expect(text).toMatch(/^7 +69,82–87,60 +150,00 +62,40–80,18 +110,00 +Hoạt động kinh tế số$/m);
  expect(text).toContain('Kế hoạch dự kiến cao hơn 170,59 điểm');
});

it('explains a component step by step, in either language', async () => {
  const vi = await run('--explain', '6.5');
  expect(vi.text).toContain('6.5 Tỷ lệ hồ sơ nộp trực tuyến: 14,91 / 20');
  expect(vi.text).toContain('0,745625 × 20\u00A0điểm = 14,9125\u00A0điểm');
  expect(vi.text).toContain('in 14,91 · quy tắc cho 14,91 · khớp');
  const en = await run('--explain', '8.1', '--language', 'en');
  const worded = await run('--explain', '7.5');
  expect(worded.text).toContain('in 9,79 · theo cách văn bản ghi được 11,57 · không khớp');
  expect(en.text).toContain('printed 45.49 · the rule gives 41.46 · not given');
});

it('gives machines the same view as the API', async () => {
  const { value } = await run('--year', '2025', '--subject', 'DONG_THAP');
  expect(value).toMatchObject({ points: { low: '625.64', high: '646.82' }, openIndicators: 3 });
});

it('refuses what it does not know, in the words of the command line', async () => {
  const component = await run('--explain', '9.9');
  expect(component.refusals).toMatchObject([{ code: 'record.not-found' }]);
  expect(component.text).toContain('No indicator 9.9; `score` lists them');
  const year = await run('--year', '2019');
  expect(year.refusals).toMatchObject([{ code: 'record.not-found' }]);
  expect(year.text).toContain('No data for this framework, unit or year');
});
