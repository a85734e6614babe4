import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { LineView } from '#features/execution/task-contract.ts';
import NotificationArea from '#web/layout/NotificationArea.tsx';
import { renderPage } from '#web/test/render-page.tsx';
import { readExecutionAddress } from './execution-address.ts';
import { PartPanel } from './PartPanel.tsx';

const TASK = '019aa000-0000-7000-8000-000000000001';
const line = (change: Partial<LineView> = {}): LineView =>
  ({
    ...{ organization: { code: 'STP', name: 'Sở Tư pháp' }, role: 'lead', state: 'overdue', percent: '100' },
    ...{ lastDay: '2026-10-31', lateAfter: '2026-11-02', doneOn: null, isPaused: false, version: 3 },
    ...{ history: [], mayReport: false, mayDecide: false },
    occurrences: [
      {
        ...{
          period: '',
          isMilestone: false,
          state: 'overdue',
          lastDay: '2026-10-31',
          lateAfter: '2026-11-02',
          doneOn: null,
        },
        ...{
          percent: '100',
          awaitsConfirmation: true,
          awaitsExtension: false,
          isSentBack: false,
          askedDay: null,
        },
      },
    ],
    ...change,
  }) as LineView;

const sent: { path: string; body: Record<string, unknown> }[] = [];
vi.stubGlobal('fetch', async (input: string | URL, init?: RequestInit) => {
  if (init?.method === 'POST' && typeof init.body === 'string') {
    sent.push({ path: String(input), body: JSON.parse(init.body) as Record<string, unknown> });
  }
  const answer = { items: [], total: 0, added: null, limitBytes: 1 };
  return Promise.resolve(
    new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/json' } }),
  );
});
afterEach(() => {
  sent.length = 0;
});

it('lets the coordinator send back only with a reason, and confirm without one', async () => {
  await renderPage(
    <>
      <PartPanel taskId={TASK} line={line({ mayDecide: true })} today="2026-11-28" />
      <NotificationArea />
    </>,
  );
  fireEvent.click(screen.getByText('Trả lại'));
  expect(screen.getByText('Nhập lý do.')).toBeTruthy();
  expect(sent).toEqual([]);
  fireEvent.click(screen.getByText('Xác nhận'));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]?.body).toMatchObject({ kind: 'confirm', organization: 'STP', version: 3, reason: null });
  // The form is gone by then: a screen reader is told by the message.
  expect((await screen.findByRole('alert')).textContent).toContain('Đã xác nhận hoàn thành.');
});

it('takes a percentage as it is typed here, refuses one beyond 100, and asks for the day when all is done', async () => {
  await renderPage(<PartPanel taskId={TASK} line={line({ mayReport: true })} today="2026-11-28" />);
  const percent = screen.getByLabelText(/Tỷ lệ hoàn thành/u);
  fireEvent.change(percent, { target: { value: '120' } });
  fireEvent.click(screen.getByText('Gửi báo cáo'));
  expect(screen.getByText('Nhập một số từ 0 đến 100.')).toBeTruthy();
  expect(sent).toEqual([]);
  fireEvent.change(percent, { target: { value: '100' } });
  expect(screen.getByLabelText(/Ngày hoàn thành/u)).toBeTruthy();
  fireEvent.change(percent, { target: { value: '33,5' } });
  fireEvent.click(screen.getByText('Gửi báo cáo'));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]?.body).toMatchObject({ percent: '33.5', words: null, version: 3, evidence: [] });
});

it('reads from an address what it asks for and leaves out what means nothing', () => {
  const address = readExecutionAddress({
    ...{ xem: 'lich', thang: '2026-12', 'trang-thai': 'qua-han', cho: 'gia-han', tuan: 'nay', trang: '3' },
    ...{ 'tu-ngay': '2026-02-30', 'ke-hoach': 'x' },
  });
  expect(address).toEqual({
    ...{ view: 'calendar', month: '2026-12', page: 3 },
    filter: { state: 'overdue', waits: 'extension', week: 'this' },
  });
});
