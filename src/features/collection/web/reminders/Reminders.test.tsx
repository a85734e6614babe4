import { fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { renderPage } from '#web/test/render-page.tsx';
import { vi as words } from './messages.vi.ts';
import { Reminders } from './Reminders.tsx';

afterEach(() => {
  vi.unstubAllGlobals();
});

const reminder = (isRead: boolean) => ({
  id: 'r1',
  round: { id: 'd1', title: 'Quý II/2026', lastDay: '2026-05-19', isLate: true },
  organization: { code: 'STP', name: 'Sở Tư pháp' },
  ...{ submissionId: 's1', sentAt: '2026-05-21T02:00:00Z', sentBy: 'Điều phối', isRead },
});

describe('reminders', () => {
  it('say what is late and who reminded, and stay when they have been read', async () => {
    let isRead = false;
    vi.stubGlobal('fetch', async (_address: string, init: RequestInit) => {
      if (init.method === 'POST') isRead = true;
      return Response.json({ items: [reminder(isRead)], total: 1, unread: isRead ? 0 : 1 });
    });
    await renderPage(<Reminders />);
    await screen.findByText(words.late('Quý II/2026', 'Sở Tư pháp'));
    expect(screen.getByText(words.unread)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: words.read }));
    await vi.waitFor(() => {
      expect(screen.queryByText(words.unread)).toBeNull();
    });
    expect(screen.getByText(words.late('Quý II/2026', 'Sở Tư pháp'))).toBeTruthy();
  });
});
