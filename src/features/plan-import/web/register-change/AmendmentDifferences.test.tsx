import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type {
  AmendedStatement,
  AmendmentComparison,
} from '#features/plan-import/amendment/amendment-contract.ts';
import { renderPage } from '#web/test/render-page.tsx';
import { AmendmentDifferences } from './AmendmentDifferences.tsx';

const statement = (readingId: string, name: string): AmendedStatement =>
  ({ readingId, name, quote: name, quoteBefore: null, differences: [] }) as unknown as AmendedStatement;

const comparisonOf = (changed: readonly AmendedStatement[]) =>
  ({
    ...{ document: { id: 'd1' }, relation: 'replaces', same: 4, changed },
    ...{ added: [statement('K-7', 'Đào ao')], dropped: [{ itemId: 'pond', name: 'Lấp ao' }] },
  }) as unknown as NonNullable<AmendmentComparison['comparison']>;

const compared = { import: { id: 'i1', state: 'draft' }, reviewVersion: 0 } as AmendmentComparison;

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ account: { username: 'dieu-phoi' } })));
});
afterEach(() => vi.unstubAllGlobals());

const show = async (changed: readonly AmendedStatement[]) => {
  cleanup();
  await renderPage(<AmendmentDifferences compared={compared} comparison={comparisonOf(changed)} />);
  const box = (name: string) => screen.findByRole<HTMLInputElement>('checkbox', { name });
  return { box };
};

it('keeps what was chosen of a comparison that is left half done, as far as it still stands', async () => {
  const both = [statement('K-1', 'Trồng sen'), statement('K-2', 'Nuôi cá')];
  const first = await show(both);
  for (const name of [
    'Áp dụng: Trồng sen',
    'Áp dụng: Nuôi cá',
    'Đào ao',
    'Bãi bỏ theo văn bản này: Lấp ao',
  ]) {
    fireEvent.click(await first.box(name));
  }
  const again = await show(both.slice(1));
  expect((await again.box('Áp dụng: Nuôi cá')).checked).toBe(true);
  expect((await again.box('Đào ao')).checked).toBe(false);
  expect((await again.box('Bãi bỏ theo văn bản này: Lấp ao')).checked).toBe(true);
  expect(screen.getByText('Sẽ áp dụng 1 thay đổi, giữ nguyên 0, bổ sung 0, bãi bỏ 1.')).toBeTruthy();
});
