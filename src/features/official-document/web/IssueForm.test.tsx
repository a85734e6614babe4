import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { PaperRendering, PaperView } from '#features/official-document/contract.ts';
import { renderPage } from '#web/test/render-page.tsx';
import { IssueForm } from './IssueForm.tsx';

const rendering: PaperRendering = {
  ...{ version: 1, number: null, issuedOn: null, signing: null, template: null, files: [] },
  ...{ madeAt: '2026-11-29T05:00:00.000Z', madeBy: 'Trần Thị Lan' },
};
const paper: PaperView = {
  ...{ id: '019aa000-0000-7000-8000-000000000001', kind: 'findings-letter', title: 'Công văn góp ý' },
  ...{ organization: { code: 'UBND_TINH', name: 'Ủy ban nhân dân tỉnh' }, period: null, simulated: false },
  ...{ factsHash: '0'.repeat(64), madeAt: rendering.madeAt, madeBy: rendering.madeBy },
  request: { kind: 'findings-letter', documentId: null, within: {} },
  ...{ isIntact: true, series: 'UBND-KGVX', hasTables: true, isLong: false, mayIssue: true, templates: [] },
  signature: {
    capacity: 'collective-deputy',
    offices: { body: 'Ủy ban nhân dân', head: 'Chủ tịch', deputy: 'Phó Chủ tịch' },
  },
  renderings: [rendering],
};

vi.stubGlobal('fetch', async () =>
  Promise.resolve(
    new Response(
      JSON.stringify({ ...paper, renderings: [{ ...rendering, version: 2, number: 1234 }, rendering] }),
      { headers: { 'content-type': 'application/json' } },
    ),
  ),
);

const NUMBER = 'Số văn bản (…/UBND-KGVX)';
const type = (label: string, value: string): void => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
};
const save = (): void => {
  fireEvent.click(screen.getByRole('button', { name: 'Ghi và lập bản mới' }));
};

it('leads to the field that is wrong', async () => {
  await renderPage(<IssueForm paper={paper} />);
  type(NUMBER, 'abc');
  save();
  expect(document.activeElement).toBe(screen.getByLabelText(NUMBER));
  type(NUMBER, '1234');
  save();
  expect(document.activeElement).toBe(screen.getByLabelText('Ngày ban hành'));
});

it('announces the rendering that was made, with its number', async () => {
  await renderPage(<IssueForm paper={paper} />);
  type(NUMBER, '1234');
  type('Ngày ban hành', '2026-11-29');
  save();
  await waitFor(() => {
    expect(screen.getByText(/Đã lập bản 2, số 1234\/UBND-KGVX/u).closest('[aria-live]')).not.toBeNull();
  });
});
