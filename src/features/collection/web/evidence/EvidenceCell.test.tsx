import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { Evidence } from '#features/collection/evidence-contract.ts';
import { renderPage } from '#web/test/render-page.tsx';
import { EvidenceCell } from './EvidenceCell.tsx';

const FILE: Evidence = {
  ...{ id: 'e1', kind: 'file', title: 'Quyết định 12.pdf', document: null, url: null },
  file: { mediaType: 'application/pdf', size: 1_572_864, sha256: 'a'.repeat(64) },
  ...{ addedAt: '2026-11-22T02:00:00Z', addedBy: 'Nguyễn Văn A', otherUses: 2 },
  attachedTo: [{ subject: 'STP', item: '1.1' }],
};
const OTHER: Evidence = { ...FILE, id: 'e2', title: 'Ảnh.png', attachedTo: [] };

afterEach(() => vi.unstubAllGlobals());

/** The server, as far as evidence asks it. */
const answer = (
  mayWrite: boolean,
): { readonly sent: { method: string; address: string; body: unknown }[] } => {
  const sent: { method: string; address: string; body: unknown }[] = [];
  vi.stubGlobal('fetch', (address: string, { method, body }: RequestInit) => {
    if (method !== 'GET') sent.push({ method: method ?? '', address, body });
    const isList = address.includes('/evidence');
    return Promise.resolve(
      Response.json(isList ? { items: [FILE, OTHER], total: 2, mayWrite, limitBytes: 26_214_400 } : {}, {
        status: isList ? 200 : 404,
      }),
    );
  });
  return { sent };
};

const open = async (mayWrite: boolean): Promise<HTMLElement> => {
  await renderPage(
    <EvidenceCell
      submissionId="s1"
      subject="STP"
      item="1.1"
      name="1.1"
      evidenceIds={['e1']}
      mayWrite={mayWrite}
    />,
  );
  fireEvent.click(await screen.findByRole('button', { name: 'Xem minh chứng của 1.1' }));
  return screen.findByRole('dialog', { name: 'Minh chứng: 1.1' });
};

it('says how much there is, what it is, how large, by whom and when, and how to get it', async () => {
  answer(false);
  const dialog = await open(false);
  expect(screen.getByText('1 mục')).toBeTruthy();
  expect(await within(dialog).findByText('Quyết định 12.pdf')).toBeTruthy();
  expect(
    within(dialog).getByText(/PDF · 1,5 MB · Nguyễn Văn A gửi lúc .* · còn dùng ở 2 nơi khác/),
  ).toBeTruthy();
  const link = within(dialog).getByRole('link', { name: 'Tải xuống' });
  expect(link.getAttribute('href')).toBe('/api/v1/submissions/s1/evidence/e1/file');
  expect(within(dialog).queryByRole('button', { name: /Gỡ|Chọn tệp/ })).toBeNull();
});

it('takes a piece away, and takes up one that was sent before, by keyboard names alone', async () => {
  const { sent } = answer(true);
  const dialog = await open(true);
  fireEvent.click(
    await within(dialog).findByRole('button', { name: 'Gỡ Quyết định 12.pdf khỏi số liệu này' }),
  );
  fireEvent.click(within(dialog).getByText('Dùng lại minh chứng đã gửi'));
  fireEvent.click(within(dialog).getByRole('button', { name: 'Dùng Ảnh.png' }));
  await vi.waitFor(() => {
    expect(sent).toHaveLength(2);
  });
  const place = { subject: 'STP', item: '1.1' };
  expect(sent.map(({ body }) => JSON.parse(body as string) as unknown)).toEqual([
    { attach: [], detach: [{ ...place, evidenceId: 'e1' }] },
    { attach: [{ ...place, evidenceId: 'e2' }], detach: [] },
  ]);
});

it('refuses a link that is none before it is sent', async () => {
  const { sent } = answer(true);
  const dialog = await open(true);
  const field = await within(dialog).findByLabelText('Địa chỉ (https://…)');
  fireEvent.change(field, { target: { value: 'javascript:alert(1)' } });
  fireEvent.click(within(dialog).getByRole('button', { name: 'Thêm liên kết này' }));
  expect(within(dialog).getByText('Địa chỉ phải bắt đầu bằng https:// hoặc http://.')).toBeTruthy();
  expect(sent).toEqual([]);
});
