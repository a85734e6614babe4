import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { DEFAULT_LADDER } from '#core/reminder/ladder.ts';
import type { LadderView } from '#features/reminder/contract.ts';
import { renderPage } from '#web/test/render-page.tsx';
import { LadderSection } from './LadderSection.tsx';

afterEach(() => vi.unstubAllGlobals());

const steps = DEFAULT_LADDER.steps.map(({ offset, audiences, channels, repeat }) => ({
  ...{ offset, audiences: [...audiences], channels: [...channels], repeat },
}));
const VIEW: LadderView = {
  ladder: {
    ...{ version: 0, steps, quietHours: { from: '18:00', to: '07:30' } },
    ...{ reason: null, recordedAt: null, recordedBy: null },
  },
  ...{ history: [], channels: ['in-app', 'e-mail'], mayWrite: true },
};

it('reads as sentences, for whoever may not change it too', async () => {
  await renderPage(<LadderSection view={{ ...VIEW, mayWrite: false }} />);
  const sentences = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(sentences[1]).toBe(
    'Trước hạn 3 ngày làm việc: nhắc cán bộ đầu mối và lãnh đạo cơ quan trong hệ thống và qua thư điện tử.',
  );
  expect(sentences.at(-1)).toBe(
    'Quá hạn 10 ngày làm việc: nhắc lãnh đạo UBND tỉnh trong hệ thống; soạn công văn đôn đốc chờ trình ký.',
  );
  expect(screen.getByText('Không gửi từ 18:00 đến 07:30 và ngày nghỉ.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Sửa thang' })).toBeNull();
});

it('says of a step that repeats how often and how many times', async () => {
  const repeating = steps.slice(-1).map((step) => ({ ...step, repeat: { every: 5, times: 6 } }));
  await renderPage(<LadderSection view={{ ...VIEW, ladder: { ...VIEW.ladder, steps: repeating } }} />);
  expect(screen.getByRole('listitem').textContent).toMatch(
    /nhắc lại cứ 5 ngày làm việc một lần cho đến khi xong, tối đa 6 lần\.$/u,
  );
});

it('is changed step by step, saved once with its reason, and a refusal names the step', async () => {
  const sent: { version: number; writeId: string; steps: typeof steps; reason: string }[] = [];
  vi.stubGlobal('fetch', (_address: string, { body = '' }: { readonly body?: string } = {}) => {
    sent.push(JSON.parse(body) as (typeof sent)[number]);
    if (sent.length > 1) return Promise.resolve(Response.json(VIEW));
    const problem = { code: 'reminder.step-twice', details: { step: 7, offset: 10 }, status: 422 };
    return Promise.resolve(Response.json(problem, { status: 422 }));
  });
  const few = steps.slice(-2);
  await renderPage(<LadderSection view={{ ...VIEW, ladder: { ...VIEW.ladder, steps: few } }} />);
  fireEvent.click(screen.getByText('Sửa thang'));
  fireEvent.click(screen.getByLabelText('Bỏ bậc 1'));
  fireEvent.click(screen.getByText('Thêm bậc'));
  const added = screen.getByRole('group', { name: 'Bậc 2' });
  fireEvent.change(within(added).getByLabelText('Số ngày làm việc'), { target: { value: '20' } });
  fireEvent.click(within(added).getByLabelText('lãnh đạo cơ quan'));
  fireEvent.click(within(added).getByLabelText('Nhắc lại cho đến khi xong'));
  fireEvent.change(within(added).getByLabelText('Tối đa … lần'), { target: { value: '4' } });
  const save = screen.getByText('Lưu thang');
  fireEvent.click(save);
  expect(screen.getByText('Ghi lý do sửa thang.')).toBeTruthy();
  expect(sent).toEqual([]);
  fireEvent.change(screen.getByLabelText(/Lý do sửa/u), { target: { value: 'Công văn 12' } });
  fireEvent.click(save);
  expect((await screen.findByRole('alert')).textContent).toContain('Bậc thứ 7 trùng ngày');
  fireEvent.click(save);
  await screen.findByText('Đã lưu thang nhắc việc.');
  expect(sent[1]).toEqual(sent[0]);
  expect(sent[1]).toMatchObject({ version: 0, reason: 'Công văn 12' });
  expect(sent[1]?.steps).toEqual([
    ...few.slice(1),
    {
      ...{ offset: 20, audiences: ['officer', 'head'], channels: ['in-app', 'e-mail'] },
      repeat: { every: 5, times: 4 },
    },
  ]);
});
