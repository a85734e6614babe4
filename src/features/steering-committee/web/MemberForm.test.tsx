import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { plainDate } from '#core/kernel/plain-date.ts';
import type { CommitteeChoices, CommitteeMember } from '#features/steering-committee/contract.ts';
import { renderPage } from '#web/test/render-page.tsx';
import { MemberForm } from './MemberForm.tsx';

const ACCOUNT = { id: '019aa000-0000-7000-8000-000000000001', name: 'Trần Thị Lan' };
const choices: CommitteeChoices = { accounts: [ACCOUNT], organizations: [], indicators: [] };
const NOTHING = {
  ...{ document: null, section: null, organization: null, task: null, indicator: null },
  ...{ isGone: false, heirs: [] },
};
const DOCUMENT = {
  ...{ id: '019aa000-0000-7000-8000-000000000003', docType: 'Kế hoạch', attachedDocType: null },
  ...{ docNumber: '12/KH-UBND', issueDate: null, year: 2026, subjectLine: null, isDraft: false },
};
const member: CommitteeMember = {
  ...{ id: '019aa000-0000-7000-8000-000000000002', name: 'Lê Văn Bình', office: null, account: null },
  ...{ post: 'deputy-head', area: 'Hạ tầng số', validFrom: plainDate('2026-07-01'), validTo: null },
  ...{ standing: 'present', docNumber: null, docDay: null, isSimulated: false, isOwn: false },
  ...{ tasks: 0, overdue: 0, version: 3 },
  parts: [
    { ...NOTHING, kind: 'section', document: DOCUMENT, section: 'II. Cũ', isGone: true },
    { ...NOTHING, kind: 'organization', organization: { code: 'STP', name: 'Sở Tư pháp' } },
  ],
};

const sent: Record<string, unknown>[] = [];
vi.stubGlobal('fetch', async (input: string | URL, init?: RequestInit) => {
  if (typeof init?.body === 'string') sent.push(JSON.parse(init.body) as (typeof sent)[number]);
  const body = String(input).includes('choices')
    ? { ...choices, plans: [], own: [], members: [] }
    : { id: member.id, version: 4 };
  return Promise.resolve(
    new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } }),
  );
});
afterEach(() => {
  sent.length = 0;
});

const type = (label: RegExp, value: string): void => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
};
const save = (): void => {
  fireEvent.click(screen.getByRole('button', { name: 'Lưu phân công' }));
};
const show = (changed?: CommitteeMember) =>
  renderPage(
    <MemberForm
      {...(changed && { member: changed })}
      today="2026-11-22"
      onCancel={() => undefined}
      onSaved={() => undefined}
    />,
  );

it('asks for a name or an account and for an area, and takes the name of an account from the account', async () => {
  await show();
  save();
  expect(screen.getByText('Chọn tài khoản, hoặc ghi họ tên.')).toBeTruthy();
  expect(screen.getByText('Ghi tên lĩnh vực.')).toBeTruthy();
  expect(sent).toEqual([]);
  type(/Họ và tên/u, 'Ai đó');
  type(/Lĩnh vực phụ trách/u, 'Kinh tế số');
  await screen.findByRole('option', { name: ACCOUNT.name });
  type(/Tài khoản/u, ACCOUNT.id);
  save();
  await waitFor(() => {
    expect(sent).toMatchObject([
      { accountId: ACCOUNT.id, name: null, area: 'Kinh tế số', validFrom: '2026-11-22', parts: [] },
    ]);
  });
});

it('says what of an area means nothing any more, lets it be taken out, and sends the rest with the version that was seen', async () => {
  await show(member);
  expect(screen.getByText(/không còn nhiệm vụ nào trong kế hoạch/u)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /^Bỏ II\. Cũ/u }));
  save();
  await waitFor(() => {
    expect(sent).toMatchObject([
      { name: 'Lê Văn Bình', version: 3, parts: [{ kind: 'organization', code: 'STP' }] },
    ]);
  });
});

it('keeps a membership whose name was erased without asking for one', async () => {
  await show({ ...member, name: null });
  expect(screen.queryByLabelText(/Họ và tên/u)).toBeNull();
  save();
  await waitFor(() => {
    expect(sent).toMatchObject([{ accountId: null, name: null, version: 3 }]);
  });
});
