import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, vi as mock } from 'vitest';
import framework2025 from '#data/frameworks/dti-province-2025.json' with { type: 'json' };
import values2025 from '#data/demonstration/index/data-values-2025.json' with { type: 'json' };
import { BLANK, NOT_APPLICABLE, reported } from '#core/scoring/data-value.ts';
import type { Framework } from '#core/scoring/framework.ts';
import type { IndexSheet } from '#features/index-score/contract.ts';
import { renderPage } from '#web/test/render-page.tsx';
import { openBench } from './bench.ts';
import { InputGrid } from './InputGrid.tsx';
import type { InputFilter } from './list-input-groups.ts';
import { vi as words } from './messages.vi.ts';
import { valuesOf } from './scenario-values.ts';

const framework = framework2025 as unknown as Framework;
const sheet: IndexSheet = {
  framework,
  subject: { code: 'DONG_THAP', name: 'Tỉnh Đồng Tháp' },
  year: 2025,
  values: values2025.values as unknown as IndexSheet['values'],
  others: [],
};

const show = async (filter: InputFilter = { group: '6' }) => {
  const bench = openBench(framework, valuesOf(sheet.values));
  await renderPage(
    <InputGrid bench={bench} sheet={sheet} filter={filter} onFilter={mock.fn<(to: InputFilter) => void>()} />,
  );
  return bench;
};

const nameOf = (code: string): string =>
  framework.dataItems.find((item) => item.code === code)?.name.vi ?? '';
const cellsOf = (code: string) => screen.getAllByLabelText<HTMLInputElement>(words.grid.cell(nameOf(code)));
const cellOf = (code: string) => cellsOf(code)[0]!;
const type = (code: string, value: string) => fireEvent.change(cellOf(code), { target: { value } });
const lowOf = (bench: ReturnType<typeof openBench>) => bench.getState().whatIf.after.points.low.toFixed(2);

describe('the grid of inputs', () => {
  it('scores what is typed, and marks what is changed', async () => {
    const bench = await show();
    expect(lowOf(bench)).toBe('625.64');
    type('6.4.rate', '60');
    expect(lowOf(bench)).toBe('645.64');
    const row = cellOf('6.4.rate').closest('tr')!;
    expect(row.hasAttribute('data-changed')).toBe(true);
    expect(within(row).getByText(words.grid.marked)).toBeTruthy();
    expect(screen.getByText('+20,00')).toBeTruthy();
  });

  it('keeps blank, zero and not applicable apart', async () => {
    const bench = await show();
    type('6.4.rate', '0');
    expect(bench.getState().changes.get('6.4.rate')).toEqual(reported('0'));
    type('6.4.rate', '');
    expect(bench.getState().changes.get('6.4.rate')).toEqual(BLANK);
    const state = screen.getByLabelText(words.grid.stateOf(nameOf('6.4.rate')));
    fireEvent.change(state, { target: { value: 'not-applicable' } });
    expect(bench.getState().changes.get('6.4.rate')).toEqual(NOT_APPLICABLE);
  });

  it('refuses at the cell what does not fit, says how to mend it, and leaves the points alone', async () => {
    const bench = await show();
    type('6.5.rate', '140');
    expect(cellOf('6.5.rate').getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText(words.problems.between('0', '100'))).toBeTruthy();
    expect(bench.getState().changes.size).toBe(0);
    type('6.5.rate', 'năm');
    expect(screen.getByText(words.problems.malformed)).toBeTruthy();
    type('6.5.rate', '80');
    expect(cellOf('6.5.rate').getAttribute('aria-invalid')).toBeNull();
    expect(bench.getState().changes.size).toBe(1);
  });

  it('shows an item that several indicators read at each of them, with one value', async () => {
    await show();
    const cells = cellsOf('6.5.b');
    expect(cells).toHaveLength(2);
    fireEvent.change(cells[0]!, { target: { value: '2000' } });
    expect(cells[1]!.value).toBe('2000');
  });

  it('undoes and redoes by keys, and gives one item back by Esc', async () => {
    const bench = await show();
    const cell = cellOf('6.4.rate');
    type('6.4.rate', '60');
    fireEvent.blur(cell);
    type('6.4.rate', '61');
    fireEvent.keyDown(cell, { key: 'z', ctrlKey: true });
    expect(cell.value).toBe('60');
    fireEvent.keyDown(cell, { key: 'z', ctrlKey: true });
    expect(cell.value).toBe('57,6');
    fireEvent.keyDown(cell, { key: 'y', ctrlKey: true });
    expect(cell.value).toBe('60');
    fireEvent.keyDown(cell, { key: 'Escape' });
    expect(cell.value).toBe('57,6');
    expect(bench.getState().changes.size).toBe(0);
  });

  it('walks between cells by arrows and Enter', async () => {
    await show();
    const cell = cellOf('6.4.a');
    cell.focus();
    fireEvent.keyDown(cell, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(cellOf('6.4.b'));
    fireEvent.keyDown(document.activeElement!, { key: 'Enter' });
    expect(document.activeElement).toBe(cellOf('6.4.rate'));
    fireEvent.keyDown(document.activeElement!, { key: 'Enter', shiftKey: true });
    expect(document.activeElement).toBe(cellOf('6.4.b'));
  });

  it('takes a pasted column as one step, the part and its larger whole in any order', async () => {
    const bench = await show();
    const clipboardData = { getData: () => '600\r\n1.000\r\nkhông rõ\r\n' };
    fireEvent.paste(cellOf('6.4.a'), { clipboardData });
    const { changes, history } = bench.getState();
    expect(changes.get('6.4.a')).toEqual(reported('600'));
    expect(changes.get('6.4.b')).toEqual(reported('1000'));
    expect(history.past).toHaveLength(1);
    expect(screen.getByText(words.grid.pastedWithProblems('2', '1'))).toBeTruthy();
  });

  it('shows only what the filter asks for', async () => {
    const bench = await show({ onlyChanged: true });
    expect(screen.getByText(words.grid.none)).toBeTruthy();
    act(() => {
      bench.setItem('2.3.issued', { state: 'value', value: 'no', comparator: '=' });
    });
    expect(screen.getAllByRole('row').filter((row) => row.hasAttribute('data-item'))).toHaveLength(1);
  });
});
