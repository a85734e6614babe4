import { expect, test } from 'vitest';
import { countSpecialDays } from './count-special-days.ts';

test('a day that a notice made off and another a working day counts as worked alone', () => {
  const day = '2026-12-31';
  expect(
    countSpecialDays([
      { day: '2026-01-01', kind: 'holiday' },
      { day: '2026-01-01', kind: 'in-lieu' },
      { day: '2026-08-22', kind: 'swapped-worked' },
      { day, kind: 'swapped-off' },
      { day, kind: 'entered-worked' },
    ]),
  ).toEqual({ off: 1, worked: 2 });
});
