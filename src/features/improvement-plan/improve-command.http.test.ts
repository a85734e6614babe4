import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '#test/api.ts';
import { runCommand } from '#test/command.ts';
import { register } from './cli.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
});
afterAll(() => api.close());

const run = (...words: readonly string[]) => runCommand(register, api, 'improve', ...words);

it('prints the cheapest plan to the goal that the plan of the province states, with its proof', async () => {
  const { text, value } = await run('--alternatives', '1');
  expect(text).toContain('Phương án cải thiện – Tỉnh Đồng Tháp, năm 2025');
  expect(text).toContain('Hiện có ít nhất 625,64 điểm, còn thiếu 74,36 điểm để đạt 700.');
  expect(text).toMatch(/^6\.4 +57,6 % +60 % +20,00 +4,16 +Tỷ lệ dịch vụ công trực tuyến toàn trình$/m);
  expect(text).toContain('Chứng minh tối ưu: không phương án nào dưới 159,1 đơn vị công sức.');
  expect(value).toMatchObject({ goal: '700', plans: [{ effort: '159.11' }, {}] });
});

it('takes a budget, efforts and limits', async () => {
  const { text } = await run('--budget', '12,5', '--limit', '6.4=0', '--effort', '4.2=1', '--language', 'en');
  expect(text).toContain('With at most 12.5 units of effort');
  expect(text).toMatch(/^4\.2 +4\.2 % +10 %/m);
  expect(text).not.toMatch(/^6\.4 /m);
});

it('refuses what can not be reached by name, and amounts that are none', async () => {
  expect((await run('--goal', '999')).refusals).toMatchObject([
    { code: 'improvement-plan.goal-unreachable' },
  ]);
  await expect(run('--goal', 'nhiều')).rejects.toMatchObject({ code: 'commander.invalidArgument' });
  await expect(run('--effort', '4.2')).rejects.toMatchObject({ code: 'commander.invalidArgument' });
  await expect(run('--goal', '700', '--budget', '3')).rejects.toMatchObject({
    code: 'commander.conflictingOption',
  });
});
