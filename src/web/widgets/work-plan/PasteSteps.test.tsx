import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { plainDate } from '#core/kernel/plain-date.ts';
import type { WorkPlan } from '#features/work-plan/contract.ts';
import { renderPage } from '#web/test/render-page.tsx';
import { PasteSteps } from './PasteSteps.tsx';

const plan = {
  ...{ organization: { code: 'STP', name: 'Sở Tư pháp' }, today: plainDate('2026-11-22'), taskLastDay: null },
  task: { id: '019aa000-0000-7000-8000-000000000001', name: 'Xây dựng kho dữ liệu', isEnded: false },
  ...{ done: 0, overdue: 0, steps: [], handed: [], takenOver: [], mayWrite: true },
  people: [{ id: '019aa000-0000-7000-8000-000000000002', name: 'Nguyễn Thị Lan' }],
  partners: [{ code: 'SNV', name: 'Sở Nội vụ' }],
} satisfies WorkPlan;

const sent: { steps: Record<string, unknown>[] }[] = [];
vi.stubGlobal('fetch', async (_input: string | URL, init?: RequestInit) => {
  if (typeof init?.body === 'string') sent.push(JSON.parse(init.body) as (typeof sent)[number]);
  return Promise.resolve(
    new Response(JSON.stringify(plan), { headers: { 'content-type': 'application/json' } }),
  );
});
afterEach(() => {
  sent.length = 0;
});

const paste = (text: string): void => {
  fireEvent.change(screen.getByLabelText('Các dòng đã sao chép'), { target: { value: text } });
};

it('shows rows of Excel to be looked through, names what is wrong by row and column, and adds them all at once', async () => {
  await renderPage(<PasteSteps plan={plan} />);
  paste(
    [
      'STT\tNội dung công việc\tHạn hoàn thành\tNgười thực hiện\tGiao cho cơ quan',
      '1\tKhảo sát\t20/12/2026\tNguyễn Thị Lan\t',
      '2\tTrình dự thảo\t31/02/2027\tTổ CĐS\tSở Nội vụ',
    ].join('\r\n'),
  );
  expect(screen.getByText(/Đọc được 2 việc.*Dòng đầu được nhận là tiêu đề/u)).toBeTruthy();
  const day = screen.getByLabelText('Dòng 2, Hạn');
  expect(screen.getByText(/Không phải một ngày có trong lịch/u)).toBeTruthy();
  fireEvent.click(screen.getByText('Thêm 2 việc'));
  expect(screen.getByRole('alert').textContent).toContain('1 dòng cần sửa');
  expect(sent).toEqual([]);
  fireEvent.change(day, { target: { value: '28/02/2027' } });
  fireEvent.click(screen.getByText('Thêm 2 việc'));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]?.steps).toMatchObject([
    { name: 'Khảo sát', lastDay: '2026-12-20', assigneeId: plan.people[0]?.id, handedTo: null },
    { name: 'Trình dự thảo', lastDay: '2027-02-28', assigneeWords: 'Tổ CĐS', handedTo: 'SNV' },
  ]);
});

it('takes no more rows than a plan holds, and says so', async () => {
  await renderPage(<PasteSteps plan={plan} />);
  paste(Array.from({ length: 500 }, (_, place) => `Việc ${String(place)}\t20/12/2026`).join('\n'));
  expect(screen.getByRole('alert').textContent).toContain(
    'Đã dán 500 dòng. Một kế hoạch có nhiều nhất 200 việc',
  );
  expect(screen.queryByText(/^Thêm/u)).toBeNull();
});
