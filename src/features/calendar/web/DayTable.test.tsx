import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { plainDate } from '#core/kernel/plain-date.ts';
import type { CalendarDay } from '#features/calendar/contract.ts';
import { renderPage } from '#web/test/render-page.tsx';
import { DayTable } from './DayTable.tsx';
import { useEnterDay } from './queries.ts';

const entered: CalendarDay = {
  ...{ day: plainDate('2026-12-24'), kind: 'entered-off', holiday: null, basis: null },
  ...{ reason: 'Thông báo 123/TB-SNV', enteredAt: '2026-11-29T05:00:00.000Z' },
};

vi.stubGlobal('fetch', async () =>
  Promise.resolve(new Response('{}', { headers: { 'content-type': 'application/json' } })),
);

const EnteredDays = () => <DayTable items={[entered]} mayEnter entry={useEnterDay()} />;

it('announces that a day was withdrawn, and gives the focus of its button to what says so', async () => {
  await renderPage(<EnteredDays />);
  fireEvent.click(screen.getByRole('button', { name: 'Bỏ ngày 24/12/2026 đã nhập' }));
  await waitFor(() => {
    const notice = screen.getByText(/Đã bỏ ngày 24\/12\/2026/u).closest('[aria-live]');
    expect(document.activeElement).toBe(notice);
  });
});
