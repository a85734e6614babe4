import { Notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { fireEvent, screen, waitForElementToBeRemoved, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { planImportQuery } from '#features/plan-import/web/queries.ts';
import { renderPage } from '#web/test/render-page.tsx';
import { vi as words } from './messages.vi.ts';
import { UndoImport } from './UndoImport.tsx';

afterEach(() => vi.unstubAllGlobals());

/** What the shell reads beside the page, read again more slowly than the page itself. */
const shellReads: (() => void)[] = [];

/** The page of an import, as far as undoing changes it: the button leaves with the accepted state. */
const ImportPage = () => {
  const preview = useQuery(planImportQuery('i1'));
  useQuery({
    queryKey: ['shell'],
    queryFn: () => new Promise<true>((resolve) => shellReads.push(() => resolve(true))),
  });
  return (
    <>
      <Notifications />
      {preview.data?.import.state === 'accepted' && <UndoImport of={preview.data.import} />}
    </>
  );
};

it('says that the import was undone although the button has left the page', async () => {
  let state = 'accepted';
  vi.stubGlobal('fetch', (_address: string, { method }: RequestInit) => {
    if (method === 'POST') state = 'undone';
    return Promise.resolve(Response.json({ import: { id: 'i1', state } }));
  });
  await renderPage(<ImportPage />);
  const open = await screen.findByRole('button', { name: words.undo.action });
  shellReads.pop()?.();
  fireEvent.click(open);
  const dialog = await screen.findByRole('dialog', { name: words.undo.confirmTitle });
  fireEvent.click(within(dialog).getByRole('button', { name: words.undo.action }));
  await waitForElementToBeRemoved(open);
  shellReads.pop()?.();
  expect(await screen.findByText(words.undo.notice)).toBeTruthy();
});
