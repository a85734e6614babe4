import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { plainDate } from '#core/kernel/plain-date.ts';
import type { DifficultyView } from '#features/difficulty/contract.ts';
import { renderPage } from '#web/test/render-page.tsx';
import { readDifficultyAddress } from './difficulty-address.ts';
import { MoveForm } from './MoveForm.tsx';

const ID = '019aa000-0000-7000-8000-000000000001';
const difficulty = (change: Partial<DifficultyView> = {}): DifficultyView => ({
  ...{ id: ID, organization: { code: 'STP', name: 'Sở Tư pháp' }, kind: 'funding', words: 'Thiếu kinh phí' },
  about: { kind: 'task', id: ID, name: 'Số hóa hồ sơ', isEnded: false, item: null },
  ...{
    state: 'open',
    holder: 'coordinator',
    holderOrganization: null,
    dueDay: plainDate('2026-11-20'),
    isOverdue: true,
  },
  ...{
    raisedAt: '2026-11-01T02:00:00Z',
    answeredAt: null,
    suggestion: null,
    today: plainDate('2026-11-28'),
    version: 3,
  },
  ...{ moves: ['answer', 'forward'], history: [], ...change },
});

const sent: { path: string; body: Record<string, unknown> }[] = [];
vi.stubGlobal('fetch', async (input: string | URL, init?: RequestInit) => {
  if (init?.method === 'POST' && typeof init.body === 'string') {
    sent.push({ path: String(input), body: JSON.parse(init.body) as Record<string, unknown> });
  }
  return Promise.resolve(Response.json(difficulty()));
});
afterEach(() => {
  sent.length = 0;
});

const press = (label: string): void => {
  fireEvent.click(screen.getByRole('button', { name: label, hidden: true }));
};

it('answers in words alone, with the document that it names, at the version that was seen', async () => {
  await renderPage(<MoveForm difficulty={difficulty()} move="answer" />);
  press('Trả lời');
  expect(screen.getByText('Nhập nội dung.')).toBeTruthy();
  expect(sent).toEqual([]);
  fireEvent.change(screen.getByLabelText(/Nội dung trả lời/u), { target: { value: 'Đã bố trí' } });
  fireEvent.change(screen.getByLabelText(/Văn bản/u), { target: { value: '12/STC-NS' } });
  press('Trả lời');
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]?.path).toContain(`/difficulties/${ID}/answers`);
  expect(sent[0]?.body).toMatchObject({
    move: 'answer',
    words: 'Đã bố trí',
    document: '12/STC-NS',
    version: 3,
  });
});

it('asks for a new day where the old one has passed, and keeps one that is still ahead', async () => {
  await renderPage(<MoveForm difficulty={difficulty()} move="forward" />);
  expect(screen.getByLabelText<HTMLInputElement>(/Hạn trả lời/u).value).toBe('');
  fireEvent.change(screen.getByLabelText(/Đề xuất hướng/u), { target: { value: 'Bổ sung dự toán' } });
  press('Trình UBND tỉnh');
  expect(screen.getByText('Chọn một ngày.')).toBeTruthy();
  expect(sent).toEqual([]);
});

it('reads from an address what it asks for and leaves out what means nothing', () => {
  const address = readDifficultyAddress({
    ...{ 'trang-thai': 'da-trinh', loai: 'kinh-phi', cho: 'qua-han', ve: 'x', trang: '0', tim: 'vốn' },
  });
  expect(address).toEqual({
    counted: { state: 'forwarded', kind: 'funding', text: 'vốn' },
    filter: { state: 'forwarded', kind: 'funding', text: 'vốn', waits: 'overdue' },
    page: 1,
  });
});
