import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GridKey, moveInGrid } from './move-in-grid.ts';

const SIZE = { rows: 3, columns: 2 };
const HERE = { row: 1, column: 0 };
const press = (key: string, change: Partial<GridKey> = {}): GridKey => ({
  ...{ key, shift: false, control: false, chooses: false, atStart: true, atEnd: true },
  ...change,
});

describe('keys in a grid', () => {
  it.each([
    [press('Enter'), { row: 2, column: 0 }],
    [press('Enter', { shift: true }), { row: 0, column: 0 }],
    [press('ArrowDown'), { row: 2, column: 0 }],
    [press('ArrowUp'), { row: 0, column: 0 }],
    [press('ArrowRight'), { row: 1, column: 1 }],
    [press('End', { control: true }), { row: 2, column: 0 }],
    [press('Home', { control: true }), { row: 0, column: 0 }],
  ])('%o leads on', (pressed, to) => {
    expect(moveInGrid(HERE, pressed, SIZE)).toEqual(to);
  });

  it.each([
    press('a'),
    press('Tab'),
    press('Home'),
    press('ArrowRight', { atEnd: false }),
    press('ArrowLeft', { atStart: false }),
    press('ArrowRight', { shift: true }),
    press('ArrowDown', { chooses: true }),
    press('ArrowLeft'),
  ])('%o is the cell’s own, or leads nowhere', (pressed) => {
    expect(moveInGrid(HERE, pressed, SIZE)).toBeUndefined();
  });

  it('never leave the grid', () => {
    const keys = fc.constantFrom('Enter', 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End');
    fc.assert(
      fc.property(
        ...[fc.nat(2), fc.nat(1), keys, fc.boolean(), fc.boolean()],
        (row, column, key, shift, control) => {
          const to = moveInGrid({ row, column }, press(key, { shift, control }), SIZE);
          if (!to) return;
          expect(to.row).toBeGreaterThanOrEqual(0);
          expect(to.row).toBeLessThan(SIZE.rows);
          expect(to.column).toBeGreaterThanOrEqual(0);
          expect(to.column).toBeLessThan(SIZE.columns);
        },
      ),
    );
  });
});
