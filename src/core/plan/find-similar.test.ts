import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSimilar, type KnownItem, type LikenessFacts } from './find-similar.ts';

const fact = (name: string, rest: Partial<LikenessFacts> = {}): LikenessFacts => ({
  ...{ kind: 'target', name, unit: null, basis: null, indicatorCode: null, leads: [] },
  ...rest,
});
const known = (itemId: string, name: string, rest: Partial<LikenessFacts> = {}): KnownItem => ({
  itemId,
  ...fact(name, rest),
});

const NAME = 'Tỷ lệ hộ dân bán hạt sen trên sàn thương mại điện tử';

describe('an item of another document', () => {
  it('that bears the same name is told with everything that it shares', () => {
    const facts = { unit: '%', basis: 'hộ dân', indicatorCode: '5.1', leads: ['Sở Công Thương'] };
    const [similar] = findSimilar([fact(NAME, facts)], [known('a', `${NAME}.`, facts)]);
    expect(similar).toEqual([
      { itemId: 'a', score: 1, reasons: ['wording', 'unit', 'basis', 'lead', 'component'] },
    ]);
  });

  it('that says nearly the same comes after the one that says the same', () => {
    const [similar] = findSimilar(
      [fact(NAME)],
      [
        known('b', NAME.replace('hộ dân', 'hợp tác xã')),
        known('a', NAME),
        known('c', 'Số ao sen có cảm biến'),
      ],
    );
    expect(similar?.map(({ itemId }) => itemId)).toEqual(['a', 'b']);
  });

  it('of another kind is none, whatever its name', () => {
    expect(findSimilar([fact(NAME)], [known('a', NAME, { kind: 'task' })])).toEqual([[]]);
  });

  it('is found whatever the order of the register, with a score between 0 and 1', () => {
    const names = fc.array(fc.constantFrom('ao', 'sen', 'hồng', 'trắng', 'bản đồ', 'số', 'hạt'), {
      minLength: 1,
    });
    fc.assert(
      fc.property(names, fc.array(names, { maxLength: 30 }), (name, others) => {
        const items = others.map((other, index) => known(String(index).padStart(3, '0'), other.join(' ')));
        const [found] = findSimilar([fact(name.join(' '))], items);
        const [turned] = findSimilar([fact(name.join(' '))], items.toReversed());
        expect(found).toEqual(turned);
        for (const { score } of found ?? []) expect(score > 0 && score <= 1).toBe(true);
      }),
    );
  });
});
