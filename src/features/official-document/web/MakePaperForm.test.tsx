import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { plainDate } from '#core/kernel/plain-date.ts';
import type { PaperChoices } from '#features/official-document/contract.ts';
import { renderPage } from '#web/test/render-page.tsx';
import { MakePaperForm } from './MakePaperForm.tsx';

const choices: PaperChoices = {
  ...{ kinds: ['reminder-letter'], today: plainDate('2026-11-29'), province: null },
  ...{ snapshots: [], leagues: [], plans: [], organizations: [], difficulties: [] },
  contradictedDocuments: [],
  addressees: [
    { code: 'SNV', name: 'Sở Nội vụ' },
    { code: 'STP', name: 'Sở Tư pháp' },
  ],
};

// jsdom lays nothing out, so it has nothing to scroll.
Element.prototype.scrollIntoView = () => undefined;

const sent: Record<string, unknown>[] = [];
vi.stubGlobal('fetch', async (_: string | URL, init?: RequestInit) => {
  if (typeof init?.body === 'string') sent.push(JSON.parse(init.body) as (typeof sent)[number]);
  return Promise.resolve(
    new Response(JSON.stringify({ id: '019aa000-0000-7000-8000-000000000001' }), {
      headers: { 'content-type': 'application/json' },
    }),
  );
});
afterEach(() => {
  sent.length = 0;
});

const show = () =>
  renderPage(<MakePaperForm choices={choices} onStarted={() => undefined} onMade={() => undefined} />);
const searchAgency = (words: string): HTMLElement => {
  const field = screen.getByRole('combobox', { name: 'Gửi cơ quan, đơn vị' });
  fireEvent.click(field);
  fireEvent.change(field, { target: { value: words } });
  return field;
};
const make = (): void => {
  fireEvent.click(screen.getByRole('button', { name: 'Lập văn bản' }));
};

it('takes the agency found by words without diacritics with Enter, and sends the letter to it alone', async () => {
  await show();
  fireEvent.change(screen.getByLabelText('Yêu cầu báo cáo chậm nhất ngày'), {
    target: { value: '2026-12-10' },
  });
  const field = searchAgency('tu phap');
  await waitFor(() => {
    expect(screen.queryByText('Sở Nội vụ')).toBeNull();
  });
  fireEvent.keyDown(field, { key: 'Enter', code: 'Enter' });
  make();
  await waitFor(() => {
    expect(sent).toMatchObject([{ request: { kind: 'reminder-letter', organizations: ['STP'] } }]);
  });
});

it('makes no letter to all by an Enter that chooses no agency', async () => {
  await show();
  const field = searchAgency('không có ở đâu');
  expect(fireEvent.keyDown(field, { key: 'Enter', code: 'Enter' })).toBe(false);
});
