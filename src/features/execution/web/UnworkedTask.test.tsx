import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { ProblemError } from '#web/api/problem-error.ts';
import { renderPage } from '#web/test/render-page.tsx';
import { UnworkedTask } from './UnworkedTask.tsx';

const TASK = '019aa000-0000-7000-8000-000000000001';
const document = { id: TASK, docType: 'Kế hoạch', docNumber: '12/KH-UBND', subjectLine: null };

const said = {
  ...{
    id: 'su-kien',
    kind: 'report',
    period: '',
    percent: '40',
    words: 'Đã rà soát 12 thủ tục',
    result: null,
  },
  ...{ reason: null, document: null, day: null, dueDay: null, by: 'Cán bộ', at: '2026-11-02T03:00:00Z' },
  evidence: [],
};
const histories = [{ organization: { code: 'STP', name: 'Sở Tư pháp' }, history: [said] }];

const answerOf = (path: string, ended: object | null): object => {
  if (path.includes('/plan-items/')) return { item: { name: 'Rà soát thủ tục' }, ended };
  return { items: path.includes('/histories') ? histories : [] };
};

const show = async (ended: object | null): Promise<void> => {
  vi.stubGlobal('fetch', (input: string | URL) =>
    Promise.resolve(
      new Response(JSON.stringify(answerOf(String(input), ended)), {
        headers: { 'content-type': 'application/json' },
      }),
    ),
  );
  const error = new ProblemError('record.not-found', { kind: 'task', code: TASK });
  await renderPage(<UnworkedTask id={TASK} error={error} onRetry={() => undefined} />);
};

it('says which document has ended a task, from when, and what was reported before', async () => {
  await show({ document, on: '2026-11-20' });
  expect(
    await screen.findByText(/^Kế hoạch 12\/KH-UBND chấm dứt nhiệm vụ này từ ngày 20\/11\/2026/u),
  ).toBeTruthy();
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Đã chấm dứt: Rà soát thủ tục');
  expect(await screen.findByRole('heading', { name: 'Báo cáo, quyết định: Sở Tư pháp' })).toBeTruthy();
  expect(screen.getByText('Đã rà soát 12 thủ tục')).toBeTruthy();
  expect(screen.queryByText('Không tìm thấy nội dung này.')).toBeNull();
});

it('says that a task that nothing has ended is not there', async () => {
  await show(null);
  expect(await screen.findByText('Không tìm thấy nội dung này.')).toBeTruthy();
});
