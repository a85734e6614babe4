import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { plainDate } from '#core/kernel/plain-date.ts';
import { renderPage } from '#web/test/render-page.tsx';
import { concerningTask } from './test/concerning-task.ts';
import { ToDoFirst } from './ToDoFirst.tsx';

const overdue = (index: number) =>
  concerningTask({
    index,
    name: `Nhiệm vụ ${String(index)}`,
    state: 'overdue',
    lastDay: plainDate('2025-12-31'),
    roles: index % 2 === 0 ? ['lead'] : ['coordinating'],
    ...(index > 1 && { group: 'Các sở, ban, ngành tỉnh' }),
  });
const soon = concerningTask({
  index: 99,
  name: 'Nhiệm vụ sắp đến hạn',
  state: 'due-soon',
  lastDay: plainDate('2026-12-10'),
  roles: ['lead'],
});
const late = Array.from({ length: 11 }, (_, index) => overdue(index));
const countRows = (): number => document.querySelectorAll('tbody tr').length;

describe('what an agency has to do first', () => {
  it('says of each item the last day, the state, the role in words and the document', async () => {
    await renderPage(<ToDoFirst items={late} />);
    const rowOf = (name: string) => within(screen.getByRole('row', { name: new RegExp(`${name} `, 'u') }));
    const first = rowOf('Nhiệm vụ 0');
    expect(first.getByText(/31\/12\/2025/u)).toBeTruthy();
    expect(first.getByText('Quá hạn')).toBeTruthy();
    expect(first.getByText('chủ trì')).toBeTruthy();
    expect(first.getByText('Quyết định 501/QĐ-UBND')).toBeTruthy();
    expect(first.getByRole('link', { name: 'Nhiệm vụ 0' }).getAttribute('href')).toContain('/ke-hoach/');
    expect(rowOf('Nhiệm vụ 2').getByText('chủ trì qua Các sở, ban, ngành tỉnh')).toBeTruthy();
    expect(rowOf('Nhiệm vụ 3').getByText('phối hợp qua Các sở, ban, ngành tỉnh')).toBeTruthy();
  });

  it('says how many it leads, as the title counts them, and how many it helps with', async () => {
    await renderPage(<ToDoFirst items={[...late, soon]} />);
    expect(screen.getByText(/^Quá hạn: /u).textContent).toBe(
      'Quá hạn: 11 mục (chủ trì 6, phối hợp 5). Sắp đến hạn: 1 mục.',
    );
  });

  it('shows ten, all when asked for or on paper', async () => {
    await renderPage(<ToDoFirst items={[...late, soon]} />);
    expect(countRows()).toBe(10);
    act(() => void window.dispatchEvent(new Event('beforeprint')));
    expect(countRows()).toBe(12);
    act(() => void window.dispatchEvent(new Event('afterprint')));
    expect(countRows()).toBe(10);
    fireEvent.click(screen.getByRole('button', { name: 'Hiện tất cả 12 mục' }));
    expect(countRows()).toBe(12);
  });

  it('says so when only the near days count, or nothing at all', async () => {
    const { unmount } = await renderPage(<ToDoFirst items={[soon]} />);
    expect(screen.getByText('Không có mục quá hạn. Sắp đến hạn: 1 mục.')).toBeTruthy();
    unmount();
    await renderPage(<ToDoFirst items={[]} />, 'en');
    expect(screen.getByText('Nothing is overdue or due soon.')).toBeTruthy();
    expect(countRows()).toBe(0);
  });
});
