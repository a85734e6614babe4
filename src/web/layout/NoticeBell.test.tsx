import { fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { renderPage } from '#web/test/render-page.tsx';
import { NoticeBell } from './NoticeBell.tsx';

afterEach(() => vi.unstubAllGlobals());

const NOTICES = {
  items: [
    {
      place: { kind: 'submission', id: 's1', organization: null },
      ...{ kind: 'returned', title: 'Quý IV', at: '2026-11-22T02:00:00Z' },
      organization: { code: 'STP', name: 'Sở Tư pháp' },
      ...{ reason: 'Thiếu phụ lục', isLate: false, isNew: true },
    },
  ],
  ...{ total: 1, fresh: 1 },
};

const REMINDED = {
  items: [
    {
      ...{ kind: 'task', id: 't1', name: 'Kho dữ liệu', document: null, period: '', lastDay: '2026-11-20' },
      ...{ organization: { code: 'STP', name: 'Sở Tư pháp' }, isLate: true, audience: 'officer' },
      ...{ isDuty: true, toldAt: '2026-11-22T02:00:00Z', isNew: true },
    },
  ],
  ...{ total: 4, late: 1, fresh: 2, toldAt: '2026-11-22T02:00:00Z' },
};

const answer = (permittedActions: readonly string[]) => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address);
    const account = { username: 'sen', displayName: 'Sen' };
    const session = { account, holdings: [], permittedActions, pendingStep: null };
    const answers = [
      ['/session', session],
      ['/notices', NOTICES],
      ['/own-reminders', REMINDED],
    ] as const;
    const [, found] = answers.find(([path]) => address.includes(path)) ?? [];
    return Promise.resolve(Response.json(found));
  });
  return asked;
};

it('says how many wait, opens the list, and Esc gives the focus back', async () => {
  answer(['submission.write']);
  await renderPage(<NoticeBell />);
  const bell = await screen.findByRole('button', { name: 'Thông báo: 3 việc mới' });
  fireEvent.click(bell);
  const link = screen.getByRole('link', { name: /Báo cáo của Sở Tư pháp bị trả lại/u });
  expect(link.getAttribute('href')).toBe('/bao-cao/s1');
  const reminded = screen.getByRole('link', { name: /4 việc đang được nhắc, 1 việc quá hạn/u });
  expect(reminded.getAttribute('href')).toBe('/thong-bao');
  expect(screen.getByText('Thiếu phụ lục')).toBeTruthy();
  fireEvent.keyDown(window, { key: 'Escape' });
  expect(screen.queryByText('Thiếu phụ lục')).toBeNull();
  expect(document.activeElement).toBe(bell);
});

it('asks for no reports of whoever fills in none', async () => {
  const asked = answer(['execution.read']);
  await renderPage(<NoticeBell />);
  await screen.findByRole('button', { name: 'Thông báo: 2 việc mới' });
  expect(asked.some((address) => address.includes('/notices'))).toBe(false);
});

it('is not there for who has no part in tasks and reports, and asks nothing', async () => {
  const asked = answer(['index.read']);
  await renderPage(<NoticeBell />);
  await vi.waitFor(() => {
    expect(asked).toHaveLength(1);
  });
  expect(screen.queryByRole('button')).toBeNull();
  expect(asked.some((address) => address.includes('/notices'))).toBe(false);
});
