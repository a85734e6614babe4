import { describe, expect, it } from 'vitest';
import { findNextCell } from './walk-cells.ts';

const size = { lines: 40, columns: 4 };
const walk = (line: number, column: number, key: string, withControl = false) =>
  findNextCell({ line, column }, key, withControl, size);

describe('the keyboard walks cells', () => {
  it.each([
    ['ArrowDown', { line: 11, column: 2 }],
    ['ArrowUp', { line: 9, column: 2 }],
    ['ArrowLeft', { line: 10, column: 1 }],
    ['ArrowRight', { line: 10, column: 3 }],
    ['PageDown', { line: 25, column: 2 }],
    ['PageUp', { line: 0, column: 2 }],
    ['Home', { line: 10, column: 0 }],
    ['End', { line: 10, column: 3 }],
  ])('%s', (key, expected) => {
    expect(walk(10, 2, key)).toEqual(expected);
  });

  it('to the corners with Ctrl', () => {
    expect(walk(10, 2, 'Home', true)).toEqual({ line: 0, column: 0 });
    expect(walk(10, 2, 'End', true)).toEqual({ line: 39, column: 3 });
  });

  it('never out of the table', () => {
    expect(walk(0, 0, 'ArrowUp')).toEqual({ line: 0, column: 0 });
    expect(walk(39, 3, 'PageDown')).toEqual({ line: 39, column: 3 });
    expect(walk(39, 3, 'ArrowRight')).toEqual({ line: 39, column: 3 });
  });

  it('not with other keys', () => {
    expect(walk(1, 1, 'Enter')).toBeUndefined();
    expect(walk(1, 1, 'a')).toBeUndefined();
  });
});
