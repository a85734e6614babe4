import { fireEvent, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { renderPage } from '#web/test/render-page.tsx';
import { OwnTasks } from './OwnTasks.tsx';

const answer = (body: object, status = 200): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': status === 200 ? 'application/json' : 'application/problem+json' },
  });

const session = { permittedActions: ['execution.report'], account: null };
const board = {
  ...{ today: '2026-11-28', total: 1 },
  columns: [
    {
      ...{ state: 'overdue', total: 1 },
      items: [
        {
          ...{
            id: '019aa000-0000-7000-8000-000000000001',
            name: 'Số hóa sổ hộ tịch',
            waits: ['confirmation'],
          },
          ...{ organization: { code: 'STP', name: 'Sở Tư pháp' }, lastDay: '2026-11-27' },
        },
      ],
    },
  ],
};

it('says that tasks could not be loaded instead of that there are none, and tries again', async () => {
  let isBroken = true;
  const asked: string[] = [];
  vi.stubGlobal('fetch', (input: string | URL) => {
    asked.push(String(input));
    if (String(input).includes('/session')) return Promise.resolve(answer(session));
    return Promise.resolve(
      isBroken ? answer({ code: 'server.error', status: 500, title: '' }, 500) : answer(board),
    );
  });
  await renderPage(<OwnTasks />);
  expect(await screen.findByRole('alert')).toBeTruthy();
  isBroken = false;
  fireEvent.click(screen.getByRole('button', { name: 'Thử lại' }));
  expect(await screen.findByText('Số hóa sổ hộ tịch')).toBeTruthy();
  expect(screen.getByText('hạn 27/11/2026 · chờ xác nhận')).toBeTruthy();
  expect(asked.some((address) => address.includes('whose=own'))).toBe(true);
});
