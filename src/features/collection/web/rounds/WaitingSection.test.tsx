import { fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { RoundMember } from '#contract/reporting-round.ts';
import { renderPage } from '#web/test/render-page.tsx';
import { vi as words } from './messages.vi.ts';
import { WaitingSection } from './WaitingSection.tsx';

const member = (code: string, change: Partial<RoundMember> = {}): RoundMember => ({
  ...{ submissionId: null, organization: { code, name: `Xã ${code}` }, kind: 'commune', state: 'draft' },
  ...{ asked: 10, answered: 0, submittedAt: null, isLate: false, extendedUntil: null },
  ...change,
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const show = async (members: readonly RoundMember[], mayRemind = true) => {
  const server = vi.fn(async (_address: string, init: RequestInit) => {
    const { organizations } = JSON.parse(init.body as string) as { organizations: string[] };
    return Response.json({ reminded: organizations, skipped: [] });
  });
  vi.stubGlobal('fetch', server);
  await renderPage(<WaitingSection roundId="r" members={members} reminders={[]} mayRemind={mayRemind} />);
  return () =>
    server.mock.calls.map(
      ([, init]) => (JSON.parse(init.body as string) as { organizations: string[] }).organizations,
    );
};

describe('who has not sent', () => {
  it('is listed late first, and reminded one by one or all late ones at once', async () => {
    const sent = await show([
      member('A'),
      member('B', { isLate: true }),
      member('C', { state: 'submitted', isLate: true }),
    ]);
    const rows = screen.getAllByRole('listitem').map((row) => row.textContent);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain('Xã B');
    fireEvent.click(screen.getByRole('button', { name: words.waiting.remindOf('Xã A') }));
    await screen.findByText(words.waiting.sent('1'));
    fireEvent.click(screen.getByRole('button', { name: words.waiting.remindLate('1') }));
    await vi.waitFor(() => {
      expect(sent()).toEqual([['A'], ['B']]);
    });
  });

  it('is only read by who may not remind, and is nothing when all have sent', async () => {
    await show([member('A')], false);
    expect(screen.queryAllByRole('button')).toEqual([]);
    await show([member('B', { state: 'accepted' })]);
    expect(screen.queryByText(words.waiting.title('0'))).toBeNull();
  });
});
