import { Link, useLocation } from '@tanstack/react-router';
import { fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { PlanImportPreview } from '#features/plan-import/contract.ts';
import { renderPage } from '#web/test/render-page.tsx';
import { DecisionBar } from './DecisionBar.tsx';
import { vi as reviewWords } from './review/messages.vi.ts';

afterEach(() => vi.unstubAllGlobals());

const reviewed = {
  ...{ import: { id: 'i1', state: 'draft' }, identity: { standing: 'new' }, items: [] },
  review: { version: 3, pending: 0, accepted: 2, rejected: 0, standing: 2 },
} as unknown as PlanImportPreview;

const ImportPage = () => {
  const { href } = useLocation();
  return (
    <>
      <output>{href}</output>
      <Link to={'/nhap-van-ban/i1?tai-lai=1' as '/'}>sent again</Link>
      <DecisionBar preview={reviewed} unsent={0} stepError={null} onUndo={() => undefined} />
    </>
  );
};

it('says no longer that the file was sent before once its draft has entered the registers', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ import: { id: 'i1', state: 'accepted' } })));
  await renderPage(<ImportPage />);
  fireEvent.click(screen.getByText('sent again'));
  expect(await screen.findByText(/tai-lai/u)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: reviewWords.enter }));
  expect(await screen.findByText('/nhap-van-ban/i1')).toBeTruthy();
});
