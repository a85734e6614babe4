import { useLocation } from '@tanstack/react-router';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderPage } from '#web/test/render-page.tsx';
import { readRegisterAddress } from './register-address.ts';
import type { RegisterColumn, RegisterFacet, RegisterState } from './register.ts';
import { RegisterTable } from './RegisterTable.tsx';

interface Task {
  readonly id: string;
  readonly name: string;
  readonly agency: string;
}

const COLUMNS: readonly RegisterColumn<Task>[] = [
  { id: 'ten', header: 'Nhiệm vụ', width: 70, text: (task) => task.name, sortKey: (task) => task.name },
  { id: 'chu-tri', header: 'Chủ trì', width: 30, text: (task) => task.agency },
];
const FACETS: readonly RegisterFacet<Task>[] = [
  {
    id: 'co-quan',
    label: 'Cơ quan',
    groupable: true,
    values: ({ agency }) => [{ key: agency, label: agency }],
  },
];
const task = (id: string, name: string, agency: string): Task => ({ id, name, agency });
const TASKS = [
  task('1', 'Số hóa hồ sơ', 'Sở Tư pháp'),
  task('2', 'Ban hành kiến trúc', 'Sở KH&CN'),
  task('3', 'Đào tạo kỹ năng số', 'Sở KH&CN'),
];
const MANY = Array.from({ length: 400 }, (_, index) =>
  task(String(index), `Nhiệm vụ ${String(index)}`, 'Sở KH&CN'),
);

const Subject = ({ rows, address }: { readonly rows: readonly Task[]; readonly address: string }) => {
  const [state, setState] = useState<RegisterState>(() =>
    readRegisterAddress(Object.fromEntries(new URLSearchParams(address)), ['co-quan']),
  );
  return (
    <RegisterTable
      label="Nhiệm vụ"
      columns={COLUMNS}
      facets={FACETS}
      rows={rows}
      rowId={(row) => row.id}
      rowLink={(row) => ({ to: '/co-quan/$code', params: { code: row.id } })}
      state={state}
      onStateChange={setState}
      empty={<p>Chưa có nhiệm vụ nào</p>}
    />
  );
};

const Where = () => <output>{useLocation().pathname}</output>;

/** Shows the table as an address asks for it. */
const show = async (rows: readonly Task[], address = ''): Promise<void> => {
  await renderPage(
    <>
      <Where />
      <Subject rows={rows} address={address} />
    </>,
  );
};

const namesInOrder = (): (string | null)[] =>
  within(screen.getByRole('grid'))
    .getAllByRole('rowheader')
    .map((cell) => cell.textContent);

beforeAll(() => {
  window.ResizeObserver = class {
    observe(): void {
      return undefined;
    }
    unobserve(): void {
      return undefined;
    }
    disconnect(): void {
      return undefined;
    }
  };
  // A line has a height: without one the window would take in every line.
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, value: 48 });
  Element.prototype.scrollIntoView = () => undefined;
});

describe('a register as a table', () => {
  it('tells assistive technology its name, its rows and the order of its columns', async () => {
    await show(TASKS);
    const grid = screen.getByRole('grid', { name: 'Nhiệm vụ' });
    expect(grid.getAttribute('aria-rowcount')).toBe('4');
    const header = within(grid).getByRole('columnheader', { name: 'Nhiệm vụ' });
    expect(header.getAttribute('aria-sort')).toBe('none');

    const sort = within(header).getByRole('button');
    fireEvent.click(sort);
    expect(header.getAttribute('aria-sort')).toBe('ascending');
    expect(namesInOrder()).toEqual(['Ban hành kiến trúc', 'Đào tạo kỹ năng số', 'Số hóa hồ sơ']);
    fireEvent.click(sort);
    expect(header.getAttribute('aria-sort')).toBe('descending');
    fireEvent.click(sort);
    expect(namesInOrder()).toEqual(TASKS.map(({ name }) => name));
  });

  it('shows what the address asks for', async () => {
    await show(TASKS, 'co-quan=Sở KH%26CN&xep=-ten');
    expect(namesInOrder()).toEqual(['Đào tạo kỹ năng số', 'Ban hành kiến trúc']);
    expect(screen.getByText('Hiện 2 trên 3 mục')).toBeTruthy();
  });

  it('folds and unfolds groups, each with its count', async () => {
    await show(TASKS, 'nhom=co-quan');
    const group = screen.getByRole('button', { name: /Sở KH&CN.*2 mục/u });
    expect(group.getAttribute('aria-expanded')).toBe('true');
    fireEvent.click(group);
    expect(group.getAttribute('aria-expanded')).toBe('false');
    expect(screen.queryByText('Ban hành kiến trúc')).toBeNull();
    expect(screen.getByText('Số hóa hồ sơ')).toBeTruthy();
  });

  it('is one stop of the Tab key; arrows walk and Enter opens the row', async () => {
    await show(TASKS);
    const body = within(screen.getByRole('grid'));
    const stops = body.getAllByRole('rowheader').filter((cell) => cell.tabIndex === 0);
    expect(stops).toHaveLength(1);

    act(() => {
      stops[0]?.focus();
    });
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowDown' });
    expect(document.activeElement?.textContent).toBe('Ban hành kiến trúc');
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowRight' });
    expect(document.activeElement?.textContent).toBe('Sở KH&CN');
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Enter' });
    expect(await screen.findByText('/co-quan/2')).toBeTruthy();
  });

  it('says that filters leave nothing and takes them back', async () => {
    await show(TASKS, 'tim=không có');
    expect(screen.queryByRole('grid')).toBeNull();
    const [clear] = screen.getAllByRole('button', { name: 'Bỏ bộ lọc' });
    if (clear) fireEvent.click(clear);
    expect(namesInOrder()).toHaveLength(3);
  });

  it('says why it is empty', async () => {
    await show([]);
    expect(screen.getByText('Chưa có nhiệm vụ nào')).toBeTruthy();
  });

  it('renders a part of many rows on the screen and all of them on paper', async () => {
    await show(MANY);
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('401');
    expect(document.querySelectorAll('tbody th').length).toBeLessThan(100);
    act(() => {
      window.dispatchEvent(new Event('beforeprint'));
    });
    expect(document.querySelectorAll('tbody th')).toHaveLength(400);
    act(() => {
      window.dispatchEvent(new Event('afterprint'));
    });
    expect(document.querySelectorAll('tbody th').length).toBeLessThan(100);
  });

  it('says on paper what is listed, how it was chosen, and when it was printed', async () => {
    await show(TASKS, 'co-quan=Sở KH%26CN');
    act(() => {
      window.dispatchEvent(new Event('beforeprint'));
    });
    expect(screen.getByText(/^Nhiệm vụ · Cơ quan: Sở KH&CN · in ngày \d\d\/\d\d\/\d{4}$/u)).toBeTruthy();
    act(() => {
      window.dispatchEvent(new Event('afterprint'));
    });
    expect(screen.queryByText(/in ngày/u)).toBeNull();
  });
});
