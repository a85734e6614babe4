import { useLocation } from '@tanstack/react-router';
import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { SearchHit } from '#features/search/contract.ts';
import { renderPage } from '#web/test/render-page.tsx';
import { SearchPalette } from './SearchPalette.tsx';

const hit = (kind: SearchHit['kind'], key: string, title: string): SearchHit => ({
  kind,
  key,
  title,
  label: null,
  document: null,
  exact: true,
});
const FOUND = {
  groups: [
    { kind: 'organization', total: 1, items: [hit('organization', 'SKHCN', 'Sở Khoa học và Công nghệ')] },
    { kind: 'task', total: 12, items: [hit('task', 'a', 'Số hóa hồ sơ'), hit('task', 'b', 'Kho dữ liệu')] },
  ],
  total: 13,
};

/** The server, as far as the search asks it. */
const answerSearches = (answer: object): { readonly asked: string[] } => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(new URL(address, 'http://localhost').searchParams.get('q') ?? '');
    return Promise.resolve(Response.json(answer));
  });
  return { asked };
};

const Where = () => <output>{useLocation().pathname}</output>;
const show = () =>
  renderPage(
    <>
      <Where />
      <SearchPalette onClose={() => undefined} />
    </>,
  );
const chosen = (): string | null | undefined =>
  screen.getAllByRole('option').find((option) => option.getAttribute('aria-selected') === 'true')
    ?.textContent;

beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

describe('the search palette', () => {
  it('asks when the keyboard rests, groups what is found, walks and opens it', async () => {
    const { asked } = answerSearches(FOUND);
    await show();
    const input = screen.getByRole('combobox');
    fireEvent.change(input, { target: { value: 'so' } });
    fireEvent.change(input, { target: { value: 'so hoa' } });
    const tasks = await screen.findByRole('group', { name: 'Nhiệm vụ (12)' });
    expect(asked).toEqual(['so hoa']);
    expect(within(tasks).getAllByRole('option')).toHaveLength(2);

    expect(chosen()).toBe('Sở Khoa học và Công nghệ');
    fireEvent.keyDown(input, { key: 'ArrowUp' });
    expect(chosen()).toBe('Kho dữ liệu');
    fireEvent.keyDown(input, { key: 'ArrowDown' });
    fireEvent.keyDown(input, { key: 'Enter' });
    expect(await screen.findByText('/co-quan/SKHCN')).toBeTruthy();
  });

  it('offers what was opened lately before anything is typed', async () => {
    answerSearches(FOUND);
    const first = await show();
    fireEvent.change(screen.getByRole('combobox'), { target: { value: 'số' } });
    fireEvent.click(await screen.findByRole('option', { name: 'Số hóa hồ sơ' }));
    expect(await screen.findByText('/ke-hoach/nhiem-vu/a')).toBeTruthy();
    first.unmount();

    await show();
    const recent = await screen.findByRole('group', { name: 'Đã mở gần đây' });
    expect(within(recent).getByRole('option').textContent).toBe('Số hóa hồ sơ');
  });

  it('says that nothing was found and what to try', async () => {
    answerSearches({ groups: [], total: 0 });
    await show();
    fireEvent.change(screen.getByRole('combobox'), { target: { value: 'zz' } });
    expect(await screen.findByText(/Không tìm thấy “zz”/u)).toBeTruthy();
    expect(screen.queryByRole('option')).toBeNull();
  });
});
